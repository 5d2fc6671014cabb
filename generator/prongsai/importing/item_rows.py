"""Rows of tables of items, and which item each of them is about."""

import re
from dataclasses import dataclass, replace
from typing import Final

from prongsai.errors import Text
from prongsai.importing import reasons
from prongsai.importing.catalogue import ALIKE, Catalogue, Match, Written, read_code
from prongsai.importing.context import Context
from prongsai.importing.draft import Leftover
from prongsai.importing.grids import Grid, Line
from prongsai.thai.codes import split_code

_MOST_ITEMS: Final = 60
"""Items of a cell: no framework has more."""


@dataclass
class ItemRow:
    """A row on its way: the line, its printed code, its printed title, and the item it is taken for."""

    line: Line
    grid: Grid
    written: Written | None
    title: str
    lines: tuple[str, ...] = ()
    rest: str = ""
    code: str | None = None
    match: Match | None = None
    why: Text | None = None
    several: bool = False
    """The row is that of other items, too."""

    def left(self, why: Text) -> list[Leftover]:
        """What is left over where there is no such item: the row, or its line where it has others."""
        if self.several and self.written:
            text = f"{self.written.printed} {self.title}"
            return [Leftover(text, why, self.line.spot, row=False)]
        return [Leftover.of(row, why) for row in self.line.rows]


def code_pairs(grid: Grid) -> list[tuple[str, str]]:
    """The codes and titles of a table, as far as the codes read by themselves."""
    rows = rows_of(grid)
    return [(row.written.code, row.title) for row in rows if row.written and row.written.code and row.title]


def titles_of_grid(grid: Grid) -> list[str]:
    """The titles of a table that has no codes."""
    return [row.title for row in rows_of(grid) if row.title]


def rows_of(grid: Grid) -> list[ItemRow]:
    code, number = grid.column("code"), grid.column("number")
    title = grid.column("title")
    if title is None and code is not None:
        title = next(
            (
                column
                for column, name in enumerate(grid.labels)
                if name in ("measure", "issue", "indicator", "elements") and column != code
            ),
            None,
        )
    found = []
    for line in grid.lines:
        text = line.row.at(title).text if title is not None else ""
        cell = (
            line.row.at(code).text
            if code is not None
            else line.row.at(number).text
            if number is not None
            else ""
        )
        written = read_code(cell)
        if written and written.rest and not text.strip():
            text = written.rest
        indicator = code is not None and text.strip().startswith("ตัวชี้วัด")
        if written is None and not indicator and (glued := read_code(text)) and glued.rest:
            written, text = glued, glued.rest
        if len(several := listed_items(text)) > 1:
            found += [ItemRow(line, grid, one, one.rest, several=True) for one in several]
            continue
        lines = tuple(" ".join(part.split()) for part in text.split("\n") if part.strip())
        found.append(ItemRow(line, grid, written, " ".join(text.split()), lines))
    return found


def listed_items(text: str) -> list[Written]:
    """The items of a cell with one a line, each with its code and title; none if it begins otherwise."""
    found: list[Written] = []
    for line in re.split(r"\n|[,;]\s*(?=[oO๐]\s?[0-9๐-๙]{1,2}[\s.)])", text):
        written = read_code(line)
        if written and written.code and written.code[0] == "o" and written.rest:
            found.append(replace(written, rest=" ".join(written.rest.split())))
        elif found and line.strip():
            found[-1] = replace(found[-1], rest=f"{found[-1].rest} {' '.join(line.split())}")
        elif line.strip():
            return []
    return found if len(found) <= _MOST_ITEMS else []


def settle_codes(rows: list[ItemRow], context: Context) -> None:
    """The item of each row: by code and title together, then by the order in which rows stand."""
    catalogue = context.catalogue
    for row in rows:
        row.match = catalogue.by_title(row.title) if catalogue and row.title else None
        if catalogue and row.match is None and len(row.lines) > 1:
            _cut_title(row, catalogue)
        row.code = row.written.code if row.written else None
        if row.written and row.code is None and row.written.number:
            row.code = f"o{row.written.number}"
        if row.code is None and re.match("คะแนน|ตัวชี้วัด|สรุป", row.title):
            row.why = reasons.SUM
        if row.code and not row.code.startswith("o"):
            row.code, row.why = None, reasons.NOT_OIT
        if catalogue and row.code and catalogue.item(row.code) is None:
            row.why = reasons.not_in(catalogue.framework.framework, row.code)
            row.code = None
    _join_broken(rows, context)
    taken: dict[str, list[ItemRow]] = {}
    for row in rows:
        if row.code:
            taken.setdefault(row.code, []).append(row)
    for index, row in enumerate(rows):
        if row.match is None or row.match.code == row.code:
            continue
        fits = (
            row.code is not None
            and context.catalogue is not None
            and context.catalogue.likeness(row.code, row.title) >= ALIKE
        )
        if fits:
            continue
        crowded = row.code is None or len(taken.get(row.code, [])) > 1
        free = row.match.code not in taken
        if free and (crowded or _in_order(rows, index, row.match.code)):
            row.code = row.match.code


def _cut_title(row: ItemRow, catalogue: Catalogue) -> None:
    """A title with what its item must show beneath it, in one cell: the lines that are a title are it."""
    for end in range(len(row.lines) - 1, 0, -1):
        head = " ".join(row.lines[:end])
        match = catalogue.by_title(head)
        if match and match.confidence != "low":
            row.match, row.title, row.rest = match, head, "\n".join(row.lines[end:])
            return


def _join_broken(rows: list[ItemRow], context: Context) -> None:
    """A row without a code whose title goes on with the one before is the rest of that row."""
    catalogue = context.catalogue
    for index in range(len(rows) - 1, 0, -1):
        row, before = rows[index], rows[index - 1]
        if catalogue is None or row.code or row.written or not before.code:
            continue
        if row.match and row.match.code != before.code:
            continue
        joined = f"{before.title}{row.title}"
        if catalogue.likeness(before.code, joined) > catalogue.likeness(before.code, before.title):
            cells = tuple(
                one.joined(other)
                for one, other in zip(before.line.row.cells, row.line.row.cells, strict=False)
            )
            whole = replace(before.line.row, cells=cells)
            before.line = replace(before.line, row=whole, rows=(*before.line.rows, *row.line.rows))
            before.title, before.match = joined, catalogue.by_title(joined)
            del rows[index]


def _in_order(rows: list[ItemRow], index: int, code: str) -> bool:
    number = split_code(code)[1]
    before = next((split_code(row.code)[1] for row in reversed(rows[:index]) if row.code), None)
    after = next((split_code(row.code)[1] for row in rows[index + 1 :] if row.code), None)
    return (before is None or before == number - 1) and (after is None or after == number + 1)
