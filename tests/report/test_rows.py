"""Rows of workbooks are as high as their texts, and still grow when somebody writes more."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from prongsai.report.rows import growing, row_height
from prongsai.report.workbook import SETTINGS, write_sheet


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([], 1),
        ([("", 10)], 1),
        ([("กองคลัง\nกองช่าง", 20)], 2),
        ([("ก" * 30, 10), ("ข", 10)], 4),
        ([("ที่ " * 6, 30)], 1),
        ([("ก\n" * 200, 10)], 25),
    ],
)
def test_a_row_is_as_high_as_its_highest_cell(cells: list[tuple[str, float]], lines: int) -> None:
    assert row_height(cells) == 16 * lines


def test_heights_are_estimates_not_orders() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, SETTINGS) as book:
        body = book.add_format({"text_wrap": True})
        write_sheet(book.add_worksheet("ข้อ"), (("ข้อ", 7), ("ผล", 10)), [("o1", "ก" * 30)], body, body)
    packed = growing(data.getvalue())
    sheet = openpyxl.load_workbook(io.BytesIO(packed)).worksheets[0]
    assert sheet.row_dimensions[2].height == pytest.approx(64, abs=1)
    with zipfile.ZipFile(io.BytesIO(packed)) as book_parts:
        assert b"customHeight" not in book_parts.read("xl/worksheets/sheet1.xml")
    assert growing(data.getvalue()) == packed
