"""The rows of an official table: indicators from its headings, then code, title and elements of each item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from prongsai.importing.document import Document, Row, Spot
from prongsai.importing.draft import Leftover
from prongsai.importing.frame import INDICATOR, plain_number
from prongsai.importing.grids import Grid, Layout, Line, lay_out
from prongsai.importing.item_rows import ItemRow, rows_of
from prongsai.thai.text import fold_spaces, squash

_NUMBERED: Final = re.compile(r"^\s*(?P<number>[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2})\s+(?P<name>\S.*)$")
_NO_GROUP: Final = re.compile(r"ตัวชี้วัด|แบบตรวจ|การประเมิน|OIT|ปีงบประมาณ|ข้อมูลสาธารณะ|\(ต่อ\)|รายละเอียด|คู่มือ")
_LONGEST_GROUP: Final = 80
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


def read_table(documents: Sequence[Document]) -> Table:
    """The official table in documents that belong together, in their order."""
    table = Table()
    for document in documents:
        layout = lay_out(document)
        table.headings += [fold_spaces(one.text) for one in layout.paragraphs]
        _read(layout, table)
    return table


def _read(layout: Layout, table: Table) -> None:
    seen = {row.code for row in table.items}
    number = table.items[-1].number if table.items else ""
    for grid in layout.grids:
        if not _is_of_items(grid):
            table.left += [Leftover.of(row, "ตารางนี้ไม่มีช่องรหัสข้อกับชื่อข้อ") for row in _rows(grid)]
            table.rows += len(_rows(grid))
            continue
        for row in rows_of(grid):
            table.rows += len(row.line.rows)
            number = _number(row, table, number)
            code, guessed = _code(row, table)
            reason = "ไม่มีรหัสหรือชื่อข้อ" if code is None or not row.title else None
            if len(seen) >= MAX_ITEMS:
                reason = f"เกิน {MAX_ITEMS} ข้อ"
            if reason is None and code in seen:
                reason = f"รหัส {code} มีอีกแถวหนึ่งแล้ว"
            if reason is not None or code is None:
                table.left += [Leftover.of(one, reason or "") for one in row.line.rows]
                continue
            seen.add(code)
            asked = "\n".join(row.line.row.at(column).text for column in grid.columns("elements"))
            table.texts.append(asked)
            table.items.append(
                PackRow(code, row.title, asked, number, _group(row.line), row.line.spot, guessed)
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


def _number(row: ItemRow, table: Table, before: str) -> str:
    """The sub-indicator's number: what the headings above the row say last, else that of the row before."""
    number = before
    for heading in _headings(row.line):
        match = INDICATOR.match(heading) or _NUMBERED.match(heading)
        if match is None:
            continue
        found = plain_number(match["number"])
        name = fold_spaces(match["name"]).strip(" :-–")
        if name and len(name) < 200:
            table.names.setdefault(found, name)
        number = found if "." in found or not number.startswith(f"{found}.") else number
    for column in row.grid.columns("indicator"):
        match = INDICATOR.search(row.line.row.at(column).text) or _NUMBERED.match(
            row.line.row.at(column).text
        )
        if match is not None:
            number = plain_number(match["number"])
            table.names.setdefault(number, fold_spaces(match["name"]).strip(" :-–"))
    return number


def _headings(line: Line) -> list[str]:
    return [part.strip() for heading in line.headings for part in heading.split("\n") if part.strip()]


def _group(line: Line) -> str | None:
    """The heading of a group of items: the last one above the row that is no indicator."""
    found = _headings(line)
    last = found[-1] if found else ""
    if not last or len(last) > _LONGEST_GROUP or _NO_GROUP.search(last) or _NUMBERED.match(last):
        return None
    return fold_spaces(last) if squash(last) else None
