"""Which row of a table is its header, which column each header is, and which columns are missing."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from prongsai.model.framework import Item
from prongsai.model.held import Table
from prongsai.model.tables.shapes import (
    FIGURES,
    MONTH_IN_TITLE,
    MONTHS_ACROSS,
    OTHERS,
    Column,
    Shape,
    plain_header,
    without_brackets,
)
from prongsai.thai.amounts import AmountError, read_amount
from prongsai.thai.dates import PartialDate
from prongsai.thai.months import as_date, months_in, months_of

LOOKED_AT: Final = 10
"""So many rows from the top may be titles before the header."""
_LEAST_MONTHS: Final = 2
_ALIKE: Final = 0.6
_TOTAL: Final = re.compile(r"(?:รวม|ผลรวม|ยอดรวม|total)")


@dataclass(frozen=True)
class Missing:
    """A required column that a table lacks, and the cell of the header that may be meant for it."""

    column: Column
    like: int | None


@dataclass(frozen=True)
class Header:
    """A header's columns, as indexes of cells.

    Attributes:
        columns: by a column's id, its cell.
        shared: the columns that stand in the cell of another.
        months: cells headed by a month or a quarter, with the months of it.
        others: cells that no column is known for, in order.
        totals: cells headed as a sum of others.
    """

    shape: Shape
    fiscal_year: int
    cells: tuple[str, ...]
    columns: dict[str, int]
    shared: frozenset[str] = frozenset()
    months: dict[int, tuple[PartialDate, ...]] = field(default_factory=dict)
    others: tuple[int, ...] = ()
    totals: frozenset[int] = frozenset()

    @cached_property
    def by_cell(self) -> dict[int, Column]:
        """The column of each cell that has one of its own."""
        return {
            cell: self.shape.by_id[name] for name, cell in self.columns.items() if name not in self.shared
        }

    def missing(self, item: Item, marked: str, title: str, figures: bool) -> tuple[Missing, ...]:
        """The columns that a table beside ``item`` should have and lacks.

        ``marked`` is all that may bear a mark (headers, texts, titles); ``title`` the table's; ``figures``:
        columns with headings of their own hold numbers.
        """
        return tuple(
            Missing(column, self._like(column))
            for column in self.shape.required_of(item)
            if column.id not in self.columns
            and not (column.marks and re.search(column.marks, marked, re.IGNORECASE))
            and not any(self._does(one, title, figures) for one in column.instead)
        )

    def _does(self, instead: str, title: str, figures: bool) -> bool:
        if instead == MONTHS_ACROSS:
            return bool(self.months)
        if instead == MONTH_IN_TITLE:
            return month_in(title, self.fiscal_year) is not None
        return figures if instead == OTHERS else instead in self.columns and instead not in self.shared

    def _like(self, column: Column) -> int | None:
        """The cell without a column whose header is most like one of the column's wordings."""
        best: tuple[float, int] | None = None
        for cell in self.others:
            plain = plain_header(self.cells[cell])
            alike = max((_likeness(plain, word) for word in column.plain_wordings), default=0.0)
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = (alike, cell)
        return best[1] if best else None


def _likeness(one: str, other: str) -> float:
    if len(one) > 100 or not one or not other:
        return 0.0
    if len(min(one, other, key=len)) >= 4 and (one in other or other in one):
        return 0.9
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def month_in(title: str, fiscal_year: int) -> PartialDate | None:
    """The one month of a fiscal year that a title names; None where it names none, or several."""
    named = months_in(title, fiscal_year).all
    return as_date(fiscal_year, *named) if len(named) == 1 else None


def match(cells: Sequence[str], shape: Shape, fiscal_year: int) -> Header:
    """Each cell of a header with the column of ``shape`` that fits it best; no column stands twice."""
    plain = [plain_header(cell) if cell.strip() else "" for cell in cells]
    months = _months(cells, fiscal_year) if shape.across else {}
    fits = sorted(
        (-fit, number, cell, column.id)
        for number, column in enumerate(shape.columns)
        if not column.marks
        for cell, header in enumerate(plain)
        if header and cell not in months and (fit := column.fit(header))
    )
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for _, _, cell, name in fits:
        if name not in columns and cell not in taken:
            columns[name] = cell
            taken.add(cell)
    shared = _shared(shape, cells, columns)
    others = [
        cell for cell, header in enumerate(plain) if header and cell not in taken and cell not in months
    ]
    totals = frozenset(cell for cell, header in enumerate(plain) if _TOTAL.match(header))
    return Header(
        shape,
        fiscal_year,
        tuple(cells),
        columns | shared,
        frozenset(shared),
        months,
        tuple(others),
        totals - {*months},
    )


def _shared(shape: Shape, cells: Sequence[str], columns: dict[str, int]) -> dict[str, int]:
    """Columns without a cell of their own that another's header names as well: ``ผู้ชนะและราคาที่ตกลง``."""
    found = {}
    for column in shape.columns:
        if column.id not in columns and not column.marks:
            holders = (cell for name, cell in columns.items() if _may_share(shape.by_id[name], column))
            cell = next((cell for cell in holders if column.is_second_in(cells[cell])), None)
            if cell is not None:
                found[column.id] = cell
    return found


def _may_share(holder: Column, column: Column) -> bool:
    """Whether words or figures of ``column`` may stand in a cell of ``holder``: figures among words may."""
    return holder.kind == "text" or (holder.kind in FIGURES and column.kind in FIGURES)


def _months(cells: Sequence[str], fiscal_year: int) -> dict[int, tuple[PartialDate, ...]]:
    found = {
        cell: months
        for cell, text in enumerate(cells)
        if (months := months_of(without_brackets(text), fiscal_year))
    }
    return found if len(set(found.values())) >= _LEAST_MONTHS else {}


def find_header(
    table: Table, shapes: Sequence[Shape], item: Item, fiscal_year: int
) -> tuple[int, Header] | None:
    """The header that fits one of ``shapes`` best, and its row: 0 for the first, 1 for the one after it.

    None where no row near the top has two of a shape's columns.
    """
    best: tuple[tuple[float, int, int], int, Header] | None = None
    for number, cells in enumerate((table.header, *table.rows[: LOOKED_AT - 1])):
        for shape in shapes:
            header = match(cells, shape, fiscal_year)
            required = shape.required_of(item)
            known = sum(_is_there(header, column) for column in required)
            rank = (known / len(required), len(header.columns) + len(header.months), -number)
            own = bool(header.months) + bool(shape.others and header.others)
            if header.columns and len(header.columns) + own >= 2 and (best is None or rank > best[0]):
                best = (rank, number, header)
    return (best[1], best[2]) if best else None


def _is_there(header: Header, column: Column) -> bool:
    across = MONTHS_ACROSS in column.instead and bool(header.months)
    return column.id in header.columns or across or any(one in header.columns for one in column.instead)


def holds_numbers(cells: Iterable[str]) -> bool:
    """Whether most of the cells that are not empty are numbers."""
    numbers = texts = 0
    for cell in cells:
        try:
            numbers += read_amount(cell) is not None
        except AmountError:
            texts += 1
    return numbers > texts
