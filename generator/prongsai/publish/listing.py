"""What a built site holds: its files with their hashes, the order in which they go out, its addresses."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from prongsai.source.reach import ANY_LENGTH, reach

MANIFEST: Final = ".prongsai-published.json"
"""Beside a published site: what was put there, so that the next run sends only what differs."""

FORMAT: Final = "prongsai/published/1"
MOST_RUNS: Final = 8
MAX_MANIFEST: Final = 64_000_000
_PAGE: Final = re.compile(r"(?:^|/)index\.html$")
_HELD: Final = re.compile(r"[0-9]{4}/(?:files|data)/")
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip)$", re.IGNORECASE)
_MADE: Final = (".", "assets/", "data/", "copies/")
_STRAY: Final = re.compile(r"^/|(?:^|/)\.{0,2}(?:/|$)|[\\\x00-\x1f]")
_PART: Final = re.compile(r"(?:^|/)\.prongsai-[0-9a-f]{8}-[0-9a-f]{16}\.part$")


class Entry(NamedTuple):
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    bytes: int
    sha256: str


Listing = Mapping[str, Entry]
"""Files by their names from the site's root, with forward slashes, in order of name."""


def listing_of(folder: Path) -> dict[str, Entry]:
    """Every file under ``folder`` but what publishing itself leaves there.

    Raises:
        OSError: a file cannot be read.
    """
    found = {}
    folder = reach(folder, ANY_LENGTH)
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST and not _PART.search(name):
            found[name] = entry_of(path)
    return dict(sorted(found.items()))


def entry_of(path: Path) -> Entry:
    """A file's size and hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Entry(file.tell(), digest)


def build_of(listing: Listing) -> str:
    """One hash for the whole site: two builds with the same are the same to the byte."""
    lines = "".join(f"{name}\0{entry.sha256}\n" for name, entry in sorted(listing.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def stages(names: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """``names`` in the order in which they go out: files, pages, the front page."""
    files: list[str] = []
    pages: list[str] = []
    front: list[str] = []
    for name in sorted(names):
        where = front if name == "index.html" else pages if name.endswith(".html") else files
        where.append(name)
    return files, pages, front


def addresses_of(names: Iterable[str]) -> Iterator[str]:
    """The addresses that must answer for years: pages, what a year holds, and documents beside them.

    What a page needs (``assets/``), what the program makes for machines (``data/``, feeds, pictures), and
    copies that stand in for dead links are no addresses that anybody files.
    """
    for name in sorted(names):
        if _PAGE.search(name):
            yield name.removesuffix("index.html")
        elif _HELD.match(name) or (_DOCUMENT.search(name) and not name.startswith(_MADE)):
            yield name


def manifest(listing: Listing, runs: Sequence[str] = ()) -> bytes:
    """The manifest of what certainly stands there; ``runs`` name sendings that did not come to their end."""
    head = {"format": FORMAT} | ({"runs": list(runs)} if runs else {})
    files = {name: list(entry) for name, entry in sorted(listing.items())}
    return (json.dumps({**head, "files": files}, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(data: bytes) -> tuple[dict[str, Entry], tuple[str, ...]] | None:
    """What a manifest says stands there, and the runs that were broken off; None where it cannot be read.

    It comes from a server, so nothing of it is believed but names and hashes to compare with.
    """
    try:
        document = json.loads(data)
        if document["format"] != FORMAT:
            return None
        files = {
            name: Entry(int(size), str(digest))
            for name, (size, digest) in document["files"].items()
            if not _STRAY.search(name)
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    runs = document.get("runs")
    known = [run for run in runs if isinstance(run, str)] if isinstance(runs, list) else []
    return files, tuple(run for run in known if re.fullmatch("[0-9a-f]{8}", run))[-MOST_RUNS:]
