"""The rows of a table as they are searched: one line a row, dates as people write them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from prongsai.errors import Lang
from prongsai.model.held import Table
from prongsai.thai.dates import PartialDate, format_date

BETWEEN: Final = " · "
"""What stands between cells: no sign of a number, so that two figures never read as one of a person."""

_DAY: Final = re.compile(r"((?:19|20)[0-9]{2})-([0-9]{2})(?:-([0-9]{2}))?")


def row_lines(table: Table) -> Sequence[int]:
    """The lines of the file on which the rows under the header begin."""
    return table.lines or range(table.header_line + 1, table.header_line + 1 + len(table.rows))


def row_numbers(table: Table) -> dict[int, int]:
    """The rows' numbers by their lines in the file, from 1 for the header, as a spreadsheet counts them."""
    found: dict[int, int] = {}
    folded = 0
    for line, row in _rows(table):
        found[line] = line - folded
        # A cell of several lines makes one row of a spreadsheet out of several lines of the file.
        folded += sum(cell.count("\n") for cell in row)
    return found


def _rows(table: Table) -> Iterator[tuple[int, Sequence[str]]]:
    return zip((table.header_line, *row_lines(table)), (table.header, *table.rows), strict=False)


def told_rows(table: Table, lang: Lang, most: int) -> dict[int, str]:
    """The rows by their number, from 1 for the header, as a spreadsheet that opens the file counts them.

    At most about ``most`` letters of them; rows without any text are left out.
    """
    found: dict[int, str] = {}
    room, numbers = most, row_numbers(table)
    for line, row in _rows(table):
        if room <= 0:
            break
        text = BETWEEN.join(filter(None, (_told(cell, lang) for cell in row)))
        if text:
            found[numbers[line]] = text
            room -= len(text)
    return found


def _told(cell: str, lang: Lang) -> str:
    match = _DAY.fullmatch(cell)
    if not match:
        return " ".join(cell.split())
    year, month, day = match.groups()
    try:
        return format_date(
            PartialDate(int(year), int(month), int(day) if day else None), lang=lang, style="short"
        )
    except ValueError:
        return cell
