"""The sheet that an officer files with the assessors: for each item its addresses and the way there."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

import xlsxwriter

from prongsai.model.agency import Agency
from prongsai.model.disclosure import Evidence
from prongsai.model.filing import on_site, whole_address
from prongsai.model.site import Entry, Year
from prongsai.report.rows import growing
from prongsai.report.tables import table
from prongsai.report.workbook import SETTINGS, Column, write_sheet

_COLUMNS: Final[tuple[Column, ...]] = (
    ("ข้อ", 7),
    ("รายการ", 40),
    ("ลำดับ", 7),
    ("ที่อยู่ (URL)", 70),
    ("แสดง", 40),
    ("ทางไปจากหน้าหลัก", 60),
)
_PAGE: Final = "หน้าของข้อนี้บนเว็บไซต์"
_NONE: Final = "ยังไม่มีที่อยู่"


class Line(NamedTuple):
    """One address of an item; ``number`` counts from 1, and an item without any has one line without one."""

    code: str
    title: str
    number: int | None
    url: str | None
    shows: str
    way: str


def itas_lines(agency: Agency, year: Year, site: str | None) -> Iterator[Line]:
    """The lines of the sheet; without ``site``, where it stands, its own pages have no address."""
    for entry in year.entries:
        rows = list(_of_item(agency, entry, site))
        for number, (url, shows, way) in enumerate(rows, start=1):
            yield Line(entry.code, entry.item.title, number, url, shows, way)
        if not rows:
            yield Line(entry.code, entry.item.title, None, None, _NONE, "")


def _of_item(agency: Agency, entry: Entry, site: str | None) -> Iterator[tuple[str, str, str]]:
    page, seen = on_site(entry.page, site), set()
    if page:
        seen.add(page)
        yield page, _PAGE, _way_to_page(agency, entry)
    for evidence in entry.evidence:
        url = whole_address(evidence, site)
        if url and url not in seen:
            seen.add(url)
            yield url, evidence.title, _way_to(agency, entry, evidence)


def _way_to_page(agency: Agency, entry: Entry) -> str:
    sub = entry.sub_indicator
    steps = [f"หน้าแรก {agency.name}", f"ปีงบประมาณ {entry.fiscal_year}", f"{sub.number} {sub.name}"]
    return " > ".join([*steps, f"{entry.code} {entry.item.title}"])


def _way_to(agency: Agency, entry: Entry, evidence: Evidence) -> str:
    """The way as the source gives it; to a file of the site, by its item's page."""
    ways = entry.disclosure.breadcrumbs if entry.disclosure else ()
    number = evidence.way
    if number is not None and 1 <= number <= len(ways):
        return " > ".join(ways[number - 1])
    if evidence.held:
        return f"{_way_to_page(agency, entry)} > {evidence.title}"
    return " > ".join(ways[0]) if len(ways) == 1 else ""


def itas_csv(lines: Sequence[Line]) -> bytes:
    """The sheet as CSV."""
    return table([heading for heading, _ in _COLUMNS], lines)


def itas_xlsx(agency: Agency, year: Year, lines: Sequence[Line], built: int) -> bytes:
    """The sheet as a workbook; ``built`` (seconds since 1970) is its date of creation."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, SETTINGS) as book:
        title = f"แบบยื่น OIT ปีงบประมาณ {year.fiscal_year}"
        created = datetime.fromtimestamp(built, UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "author": agency.name, "created": created})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF4"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        write_sheet(book.add_worksheet("ที่อยู่ที่ยื่น"), _COLUMNS, lines, head, body)
    return growing(data.getvalue())
