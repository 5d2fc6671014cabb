"""A typed table read: its rows with their months and figures, and what could not be read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

from prongsai.model.framework import Item
from prongsai.model.held import Table
from prongsai.model.tables.header import Header, Missing, find_header, holds_numbers, month_in
from prongsai.model.tables.shapes import FIGURES, Kind, Shape, plain_header
from prongsai.thai.amounts import AmountError, Reason, last_amount, read_amount, scale_in
from prongsai.thai.dates import DateError, PartialDate, fiscal_year_of, parse_date
from prongsai.thai.months import months_of
from prongsai.thai.text import squash

Sort = Literal["data", "nil", "total", "heading", "odd"]
"""What a row is: figures; a statement that there was nothing; a sum of others; a title; or not to be read."""
Why = Reason | Literal["month", "negative", "part", "too_many"]
"""Why a cell is not read: as in ``AmountError``; no month; below zero; no whole number; beyond the header."""

_TOTAL: Final = re.compile(r"(?:รวม|ยอดรวม|ผลรวม)(?:$|ทั้ง|เป็นเงิน|เงิน|เดือน|ประจำ|ไตรมาส|ปี|[0-9])|total$")
_NO_ONE_MONTH: Final = re.compile(r"รอบ|หกเดือน|[0-9]\s*เดือน|ครึ่ง|ทั้งปี|ตลอด|ปีงบ|ภาพรวม")
_QUARTER: Final = re.compile(r"[1-4๑-๔]")


@dataclass(frozen=True)
class Unread:
    """A cell that could not be read, or with ``too_many`` the first one beyond the header."""

    line: int
    cell: int
    value: str
    why: Why
    kind: Kind
    header: str


@dataclass(frozen=True)
class Row:
    """A row: its cells as they stand, the months that it is about and its figures by cell."""

    line: int
    sort: Sort
    cells: tuple[str, ...]
    months: tuple[PartialDate, ...]
    figures: Mapping[int, Decimal]

    @property
    def month(self) -> PartialDate | None:
        """The one month that the row is about."""
        return self.months[0] if len(self.months) == 1 else None


@dataclass(frozen=True)
class TypedTable:
    """A table whose shape is known.

    ``kinds`` is what each cell of a row holds, ``scales`` by how much its figure was multiplied to be in
    baht; ``missing`` are required columns that the table lacks.
    """

    shape: Shape
    header: Header
    header_line: int
    kinds: tuple[Kind, ...]
    scales: tuple[int, ...]
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    unread: tuple[Unread, ...]
    cut: bool

    def figure(self, row: Row, name: str) -> Decimal | None:
        """A row's figure in the column of that id."""
        cell = self.header.columns.get(name)
        return row.figures.get(cell) if cell is not None else None

    def text(self, row: Row, name: str) -> str:
        """A row's text in the column of that id; empty where there is none."""
        cell = self.header.columns.get(name)
        return row.cells[cell] if cell is not None else ""

    @cached_property
    def data(self) -> tuple[Row, ...]:
        """The rows that hold figures or say that there were none."""
        return tuple(row for row in self.rows if row.sort in ("data", "nil"))

    @cached_property
    def is_header_short(self) -> bool:
        """Whether every row, of more than one, has more cells than the header."""
        return len(self.rows) > 1 and all(row.sort == "odd" for row in self.rows)

    @cached_property
    def labels(self) -> int | None:
        """The cell that names a row; None where the table has no such column."""
        found = (self.header.columns.get(name) for name in self.shape.label)
        return next((cell for cell in found if cell is not None), None)

    @cached_property
    def series(self) -> tuple[int, ...]:
        """The cells of figures with headings of their own, sums apart."""
        return tuple(
            cell
            for cell in self.header.others
            if self.kinds[cell] in FIGURES and cell not in self.header.totals
        )


def read_typed(
    table: Table, shapes: Sequence[Shape], item: Item, years: Sequence[int], title: str, marked: str = ""
) -> TypedTable | None:
    """A table beside ``item`` by the one of ``shapes`` that fits best; None where it has no header of them.

    ``years`` are the fiscal years that it may be of, the likeliest first; ``title`` is what the item calls
    it, and ``marked`` what else may bear a column's mark.
    """
    year = _year(table, years)
    found = find_header(table, shapes, item, year)
    if found is None:
        return None
    number, header = found
    lines = (table.header_line, *_lines(table))
    body = list(zip(lines[number + 1 :], table.rows[number:], strict=True))
    kinds = _kinds(header, [row for _, row in body])
    reader = _Reader(header, kinds, month_in(title, year))
    rows = tuple(row for line, cells in body if (row := reader.row(line, cells)))
    words = " ".join((title, marked, *header.cells, *_texts(header, rows)))
    figures = any(kinds[cell] in FIGURES for cell in header.others)
    return TypedTable(
        header.shape,
        header,
        lines[number],
        kinds,
        reader.scales,
        rows,
        header.missing(item, words, title, figures),
        tuple(reader.unread),
        table.cut,
    )


def _lines(table: Table) -> tuple[int, ...]:
    return table.lines or tuple(range(table.header_line + 1, table.header_line + 1 + len(table.rows)))


def _year(table: Table, years: Sequence[int]) -> int:
    """The one of ``years`` in which most of the months lie that the first cells name."""

    def months(year: int) -> int:
        cells = (cell for row in (table.header, *table.rows[:200]) for cell in row[:4])
        return sum(fiscal_year_of(month) == year for cell in cells for month in months_of(cell, years[0])[:1])

    return max(years, key=lambda year: (months(year), -years.index(year)))


def _kinds(header: Header, rows: Sequence[Sequence[str]]) -> tuple[Kind, ...]:
    """What each cell of a row holds; columns with a heading of their own hold figures where most cells do."""
    shape = header.shape
    kinds: list[Kind] = []
    for cell in range(len(header.cells)):
        column = header.by_cell.get(cell)
        kind: Kind = column.kind if column else "text"
        if cell in header.months and shape.across:
            kind = shape.across
        elif column is None and shape.others and cell in header.others:
            numbers = holds_numbers(row[cell] for row in rows[:1_000] if cell < len(row))
            kind = shape.others if numbers else "text"
        kinds.append(kind)
    return tuple(kinds)


def _texts(header: Header, rows: Iterable[Row]) -> Iterable[str]:
    """What stands in the columns that may say by which channel something came."""
    cells = [header.columns[name] for name in ("channel", "service") if name in header.columns]
    return {row.cells[cell] for row in rows for cell in cells}


def _is_total(cell: str) -> bool:
    return ("รวม" in cell or cell[:5].lower() == "total") and bool(_TOTAL.match(squash(cell)))


class _Reader:
    """Reads row after row: a month holds for the rows under it that name none."""

    def __init__(self, header: Header, kinds: Sequence[Kind], month: PartialDate | None) -> None:
        self.unread: list[Unread] = []
        self._header = header
        self._kinds = kinds
        self._nil = re.compile(header.shape.nil)
        self._months: tuple[PartialDate, ...] = (month,) if month else ()
        self.scales = tuple(scale_in(text) for text in header.cells)
        self._plain = tuple(squash(cell) for cell in header.cells)

    def row(self, line: int, written: Sequence[str]) -> Row | None:
        """The row; None for the header once more."""
        width = len(self._header.cells)
        cells = (*written[:width], *[""] * (width - len(written)))
        if all(squash(cell) == plain for cell, plain in zip(cells, self._plain, strict=True)):
            return None
        beyond = next((cell for cell in range(width, len(written)) if written[cell]), None)
        if beyond is not None:
            self._note(line, beyond, written[beyond], "too_many", "text")
            rest = ", ".join((cells[-1], *written[width:]))
            return Row(line, "odd", (*cells[:-1], rest), (), {})
        filled = [cell for cell in cells if cell]
        if self._is_heading(filled):
            self._months = months_of(filled[0], self._header.fiscal_year)
            return Row(line, "heading", cells, self._months, {})
        total = any(_is_total(cell) for cell in filled[:2])
        months = () if total else self._months_in(line, cells)
        before = len(self.unread)
        figures = dict(self._figures(line, cells))
        nil = not total and not any(figures.values()) and len(self.unread) == before
        if nil and any(self._nil.search(cell) for cell in filled):
            return Row(line, "nil", cells, months, figures)
        return Row(line, "total" if total else "data", cells, months, figures)

    def _is_heading(self, filled: Sequence[str]) -> bool:
        """Whether a row says nothing but a month: a title over the rows of it."""
        return (
            len(filled) == 1
            and "month" in self._header.shape.by_id
            and len(self._header.cells) > 2
            and bool(months_of(filled[0], self._header.fiscal_year))
        )

    def _months_in(self, line: int, cells: Sequence[str]) -> tuple[PartialDate, ...]:
        """The months that a row is about, by its month, else that of the rows above, else of its contract."""
        columns, year = self._header.columns, self._header.fiscal_year
        at = columns.get("month")
        if at is None:
            signed = columns.get("contract-date")
            return self._months or (months_of(cells[signed], year) if signed is not None else ())
        written = cells[at]
        if not written:
            return self._months
        quarter = plain_header(self._header.cells[at]).startswith("ไตรมาส") and _QUARTER.fullmatch(written)
        found = months_of(f"ไตรมาส {written}" if quarter else written, year)
        if not found and not _NO_ONE_MONTH.search(written):
            self._note(line, at, written, "month", "month")
        self._months = found
        return found

    def _figures(self, line: int, cells: Sequence[str]) -> Iterable[tuple[int, Decimal]]:
        for cell, kind in enumerate(self._kinds):
            text = cells[cell]
            if text.startswith("=") and kind not in FIGURES:
                self._note(line, cell, text, "formula", kind)
            elif text and kind in FIGURES:
                amount = self._figure(line, cell, text, kind)
                if amount is not None:
                    yield cell, amount * self.scales[cell]
        for name in self._header.shared:
            cell = self._header.columns[name]
            if self._kinds[cell] == "text" and self._header.shape.by_id[name].kind in FIGURES:
                amount = last_amount(cells[cell])
                if amount is not None:
                    yield cell, amount

    def _figure(self, line: int, cell: int, text: str, kind: Kind) -> Decimal | None:
        column = self._header.by_cell.get(cell)
        try:
            amount = read_amount(text)
        except AmountError as error:
            if not self._is_double(cell) and not self._nil.search(text):
                self._note(line, cell, text, error.reason, kind)
            return None
        if amount is not None and amount < 0 and (column is None or column.id != "left"):
            self._note(line, cell, text, "negative", kind)
            return None
        if amount is not None and kind == "count" and amount != amount.to_integral_value():
            self._note(line, cell, text, "part", kind)
            return None
        return amount

    def _is_double(self, cell: int) -> bool:
        """Whether a cell holds two figures, each of a column: they are not told apart."""
        return any(self._header.columns[name] == cell for name in self._header.shared)

    def _note(self, line: int, cell: int, value: str, why: Why, kind: Kind) -> None:
        cells = self._header.cells
        self.unread.append(Unread(line, cell, value, why, kind, cells[cell] if cell < len(cells) else ""))


def read_day(text: str) -> PartialDate | None:
    """The day or the month that a cell gives and nothing else."""
    try:
        return parse_date(text)
    except DateError:
        return None
