"""The text of the documents and tables held on the site, page by page, as a search in the browser looks
through it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from prongsai.errors import Lang
from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText, Table
from prongsai.model.site import Entry, Site, Year
from prongsai.model.tables.beside import titles_beside
from prongsai.pages.search_rows import told_rows
from prongsai.pages.typed.sections import anchor
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
    """A document with what it says by pages, and the newest item that it shows something for.

    ``unit`` is what a page of it is called; ``rows`` are the numbers of a table's rows, and ``at`` is where
    the table stands on the page of its item.
    """

    file: HeldFile
    pages: Sequence[str]
    unit: str | None
    title: str | None
    entry: Entry | None
    year: int
    rows: Sequence[int] = ()
    at: str | None = None


def search_documents(
    site: Site, texts: Mapping[str, HeldText], tables: Mapping[str, Table] = MappingProxyType({})
) -> dict[str, Any]:
    """What the search finds in documents and tables; ``texts`` and ``tables`` are theirs by address.

    A document that stands in several places is there once, newest first. Identity numbers, mobile telephones
    and private mail addresses are hidden. Where all together are too long, each gives up its last pages.
    """
    documents = list(_documents(site, texts, tables))
    cap = _fair_share([sum(map(len, one.pages)) for one in documents], MAX_LETTERS)
    return {"format": FORMAT, "documents": [_said(one, cap) for one in documents]}


def _documents(site: Site, texts: Mapping[str, HeldText], tables: Mapping[str, Table]) -> Iterator[_Document]:
    seen: set[str] = set()
    for year in site.years:
        shown = {
            one.held.address: (one.title, entry)
            for entry in reversed(year.entries)
            for one in entry.evidence
            if one.held
        }
        beside = _beside(year, tables)
        for file in year.held:
            if file.sha256 in seen:
                continue
            title, entry = shown.get(file.address, (None, None))
            found: _Document | None
            if (table := tables.get(file.address)) is not None:
                found = _table(file, table, beside.get(file.address), year, site.agency.language)
            else:
                found = _text(file, texts.get(file.address), title, entry, year.fiscal_year)
            if found:
                seen.add(file.sha256)
                yield found


def _text(
    file: HeldFile, text: HeldText | None, title: str | None, entry: Entry | None, fiscal_year: int
) -> _Document | None:
    if text is None or not any(page.strip() for page in text.pages):
        return None
    if text.reason == "too_slow":
        return None  # how far it got depends on the machine, and a build must not
    name = file.address.lower()
    if name.endswith(".pdf"):
        return _Document(file, mended(text.pages), "page", title, entry, fiscal_year)
    unit = "sheet" if name.endswith(_SHEETS) else None
    return _Document(file, text.pages, unit, title, entry, fiscal_year)


def _beside(year: Year, tables: Mapping[str, Table]) -> dict[str, tuple[str, Entry, str]]:
    """For each table of a year the first item that shows it, with its title and its place there."""
    found: dict[str, tuple[str, Entry, str]] = {}
    for entry in year.entries:
        for number, (address, title) in enumerate(titles_beside(entry, tables).items(), start=1):
            found.setdefault(address, (title, entry, anchor(number)))
    return found


def _table(
    file: HeldFile, table: Table, place: tuple[str, Entry, str] | None, year: Year, lang: Lang
) -> _Document | None:
    rows = told_rows(table, lang, MAX_LETTERS)
    if not rows:
        return None
    title, entry, at = place or (None, None, None)
    return _Document(file, tuple(rows.values()), "row", title, entry, year.fiscal_year, tuple(rows), at)


def _said(one: _Document, cap: int) -> dict[str, Any]:
    name = one.file.address.rpartition("/")[2]
    found: dict[str, Any] = {"file": one.file.address, "title": one.title or name, "year": one.year}
    if one.entry:
        found |= {"code": one.entry.code, "page": one.entry.page}
    if one.unit:
        found["unit"] = one.unit
    if one.at:
        found["at"] = one.at
    pages = list(_within(one.pages, cap))
    if one.rows and one.rows[: len(pages)] != tuple(range(1, len(pages) + 1)):
        found["rows"] = list(one.rows[: len(pages)])
    return found | {"pages": pages}


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
