"""The text of the documents held on the site, page by page, as a search in the browser looks through it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText
from prongsai.model.site import Entry, Site
from prongsai.thai.extracted import mended

FORMAT = "prongsai/search-documents/1"

MAX_LETTERS: Final = 600_000
"""How many letters of all documents together are searched: about 350 kB of a visitor's data."""

_SHEETS = (".xlsx", ".ods")

# Numbers of persons: a document may be public while nobody should find a neighbour's number in it by name.
_BETWEEN = r"[\s.\u00a0\u200b\u2010-\u2015\u2212-]{0,3}"
_IDENTITY = re.compile(rf"(?<!\d)\d(?:{_BETWEEN}\d){{12}}(?!\d)")
_MOBILE = re.compile(rf"(?<!\d)[0๐][689๖๘๙](?:{_BETWEEN}\d){{8}}(?!\d)")
_PRIVATE_MAIL = "gmail|googlemail|hotmail|yahoo|ymail|outlook|icloud|live|windowslive|msn"
_MAIL = re.compile(
    rf"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{{1,64}}\s?@\s?(?:{_PRIVATE_MAIL})\.[A-Za-z.]{{2,20}}",
    re.IGNORECASE,
)
HIDDEN: Final = "×"


@dataclass(frozen=True)
class _Document:
    """A document with the items that it shows something for, the newest first."""

    file: HeldFile
    text: HeldText
    title: str | None
    entry: Entry | None
    year: int


def search_documents(site: Site, texts: Mapping[str, HeldText]) -> dict[str, Any]:
    """What the search finds in documents; ``texts`` are theirs by address.

    A document that stands in several places is there once, newest first. Identity numbers, mobile telephones
    and private mail addresses are hidden. Where all together are too long, each gives up its last pages.
    """
    documents = list(_documents(site, texts))
    cap = _fair_share([sum(map(len, one.text.pages)) for one in documents], MAX_LETTERS)
    return {"format": FORMAT, "documents": [_said(one, cap) for one in documents]}


def _documents(site: Site, texts: Mapping[str, HeldText]) -> Iterator[_Document]:
    seen: set[str] = set()
    for year in site.years:
        shown = {
            one.held.address: (one.title, entry)
            for entry in reversed(year.entries)
            for one in entry.evidence
            if one.held
        }
        for file in year.held:
            text = texts.get(file.address)
            if text is None or file.sha256 in seen or not any(page.strip() for page in text.pages):
                continue
            if text.reason == "too_slow":
                continue  # how far it got depends on the machine, and a build must not
            seen.add(file.sha256)
            title, entry = shown.get(file.address, (None, None))
            yield _Document(file, text, title, entry, year.fiscal_year)


def _said(one: _Document, cap: int) -> dict[str, Any]:
    name = one.file.address.rpartition("/")[2]
    found: dict[str, Any] = {"file": one.file.address, "title": one.title or name, "year": one.year}
    if one.entry:
        found |= {"code": one.entry.code, "page": one.entry.page}
    pages: Sequence[str] = one.text.pages
    if name.lower().endswith(".pdf"):
        found["unit"], pages = "page", mended(pages)
    elif name.lower().endswith(_SHEETS):
        found["unit"] = "sheet"
    return found | {"pages": list(_within(pages, cap))}


def _within(pages: Sequence[str], room: int) -> Iterator[str]:
    """As much of the pages as there is room for."""
    for page in pages:
        if room <= 0:
            return
        said = hidden(" ".join(page.split()))[:room]
        room -= len(said)
        yield said


def hidden(text: str) -> str:
    """``text`` without numbers and addresses of private persons."""
    for pattern in (_IDENTITY, _MOBILE, _MAIL):
        text = pattern.sub(lambda match: HIDDEN * 3, text)
    return text


def _fair_share(lengths: list[int], most: int) -> int:
    """The length to which each is cut so that all together are no longer than ``most``."""
    left, waiting = most, len(lengths)
    for length in sorted(lengths):
        if length * waiting >= left:
            return left // waiting
        left -= length
        waiting -= 1
    return most
