"""Records one below the other, each line a name and a value, in tables and in lines of text."""

from io import BytesIO

import docx
import pytest

from prongsai.importing.cards import laid_flat
from prongsai.importing.document import Cell, Document, Paragraph, Row, Table
from prongsai.importing.readers.word import read_word
from tests.importing.test_unseen import HEAD, markdown, sheet, sources


def test_a_form_for_each_measure_is_a_row_for_each() -> None:
    opened = docx.Document()
    opened.add_paragraph(HEAD)
    forms = (
        (("ชื่อกิจกรรม", "ตลาดนัดคำถาม"), ("วิธีดำเนินการ", "1) เปิดโต๊ะ\n2) ตอบ"), ("ผู้รับผิดชอบ", "กองคลัง"),
         ("ระยะเวลา", "มีนาคม 2566"), ("ข้อ OIT ที่เกี่ยวข้อง", "O8"), ("ผลการดำเนินการ", "ตอบแล้ว 9 คน")),
        (("ชื่อกิจกรรม", "ป้ายบอกขั้นตอน"), ("วิธีดำเนินการ", "1) ติดป้าย"), ("ผู้รับผิดชอบ", "กองช่าง"),
         ("ระยะเวลา", "เมษายน 2566"), ("ข้อ OIT ที่เกี่ยวข้อง", "ไม่มี"), ("ผลการดำเนินการ", "")),
    )  # fmt: skip
    for number, form in enumerate(forms, 1):
        opened.add_paragraph(f"แบบที่ {number}")
        table = opened.add_table(len(form), 2)
        for row, texts in enumerate(form):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    packed = BytesIO()
    opened.save(packed)
    measures = sources(read_word(packed.getvalue(), "a.docx"))["measures"]["measures"]
    assert [one["title"] for one in measures] == ["ตลาดนัดคำถาม", "ป้ายบอกขั้นตอน"]
    assert [one["steps"] for one in measures] == [["เปิดโต๊ะ", "ตอบ"], ["ติดป้าย"]]
    assert [one["responsible"] for one in measures] == [["กองคลัง"], ["กองช่าง"]]
    assert [link["code"] for link in measures[0]["links"]] == ["o8"]
    assert (measures[1]["links"], measures[1]["results"]) == ([], [])


def test_a_heading_with_named_lines_beneath_is_a_measure() -> None:
    found = markdown(
        "## มาตรการที่ 1 ตลาดนัดคำถาม",
        "- **หน่วยงานที่รับผิดชอบ:** กองคลัง",
        "- **ระยะเวลา:** มีนาคม 2566",
        "- **สอดคล้องกับข้อ:** O8, O9",
        "- **ขั้นตอน:**",
        "  1. เปิดโต๊ะ",
        "  2. ตอบ",
        "- **ผลการดำเนินการ:** ตอบแล้ว 9 คน",
        "",
        "## มาตรการที่ 2 ป้ายบอกขั้นตอน",
        "- **หน่วยงานที่รับผิดชอบ:** กองช่าง",
        "- **ระยะเวลา:** เมษายน 2566",
        "",
        "จบรายงานเพียงเท่านี้",
    )
    one, other = found["measures"]["measures"]
    assert (one["number"], one["title"], other["title"]) == ("1", "ตลาดนัดคำถาม", "ป้ายบอกขั้นตอน")
    assert (one["steps"], one["responsible"]) == (["เปิดโต๊ะ", "ตอบ"], ["กองคลัง"])
    assert [link["code"] for link in one["links"]] == ["o8", "o9"]
    assert (other["results"], other["stage"]) == ([], one["stage"])


def test_items_in_named_lines() -> None:
    found = markdown(
        "### O1 โครงสร้าง",
        "ผู้รับผิดชอบ: กองคลัง",
        "สถานะ: เผยแพร่แล้ว",
        "ลิงก์: https://a.go.th/1",
        "",
        "### O2 ข้อมูลผู้บริหาร",
        "ผู้รับผิดชอบ: กองช่าง",
        "สถานะ: ยังไม่ดำเนินการ",
        "",
    )
    assert [found[code]["reported"] for code in ("o1", "o2")] == ["done", "not_started"]
    assert found["o1"]["evidence"][0]["url"] == "https://a.go.th/1"


def test_a_table_of_two_columns_with_headers_stays_as_it_is() -> None:
    rows = tuple(
        Row((Cell(one), Cell(other)))
        for one, other in (("ตัวชี้วัด", "คะแนน"), ("ด้านที่ 1", "90"), ("ด้านที่ 2", "91"), ("ด้านที่ 3", "92"))
    )
    document = Document("a.docx", (Paragraph("1. หลักการ"), Paragraph("ผู้รับผิดชอบ: กองคลัง"), Table(rows)))
    assert laid_flat(document) == document


FORM = (
    ("ชื่อมาตรการ", "ตลาดนัดคำถาม", "ป้ายบอกขั้นตอน"),
    ("ขั้นตอน", "1) เปิดโต๊ะ\n2) ตอบ", "1) ติดป้าย"),
    ("ผู้รับผิดชอบ", "กองคลัง", "กองช่าง"),
    ("ระยะเวลา", "มีนาคม 2566", "เมษายน 2566"),
    ("ผลการดำเนินการ", "ตอบแล้ว 9 คน", "ติดแล้ว 3 ป้าย"),
)
BELOW = [(name, form[column]) for column in (0, 1) for name, *form in FORM]
ABREAST = [
    (*one, *other)
    for column in (1, 2)
    for one, other in (
        ((FORM[0][0], FORM[0][column]), (FORM[2][0], FORM[2][column])),
        ((FORM[1][0], FORM[1][column]), (FORM[3][0], FORM[3][column])),
        ((FORM[4][0], FORM[4][column]), ("", "")),
    )
]


@pytest.mark.parametrize("rows", [BELOW, ABREAST, list(FORM)], ids=["below", "abreast", "a column each"])
def test_forms_in_one_table_with_a_title(rows: list[tuple[str, ...]]) -> None:
    title = "รายงานผลมาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2566 เทศบาลตำบลไม้งาม"
    measures = sources(sheet((title,), *rows))["measures"]["measures"]
    assert [one["title"] for one in measures] == ["ตลาดนัดคำถาม", "ป้ายบอกขั้นตอน"]
    assert [one["steps"] for one in measures] == [["เปิดโต๊ะ", "ตอบ"], ["ติดป้าย"]]
    assert [one["responsible"] for one in measures] == [["กองคลัง"], ["กองช่าง"]]
    assert [one["period"] for one in measures] == ["มีนาคม 2566", "เมษายน 2566"]
    assert [one["results"][0]["text"] for one in measures] == ["ตอบแล้ว 9 คน", "ติดแล้ว 3 ป้าย"]


def test_steps_that_stand_beneath_the_name_of_a_measure() -> None:
    found = markdown(
        "### มาตรการที่ 1 ตลาดนัดคำถาม",
        "",
        "1. เปิดโต๊ะ",
        "2. ตอบ",
        "",
        "- **ผู้รับผิดชอบ:** กองคลัง",
        "- **ระยะเวลา:** มีนาคม 2566",
        "- **ผล ณ ปัจจุบัน:** ตอบแล้ว 9 คน",
        "",
        "### มาตรการที่ 2 ป้ายบอกขั้นตอน",
        "",
        "1. ติดป้าย",
        "",
        "- **ผู้รับผิดชอบ:** กองช่าง",
        "- **ระยะเวลา:** เมษายน 2566",
    )["measures"]["measures"]
    assert [one["title"] for one in found] == ["ตลาดนัดคำถาม", "ป้ายบอกขั้นตอน"]
    assert [one["steps"] for one in found] == [["เปิดโต๊ะ", "ตอบ"], ["ติดป้าย"]]
    assert [one["responsible"] for one in found] == [["กองคลัง"], ["กองช่าง"]]
    assert [one["text"] for one in found[0]["results"]] == ["ตอบแล้ว 9 คน"]
