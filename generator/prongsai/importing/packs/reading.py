"""The rows of an official table: indicators from its headings, then code, title and elements of each item."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from prongsai.importing import reasons
from prongsai.importing.document import Document, Row, Spot
from prongsai.importing.draft import Leftover
from prongsai.importing.frame import INDICATOR, plain_number
from prongsai.importing.grids import Grid, Layout, lay_out
from prongsai.importing.item_rows import ItemRow, rows_of
from prongsai.importing.lost import restored
from prongsai.importing.spacing import Spacing
from prongsai.thai.text import clean, fold_spaces

_NUMBERED: Final = re.compile(r"^\s*(?P<number>[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2})\s+(?P<name>\S.*)$")
_NO_GROUP: Final = re.compile(
    r"ตัวชี้วัด|แบบตรวจ|การประเมินคุณธรรม|ผลการประเมิน|OIT|ปีงบประมาณ|ข้อมูลสาธารณะ|\(ต่อ\)|รายละเอียด|คู่มือ"
)
_USUAL: Final = "ตัวชี้วัดที่ 9 ตัวชี้วัดย่อยที่ 9.1 องค์ประกอบด้านข้อมูล รายละเอียด อย่างน้อยประกอบด้วย กรณีไม่มี ให้ระบุว่าไม่มี"
_LONGEST_GROUP: Final = 80
_LONGEST_NAME: Final = 200
MAX_ITEMS: Final = 200
"""Most items of a pack: a longer table is no list of items."""


@dataclass(frozen=True)
class PackRow:
    """An item as the table has it, under its sub-indicator; ``guessed``: its code by its place alone."""

    code: str
    title: str
    asked: str
    number: str
    group: str | None
    spot: Spot
    guessed: bool = False


@dataclass
class Table:
    """All items of documents, the names of indicators by number, and the rows that are none."""

    items: list[PackRow] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    left: list[Leftover] = field(default_factory=list)
    rows: int = 0
    headings: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_table(documents: Sequence[Document], trusted: Sequence[str]) -> Table:
    """The official table in documents that belong together, in their order.

    ``trusted`` are texts that are spelt right: they help to read what a PDF's letters and columns hide.
    """
    table = Table()
    for document in documents:
        layout = lay_out(restored(document, (*trusted, _USUAL)).document)
        table.headings += [fold_spaces(one.text) for one in layout.paragraphs]
        line_of = Spacing((), trusted).mended if _is_pdf(document) else fold_spaces
        _read(layout, table, line_of)
    return table


def _is_pdf(document: Document) -> bool:
    return document.name.lower().endswith(".pdf")


def _read(layout: Layout, table: Table, line_of: Callable[[str], str]) -> None:
    seen = {row.code for row in table.items}
    standing = _Standing(layout, table)
    for grid in layout.grids:
        if not _is_of_items(grid):
            table.left += [Leftover.of(row, reasons.NO_COLUMNS) for row in _rows(grid)]
            table.rows += len(_rows(grid))
            continue
        for row in rows_of(grid):
            table.rows += len(row.line.rows)
            standing.at(row)
            if standing.is_heading(row):
                continue
            code, guessed = _code(row, table)
            reason = reasons.NO_CODE_OR_TITLE if code is None or not row.title else None
            if len(seen) >= MAX_ITEMS:
                reason = reasons.too_many(MAX_ITEMS)
            if reason is None and code in seen:
                reason = reasons.code_twice(code)
            if reason is not None or code is None:
                table.left += [Leftover.of(one, reason or reasons.NO_CODE_OR_TITLE) for one in row.line.rows]
                continue
            seen.add(code)
            cells = [row.line.row.at(column).text for column in grid.columns("elements")]
            asked = "\n".join(line_of(line) for cell in cells for line in clean(cell).split("\n"))
            table.texts.append(asked)
            table.items.append(
                PackRow(
                    code,
                    line_of(clean(row.title)),
                    asked,
                    standing.number,
                    standing.group,
                    row.line.spot,
                    guessed,
                )
            )


def _rows(grid: Grid) -> list[Row]:
    return [row for line in grid.lines for row in line.rows]


def _is_of_items(grid: Grid) -> bool:
    coded = grid.column("code", "number") is not None
    return coded and grid.column("title", "elements", "indicator", "issue") is not None


def _code(row: ItemRow, table: Table) -> tuple[str | None, bool]:
    """The item's code, and whether its place alone says it."""
    written = row.written
    if written and written.code and written.code.startswith("o"):
        return written.code, False
    if written and written.number and written.code is None:
        return f"o{written.number}", False
    if written is None and row.title and table.items:
        return f"o{int(table.items[-1].code[1:]) + 1}", True
    return None, False


class _Standing:
    """The indicator and the group that texts above a row name, carried along."""

    def __init__(self, layout: Layout, table: Table) -> None:
        self._texts = [one.text for one in layout.paragraphs]
        self._table = table
        self._read = 0
        self.number = table.items[-1].number if table.items else ""
        self.group: str | None = None

    def at(self, row: ItemRow) -> None:
        """Go on to a row."""
        for text in self._texts[self._read : row.line.above]:
            for line in filter(None, map(fold_spaces, clean(text).split("\n"))):
                self._heading(line)
        self._read = max(self._read, row.line.above)
        for column in row.grid.columns("indicator"):
            self._indicator(fold_spaces(row.line.row.at(column).text))

    def is_heading(self, row: ItemRow) -> bool:
        """Whether a row is one text in its first cell: a heading whose cell spans the table."""
        filled = row.line.row.filled()
        text = fold_spaces(clean(row.line.row.at(0).text))
        if filled != (0,) or len(row.line.row.cells) < 3 or row.written is not None:
            return False
        if len(text) > _LONGEST_NAME:
            return False
        self._heading(text)
        return True

    def _heading(self, text: str) -> None:
        if self._indicator(text):
            self.group = None
        elif len(text) <= _LONGEST_GROUP and not _NO_GROUP.search(text):
            self.group = text

    def _indicator(self, text: str) -> bool:
        match = INDICATOR.match(text) or _NUMBERED.match(text)
        if match is None:
            return False
        found, name = plain_number(match["number"]), match["name"].strip(" :-–")
        if name and len(name) < _LONGEST_NAME:
            self._table.names.setdefault(found, name)
        if "." in found or not self.number.startswith(f"{found}."):
            self.number = found
        return True
