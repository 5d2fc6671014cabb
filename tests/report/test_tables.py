"""The CSV files and the workbook."""

import csv
import io
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook

from prongsai.model.site import Site
from prongsai.report.receipts import Receipts
from prongsai.report.tables import guarded, table
from prongsai.report.workbook import oit_xlsx

BUILT = 1_700_000_000


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_csv_has_a_mark_a_header_and_crlf(files: dict[str, bytes]) -> None:
    found = [data for name, data in files.items() if name.endswith(".csv")]
    assert len(found) == 3 * 6 + 2
    for data in found:
        assert data.startswith(b"\xef\xbb\xbf")
        header, _, _ = data.partition(b"\r\n")
        assert header.decode("utf-8-sig").replace(",", "").replace("_", "").isascii()
        assert data.endswith(b"\r\n")


def test_items(files: dict[str, bytes]) -> None:
    first, second, third = rows(files["data/2565/oit.csv"])
    assert first["responsible"] == "สำนักปลัด; กองคลัง"
    assert (first["period_start"], first["period_end"]) == ("2022-01-25", "2022-04-20")
    assert first["addresses"] == "http://example.go.th/1\n2565/files/plan.pdf"
    assert (second["evidence"], second["period_start"], second["period_text"]) == (
        "1",
        "2022-01; ",
        "ม.ค. 2565; ตลอดปี",
    )
    assert (third["code"], third["reported"], third["evidence"]) == ("o3", "", "0")


def test_evidence(files: dict[str, bytes]) -> None:
    first, second, _ = rows(files["data/2565/evidence.csv"])
    assert first["breadcrumb"] == "หน้าแรก > โครงสร้าง > ใหม่"
    assert (first["number"], first["elements"], first["fiscal_years"]) == ("1", "chart", "2565")
    assert second["title"] == "'=1+1"
    assert (second["bytes"], second["sha256"]) == ("1234", "ab" * 32)
    assert list(first)[:12][-1] == "sha256"  # columns are added at the end alone


def test_receipts_beside_evidence(files: dict[str, bytes]) -> None:
    first, held, unvisited = rows(files["data/2565/evidence.csv"])
    assert (first["receipt_verdict"], first["receipt_class"]) == ("changed", "fail")
    assert first["receipt_reason"] == "'=PDF ต่างจากเดิม"
    assert first["receipt_checked_at"] == "2022-06-30T18:00:00+00:00"
    assert first["receipt_copy"] == f"copies/{'cd' * 32}.pdf"
    for row in (held, unvisited):
        assert {value for key, value in row.items() if key.startswith("receipt_")} == {""}
    sheet = load_workbook(io.BytesIO(files["data/2565/oit.xlsx"])).worksheets[1]
    head, first_row, held_row, last_row = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert head[11:14] == ["SHA-256 ของไฟล์บนเว็บไซต์", "ผลตรวจล่าสุด (ของหน่วยงานเอง)", "ตรวจเมื่อ"]
    assert first_row[12:16] == ["เอกสารเปลี่ยนไป", "1 ก.ค. 2565", "=PDF ต่างจากเดิม", "9 เม.ย. 2565"]
    assert held_row[11:13] == ["ab" * 32, None]
    assert last_row[12] == "ยังไม่ได้ตรวจ"


def test_scores_and_channels(files: dict[str, bytes]) -> None:
    scores = rows(files["data/2565/scores.csv"])
    assert [row["level"] for row in scores] == [
        "overall",
        *["instrument"] * 3,
        *["indicator"] * 3,
        *["question"] * 2,
    ]
    assert (scores[0]["stated"], scores[0]["computed"]) == ("91.25", "85.5325")
    channels = rows(files["data/channels.csv"])
    assert channels[1]["title"] == '\'=HYPERLINK("http://evil")'
    assert channels[1]["phone"] == "'+66 2 000 0000"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_formulas_are_guarded(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"
    (cell,) = rows(table(["a"], [[f"{start}1"]]))
    assert cell["a"].startswith("'")


def test_other_cells_are_not_touched() -> None:
    assert [guarded(cell) for cell in ("a=1", "", None, -1, 2.5)] == ["a=1", "", None, -1, 2.5]


def test_the_workbook_is_the_same_twice(site: Site, files: dict[str, bytes]) -> None:
    again = oit_xlsx(site.agency, site.by_year[2565], Receipts(site.receipts, site.copies), BUILT)
    assert again == files["data/2565/oit.xlsx"]
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_s_cells(files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(files["data/2565/oit.xlsx"]))
    assert book.sheetnames == ["ข้อ", "หลักฐาน"]
    assert book.properties.created == datetime(2023, 11, 14, 22, 13, 20)
    items, evidence = book.worksheets
    assert items.freeze_panes == evidence.freeze_panes == "A2"
    assert items.auto_filter.ref == "A1:P4"
    found = {
        str(cell.value): [row.value for row in column[1:]] for column in items.columns for cell in column[:1]
    }
    assert found["ข้อ"] == ["o1", "o2", "o3"]
    assert found["หน่วยงานรายงานว่า"] == ["ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ไม่ได้รายงาน"]
    assert found["ระยะเวลา"] == ["25 ม.ค. 2565 – 20 เม.ย. 2565", "ม.ค. 2565\nตลอดปี", None]
    assert found["จำนวนหลักฐาน"] == [2, 1, None]
    assert items["A2"].alignment.wrap_text
    formula = evidence["D3"]
    assert (formula.value, formula.data_type) == ("=1+1", "s")
    assert not any(cell.hyperlink for row in evidence.iter_rows() for cell in row)


def test_a_workbook_without_items(files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(files["data/2567/oit.xlsx"]))
    assert [sheet.max_row for sheet in book.worksheets] == [1, 1]
