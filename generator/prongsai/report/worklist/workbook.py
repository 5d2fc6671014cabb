"""The work lists as one table in Excel, to filter and to sort."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Final

import xlsxwriter

from prongsai.errors import Lang, Text
from prongsai.model.agency import Agency
from prongsai.model.site import Year
from prongsai.report.rows import growing, row_height
from prongsai.report.workbook import MAX_CELL
from prongsai.report.worklist.duties import Unit, day_text, left_text
from prongsai.report.worklist.page import MARK

_COLUMNS: Final = (
    (Text("หน่วยงาน", "Unit"), 24),
    (Text("ข้อ", "Item"), 7),
    (Text("เรื่อง", "Title"), 30),
    (Text("สถานะ", "Status"), 16),
    (Text("ต้องแสดงอะไร", "Must show"), 40),
    (Text("ยังขาดหรือต้องแก้", "Missing or to be put right"), 44),
    (Text("ทำอย่างไร", "What to do"), 36),
    (Text("ภายใน", "By"), 14),
    (Text("เหลือเวลา", "Time left"), 13),
    (Text("กำหนดของ", "Date of"), 26),
    (Text("เสร็จเมื่อ", "Done on"), 12),
)
_SHEET: Final = Text("งาน", "Work")
_NOBODY: Final = Text("ยังไม่มีผู้รับผิดชอบ", "Nobody answers for these yet")
_MEASURE: Final = Text("รายงานผลของมาตรการ", "report on the measure")
_SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def worklist_xlsx(agency: Agency, year: Year, units: Sequence[Unit], today: date, lang: Lang) -> bytes:
    """One row for each thing that a unit owes; the same sources on the same day give the same bytes."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _SETTINGS) as book:
        title = Text(
            f"งานที่แต่ละหน่วยต้องทำ {agency.name} ปีงบประมาณ {year.fiscal_year}",
            f"What each unit has to do, {agency.name}, fiscal year {year.fiscal_year}",
        ).in_(lang)
        created = datetime(today.year, today.month, today.day, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "keywords": MARK, "author": agency.name, "created": created})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF4"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(_SHEET.in_(lang))
        for place, (heading, width) in enumerate(_COLUMNS):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading.in_(lang), head)
        last = 0
        for last, row in enumerate(_rows(units, today, lang), 1):
            sheet.set_row(
                last, row_height((text, width) for text, (_, width) in zip(row, _COLUMNS, strict=False))
            )
            for place, text in enumerate(row):
                sheet.write_string(last, place, text[:MAX_CELL], body)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return growing(data.getvalue())


def _rows(units: Iterable[Unit], today: date, lang: Lang) -> Iterable[Sequence[str]]:
    for unit in units:
        name = unit.name or _NOBODY.in_(lang)
        for need in unit.needs:
            shows = [
                f"{'☑' if tied else '☐'} {place}. {text}" for place, (tied, text) in enumerate(need.shows, 1)
            ]
            yield (
                name,
                need.code,
                need.title,
                need.status,
                "\n".join(shows),
                "\n".join((*need.lacks, *need.found)),
                "\n".join(need.remedy),
                *_due(need.due, today, lang),
                need.due_for,
            )
        for report in unit.reports:
            yield (
                name,
                "",
                report.title,
                "",
                "",
                report.text,
                _MEASURE.in_(lang),
                *_due(report.due, today, lang),
            )


def _due(due: date | None, today: date, lang: Lang) -> tuple[str, str]:
    return (day_text(due, lang), left_text(due, today, lang)) if due else ("", "")
