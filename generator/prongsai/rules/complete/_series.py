"""Monthly series: which months an item must show, and which its documents and its tables do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from prongsai.model.disclosure import Evidence
from prongsai.model.held import Table
from prongsai.model.site import Entry
from prongsai.rules.context import Context
from prongsai.rules.rule import Loc
from prongsai.rules.years import half_named, last_part
from prongsai.thai import months as _months
from prongsai.thai.months import FIRST_HALF, Months
from prongsai.thai.text import squash

LEAST: Final = 3
"""So many different months make a series."""
_MONTHLY: Final = "รายเดือน"
_OR_NOT: Final = re.compile("หรือ|ก็ได้")
_MONTH_HEADERS: Final = frozenset(
    {"เดือน", "ประจำเดือน", "เดือนที่", "เดือนปี", "เดือนพศ", "เดือนปีพศ", "รอบเดือน", "month", "monthyear"}
)
_ORDINALS: Final = frozenset({"ลำดับ", "ลำดับที่", "ที่", "no", "#"})
_OF_THE_YEAR: Final = frozenset({"current", "first_half", None})


@dataclass(frozen=True)
class Asked:
    """The months that an item must show: the first half's, or with ``open`` all up to the last that it names.

    ``monthly``: each for itself, so that one document on all of them is not enough.
    """

    months: tuple[int, ...]
    open: bool
    monthly: bool

    def missing(self, shown: frozenset[int]) -> list[int]:
        """The months that are not among ``shown``, in order."""
        last = max((_months.place_in_year(month) for month in shown), default=-1)
        return [
            month
            for month in self.months
            if month not in shown and not (self.open and _months.place_in_year(month) > last)
        ]


def asked(entry: Entry, today: date) -> Asked | None:
    """The months that are over and that an item must show; None where it asks for no months."""
    required = [element for element in entry.item.elements if element.required]
    monthly = any(
        element.covers in _OF_THE_YEAR and _MONTHLY in element.text and not _OR_NOT.search(element.text)
        for element in required
    )
    half = any(element.covers == "first_half" for element in required)
    if not (half or monthly):
        return None
    wanted = FIRST_HALF if half else (*FIRST_HALF, 4, 5, 6, 7, 8, 9)
    over = tuple(month for month in wanted if _months.is_over(entry.fiscal_year, month, today))
    return Asked(over, not half, monthly) if over else None


@dataclass(frozen=True)
class Named:
    """A document with the months that its title or its file's name gives."""

    loc: Loc
    text: str
    months: Months
    half: bool
    skeleton: str


def documents(entry: Entry) -> Iterator[Named]:
    """The evidence and the documents of an item that may be of its fiscal year."""
    disclosure = entry.disclosure
    for number in relevant(entry):
        evidence = entry.evidence[number]
        yield _named(entry, ("evidence", number, "title"), evidence.title, last_part_of(evidence))
    for number, title in enumerate(disclosure.documents if disclosure else ()):
        yield _named(entry, ("documents", number), title, "")


def relevant(entry: Entry) -> Iterator[int]:
    """The indexes of the evidence that is not said to be of another year or tied to its elements alone."""
    disclosure = entry.disclosure
    proofs = disclosure.elements if disclosure else {}
    ours: set[int] = set()
    others: set[int] = set()
    for element in entry.item.elements:
        numbers = proofs[element.id].evidence if element.id in proofs else ()
        (ours if element.covers in _OF_THE_YEAR else others).update(numbers)
    for number, evidence in enumerate(entry.evidence):
        of_year = not evidence.fiscal_years or entry.fiscal_year in evidence.fiscal_years
        if of_year and not (number + 1 in others and number + 1 not in ours):
            yield number


def last_part_of(evidence: Evidence) -> str:
    """The name of the file that evidence leads to."""
    try:
        return last_part(evidence.address)
    except ValueError:
        return ""


def _named(entry: Entry, loc: Loc, title: str, file: str) -> Named:
    in_title = _months.months_in(title, entry.fiscal_year)
    in_name = _months.months_in(file.replace("_", " "), entry.fiscal_year)
    text = title if in_title.all else file
    months = Months(in_title.single | in_name.single, in_title.ranged | in_name.ranged)
    half = half_named(title) == "first" or frozenset(FIRST_HALF) <= months.ranged
    return Named(loc, title, months, half, _months.skeleton(text))


@dataclass(frozen=True)
class Series:
    """A table with a row or a column for each month, held on the site."""

    address: str
    source: str
    table: Table
    fiscal_year: int

    @cached_property
    def column(self) -> int | None:
        """The column of months."""
        return next(
            (number for number, cell in enumerate(self.table.header) if squash(cell) in _MONTH_HEADERS), None
        )

    @cached_property
    def wide(self) -> dict[int, int]:
        """By month, the column that is headed by it."""
        cells = [(number, cell) for number, cell in enumerate(self.table.header) if _months.is_month(cell)]
        found: dict[int, int] = {}
        for number, cell in cells:
            for month in _months.months_of_cell(cell, self.fiscal_year):
                found.setdefault(month, number)
        return found if len(found) >= LEAST else {}

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """By month, the indexes of its rows; of a table without a column of months nothing."""
        found: dict[int, list[int]] = {}
        for number, row in enumerate(self.table.rows if self.column is not None else ()):
            cell = row[self.column] if self.column is not None and self.column < len(row) else ""
            for month in _months.months_of_cell(cell, self.fiscal_year):
                found.setdefault(month, []).append(number)
        return found

    @property
    def months(self) -> frozenset[int]:
        """The months of the fiscal year that the table has."""
        return frozenset(self.rows) or frozenset(self.wide)

    def figures(self, number: int) -> list[str]:
        """A row's cells but for its month and its number."""
        header = self.table.header
        return [
            cell
            for column, cell in enumerate(self.table.rows[number])
            if column != self.column and not (column < len(header) and squash(header[column]) in _ORDINALS)
        ]

    def line(self, number: int) -> int:
        """The line of a row."""
        lines = self.table.lines
        return lines[number] if number < len(lines) else number + 2

    def line_before(self, month: int) -> int:
        """The line at which a missing month's row belongs: that of the row after it, or the last row's."""
        if not self.rows:
            return 1
        later = [other for other in self.rows if _months.place_in_year(other) > _months.place_in_year(month)]
        if later:
            return self.line(min(number for other in later for number in self.rows[other]))
        return self.line(max(number for numbers in self.rows.values() for number in numbers))


def tables(context: Context, entry: Entry) -> Iterator[Series]:
    """The tables of an item that go by months and have some of its fiscal year."""
    for number in relevant(entry):
        held = entry.evidence[number].held
        table = context.tables.get(held.address) if held else None
        if held and table:
            series = Series(held.address, f"{context.content}/{held.address}", table, entry.fiscal_year)
            if series.months:
                yield series
