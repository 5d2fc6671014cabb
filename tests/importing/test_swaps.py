"""Rows whose cells stand in the wrong columns, rows that look like headers, and words for a status."""

import pytest

from prongsai.importing.cells import status_word
from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.headers import looks_like_header
from prongsai.importing.readers.lines import read_text
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, sources

HEADERS = ("| ข้อ | ผู้รับผิดชอบ | ระยะเวลา | สถานะ |", "|-|-|-|-|")


def table(*rows: str) -> str:
    usual = [f"| O{number} | กองคลัง | มี.ค. 2566 | เผยแพร่แล้ว |" for number in range(1, 8)]
    return "\n".join([HEAD, "", *HEADERS, *usual, *rows])


def imported(*rows: str) -> Imported:
    return convert([read_text(table(*rows), "a.md")], shipped().frameworks, Wanted())


@pytest.mark.parametrize(
    "row",
    ["| O8 | เม.ย. 2566 | กองช่าง | เผยแพร่แล้ว |", "| O8 | กองช่าง | เผยแพร่แล้ว | เม.ย. 2566 |"],
)
def test_two_cells_in_each_others_columns_are_put_back_and_noted(row: str) -> None:
    found = sources(read_text(table(row), "a.md"))["o8"]
    assert (found["responsible"], found["period"], found["reported"]) == (["กองช่าง"], "เม.ย. 2566", "done")
    assert "สลับช่อง" in found["notes"][0]["reason"]
    assert imported(row).doubts == []


def test_a_cell_of_another_kind_that_fits_nowhere_else_is_doubted() -> None:
    result = imported("| O8 | กองช่าง | กองคลัง | เผยแพร่แล้ว |")
    assert [(one.doubt.key, one.doubt.value) for one in result.doubts] == [("period", "กองคลัง")]


@pytest.mark.parametrize(
    "row",
    [
        "| 16 | ข้อมูลเชิงสถิติการให้บริการ | หน่วยตรวจสอบภายใน | - |",
        "|  | หน่วยตรวจสอบภายใน | กำหนดการ | เผยแพร่แล้ว |",
    ],
)
def test_a_row_of_data_is_no_header_though_its_words_are_those_of_headers(row: str) -> None:
    result = imported(row, "| O9 | กองช่าง | เม.ย. 2566 | ยังไม่ดำเนินการ |")
    assert "reported: not_started" in result.files["content/2566/o9.md"]
    assert "responsible:\n  - กองช่าง" in result.files["content/2566/o9.md"]


def test_a_header_names_no_day() -> None:
    assert looks_like_header(("ข้อมูล", "หน่วยงาน", "ระยะเวลา"))
    assert not looks_like_header(("ข้อมูลเชิงสถิติ", "หน่วยตรวจสอบภายใน", "ก.พ. 2566"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ส่งแล้ว", ("done", True)),
        ("ส่งบางส่วน", ("in_progress", True)),
        ("OK", ("done", True)),
        ("ขาด", ("not_started", True)),
        ("รอ", ("not_started", False)),
        ("สีเหลือง", ("in_progress", False)),
        ("ยังไม่ส่งแล้ว", (None, False)),
        ("ก", (None, False)),
    ],
)
def test_words_for_a_status(text: str, expected: tuple[str | None, bool]) -> None:
    assert status_word(text) == expected


def test_a_word_that_may_mean_another_status_is_doubted_once() -> None:
    rows = [f"| O{number} | กองคลัง | มี.ค. 2566 | รอ |" for number in range(8, 12)]
    result = imported(*rows)
    assert [(one.path, one.doubt.key) for one in result.doubts] == [("content/2566/o8.md", "reported")]
    assert "(ในตารางมี 4 แถว)" in result.doubts[0].doubt.reason.th
    assert "reported: not_started" in result.files["content/2566/o11.md"]


def test_what_stands_behind_a_status_is_kept() -> None:
    row = "| O8 | กองช่าง | เม.ย. 2566 | กำลังจัดทำ รอเอกสารจากกองคลังและงานพัสดุ |"
    found = sources(read_text(table(row), "a.md"))["o8"]
    assert found["reported"] == "in_progress"
    assert found["results"][0]["text"] == "กำลังจัดทำ รอเอกสารจากกองคลังและงานพัสดุ"
