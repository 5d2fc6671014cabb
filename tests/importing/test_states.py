"""How far items are, as columns of many names say it."""

import pytest

from prongsai.importing.convert import Wanted, convert
from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Table
from prongsai.importing.readers.lines import read_text
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, TITLES, markdown, sources


def test_what_has_been_sent_and_what_waits() -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | ส่งแล้ว | ค้าง | หมายเหตุ |",
        "| - | - | - | - | - |",
        f"| O1 | {TITLES[0]} | ✓ | | |",
        f"| O2 | {TITLES[1]} | | ✓ | กำลังทำ เหลือหน้าสุดท้าย |",
        "| O3 | อำนาจหน้าที่ | | ✓ | ยังไม่ได้เริ่ม |",
        "| O4 | แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน | | | ไม่เข้าข่าย ไม่มีภารกิจนี้ |",
    )
    states = [found[code]["reported"] for code in ("o1", "o2", "o3", "o4")]
    assert states == ["done", "in_progress", "not_started", "not_applicable"]


def test_a_mark_that_waits_without_a_note_is_doubted() -> None:
    text = "\n".join([
        HEAD,
        "",
        "| ข้อ | ข้อมูล | ส่งแล้ว | ค้าง |",
        "| - | - | - | - |",
        f"| O1 | {TITLES[0]} | ✓ | |",
        f"| O2 | {TITLES[1]} | | ✓ |",
    ])  # fmt: skip
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert [(one.path, one.doubt.key) for one in result.doubts] == [("content/2566/o2.md", "reported")]
    assert "reported: not_started" in result.files["content/2566/o2.md"]


def test_the_last_round_that_is_filled_is_the_status() -> None:
    def row(*texts: str, span: int = 0) -> Row:
        return Row(
            tuple(Cell(text, span=2 if index == span and span else 1) for index, text in enumerate(texts))
        )

    table = Table((
        row("ข้อ", "ข้อมูล", "ผลการตรวจ", "", "ผู้รับผิดชอบ", span=2),
        row("", "", "รอบที่ 1 (31 ม.ค. 66)", "รอบที่ 2 (31 มี.ค. 66)", ""),
        row("O1", TITLES[0], "ไม่พบ", "ครบ", "กองคลัง"),
        row("O2", TITLES[1], "บางส่วน", "ไม่พบ", "กองคลัง"),
        row("O3", "อำนาจหน้าที่", "บางส่วน", "", "กองคลัง"),
    ))  # fmt: skip
    found = sources(Document("a.docx", (Paragraph(HEAD), table)))
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "not_started", "in_progress"]


def test_two_columns_of_the_status_that_differ_are_doubted() -> None:
    text = "\n".join([
        HEAD,
        "",
        "| ข้อ | ข้อมูล | สถานะ | สถานะตามกอง |",
        "| - | - | - | - |",
        f"| O1 | {TITLES[0]} | ดำเนินการแล้ว | ดำเนินการแล้ว |",
        f"| O2 | {TITLES[1]} | ดำเนินการแล้ว | ยังไม่ดำเนินการ |",
    ])  # fmt: skip
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert [(one.path, one.doubt.key) for one in result.doubts] == [("content/2566/o2.md", "reported")]


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [("☑ มี ☐ ไม่มี", "done"), ("☐ มี ☑ ไม่มี", "not_started"), ("✖ ", "not_started"), ("ไม่พบ", "not_started")],
)
def test_whether_something_is_on_the_website(boxes: str, expected: str) -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | มีบนเว็บไซต์หรือไม่ |",
        "| - | - | - |",
        f"| O1 | {TITLES[0]} | {boxes} |",
        f"| O2 | {TITLES[1]} | {boxes} |",
    )
    assert found["o1"]["reported"] == expected


def test_a_note_says_that_an_item_is_no_task_of_the_agency() -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | มีบนเว็บไซต์หรือไม่ | หมายเหตุ |",
        "| - | - | - | - |",
        f"| O1 | {TITLES[0]} | ☑ มี ☐ ไม่มี | ยังไม่ได้ปรับปรุง |",
        f"| O2 | {TITLES[1]} | ☐ มี ☐ ไม่มี | ไม่เข้าข่าย เพราะไม่มีภารกิจนี้ |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2")] == ["done", "not_applicable"]


def test_an_address_under_the_words_of_any_cell_is_evidence() -> None:
    def row(*texts: str, link: str = "") -> Row:
        links = (Hyperlink(texts[0], link),) if link else ()
        return Row((Cell(texts[0], links), *map(Cell, texts[1:])))

    table = Table((
        row("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ"),
        row("O1", TITLES[0], "กองคลัง", link="https://a.go.th/1"),
        row("O2", TITLES[1], "กองคลัง", link="https://a.go.th/2"),
    ))  # fmt: skip
    found = sources(Document("a.docx", (Paragraph(HEAD), table)))
    assert [one["url"] for one in found["o2"]["evidence"]] == ["https://a.go.th/2"]


def test_a_mark_before_the_word_that_says_it() -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | สถานะ |",
        "| - | - | - |",
        f"| O1 | {TITLES[0]} | ✔ เสร็จ |",
        f"| O2 | {TITLES[1]} | ✖ ยังไม่ทำ |",
        f"| O3 | {TITLES[2]} | … กำลังทำ |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "not_started", "in_progress"]


def test_a_sum_with_the_number_of_a_sub_indicator_is_left_over() -> None:
    text = "\n".join([
        HEAD,
        "",
        "| ข้อ | คะแนน | ข้อมูล | ผู้รับผิดชอบ |",
        "| - | - | - | - |",
        f"| O1 | 100 | {TITLES[0]} | กองคลัง |",
        f"| O2 | 100 | {TITLES[1]} | กองคลัง |",
        "| รวม 9.1 ข้อมูลพื้นฐาน | 75 | | |",
    ])  # fmt: skip
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert [one.text for one in result.left] == ["รวม 9.1 ข้อมูลพื้นฐาน | 75 |  | "]


@pytest.mark.parametrize("header", ["มีข้อมูลบนเว็บไซต์", "เผยแพร่บนเว็บไซต์แล้ว", "เผยแพร่หรือยัง"])
@pytest.mark.parametrize(("yes", "no"), [("มี", "ไม่มี"), ("/", "x"), ("☑ มี ☐ ไม่มี", "☐ มี ☑ ไม่มี")])
def test_a_question_after_the_website_is_no_address(header: str, yes: str, no: str) -> None:
    found = markdown(
        f"| ข้อ | ข้อมูล | {header} |",
        "| - | - | - |",
        f"| O1 | {TITLES[0]} | {yes} |",
        f"| O2 | {TITLES[1]} | {no} |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2")] == ["done", "not_started"]


@pytest.mark.parametrize(
    "headers",
    [
        ("ครบ", "ไม่ครบ", "ไม่มีเลย"),
        ("เสร็จ", "ทำอยู่", "ยังไม่ทำ"),
        ("มี", "บางส่วน", "ไม่มี"),
        ("ลงเว็บแล้ว", "ระหว่างจัดทำ", "คงค้าง"),
    ],
)
def test_marks_beneath_three_words_for_how_far_it_is(headers: tuple[str, str, str]) -> None:
    found = markdown(
        f"| ข้อ | ข้อมูล | ผู้รับผิดชอบ | {' | '.join(headers)} |",
        "| - | - | - | - | - | - |",
        f"| O1 | {TITLES[0]} | กองคลัง | ✓ | | |",
        f"| O2 | {TITLES[1]} | กองคลัง | | ✓ | |",
        f"| O3 | {TITLES[2]} | กองคลัง | | | ✓ |",
    )
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]


def test_a_mark_beneath_an_unknown_header_is_doubted_where_nothing_says_the_status() -> None:
    text = "\n".join([
        HEAD,
        "",
        "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | วาระพิเศษ |",
        "| - | - | - | - |",
        f"| O1 | {TITLES[0]} | กองคลัง | / |",
        f"| O2 | {TITLES[1]} | กองคลัง | |",
    ])  # fmt: skip
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert ("content/2566/o1.md", "reported") in [(one.path, one.doubt.key) for one in result.doubts]


@pytest.mark.parametrize(
    ("first", "last"), [("สถานะ ณ ม.ค. 66", "สถานะ ณ มี.ค. 66"), ("สถานะก่อน", "สถานะหลัง")]
)
def test_headers_that_say_of_which_day_a_status_is(first: str, last: str) -> None:
    text = "\n".join([
        HEAD,
        "",
        f"| ข้อ | ข้อมูล | ผู้รับผิดชอบ | {first} | {last} |",
        "| - | - | - | - | - |",
        f"| O1 | {TITLES[0]} | กองคลัง | ยังไม่ดำเนินการ | เผยแพร่แล้ว |",
        f"| O2 | {TITLES[1]} | กองคลัง | ยังไม่ดำเนินการ | กำลังจัดทำ |",
    ])  # fmt: skip
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert ("reported: done" in result.files["content/2566/o1.md"], result.doubts) == (True, [])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("ไม่มีกรณีดังกล่าว", "not_applicable"),
        ("ไม่มีกรณี", "not_applicable"),
        ("ไม่มีกรณีที่ต้องรายงาน ในปี 2566", "not_applicable"),
        ("ไม่มีกรณีร้องเรียน", None),
    ],
)
def test_what_has_not_occurred_is_no_task(text: str, state: str | None) -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | สถานะ |",
        "| - | - | - |",
        f"| O1 | {TITLES[0]} | ดำเนินการแล้ว |",
        f"| O2 | {TITLES[1]} | {text} |",
    )
    assert [found[code].get("reported") for code in ("o1", "o2")] == ["done", state]


@pytest.mark.parametrize(
    ("text", "reported", "state"),
    [
        ("ปรับปรุงอยู่", "in_progress", "in_progress"),
        ("ดำเนินการแล้ว แต่ยังไม่ได้เผยแพร่", "in_progress", "in_progress"),
        ("จัดทำช่องทางแล้ว แต่ยังไม่มีผู้ร้องเรียน", "done", "done"),
        ("ดำเนินการไม่แล้วเสร็จ", "in_progress", "in_progress"),
        ("ยังทำไม่ครบ", "in_progress", "in_progress"),
        ("ลงแล้วบางส่วน", "in_progress", "in_progress"),
        ("ใกล้แล้วเสร็จ", "in_progress", "in_progress"),
        ("ร้อยละ 50", "in_progress", "in_progress"),
        ("แล้วเสร็จ", "done", "done"),
    ],
)
def test_what_is_done_in_part_is_under_way(text: str, reported: str, state: str) -> None:
    items = markdown(
        "| ข้อ | ข้อมูล | ผลการดำเนินการ |",
        "| - | - | - |",
        f"| O1 | {TITLES[0]} | {text} |",
        f"| O2 | {TITLES[1]} | |",
    )
    assert items["o1"]["reported"] == reported
    measures = markdown(
        "| มาตรการ | วิธีการ | ผู้รับผิดชอบ | ผลการดำเนินการ |",
        "| - | - | - | - |",
        f"| ลดขั้นตอน | ประชุม | กองคลัง | {text} |",
    )
    assert [one["state"] for one in measures["measures"]["measures"][0]["results"]] == [state]


@pytest.mark.parametrize("text", ["ยกเลิก", "ไม่ได้ทำ", "ไม่สมบูรณ์", "ยังค่ะ", "เลื่อนไปปีหน้า", "50"])
def test_a_measure_that_may_have_been_given_up_is_doubted_not_done(text: str) -> None:
    lines = (
        HEAD,
        "",
        "| มาตรการ | วิธีการ | ผู้รับผิดชอบ | ผลการดำเนินการ |",
        "| - | - | - | - |",
        f"| ลดขั้นตอน | ประชุม | กองคลัง | {text} |",
        "| ลงข่าว | ประชุม | กองช่าง | ไม่ได้รับเรื่องร้องเรียน |",
    )
    document = read_text("\n".join(lines), "a.md")
    result = convert([document], shipped().frameworks, Wanted())
    doubts = [(one.doubt.key, one.doubt.value, one.doubt.spot.line) for one in result.doubts]
    assert doubts == [("results", text, 5)]
    first, second = sources(document)["measures"]["measures"]
    assert [one["results"][0]["state"] for one in (first, second)] == [None, "done"]
