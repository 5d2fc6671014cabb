"""Nothing of a document may end nowhere without a word: what is doubted or left over instead."""

import pytest

from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.document import Document, Paragraph
from prongsai.importing.lost import restored
from prongsai.importing.measures import is_name_of_column
from prongsai.importing.readers.lines import read_text
from prongsai.importing.subject import rival_year
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, TITLES, markdown, sheet, sources


def imported(*lines: str, head: str = HEAD) -> Imported:
    document = read_text("\n".join([head, "", *lines]), "a.md")
    return convert([document], shipped().frameworks, Wanted())


def doubts(result: Imported) -> list[tuple[str, str, str]]:
    return [(one.path.rpartition("/")[2], one.doubt.key, one.doubt.value) for one in result.doubts]


def test_a_mark_where_no_mark_belongs_is_doubted() -> None:
    result = imported(
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | ลิงก์ |",
        "| - | - | - | - |",
        "| O1 | โครงสร้าง | กองคลัง | https://a.go.th/1 |",
        "| O2 | ข้อมูลผู้บริหาร | กองช่าง | ☑ |",
    )
    assert doubts(result) == [("o2.md", "reported", "☑")]


def test_a_column_of_days_with_an_unknown_header_is_doubted_once() -> None:
    result = imported(
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | ประชุมครั้งที่พิจารณา |",
        "| - | - | - | - |",
        "| O1 | โครงสร้าง | กองคลัง | 3 มี.ค. 2566 |",
        "| O2 | ข้อมูลผู้บริหาร | กองช่าง | 4 มี.ค. 2566 |",
        "| O3 | อำนาจหน้าที่ | กองช่าง | 5 มี.ค. 2566 |",
    )
    assert doubts(result) == [("year.yml", "columns", "ประชุมครั้งที่พิจารณา")]


def test_a_row_that_is_unlike_the_others_in_a_column_of_units_is_doubted() -> None:
    rows = [f"| O{number} | กองคลัง | เผยแพร่แล้ว |" for number in range(1, 6)]
    result = imported("| ข้อ | ผู้รับผิดชอบ | สถานะ |", "| - | - | - |", *rows, "| O6 | แผ่นพับสามสี | เผยแพร่แล้ว |")
    assert doubts(result) == [("o6.md", "responsible", "แผ่นพับสามสี")]


def test_lines_of_data_outside_tables_are_left_over_without_being_rows() -> None:
    result = imported(
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ |",
        "| - | - | - |",
        "| O1 | โครงสร้าง | กองคลัง |",
        "| O2 | ข้อมูลผู้บริหาร | กองช่าง |",
        "",
        "ระยะเวลาดำเนินการ: มีนาคม 2566",
        "",
        "O3 อำนาจหน้าที่ อยู่ระหว่างจัดทำ",
        "",
        "หน่วยงาน: เทศบาลตำบลไม้งาม",
    )
    assert [(one.text, one.row) for one in result.left] == [
        ("ระยะเวลาดำเนินการ: มีนาคม 2566", False),
        ("O3 อำนาจหน้าที่ อยู่ระหว่างจัดทำ", False),
    ]
    assert (result.rows, result.placed) == (2, 2)


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("ระยะเวลาดำเนินการ", True),
        ("ผู้รับผิดชอบ", True),
        ("ขั้นตอน/วิธีการ", True),
        ("ลดระยะเวลาออกใบอนุญาต", False),
        ("กำหนดผู้รับผิดชอบรายโครงการ", False),
    ],
)
def test_what_columns_are_called_is_no_measure(title: str, is_one: bool) -> None:
    assert is_name_of_column(title) is is_one


def test_two_years_that_the_headings_name_alike() -> None:
    headings = ["รายงาน OIT ประจำปีงบประมาณ พ.ศ. 2566", "แบบสรุป OIT ประจำปีงบประมาณ พ.ศ. 2565"]
    assert rival_year(headings, 2566) == 2565
    assert rival_year([headings[0], "วิเคราะห์ผลคะแนน ITA ปี 2565"], 2566) is None


def test_the_year_of_scores_above_a_table_is_not_that_of_the_report() -> None:
    found = sources(
        sheet(
            ("แบบประเมินตนเอง OIT ปี 2566 เทศบาลตำบลไม้งาม",),
            ("คะแนนรายข้อ แบบวัด IIT และ EIT ปีงบประมาณ พ.ศ. 2565",),
            ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ"),
            ("O1", TITLES[0], "กองคลัง"),
            ("O2", TITLES[1], "กองช่าง"),
        )
    )
    assert found["year"]["fiscal_year"] == "2566"


def test_headers_with_the_number_and_name_of_their_group_and_sums_beneath() -> None:
    rows = (
        ("9.1", "ข้อมูลพื้นฐาน", "ผู้รับผิดชอบ", "คะแนน", "สถานะ"),
        ("O1", TITLES[0], "กองคลัง", 100, "ครบถ้วน"),
        ("O2", TITLES[1], "กองช่าง", 0, "กำลังแก้ไข"),
        (None, "คะแนนตัวชี้วัดย่อย 9.1", None, 50, None),
        ("9.2", "การบริหารงาน", "ผู้รับผิดชอบ", "คะแนน", "สถานะ"),
        ("O11", "แผนดำเนินงานและการใช้จ่ายงบประมาณประจำปี", "กองคลัง", 100, "ครบถ้วน"),
        (None, "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", None, 75, None),
    )
    result = convert([sheet((HEAD,), *rows)], shipped().frameworks, Wanted())
    states = [
        result.files[f"content/2566/{code}.md"].partition("reported: ")[2].split("\n")[0]
        for code in ("o1", "o2", "o11")
    ]
    assert states == ["done", "in_progress", "done"]
    assert [one.text.split(" | ")[1] for one in result.left] == [
        "คะแนนตัวชี้วัดย่อย 9.1",
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
    ]
    assert "content/2566/o9.md" not in result.files


def test_words_where_a_link_is_missing_say_the_status() -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | เอกสาร/ลิงก์ | ผู้รับผิดชอบ | เผยแพร่เมื่อ |",
        "| - | - | - | - | - |",
        "| O1 | โครงสร้าง | https://a.go.th/1 | กองคลัง | 3 มี.ค. 2566 |",
        "| O2 | ข้อมูลผู้บริหาร | อยู่ระหว่างรวบรวม | กองช่าง | - |",
        "| O3 | อำนาจหน้าที่ | ยังไม่ถึงกำหนด | กองช่าง | - |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]
    assert found["o2"]["documents"] == []


def test_lost_letters_are_put_back_by_the_most_letters_around_them() -> None:
    text = "ตลอดป�งบประมาณ เริ�มจัดทำ เป�นธรรม"
    found = restored(Document("a.pdf", (Paragraph(text),)), [])
    assert found.document.blocks == (Paragraph("ตลอดปีงบประมาณ เริ่มจัดทำ เป็นธรรม"),)
    assert not any("ปีงบ" in piece for piece in found.unsure)


def test_a_letter_that_may_be_another_is_doubted() -> None:
    lines = (
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | หมายเหตุ |",
        "|-|-|-|-|",
        "| O1 | โครงสร้าง | กองคลัง | ซอยพ�กุล |",
        "| O2 | ข้อมูลผู้บริหาร | กองช่าง | |",
    )
    assert [one[:2] for one in doubts(imported(*lines))] == [("o1.md", "body")]


def measures(result: str, work: str = "ขั้นตอน") -> Imported:
    return imported(
        f"| ที่ | มาตรการ | {work} | ผู้รับผิดชอบ | ระยะเวลา | {result} |",
        "| - | - | - | - | - | - |",
        "| 1 | ตลาดนัดคำถาม | 1. เปิดโต๊ะ 2. ตอบ | กองคลัง | มี.ค. 2566 | ตอบแล้ว 9 คน |",
        "| 2 | ป้ายบอกขั้นตอน | 1. เขียน 2. ติดป้าย | กองช่าง | เม.ย. 2566 | ติดแล้ว 3 ป้าย |",
    )


def test_results_beneath_an_unknown_header_are_read_and_the_column_is_doubted() -> None:
    result = measures("Output")
    assert "text: ตอบแล้ว 9 คน" in result.files["content/2566/measures.yml"]
    assert doubts(result) == [("year.yml", "columns", "Output")]
    assert doubts(measures("ผลการดำเนินการ")) == []


def test_steps_beneath_an_unknown_header_are_read_and_the_column_is_doubted() -> None:
    result = measures("ผลการดำเนินการ", work="Workflow")
    assert "- เปิดโต๊ะ\n" in result.files["content/2566/measures.yml"]
    assert doubts(result) == [("year.yml", "columns", "Workflow")]


def test_an_unknown_column_where_a_table_lacks_something_is_doubted_once() -> None:
    rows = ("| O1 | โครงสร้าง | ฝั่งซ้าย |", "| O2 | ข้อมูลผู้บริหาร | ฝั่งขวา |")
    result = imported("| ข้อ | ข้อมูล | โต๊ะ |", "|-|-|-|", *rows)
    assert doubts(result) == [("year.yml", "columns", "โต๊ะ")]
    assert "โต๊ะ: ฝั่งขวา" in result.files["content/2566/o2.md"]


def test_two_marks_in_one_lost_letter() -> None:
    text = "ปากน\ufffdา ค่าน\ufffdาประปา หน\ufffdาที่"
    assert restored(Document("a.pdf", (Paragraph(text),)), ["หน้าที่"]).document.blocks == (
        Paragraph("ปากน้ำ ค่าน้ำประปา หน้าที่"),
    )


def test_a_name_in_which_a_letter_may_be_another_is_doubted() -> None:
    result = imported(
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ |",
        "| - | - | - |",
        "| O1 | โครงสร้าง | กองคลัง |",
        head="OIT ปีงบประมาณ พ.ศ. 2566 เทศบาลตำบลซอยพ\ufffdกุล",
    )
    assert [(one.path, one.doubt.key) for one in result.doubts] == [("content/agency.yml", "name")]


def test_days_to_keep_are_no_measures() -> None:
    result = imported(
        "กำหนดการสำคัญ",
        "",
        "| กิจกรรม | กำหนดเวลา |",
        "| - | - |",
        "| ประชุมคณะทำงาน | 20 ธันวาคม 2565 |",
        "",
        "ตารางข้อมูล",
        "",
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ |",
        "| - | - | - |",
        "| O1 | โครงสร้าง | กองคลัง |",
    )
    assert "content/2566/measures.yml" not in result.files
    assert [one.text for one in result.left] == ["ประชุมคณะทำงาน | 20 ธันวาคม 2565"]
