"""Workbooks by way of openpyxl: several sheets, merged cells, hyperlinks, dates and cached values."""

import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.refusal import Unreadable
from prongsai.thai.dates import DateError, PartialDate, format_date

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 400_000
_LINK_FORMULA = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"\s*(?:[,;]\s*"([^"]*)")?', re.IGNORECASE)
_BUDDHIST = range(2400, 2700)


Texts = Callable[[Any], str]
"""What the value of a cell is as a text."""


def read_excel(data: bytes, name: str, *, formulas: bool) -> Document:
    """An XLSX whose package was looked over already; ``formulas``: some cells hold one."""
    return _read(data, name, _text, formulas=formulas)


def read_exactly(data: bytes, name: str, *, formulas: bool) -> Document:
    """The same with texts as they stand, empty lines and all: a workbook that ``export sheet`` wrote."""
    return _read(data, name, _exact, formulas=formulas)


def _read(data: bytes, name: str, text_of: Texts, *, formulas: bool) -> Document:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        plain = openpyxl.load_workbook(BytesIO(data), keep_links=False) if formulas else None
    blocks: list[Paragraph | Table] = []
    for number, sheet in enumerate(book.worksheets, 1):
        rows = _Sheet(sheet, plain.worksheets[number - 1] if plain else None, name, number, text_of).rows()
        if rows:
            spot = Spot(name, sheet=sheet.title, table=number)
            blocks += [Paragraph(sheet.title, spot), Table(tuple(rows), spot)]
    return Document(name, tuple(blocks))


class _Sheet:
    """One sheet; ``plain`` is the same sheet with formulas instead of their values."""

    def __init__(
        self, sheet: Worksheet, plain: Worksheet | None, name: str, number: int, text_of: Texts
    ) -> None:
        self._text_of = text_of
        self._sheet, self._plain, self._name, self._number = sheet, plain, name, number
        self._origin: dict[tuple[int, int], tuple[int, int, int]] = {}
        for area in sheet.merged_cells.ranges:
            if area.size["rows"] * area.size["columns"] > MAX_CELLS:
                continue
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, min(area.max_col, MAX_COLUMNS) + 1):
                    self._origin[row, column] = (area.min_row, area.min_col, area.size["columns"])

    def rows(self) -> list[Row]:
        """Rows that hold something."""
        found = []
        # What is only formatted, down to the last row that there can be, is no content.
        cells: dict[tuple[int, int], Any] = getattr(self._sheet, "_cells", {})
        filled = {place for place, cell in cells.items() if cell.value is not None or cell.hyperlink}
        numbers = sorted({row for row, _ in filled})
        width = min(max((column for _, column in filled), default=0), MAX_COLUMNS)
        if len(numbers) > MAX_ROWS or len(numbers) * width > MAX_CELLS:
            raise Unreadable.too_large(self._name)
        for number in numbers:
            spot = Spot(self._name, sheet=self._sheet.title, table=self._number, row=number)
            row = Row(tuple(self._cell(number, column, spot) for column in range(1, width + 1)), spot)
            if row.filled():
                found.append(row)
        return found

    def _cell(self, row: int, column: int, spot: Spot) -> Cell:
        spot = replace(spot, column=column)
        top, left, width = self._origin.get((row, column), (row, column, 1))
        if left != column:
            return Cell(spot=spot, merged=top != row, span=1)
        cell = self._sheet.cell(top, left)
        formula = self._plain.cell(top, left).value if self._plain else None
        text, lacking = self._text_of(cell), False
        links = _links(cell, text)
        if isinstance(formula, str) and formula.startswith("="):
            if match := _LINK_FORMULA.match(formula):
                text = text or match[2] or match[1]
                links = (Hyperlink(text, match[1]),)
            elif cell.value is None:
                text, lacking = formula, True
        merged = top != row
        return Cell(text, () if merged else links, spot, merged, width, lacking)


def _links(cell: Any, text: str) -> tuple[Hyperlink, ...]:
    link = getattr(cell, "hyperlink", None)
    target = getattr(link, "target", None)
    if not target:
        return ()
    anchor = getattr(link, "location", None)
    return (Hyperlink(text, f"{target}#{anchor}" if anchor and "#" not in target else target),)


def _text(cell: Any) -> str:
    """A value as people read it: dates as in Thai prose, whole numbers without a point."""
    value, shape = cell.value, str(cell.number_format or "")
    if value is None:
        return ""
    if isinstance(value, bool):
        return "☑" if value else "☐"
    if isinstance(value, (datetime, date)):
        year = value.year - 543 if value.year in _BUDDHIST else value.year
        # Where the format shows no day, none was meant.
        whole = "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", shape).lower() or not shape
        try:
            return format_date(PartialDate(year, value.month, value.day if whole else None), style="short")
        except DateError:
            return value.isoformat()[:10]
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, (int, float)):
        number = value * 100 if "%" in shape else value
        number = round(number, 9)
        plain = str(int(number)) if number == int(number) else repr(number)
        return f"{plain}%" if "%" in shape else plain
    lines = _lines(str(value))
    return "\n".join(line.strip() for line in lines if line.strip())


def _exact(cell: Any) -> str:
    if not isinstance(cell.value, str):
        return _text(cell)
    return "\n".join(line.rstrip() for line in _lines(cell.value)).strip("\n")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")
