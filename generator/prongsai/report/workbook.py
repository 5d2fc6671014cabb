"""``oit.xlsx``: a year's items and evidence as a spreadsheet; the same year gives the same bytes."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from prongsai.model.agency import Agency
from prongsai.model.fields import Period
from prongsai.model.site import Entry, Year
from prongsai.model.verdicts import label_of
from prongsai.report.oit import printed_title
from prongsai.report.receipts import Receipts
from prongsai.report.rows import growing, row_height
from prongsai.thai import dates

Cell = str | int | None
Column = tuple[str, int]
"""A heading and the width in characters."""

MAX_CELL: Final = 32_767

SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_REPORTED: Final = {
    "done": "ดำเนินการแล้ว",
    "in_progress": "อยู่ระหว่างดำเนินการ",
    "not_started": "ยังไม่ได้ดำเนินการ",
    "not_applicable": "ไม่เกี่ยวข้อง",
    None: "ไม่ได้รายงาน",
}
_SHOWN: Final = {"full": "ครบ", "some": "มีบางส่วน", "none": "ไม่มี"}

_ITEMS: Final[tuple[Column, ...]] = (
    ("ข้อ", 7),
    ("ชื่อข้อ", 36),
    ("ชื่อตามที่พิมพ์", 24),
    ("ตัวชี้วัด", 10),
    ("ตัวชี้วัดย่อย", 24),
    ("หน่วยงานรายงานว่า", 18),
    ("หลักฐานที่แสดง", 13),
    ("ปรับปรุงเมื่อ", 14),
    ("ผู้รับผิดชอบ", 22),
    ("ระยะเวลา", 24),
    ("ทางไปถึง", 36),
    ("วิธีดำเนินการ", 36),
    ("ผล", 36),
    ("จำนวนหลักฐาน", 12),
    ("ที่อยู่ของหลักฐาน", 48),
    ("เอกสารที่ไม่มีที่อยู่", 30),
)
_EVIDENCE: Final[tuple[Column, ...]] = (
    ("ข้อ", 7),
    ("ชื่อข้อ", 36),
    ("ลำดับ", 7),
    ("หลักฐาน", 40),
    ("ที่อยู่", 56),
    ("ที่อยู่ตามที่พิมพ์", 30),
    ("ทางไปถึง", 36),
    ("แสดงเรื่อง", 30),
    ("ปีงบประมาณ", 12),
    ("ชนิดไฟล์", 18),
    ("ขนาด (ไบต์)", 12),
    ("SHA-256 ของไฟล์บนเว็บไซต์", 30),
    ("ผลตรวจล่าสุด (ของหน่วยงานเอง)", 22),
    ("ตรวจเมื่อ", 14),
    ("สิ่งที่พบ", 36),
    ("พบครั้งล่าสุด", 14),
    ("ที่อยู่ที่ไปถึง", 40),
    ("SHA-256 ที่พบ", 30),
    ("สำเนาที่เก็บไว้", 30),
)
_UNVISITED: Final = "ยังไม่ได้ตรวจ"


def oit_xlsx(agency: Agency, year: Year, receipts: Receipts, built: int) -> bytes:
    """The workbook; ``built`` (seconds since 1970) is its date of creation."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, SETTINGS) as book:
        book.set_properties(
            {
                "title": f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ {year.fiscal_year}",
                "author": agency.name,
                "created": datetime.fromtimestamp(built, UTC).replace(tzinfo=None),
            }
        )
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF4"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        write_sheet(book.add_worksheet("ข้อ"), _ITEMS, _item_rows(year), head, body)
        write_sheet(book.add_worksheet("หลักฐาน"), _EVIDENCE, _evidence_rows(year, receipts), head, body)
    return growing(data.getvalue())


def write_sheet(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], head: Format, body: Format
) -> None:
    """Fill a sheet: its headings stay in sight, text stays text, and it prints across A4."""
    for place, (heading, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        widths = (width for _, width in columns)
        sheet.set_row(
            last, row_height((str(cell or ""), width) for cell, width in zip(row, widths, strict=False))
        )
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, place, cell, body)
            elif cell:
                sheet.write_string(last, place, cell[:MAX_CELL], body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _lined(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _period(period: Period) -> str:
    return dates.format_period(dates.Period(period.start, period.end, period.text), style="short")


def _item_rows(year: Year) -> Iterable[Sequence[Cell]]:
    return map(_item_row, year.entries)


def _item_row(entry: Entry) -> Sequence[Cell]:
    sub = entry.sub_indicator
    official: tuple[Cell, ...] = (
        entry.code,
        entry.item.title,
        printed_title(entry),
        entry.indicator.number,
        f"{sub.number} {sub.name}",
        _REPORTED[entry.reported],
        _SHOWN[entry.shown],
    )
    found = entry.disclosure
    if found is None:
        return official
    periods = ((found.period,) if found.period else ()) + found.periods
    return (
        *official,
        dates.format_date(found.updated, style="short") if found.updated else None,
        _lined(found.responsible),
        _lined(map(_period, periods)),
        _lined(" > ".join(way) for way in found.breadcrumbs),
        _lined(found.method),
        _lined(result.text for result in found.results),
        len(found.evidence),
        _lined(evidence.address for evidence in found.evidence),
        _lined(found.documents),
    )


def _evidence_rows(year: Year, receipts: Receipts) -> Iterable[Sequence[Cell]]:
    for entry in year.entries:
        ways = entry.disclosure.breadcrumbs if entry.disclosure else ()
        for number, evidence in enumerate(entry.evidence, start=1):
            way = evidence.way
            yield (
                entry.code,
                entry.item.title,
                number,
                evidence.title,
                evidence.address,
                evidence.published_as,
                " > ".join(ways[way - 1]) if way is not None and 1 <= way <= len(ways) else None,
                _lined(each.text for each in entry.item.elements if number in entry.proof(each).evidence),
                _lined(map(str, evidence.fiscal_years)),
                evidence.held.media_type if evidence.held else None,
                evidence.held.bytes if evidence.held else None,
                evidence.held.sha256 if evidence.held else None,
                *(_receipt_cells(evidence.url, receipts) if evidence.url else ()),
            )


def _receipt_cells(url: str, receipts: Receipts) -> Sequence[Cell]:
    receipt, copy = receipts.known.get(url), receipts.copies.get(url)
    if receipt is None:
        return (_UNVISITED,)
    return (
        label_of(receipt).th,
        _day(receipt.checked_at),
        receipt.reason.th,
        _day(receipt.last_ok),
        receipt.final_url,
        receipt.sha256,
        copy.address if copy else None,
    )


def _day(moment: str | None) -> str | None:
    return None if moment is None else dates.format_date(dates.day_in_thailand(moment), style="short")
