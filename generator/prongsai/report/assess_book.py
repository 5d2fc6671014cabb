"""``assess.xlsx``: the assessor's sheet as a workbook for A4 paper; the same year gives the same bytes."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from prongsai.errors import Lang, Text
from prongsai.model.agency import Agency
from prongsai.model.finding import Finding
from prongsai.model.site import Year
from prongsai.report.assess import Kind, Line, sheet_lines
from prongsai.report.assess_cells import Cells, Link
from prongsai.report.receipts import Receipts
from prongsai.report.rows import growing, row_height
from prongsai.report.workbook import MAX_CELL, SETTINGS

_NAME: Final = Text("แบบตรวจ", "Sheet")
_TITLE: Final = Text(
    "แบบตรวจสำหรับผู้ประเมิน ปีงบประมาณ {year} · {agency}", "Assessor's sheet, fiscal year {year} · {agency}"
)
_INVENTED: Final = Text(" · หน่วยงานสมมุติ", " · an invented agency")
_UNKNOWN: Final = Text(
    "ระบบนี้ยังไม่มีรายการข้อ OIT ของปีงบประมาณ {year}",
    "The list of disclosures of fiscal year {year} is not known here",
)
_LEAD: Final = Text(
    "แต่ละข้อมีหนึ่งแถวแรกของข้อ ตามด้วยสิ่งที่ต้องแสดง หลักฐานตามลำดับ และข้อที่ยกเว้นการตรวจพร้อมเหตุผล "
    "ผลตรวจเป็นของหน่วยงานเอง ทำด้วยโปรแกรมโปร่งใส กรองแถวได้ที่หัวตาราง",
    "Each item has a row of its own, then what it must show, its evidence in order, and the checks silenced "
    "with the reason. Receipts are the agency's own, made with Prongsai. Filter by the heads.",
)
_WITHIN: Final = Text(
    " ที่อยู่ที่ไม่ได้ขึ้นต้นด้วย http เป็นไฟล์หรือหน้าในเว็บไซต์ของหน่วยงาน ให้เติมที่อยู่หน้าแรกของเว็บไซต์นั้นไว้ข้างหน้า",
    " An address that does not begin with http is on the agency's own site: put that site's before it.",
)
_PAGE: Final = Text("หน้า &P จาก &N", "Page &P of &N")
_HEADS: Final[tuple[tuple[Text, int], ...]] = (
    (Text("ตัวชี้วัด", "Indicator"), 8),
    (Text("ข้อ", "Item"), 6),
    (Text("รายการ", "Line"), 10),
    (Text("ที่", "No."), 4),
    (Text("เรื่อง", "What"), 34),
    (Text("สถานะ ดูได้ที่ใด หรือเหตุผล", "Status, where, or why"), 24),
    (Text("ที่อยู่", "Address"), 34),
    (Text("เส้นทางบนเว็บไซต์", "The way there"), 20),
    (Text("ผู้รับผิดชอบ", "Who answers for it"), 14),
    (Text("ระยะเวลา", "Period"), 13),
    (Text("ผลตรวจของหน่วยงานเอง", "The agency's own receipt"), 20),
    (Text("ตรวจเมื่อ", "Checked"), 11),
    (Text("SHA-256", "SHA-256"), 17),
    (Text("บันทึกของผู้ประเมิน", "Assessor's notes"), 12),
)
_TOP: Final = 2
"""The rows above the heads: the title and how to read the sheet."""

_MARGIN: Final = 0.3
_INK: Final = "#1B4F72"


@dataclass(frozen=True, slots=True)
class _Look:
    """The formats of a cell by the kind of its line, plain and as a link."""

    plain: Mapping[Kind, Format]
    link: Mapping[Kind, Format]


def assess_xlsx(
    agency: Agency,
    year: Year,
    receipts: Receipts,
    silenced: Iterable[Finding],
    built: int,
    site_url: str | None = None,
) -> bytes:
    """The workbook; ``built`` (seconds since 1970) is its date of creation.

    ``site_url`` makes addresses on this site absolute, and links; without it they are text, and the sheet
    says how to complete them.
    """
    lang, data = agency.language, io.BytesIO()
    title = _TITLE.in_(lang).format(year=year.fiscal_year, agency=agency.name)
    lines = list(sheet_lines(year, silenced))
    with xlsxwriter.Workbook(data, SETTINGS) as book:
        created = datetime.fromtimestamp(built, UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "author": agency.name, "created": created})
        sheet = book.add_worksheet(_NAME.in_(lang))
        _heads(book, sheet, agency, year, title, within=not site_url)
        cells = Cells(year, receipts, lang, site_url, _first_rows(lines), _NAME.in_(lang))
        _body(sheet, lines, cells, _look(book))
        sheet.autofilter(_TOP, 0, _TOP + len(lines), len(_HEADS) - 1)
        _paper(sheet, title, lang)
    return growing(data.getvalue())


def _first_rows(lines: Sequence[Line]) -> dict[tuple[str, int], int]:
    """The row, from 1 as people count, of each piece of evidence, by its item's code and its number."""
    return {
        (line.entry.code, line.number): row
        for row, line in enumerate(lines, start=_TOP + 2)
        if line.entry and line.number and line.kind == "evidence"
    }


def _heads(
    book: xlsxwriter.Workbook, sheet: Worksheet, agency: Agency, year: Year, title: str, *, within: bool
) -> None:
    lang = agency.language
    large = book.add_format({"bold": True, "font_size": 14})
    small = book.add_format({"font_color": "#444444"})
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF4", "border": 1}
    )
    lead = (_LEAD if year.framework else _UNKNOWN).in_(lang).format(year=year.fiscal_year)
    told = _WITHIN.in_(lang) if within and year.framework else ""
    sheet.write_string(0, 0, title + (_INVENTED.in_(lang) if agency.invented else ""), large)
    sheet.write_string(1, 0, f"{lead}{told}", small)
    for place, (name, width) in enumerate(_HEADS):
        sheet.set_column(place, place, width)
        sheet.write_string(_TOP, place, name.in_(lang), head)


def _look(book: xlsxwriter.Workbook) -> _Look:
    """An item's own row stands out by weight and ground, a link by its line: on paper too."""
    base: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA5AE"}
    link: dict[str, Any] = {**base, "font_color": _INK, "underline": 1}
    more: dict[Kind, dict[str, Any]] = {
        "item": {"bold": True, "bg_color": "#F2F5F8", "top": 2},
        "element": {},
        "evidence": {},
        "document": {},
        "silenced": {"italic": True},
    }
    return _Look(
        {kind: book.add_format({**base, **own}) for kind, own in more.items()},
        {kind: book.add_format({**link, **own}) for kind, own in more.items()},
    )


def _body(sheet: Worksheet, lines: Iterable[Line], cells: Cells, look: _Look) -> None:
    for row, line in enumerate(lines, start=_TOP + 1):
        plain, link = look.plain[line.kind], look.link[line.kind]
        found = (*cells.of(line), None)
        texts = (one.text if isinstance(one, Link) else str(one or "") for one in found)
        sheet.set_row(row, row_height((text, width) for text, (_, width) in zip(texts, _HEADS, strict=True)))
        for place, cell in enumerate(found):
            if isinstance(cell, Link):
                sheet.write_url(row, place, cell.target, link, cell.text[:MAX_CELL])
            elif isinstance(cell, int):
                sheet.write_number(row, place, cell, plain)
            elif cell:
                sheet.write_string(row, place, cell[:MAX_CELL], plain)
            else:
                sheet.write_blank(row, place, None, plain)


def _paper(sheet: Worksheet, title: str, lang: Lang) -> None:
    """A4 laid across, as wide as the paper, heads on every page; a row is never cut in two."""
    sheet.freeze_panes(_TOP + 1, 2)
    sheet.repeat_rows(_TOP)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_MARGIN, _MARGIN, 2 * _MARGIN, 2 * _MARGIN)
    sheet.set_footer(f"&L{title.replace('&', '&&')[:200]}&R{_PAGE.in_(lang)}")
