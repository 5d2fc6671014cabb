"""Where personal data may stand, and one hit for each value, table and document in which it does."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.finding import Severity
from prongsai.model.held import HeldText, Table
from prongsai.model.site import Entry
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence, Hit
from prongsai.rules.strings import Said, said

# What is public by law: the executives' contacts, and the agency's.
CONTACT_TOPICS = frozenset({"contact", "executives"})

# Addresses and file names are not prose: long numbers in them are mostly times and counters.
_ADDRESS_KEYS = frozenset({"url", "file", "published_as", "website", "photo", "hosts"})

_SUSPECT = re.compile(r"\d(?:[^\n]{0,3}?\d){8}|@|เลขที่|ที่อยู่|\d[\s,]{0,3}(?:หมู่|ม\.)")
_LONG = re.compile(r"\d{9}")
_LIGHT = {"error": 0, "warning": 1, "info": 2}
_SURE = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Passage:
    """A text to look at: running text, or a table's cell with its column's header and its row."""

    text: str
    header: str = ""
    row: str = ""
    address: bool = False


@dataclass(frozen=True)
class Mark:
    """Personal data in a passage; ``shown`` is for messages.

    ``counted``: not told, but it counts against others.
    """

    start: int
    found: str
    shown: str
    severity: Severity
    confidence: Confidence
    counted: bool = False

    @property
    def weight(self) -> tuple[int, int]:
        """Less is graver."""
        return _LIGHT[self.severity], _SURE[self.confidence]


class _Placed(NamedTuple):
    mark: Mark
    page: int
    line: int
    header: str


Judge = Callable[[Passage], Iterable[Mark]]
Settle = Callable[[list[Mark]], list[Mark]]


class Looked(NamedTuple):
    """How a rule looks: ``judge`` a passage, then ``settle`` what a column or a document gave as a whole."""

    judge: Judge
    quick: re.Pattern[str]
    settle: Settle = list
    contacts: bool = True


def hits(context: Context, look: Looked) -> Iterator[Hit]:
    """One hit for each value of a source, each table and each document in which something is marked."""
    yield from _in_sources(context, look)
    users = users_of(context)
    for address, table in context.tables.items():
        if look.contacts or not _is_contact(users.get(address, ())):
            yield from _hit_in_file(context, address, users, list(_in_table(table, look)), Text("", ""))
    for address, text in context.texts.items():
        if look.contacts or not _is_contact(users.get(address, ())):
            found = list(_in_document(text, look))
            place = _page(address, found, len(text.pages))
            yield from _hit_in_file(context, address, users, found, place)


def marks_in(text: HeldText, look: Looked) -> list[Mark]:
    """What is marked in one document, the gravest first."""
    return sorted((placed.mark for placed in _in_document(text, look)), key=lambda mark: mark.weight)


def _in_sources(context: Context, look: Looked) -> Iterator[Hit]:
    for each in _suspects(_Same(context)):
        if not look.contacts and each.topic in CONTACT_TOPICS:
            continue
        address = any(step in _ADDRESS_KEYS for step in each.loc)
        passage = Passage(each.text, row=each.text, address=address)
        marks = _told(look.settle(list(look.judge(passage)))) if look.quick.search(each.text) else []
        if marks:
            first = min(marks, key=lambda mark: (mark.weight, mark.start))
            yield Hit(
                each.source,
                each.loc,
                find=first.found,
                values=_values(first, Text("", ""), len({mark.found for mark in marks})),
                fiscal_year=each.fiscal_year,
                item=each.item,
                severity=first.severity,
                confidence=first.confidence,
            )


def _in_table(table: Table, look: Looked) -> Iterator[_Placed]:
    columns: dict[str, list[_Placed]] = defaultdict(list)
    for number, row in enumerate((table.header, *table.rows)):
        joined = "\t".join(row)
        if not look.quick.search(joined):
            continue
        line = table.lines[number - 1] if 0 < number <= len(table.lines) else 1 + number
        for column, cell in enumerate(row):
            header = table.header[column] if number and column < len(table.header) else ""
            passage = Passage(cell, header, joined)
            columns[header] += [_Placed(mark, 0, line, header) for mark in look.judge(passage)]
    for placed in columns.values():
        yield from _settled(placed, look.settle)


def _in_document(text: HeldText, look: Looked) -> Iterator[_Placed]:
    found = []
    for number, page in enumerate(text.pages, 1):
        if look.quick.search(page):
            for line, passage in _passages(page):
                for mark in look.judge(passage):
                    below = passage.text.count("\n", 0, mark.start)
                    found.append(_Placed(mark, number, line + below, ""))
    yield from _settled(found, look.settle)


def _passages(page: str) -> Iterator[tuple[int, Passage]]:
    """A page in passages, with their lines: its prose, and the cells of its tables with their headers."""
    if "\t" not in page:
        yield 1, Passage(page, row=page)
        return
    header: list[str] = []
    loose = True
    for number, line in enumerate(page.split("\n"), 1):
        cells = line.split("\t")
        if len(cells) == 1:
            yield number, Passage(line, row=line)
            loose = loose or bool(line.strip())
            continue
        if loose and not _LONG.search(line) and sum(bool(cell.strip()) for cell in cells) > 1:
            header, loose = cells, False
        for column, cell in enumerate(cells):
            yield number, Passage(cell, header[column] if column < len(header) else "", line)


def _settled(placed: list[_Placed], settle: Settle) -> Iterator[_Placed]:
    marks = settle([each.mark for each in placed])
    for each, mark in zip(placed, marks, strict=True):
        if not mark.counted:
            yield each._replace(mark=mark)


def _told(marks: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in marks if not mark.counted]


def _hit_in_file(
    context: Context,
    address: str,
    users: Mapping[str, tuple[Entry, ...]],
    found: list[_Placed],
    place: Text,
) -> Iterator[Hit]:
    if not found:
        return
    first = _first(found)
    where = _column(first) if not first.page else place
    line = first.line
    if first.page:
        line = _line_in_text(address, first)
    values = _values(first.mark, where, len({each.mark.found for each in found}))
    hit = hit_of_file(context, address, users)
    yield replace(
        hit, line=line, values=values, severity=first.mark.severity, confidence=first.mark.confidence
    )


def _line_in_text(address: str, first: _Placed) -> int:
    """Only a file of plain text has lines that an editor shows."""
    return first.line if address.endswith((".txt", ".json")) else 0


def _first(found: list[_Placed]) -> _Placed:
    return min(found, key=lambda each: (each.mark.weight, each.page, each.line, each.mark.start))


def hit_of_file(context: Context, address: str, users: Mapping[str, tuple[Entry, ...]]) -> Hit:
    """A hit on a held file as a whole, for the item that uses it."""
    used = users.get(address, ())
    year = used[0].fiscal_year if used else _year(address)
    return Hit(
        f"{context.content}/{address}",
        line=0,
        values={"file": PurePosixPath(address).name},
        fiscal_year=year,
        item=used[0].code if used else None,
    )


def users_of(context: Context) -> dict[str, tuple[Entry, ...]]:
    """By a held file's address, the items that give it as evidence, or else link to it in their text."""
    users: dict[str, list[Entry]] = defaultdict(list)
    for year, entry, disclosure in context.disclosed:
        for evidence in disclosure.evidence:
            if evidence.held and entry not in users[evidence.held.address]:
                users[evidence.held.address].append(entry)
        for file in year.held if "](" in disclosure.body else ():
            if file.address.partition("/")[2] in disclosure.body and entry not in users[file.address]:
                users[file.address].append(entry)
    return {address: tuple(entries) for address, entries in users.items()}


def _is_contact(users: Iterable[Entry]) -> bool:
    return any(entry.item.topic in CONTACT_TOPICS for entry in users)


def _year(address: str) -> int | None:
    folder = address.partition("/")[0]
    return int(folder) if folder.isdecimal() else None


def _page(address: str, found: list[_Placed], pages: int) -> Text:
    if not found or pages < 2:
        return Text("", "")
    number = _first(found).page
    if address.endswith((".xlsx", ".ods")):
        return Text(f" ในแผ่นงานที่ {number}", f" on sheet {number}")
    return Text(f" ในหน้า {number}", f" on page {number}")


def _column(placed: _Placed) -> Text:
    header = placed.header[:40]
    return Text(f" ในช่อง “{header}”", f" in column “{header}”") if header else Text("", "")


def _values(mark: Mark, where: Text, count: int) -> dict[str, object]:
    more = Text(f" และอีก {count - 1} รายการ", f" and {count - 1} more") if count > 1 else Text("", "")
    return {"value": mark.shown, "where": where, "more": more}


class _Same:
    """A context that equals itself alone, so that what was worked out of it can be kept."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.context is self.context

    def __hash__(self) -> int:
        return id(self.context)


@lru_cache(maxsize=1)
def _suspects(same: _Same) -> tuple[Said, ...]:
    """The texts of sources at which a rule of this family has to look at all."""
    return tuple(each for each in said(same.context) if _SUSPECT.search(each.text))
