"""The assessor's sheet as a workbook and a table."""

import csv
import io
import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.errors import Text
from prongsai.model.arithmetic import compute_years
from prongsai.model.finding import Finding
from prongsai.model.site import Site
from prongsai.report.files import render_files

BOOK, TABLE = "data/2565/assess.xlsx", "data/2565/assess.csv"
BUILT = 1_700_000_000


@pytest.fixture
def sheet(files: dict[str, bytes]) -> Worksheet:
    return opened(files[BOOK])


def opened(data: bytes) -> Worksheet:
    (found,) = load_workbook(io.BytesIO(data)).worksheets
    return found


def texts(sheet: Worksheet) -> list[list[str]]:
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=4)]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_item_has_its_elements_evidence_and_silenced_findings_in_order(sheet: Worksheet) -> None:
    kinds = [(row[1], row[2], row[3]) for row in texts(sheet)]
    assert kinds == [
        ("o1", "ข้อ", ""),
        *(("o1", "ต้องแสดง", str(number)) for number in (1, 2, 3)),
        ("o1", "หลักฐาน", "1"),
        ("o1", "หลักฐาน", "2"),
        ("o1", "เอกสารที่ไม่มีที่อยู่", "1"),
        ("o1", "ยกเว้นการตรวจ", "1"),
        ("o2", "ข้อ", ""),
        ("o2", "หลักฐาน", "1"),
        ("o3", "ข้อ", ""),
        ("o3", "ต้องแสดง", "1"),
        ("", "ยกเว้นการตรวจ", "1"),
    ]


def test_a_row_says_what_an_assessor_needs(sheet: Worksheet) -> None:
    item, chart, loss, photo, first, held, _, silenced, *_, powers, law, year = texts(sheet)
    assert item[:1] + item[4:10] == [
        "9.1",
        "โครงสร้าง",
        "รายงานแล้ว",
        "2565/o1/",
        "หน้าแรก > ข้อมูลพื้นฐาน\nหน้าแรก > โครงสร้าง > ใหม่",
        "สำนักปลัด\nกองคลัง",
        "25 ม.ค. 2565 – 20 เม.ย. 2565",
    ]
    assert chart[4] == "แผนผัง\n(ข้อมูลของปีงบประมาณ 2565 · อย่างน้อย 2 รายการ · อย่างน้อยต้องมี สำนัก, กอง)"
    assert (chart[5], loss[5], photo[5]) == (
        "หลักฐานที่ 1, 2",
        "หน่วยงานแจ้งว่าไม่มี: ไม่มีกองใดยุบ",
        "ยังไม่ได้ระบุว่าอยู่ในหลักฐานใด",
    )
    assert first[5:8] == ["แสดงเรื่องที่ 1", "http://example.go.th/1", "หน้าแรก > โครงสร้าง > ใหม่"]
    assert first[10].split("\n") == [
        "เอกสารเปลี่ยนไป",
        "=PDF ต่างจากเดิม",
        "พบครั้งล่าสุด 9 เม.ย. 2565",
        f"สำเนาที่หน่วยงานเก็บไว้ copies/{'cd' * 32}.pdf",
        "เมื่อยื่น 10 เม.ย. 2565: เปิดได้",
    ]
    assert first[11:13] == ["1 ก.ค. 2565", "ef" * 32]
    assert held[10:13] == ["ไฟล์ในเว็บไซต์นี้", "", "ab" * 32]
    assert silenced[4:6] == ["Y101: =แผนผังเป็นของปีก่อน", "เหตุผล: ผังไม่เปลี่ยนตั้งแต่ปีก่อน"]
    assert year[4:6] == ["Y101: ไม่มีปฏิทิน", "เหตุผล: ยังไม่ประกาศ"]
    assert (powers[5], law[5]) == ("ยังไม่รายงาน\nยังไม่มีที่อยู่หลักฐาน", "")


def test_addresses_are_links_and_no_text_is_run(sheet: Worksheet) -> None:
    linked = {str(cell.value): cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert linked["http://example.go.th/1"].target == "http://example.go.th/1"
    assert "2565/files/plan.pdf" not in linked, "a workbook is sent on: no way leads from there to the site"
    assert "2565/files/plan.pdf" in {cell.value for row in sheet.iter_rows() for cell in row}
    assert "ให้เติมที่อยู่หน้าแรกของเว็บไซต์นั้นไว้ข้างหน้า" in sheet["A2"].value
    inside = linked["หลักฐานที่ 1, 2"].location
    assert sheet[inside.rpartition("!")[2]].value == "http://example.go.th/1"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["E9"].value == "=1+1"


def test_links_are_absolute_where_the_site_is_known_to_stand(site: Site) -> None:
    found = render_files(site, compute_years(site), built=BUILT, site_url="https://town.example/ita/")
    linked = [
        cell.hyperlink.target for row in opened(found[BOOK]).iter_rows() for cell in row if cell.hyperlink
    ]
    assert "https://town.example/ita/2565/o1/" in linked
    assert "https://town.example/ita/2565/files/plan.pdf" in linked
    assert "ให้เติมที่อยู่หน้าแรก" not in opened(found[BOOK])["A2"].value
    item, chart, _, _, first, held, *_ = rows(found[TABLE])
    assert {row["page_absolute"] for row in (item, chart, held)} == {"https://town.example/ita/2565/o1/"}
    assert held["url"] == "2565/files/plan.pdf"
    assert held["url_absolute"] == "https://town.example/ita/2565/files/plan.pdf"
    assert chart["url_absolute"] == f"{first['url']}\n{held['url_absolute']}"


def test_without_a_known_place_the_table_gives_no_whole_address_of_it(files: dict[str, bytes]) -> None:
    item, chart, _, _, first, held, *_ = rows(files[TABLE])
    assert [row["url_absolute"] for row in (item, chart, held)] == ["", "", ""]
    assert first["url_absolute"] == first["url"]
    assert {row["page_absolute"] for row in rows(files[TABLE])} == {""}


def test_a_silenced_finding_names_its_piece_of_evidence(site: Site) -> None:
    about = Finding(
        *("A312", "changed-evidence", "address", "warning", Text("เปลี่ยนไป", "changed"), "content/2565/o1.md"),
        fiscal_year=2565,
        item="o1",
        silenced="แก้คำผิด",
        evidence=2,
    )
    found = render_files(site, compute_years(site), built=BUILT, silenced=[about])
    (row,) = [row for row in rows(found[TABLE]) if row["line"] == "silenced"]
    assert (row["evidence"], row["silenced"]) == ("2", "แก้คำผิด")
    (cells,) = [row for row in texts(opened(found[BOOK])) if row[2] == "ยกเว้นการตรวจ"]
    assert cells[5] == "หลักฐานที่ 2\nเหตุผล: แก้คำผิด"


def test_rows_grow_with_their_text(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files[BOOK])) as book:
        (rows,) = (book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    assert b' ht="' in rows
    assert b"customHeight" not in rows


def test_it_prints_on_a4_laid_across_with_its_heads_on_every_page(sheet: Worksheet) -> None:
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:N16"
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row)
    assert sheet.oddFooter.right.text == "หน้า &P จาก &N"


def test_the_letters_on_paper_stay_readable(sheet: Worksheet) -> None:
    """Fitted to the width of A4 (297 mm less the margins), letters of 11 pt stay above 7 pt."""
    width = sum(column.width for column in sheet.column_dimensions.values()) * 5.25
    paper = (297 / 25.4 - 2 * sheet.page_margins.left) * 72
    assert 11 * paper / width > 7


def test_an_address_too_long_for_a_link_stays_as_text(site: Site) -> None:
    year = site.by_year[2565]
    entry = year.by_code["o2"]
    assert entry.disclosure
    long = f"https://example.go.th/{'x' * 3_000}"
    evidence = entry.evidence[0].model_copy(update={"url": long})
    said = entry.disclosure.model_copy(update={"evidence": (evidence,)})
    changed = year.__class__(2565, year.framework, year.settings, {**year.disclosures, "o2": said}, None)
    alone = Site(site.agency, (changed,), {}, site.frameworks)
    sheet = opened(render_files(alone, {}, built=BUILT)[BOOK])
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == long]
    assert cell.hyperlink is None


def test_a_year_without_items_says_so(files: dict[str, bytes]) -> None:
    sheet = opened(files["data/2567/assess.xlsx"])
    assert sheet["A2"].value == "ระบบนี้ยังไม่มีรายการข้อ OIT ของปีงบประมาณ 2567"
    assert sheet.max_row == 3
    assert rows(files["data/2567/assess.csv"]) == []


def test_the_workbook_holds_no_moment_of_its_making(files: dict[str, bytes], site: Site) -> None:
    with zipfile.ZipFile(io.BytesIO(files[BOOK])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (
            re.findall(r">([0-9T:Z-]{20})<", archive.read("docProps/core.xml").decode())
            == ["2023-11-14T22:13:20Z"] * 2
        )
    again = render_files(site, {}, built=BUILT)["data/2566/assess.xlsx"]
    assert again == files["data/2566/assess.xlsx"]


def test_the_table_says_the_same_line_by_line(files: dict[str, bytes], sheet: Worksheet) -> None:
    found = rows(files[TABLE])
    assert [(row["code"], row["number"]) for row in found] == [(row[1], row[3]) for row in texts(sheet)]
    item, chart, loss, _, first, held, document, silenced, *_ = found
    assert {row["responsible"] for row in found[:8]} == {"สำนักปลัด; กองคลัง"}
    assert (item["line"], item["reported"], item["shown"], item["page"]) == (
        "item",
        "done",
        "full",
        "2565/o1/",
    )
    assert (chart["evidence"], chart["url"]) == ("1; 2", "http://example.go.th/1\n2565/files/plan.pdf")
    assert (chart["covers"], chart["required"], chart["at_least"]) == ("current", "true", "สำนัก; กอง")
    assert loss["none"] == "ไม่มีกองใดยุบ"
    assert (first["elements"], first["receipt_verdict"], first["sha256"]) == ("1", "changed", "ef" * 32)
    assert (held["text"], held["sha256"]) == ("'=1+1", "ab" * 32)
    assert document["text"] == "คำสั่งที่ 1/2565"
    assert (silenced["rule"], silenced["text"]) == ("Y101", "'=แผนผังเป็นของปีก่อน")
    assert silenced["silenced"] == "ผังไม่เปลี่ยนตั้งแต่ปีก่อน"


def test_in_english(site: Site) -> None:
    agency = site.agency.model_copy(update={"language": "en"})
    found = render_files(Site(agency, site.years, {}, site.frameworks), {}, built=BUILT)
    sheet = opened(found[BOOK])
    assert sheet["C3"].value == "Line"
    assert [row[2] for row in texts(sheet)][:2] == ["Item", "Must show"]
