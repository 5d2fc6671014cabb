"""A small town, its workbook, and an officer who edits it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.importing.document import Document
from prongsai.importing.editing.book import edited
from prongsai.importing.editing.taking import Taken, take
from prongsai.importing.readers import apart
from prongsai.load.project import load_project
from prongsai.model.site import Site
from prongsai.report.editing.columns import COLUMNS, Sheet
from prongsai.report.editing.workbook import editing_xlsx

YEAR = 2566
ITEM = """---
code: o1
# ถามปลัดก่อนแก้
reported: in_progress  # รอผัง
updated: 2023-01-25
responsible: [สำนักปลัด]
period: ๑ ต.ค. ๒๕๖๕ - ๓๑ มี.ค. ๒๕๖๖
breadcrumbs:
  - หน้าแรก > ข้อมูลพื้นฐาน  # เมนูใหม่
  - หน้าแรก > ดาวน์โหลด
method: []
results:
  - text: ปรับผังแล้ว
    date: 2023-01-25
    state: done
    by: นักทรัพยากรบุคคล
elements: {chart: [1]}
evidence:
  # ฉบับล่าสุด
  - title: ผังโครงสร้าง
    url: https://www.thung.invalid/chart
    way: 1
  - {title: คำสั่งแบ่งงาน, url: "https://www.thung.invalid/order"}
---
ผังของเทศบาล

มีหกส่วน
"""


def project(folder: Path, **items: str) -> Path:
    """A town with the items; ``o1`` is ``ITEM`` where nothing else is given."""
    year = folder / f"content/{YEAR}"
    year.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: ท\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8"
    )
    (folder / "content/agency.yml").write_text("name: เทศบาลตำบลทุ่งตัวอย่าง\n", "utf-8")
    for code, text in ({"o1": ITEM} | items).items():
        (year / f"{code}.md").write_bytes(text.encode())
    return folder


def source(folder: Path, code: str = "o1") -> str:
    """An item's source, byte for byte."""
    return (folder / f"content/{YEAR}/{code}.md").read_bytes().decode()


def site(folder: Path) -> Site:
    """The town, which loads without a fault."""
    loaded = load_project(folder)
    assert loaded.site is not None
    assert not loaded.errors, loaded.errors
    return loaded.site


def export(folder: Path) -> bytes:
    """The workbook of the year."""
    town = site(folder)
    return editing_xlsx(town.agency, town.by_year[YEAR], 1_700_000_000)


class Officer:
    """Edits a workbook by what its cells are, and saves it as openpyxl does: other styles, no calculations."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(data))

    def sheet(self, name: Sheet) -> Worksheet:
        """The sheet with that meaning."""
        return next(
            sheet for sheet in self.book.worksheets if sheet.cell(2, len(COLUMNS[name])).value
            and [cell.value for cell in sheet[2]][: len(COLUMNS[name])] == [one.heading for one in COLUMNS[name]]
        )  # fmt: skip

    def rows(self, name: Sheet, code: str) -> list[int]:
        """The rows of an item."""
        return [row[0].row for row in self.sheet(name).iter_rows(min_row=3) if row[0].value == code]

    def cell(self, name: Sheet, field: str, row: int) -> Any:
        """A cell by its field."""
        place = next(i for i, column in enumerate(COLUMNS[name], 1) if column.field == field)
        return self.sheet(name).cell(row, place)

    def write(self, name: Sheet, code: str, nth: int = 0, /, **values: object) -> "Officer":
        """Write cells of an item's row."""
        row = self.rows(name, code)[nth]
        for field, value in values.items():
            self.cell(name, field, row).value = value
        return self

    def saved(self) -> bytes:
        """The file."""
        data = BytesIO()
        self.book.save(data)
        return data.getvalue()


def document(data: bytes) -> Document:
    """The workbook as the reader's own process sees it."""
    return apart.read(data, "excel", "oit.xlsx")


def taken(folder: Path, data: bytes, *, write: bool = True) -> Taken:
    """The workbook taken back."""
    found = take(edited(document(data)), site(folder), folder, None)
    for path, text in found.files.items() if write else ():
        (folder / path).write_bytes(text.encode())
    return found


def edit(folder: Path, change: Callable[[Officer], object]) -> tuple[bytes, Taken]:
    """Export, edit and take back."""
    officer = Officer(export(folder))
    change(officer)
    data = officer.saved()
    return data, taken(folder, data)
