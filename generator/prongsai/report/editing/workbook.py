"""``export sheet``: all items of a year as a workbook; the same year gives the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from prongsai.model.agency import Agency
from prongsai.model.site import Entry, Year
from prongsai.report.editing.cells import (
    Cells,
    asks_text,
    evidence_cells,
    fingerprint,
    item_cells,
    result_cells,
)
from prongsai.report.editing.columns import (
    COLUMNS,
    FORMAT,
    GUIDE,
    HIDDEN,
    NEW,
    TITLES,
    Column,
    Sheet,
    fields_of,
)
from prongsai.report.editing.guide import guide_lines
from prongsai.report.rows import growing, row_height
from prongsai.report.workbook import MAX_CELL

HEADING_ROW: Final = 1
"""The row of headings, from 0: under the sheet's title."""

_SPARE: Final = {"items": 0, "evidence": 2, "results": 1}
_AT_THE_END: Final = 20
_LIKE_A_FORMULA: Final = ("=", "+", "-", "@")
_SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_MAY: Final = {
    "sort": True,
    "autofilter": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
}


@dataclass(frozen=True)
class _Looks:
    """How cells look: headings, cells to read, cells to write, and both for texts like formulas."""

    head: Format
    title: Format
    locked: Format
    open: Format
    quoted: Format
    locked_quoted: Format
    note: Format


def editing_xlsx(agency: Agency, year: Year, built: int) -> bytes:
    """The workbook; ``built`` (seconds since 1970) is its date of creation."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _SETTINGS) as book:
        book.set_properties(
            {
                "title": f"แบบแก้ไขข้อมูล OIT ปีงบประมาณ {year.fiscal_year}",
                "author": agency.name,
                "created": datetime.fromtimestamp(built, UTC).replace(tzinfo=None),
            }
        )
        looks = _looks(book)
        rows: dict[Sheet, list[_Row]] = {
            "items": [_item_row(entry) for entry in year.entries],
            "evidence": [row for entry in year.entries for row in _evidence_rows(entry)],
            "results": [row for entry in year.entries for row in _result_rows(entry)],
        }
        named = f"{agency.name} ปีงบประมาณ {year.fiscal_year}"
        sheets = {name: book.add_worksheet(title) for name, title in TITLES.items()}
        for name, sheet in sheets.items():
            _fill(sheet, name, rows[name], _HEADS[name] + named, looks)
        _guide(book.add_worksheet(GUIDE), named, looks)
        _hide(book.add_worksheet(HIDDEN), _machine_rows(agency, year, rows))
    return growing(data.getvalue())


_HEADS: Final[dict[Sheet, str]] = {
    "items": "ข้อมูล OIT ของ",
    "evidence": "หลักฐาน (แถวละหนึ่งลิงก์หรือไฟล์) ของ",
    "results": "ผลที่เกิดขึ้น (แถวละหนึ่งเรื่อง) ของ",
}


def _looks(book: Any) -> _Looks:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8C4CE"}
    read = {**cell, "bg_color": "#EEF2F5"}
    return _Looks(
        head=book.add_format({**cell, "bold": True, "bg_color": "#D5E0E8"}),
        title=book.add_format({"bold": True, "font_size": 14}),
        locked=book.add_format(read),
        open=book.add_format({**cell, "locked": False, "num_format": "@"}),
        quoted=book.add_format({**cell, "locked": False, "num_format": "@", "quote_prefix": True}),
        locked_quoted=book.add_format({**read, "quote_prefix": True}),
        note=book.add_format({"text_wrap": True, "valign": "top"}),
    )


@dataclass(frozen=True)
class _Row:
    """A row: its item, the number of its entry (0: the item itself, None: one to be filled) and its cells."""

    entry: Entry
    number: int | None
    cells: Cells


def _item_row(entry: Entry) -> _Row:
    return _Row(entry, 0, item_cells(entry.disclosure, entry.item))


def _evidence_rows(entry: Entry) -> list[_Row]:
    return _with_spare(entry, "evidence", evidence_cells(entry.disclosure, entry.item))


def _result_rows(entry: Entry) -> list[_Row]:
    return _with_spare(entry, "results", result_cells(entry.disclosure))


def _with_spare(entry: Entry, sheet: Sheet, found: Sequence[Cells]) -> list[_Row]:
    rows = [_Row(entry, number, cells) for number, cells in enumerate(found, 1)]
    return rows + [_Row(entry, None, {})] * _SPARE[sheet]


def _fill(sheet: Worksheet, name: Sheet, rows: Sequence[_Row], title: str, looks: _Looks) -> None:
    columns = COLUMNS[name]
    sheet.write_string(0, 0, title, looks.title)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(HEADING_ROW, place, column.heading, looks.head)
    for line, row in enumerate(rows, HEADING_ROW + 1):
        sheet.set_row(line, row_height((_text(row, column), column.width) for column in columns))
        for place, column in enumerate(columns):
            text = _text(row, column)[:MAX_CELL]
            _write(sheet, line, place, text, looks, writable=column.hint is not None)
    last = HEADING_ROW + len(rows)
    end = last + (_AT_THE_END if _SPARE[name] else 0)
    for line in range(last + 1, end + 1):
        for place in range(len(columns)):
            sheet.write_blank(line, place, None, looks.open)
    _rules(sheet, columns, end)
    sheet.freeze_panes(HEADING_ROW + 1, 2)
    sheet.autofilter(HEADING_ROW, 0, last, len(columns) - 1)
    sheet.protect("", _MAY)
    _print(sheet, len(columns), end if name == "items" else last, title)


def _write(sheet: Worksheet, line: int, place: int, text: str, looks: _Looks, *, writable: bool) -> None:
    if not text:
        sheet.write_blank(line, place, None, looks.open if writable else looks.locked)
    elif text.startswith(_LIKE_A_FORMULA):
        sheet.write_string(line, place, text, looks.quoted if writable else looks.locked_quoted)
    else:
        sheet.write_string(line, place, text, looks.open if writable else looks.locked)


def _text(row: _Row, column: Column) -> str:
    if column.field == "code":
        return row.entry.code
    if column.field == "title":
        return row.entry.item.title
    if column.field == "asks":
        return asks_text(row.entry)
    if column.field == "number":
        return NEW if row.number is None else str(row.number)
    return row.cells.get(column.field, "")


def _rules(sheet: Worksheet, columns: Sequence[Column], last: int) -> None:
    """Drop-downs, and what to write as a note beside the cell."""
    for place, column in enumerate(columns):
        if column.hint is None:
            continue
        rule: dict[str, Any] = {"input_title": column.heading[:32], "input_message": column.hint}
        if column.choices:
            rule |= {
                "validate": "list",
                "source": list(column.choices),
                "error_title": "เลือกจากรายการ",
                "error_message": "เลือกคำหนึ่งจากรายการ หรือลบให้ว่าง",
            }
        else:
            rule["validate"] = "any"
        sheet.data_validation(HEADING_ROW + 1, place, last, place, rule)


def _print(sheet: Worksheet, width: int, last: int, title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.repeat_rows(HEADING_ROW)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(xl_range(0, 0, last, width - 1))
    sheet.set_footer("&Lหน้า &P จาก &N&R&A")
    sheet.set_row(0, 22)


def _guide(sheet: Worksheet, named: str, looks: _Looks) -> None:
    sheet.set_column(0, 0, 100)
    for line, (text, is_heading) in enumerate(guide_lines(named)):
        sheet.set_row(line, row_height([(text, 100 if not is_heading else 70)]) + 6 * is_heading)
        sheet.write_string(line, 0, text, looks.title if is_heading else looks.note)
    sheet.protect("", {"format_columns": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _machine_rows(agency: Agency, year: Year, rows: dict[Sheet, list[_Row]]) -> list[list[str]]:
    """What the hidden sheet says: whose workbook this is, and each cell as it went out."""
    framework = year.framework.framework if year.framework else ""
    told = [
        ["format", FORMAT],
        ["agency", agency.name],
        ["fiscal_year", str(year.fiscal_year)],
        ["framework", framework],
    ]
    for sheet, found in rows.items():
        for row in found:
            if row.number is not None:
                cells = [row.cells[field][:MAX_CELL] for field in fields_of(sheet)]
                told.append([sheet, row.entry.code, str(row.number), *cells])
    return [*told, ["fingerprint", fingerprint(told)]]


def _hide(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for line, row in enumerate(rows):
        for place, text in enumerate(row):
            if text:
                sheet.write_string(line, place, text)
    sheet.protect()
    sheet.very_hidden()
