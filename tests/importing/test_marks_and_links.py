"""Columns of marks, times that are ticked, codes that measures answer to: from documents of invented towns."""

from pathlib import Path

import pytest

from prongsai.importing.convert import Wanted, convert
from prongsai.importing.legends import legend_of
from prongsai.importing.links import cut_codes, is_code_list, listed_codes
from prongsai.importing.periods import read_period
from prongsai.importing.readers.lines import read_text
from prongsai.importing.ticks import is_tick
from prongsai.importing.units import read_units
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, TITLES, markdown, sheet, sources


def marked_sheet(words: tuple[str, str, str], marks: tuple[str, str]) -> dict[str, dict[str, object]]:
    """Three items with a mark (and its lack) beneath three words for how far they are."""
    ticked, blank = marks
    rows = [[ticked if column == row else blank for column in range(3)] for row in range(3)]
    return sources(
        sheet(
            (HEAD,),
            ("ข้อ", "รายการ", "การดำเนินงาน", None, None),
            (None, None, *words),
            *((f"O{row + 1}", TITLES[row], *rows[row]) for row in range(3)),
            merged=("C2:E2", "A2:A3", "B2:B3"),
        )
    )


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        (("ขึ้นเว็บไซต์เรียบร้อยแล้ว", "กำลังรวบรวม", "ยังไม่ส่งข้อมูล"), ("☑", "☐")),
        (("นำเข้าระบบแล้ว", "อยู่ระหว่างตรวจ", "ยังไม่เริ่ม"), ("/", "")),
        (("แล้วเสร็จ", "กำลังทำ", "ยังไม่ทำ"), ("✓", "-")),
    ],
)
def test_marks_beneath_words_that_say_how_far_an_item_is(
    words: tuple[str, str, str], marks: tuple[str, str]
) -> None:
    found = marked_sheet(words, marks)
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"), "ไตรมาส 1, ไตรมาส 3"),
        (("Q1", "Q2", "Q3", "Q4"), "Q1, Q3"),
        (("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."), "ต.ค., ธ.ค."),
    ],
)
@pytest.mark.parametrize("tick", ["✓", "/", "x"])
def test_ticked_times_are_the_period(times: tuple[str, ...], expected: str, tick: str) -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ข้อ", "รายการ", "ช่วงเวลา", None, None, None, "ผู้รับผิดชอบ"),
            (None, None, *times, None),
            ("O1", TITLES[0], tick, None, tick, None, "กองคลัง"),
            ("O2", TITLES[1], None, tick, None, None, "กองช่าง"),
            merged=("C2:F2", "A2:A3", "B2:B3", "G2:G3"),
        )
    )
    assert [found[code]["period"]["text"] for code in ("o1", "o2")] == [expected, times[1]]


def test_a_cross_beside_ticks_is_no_time() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ข้อ", "รายการ", "ไตรมาส 1", "ไตรมาส 2", "ผู้รับผิดชอบ"),
            ("O1", TITLES[0], "✓", "✗", "กองคลัง"),
            ("O2", TITLES[1], "✗", "✓", "กองช่าง"),
        )
    )
    assert [found[code]["period"]["text"] for code in ("o1", "o2")] == ["ไตรมาส 1", "ไตรมาส 2"]


@pytest.mark.parametrize(
    ("text", "is_one"), [("☑", True), (" / ", True), ("(✓)", True), ("", False), ("มี", False)]
)
def test_what_a_mark_is(text: str, is_one: bool) -> None:
    assert is_tick(text) is is_one


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("O12", ["o12"]),
        ("o๓๔, O35", ["o34", "o35"]),
        ("O31-O33", ["o31", "o32", "o33"]),
        ("O 7 ถึง 9", ["o7", "o8", "o9"]),
        ("O1/O2 และ i7", ["o1", "o2", "i7"]),
        ("OIT-19", ["o19"]),
        ("ไม่มี", []),
    ],
)
def test_codes_that_a_cell_lists(text: str, codes: list[str]) -> None:
    assert [link.code for link in listed_codes(text)] == codes
    assert is_code_list(text) is bool(codes)


def test_numbers_alone_are_codes_only_where_a_header_says_so() -> None:
    assert [link.code for link in listed_codes("ข้อ 31 และ 32", plain=True)] == ["o31", "o32"]
    assert not is_code_list("31, 32")


@pytest.mark.parametrize(
    ("title", "kept", "codes"),
    [
        ("ตอบคำถามในหนึ่งวัน (O8)", "ตอบคำถามในหนึ่งวัน", ["o8"]),
        ("ลดขั้นตอน (ข้อ 14, 16)", "ลดขั้นตอน", ["o14", "o16"]),
        ("อบรมเจ้าหน้าที่ (2 รุ่น)", "อบรมเจ้าหน้าที่ (2 รุ่น)", []),
        ("ปรับปรุงระบบ (e-Service)", "ปรับปรุงระบบ (e-Service)", []),
    ],
)
def test_codes_in_brackets_behind_a_title(title: str, kept: str, codes: list[str]) -> None:
    left, found = cut_codes(title)
    assert (left, [link.code for link in found]) == (kept, codes)


@pytest.mark.parametrize("header", ["ข้อ OIT ที่เกี่ยวข้อง", "สอดคล้องกับข้อ", "OIT ที่เกี่ยวข้อง", "ใช้กับ"])
def test_a_column_of_codes_beside_measures_is_what_they_answer_to(header: str) -> None:
    found = markdown(
        f"| ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | {header} | ผลที่ได้ |",
        "| - | - | - | - | - | - |",
        "| 1 | จัดคลินิกคำถาม | เปิดโต๊ะถามตอบ | กองคลัง | O8 | ตอบแล้ว 12 คำถาม |",
        "| 2 | ทำแผ่นพับ | พิมพ์แผ่นพับ | กองช่าง | O14, O15 | พิมพ์แล้ว 500 แผ่น |",
    )
    measures = found["measures"]["measures"]
    assert [[link["code"] for link in one["links"]] for one in measures] == [["o8"], ["o14", "o15"]]
    assert [one["results"][0]["text"] for one in measures] == ["ตอบแล้ว 12 คำถาม", "พิมพ์แล้ว 500 แผ่น"]
    assert "scores" not in found["year"]


def test_a_list_of_codes_that_is_read_in_part_alone_is_doubted() -> None:
    lines = (
        "| ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ข้อ OIT ที่เกี่ยวข้อง |",
        "| - | - | - | - | - |",
        "| 1 | จัดคลินิกคำถาม | เปิดโต๊ะถามตอบ | กองคลัง | O8 กับข้อถัดไป |",
        "| 2 | ทำแผ่นพับ | พิมพ์แผ่นพับ | กองช่าง | O14, O99 |",
    )
    document = read_text("\n".join([HEAD, "", *lines]), "a.md")
    result = convert([document], shipped().frameworks, Wanted())
    assert [one.doubt.key for one in result.doubts] == ["links", "links"]
    assert {Path(one.path).name for one in result.doubts} == {"measures.yml"}


def test_codes_behind_the_name_of_the_assessment() -> None:
    found = markdown(
        "| รหัส | หัวข้อ | สำนัก/กอง |",
        "| - | - | - |",
        "| OIT-01 | โครงสร้าง | กองคลัง |",
        "| OIT-02 | ข้อมูลบุคคลที่บริหาร | กองช่าง |",
    )
    assert found["o2"]["title"] == "ข้อมูลบุคคลที่บริหาร"


@pytest.mark.parametrize("header", ["เผยแพร่เมื่อ", "วันที่ลงเว็บไซต์", "ปรับปรุงข้อมูลเมื่อ"])
def test_the_day_of_publishing_is_no_period(header: str) -> None:
    found = markdown(
        f"| ข้อ | ข้อมูล | ลิงก์ | ผู้รับผิดชอบ | {header} |",
        "| - | - | - | - | - |",
        "| O1 | โครงสร้าง | https://a.go.th/1 | กองคลัง | 3 มี.ค. 2566 |",
        "| O2 | ข้อมูลผู้บริหาร | https://a.go.th/2 | กองช่าง | 4 มี.ค. 2566 |",
    )
    assert (found["o1"]["updated"], found["o1"]["period"]) == ("2023-03-03", None)


def test_marks_mean_what_the_document_says_they_do() -> None:
    found = markdown(
        "คำอธิบาย: ◆ เผยแพร่แล้ว · ◇ กำลังทำ · ➖ ไม่เกี่ยวข้อง",
        "",
        "| ข้อ | เรื่อง | สถานะ | เจ้าภาพ |",
        "| - | - | - | - |",
        "| O1 | โครงสร้าง | ◆ | กองคลัง |",
        "| O2 | ข้อมูลผู้บริหาร | ◇ | กองช่าง |",
        "| O3 | อำนาจหน้าที่ | ➖ | กองช่าง |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == [
        "done",
        "in_progress",
        "not_applicable",
    ]


def test_letters_are_marks_where_a_text_says_what_they_mean() -> None:
    assert legend_of(["A = ครบถ้วน, B หมายถึง กำลังจัดทำ", "กองคลัง - แล้ว"]) == {"A": "done", "B": "in_progress"}
    assert legend_of(["- เผยแพร่แล้ว 3 ข้อ"]) == {}


def test_words_beneath_not_yet_say_whether_it_has_begun() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ข้อ", "รายการ", "ผลการดำเนินการ", None),
            (None, None, "ดำเนินการแล้ว", "ยังไม่แล้วเสร็จ"),
            ("O1", TITLES[0], "✓", None),
            ("O2", TITLES[1], None, "กำลังรวบรวม"),
            ("O3", TITLES[2], None, "รอคำสั่ง"),
            merged=("C2:D2", "A2:A3", "B2:B3"),
        )
    )
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]


def test_two_marks_in_one_row_are_doubted() -> None:
    document = sheet(
        (HEAD,),
        ("ข้อ", "รายการ", "ผลการดำเนินการ", None),
        (None, None, "ดำเนินการแล้ว", "ยังไม่ดำเนินการ"),
        ("O1", TITLES[0], "✓", "✓"),
        ("O2", TITLES[1], None, "✓"),
        merged=("C2:D2", "A2:A3", "B2:B3"),
    )
    doubts = convert([document], shipped().frameworks, Wanted()).doubts
    assert [(one.doubt.key, one.path) for one in doubts] == [("reported", "content/2566/o1.md")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("สำนักปลัด อบต., กองช่าง", ("สำนักปลัด อบต.", "กองช่าง")),
        ("ปลัด อบต. นิติกร", ("ปลัด อบต.", "นิติกร")),
        ("กอง ช่าง", ("กองช่าง",)),
    ],
)
def test_units_of_the_agency_itself(text: str, units: tuple[str, ...]) -> None:
    assert read_units(text).units == units


def test_a_period_of_two_months_and_one_of_nothing() -> None:
    assert [one.text for one in read_period("เมษายน 2566 และ ตุลาคม 2566").periods] == [
        "เมษายน 2566",
        "ตุลาคม 2566",
    ]
    assert not read_period("✓").understood


def test_a_title_cut_short_is_no_doubt() -> None:
    lines = (
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ |",
        "|-|-|-|",
        "| O19 | แผนการจัดซื้อจัดจ้าง | กองคลัง |",
        "| O1 | โครงสร้าง | กองคลัง |",
    )
    result = convert([read_text("\n".join([HEAD, "", *lines]), "a.md")], shipped().frameworks, Wanted())
    assert result.doubts == []
    assert "title: แผนการจัดซื้อจัดจ้าง\n" in result.files["content/2566/o19.md"]


def test_scores_whose_number_and_name_stand_apart_and_a_grade() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ตัวชี้วัด", "ชื่อตัวชี้วัด", "คะแนน"),
            (1, "การปฏิบัติหน้าที่", 97.25),
            (10, "การป้องกันการทุจริต", 87.37),
            (None, "คะแนนรวม", 91.07),
            (None, "ระดับ", "ผ่านดี"),
        )
    )
    scores = found["year"]["scores"]
    assert [(one["number"], one["stated"]) for one in scores["indicators"]] == [
        ("1", "97.25"),
        ("10", "87.37"),
    ]
    assert (scores["overall"]["stated"], scores["overall"]["grades_stated"]) == ("91.07", ["ผ่านดี"])
