"""A process of its own that reads held documents, one request on each line: see ``prongsai.load.held``.

Whatever a document does (never end, ask for all memory, break the process) it does here.
"""

import json
import logging
import re
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject

from prongsai.load.limits import (
    MAX_BYTES,
    MAX_LETTERS,
    MAX_MEMORY,
    MAX_PAGES,
    MAX_SECONDS,
    PACKED,
    PICTURES,
    READY,
    Refused,
    decode,
)
from prongsai.load.office import read_open_document, read_sheets, read_slides, read_word
from prongsai.load.packed import Package
from prongsai.model.held import Unread

# A page of a scan has at most what a scanner stamps on it.
_LETTERS_OF_A_SCAN = 40
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")


class Pages:
    """The pages read so far, within their limits."""

    def __init__(self, seconds: float) -> None:
        self.found: list[str] = []
        self._letters = 0
        self._until = time.monotonic() + seconds

    def page(self, text: str) -> None:
        """Take a page.

        Raises:
            Refused: that is enough.
        """
        room = MAX_LETTERS - self._letters
        self.found.append(_UNSEEN.sub("", text[:room].replace("\r", "\n")))
        self._letters += len(text)
        self.check()
        if len(text) > room:
            raise Refused("too_long")

    def check(self, pending: int = 0) -> None:
        """Whether there are pages, letters (with ``pending`` more) and time left.

        Raises:
            Refused: there are not.
        """
        if self._letters + pending > 2 * MAX_LETTERS or len(self.found) > MAX_PAGES:
            raise Refused("too_long")
        if time.monotonic() > self._until:
            raise Refused("too_slow")


def read_document(data: bytes, kind: str) -> dict[str, object]:
    """A document of that kind (its ending): its pages, whether it is a scan, why it could not be read."""
    pages = Pages(MAX_SECONDS)
    scanned = False
    reason: Unread | None = None
    try:
        if len(data) > MAX_BYTES:
            raise Refused("too_large")
        scanned = _READERS[kind](data, pages) or False
    except Refused as refused:
        reason = refused.reason
    except MemoryError:
        reason = "too_large"
    except Exception:  # a hostile document may raise anything at all in a library
        reason = "broken"
    return {"pages": pages.found[:MAX_PAGES], "scanned": scanned, "reason": reason}


def _read_pdf(data: bytes, pages: Pages) -> bool:
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        _unlock(reader)
    damaged = pictures = 0
    letters = []
    for number, page in enumerate(reader.pages):
        if number == MAX_PAGES:
            raise Refused("too_long")
        try:
            text = page.extract_text()
        except (Refused, MemoryError):
            raise
        except Exception:  # one page may be broken where the others are not
            damaged += 1
            text = ""
        pictures += _has_picture(page, 0)
        text = "\n".join([text, *_filled_in(page)])
        letters.append(len(re.findall(r"\w", text)))
        pages.page(text)
    if damaged or not letters:
        raise Refused("broken")
    return pictures > 0 and sum(letters) < _LETTERS_OF_A_SCAN * len(letters) and 2 * pictures >= len(letters)


def _unlock(reader: PdfReader) -> None:
    try:
        opened = reader.decrypt("")
    except (DependencyError, NotImplementedError):
        raise Refused("locked") from None
    if not opened:
        raise Refused("encrypted")


def _filled_in(page: Any) -> Iterator[str]:
    """What is written into a page's form fields and remarks."""
    try:
        for reference in (page.get("/Annots") or ())[:1000]:
            note = reference.get_object()
            yield from (str(note[key]) for key in ("/Contents", "/V") if isinstance(note.get(key), str))
    except Exception:  # remarks are an extra: a broken one is passed over
        return


def _has_picture(holder: Any, depth: int) -> bool:
    """Whether a page, or a form on it, shows a picture."""
    try:
        resources = holder.get("/Resources")
        found = resources.get_object().get("/XObject") if resources is not None else None
        objects: Mapping[str, Any] = found.get_object() if found is not None else {}
        for reference in list(objects.values())[:200]:
            shown = reference.get_object()
            kind = shown.get("/Subtype") if isinstance(shown, DictionaryObject) else None
            if kind == "/Image" or (kind == "/Form" and depth < 3 and _has_picture(shown, depth + 1)):
                return True
    except Exception:  # what cannot be followed is no picture
        return False
    return False


def _read_plain(data: bytes, pages: Pages) -> None:
    pages.page(decode(data))


def _read_packed(data: bytes, pages: Pages) -> None:
    """All that is packed in a ZIP file, and its names; pictures are passed over, what is unreadable isn't."""
    parts = list(Package(data, pages).parts())
    pages.page("\n".join(re.sub(r"[./_]", " ", name) for name, _ in parts))
    for name, read in parts:
        kind = Path(name).suffix.lower()
        if kind == PACKED:
            raise Refused("too_large")
        if kind not in PICTURES and not _LITTER.search(name):
            _READERS.get(kind, _read_plain)(read(), pages)


_LITTER = re.compile(r"(^|/)(__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
_READERS: dict[str, Callable[[bytes, Pages], bool | None]] = {
    ".pdf": _read_pdf,
    ".docx": read_word,
    ".pptx": read_slides,
    ".xlsx": read_sheets,
    ".odt": read_open_document,
    ".ods": read_open_document,
    ".txt": _read_plain,
    ".json": _read_plain,
    PACKED: _read_packed,
}


def main() -> None:
    """Answer each request, a path and a kind, with what was read; end with the requests."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _bound_memory()
    print(READY, flush=True)
    for line in sys.stdin:
        path, kind = json.loads(line)
        if hasattr(signal, "alarm"):
            signal.alarm(MAX_SECONDS * 2)
        try:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            answer = read_document(data, kind)
        except OSError:
            answer = {"pages": [], "scanned": False, "reason": "broken"}
        print(json.dumps(answer), flush=True)


def _bound_memory() -> None:
    """A limit of memory, where the system knows one."""
    if sys.platform != "win32":
        try:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        except (ImportError, ValueError, OSError, AttributeError):
            return


if __name__ == "__main__":
    main()
