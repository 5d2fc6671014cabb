"""What single cells say: steps, checkboxes, units, addresses, periods, codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.importing.addresses import find_addresses
from prongsai.importing.catalogue import Catalogue, read_code
from prongsai.importing.cells import read_boxes, status_of, steps
from prongsai.importing.links import lettered_links, scored_links
from prongsai.importing.links import settle as settle_links
from prongsai.importing.periods import dates_in, due_in, read_period, usual_periods
from prongsai.importing.spacing import Spacing
from prongsai.importing.subject import agency_in
from prongsai.importing.units import mended_units, read_units, without_names
from prongsai.load.frameworks import shipped

ANYTHING = st.text(alphabet="กขคงาิี่้์ะเแ๐๑๒๕๖012569oOieIE.-–/()[] \n\t☐☑:,<>พศมตhtps", max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. ประกาศ ๒. ติดป้าย ๓. ติดตามผล", ["ประกาศ", "ติดป้าย", "ติดตามผล"]),
        ("๑.ทำแผน\n๒.รวบรวม\n๓.รายงาน\n๓.เผยแพร่", ["ทำแผน", "รวบรวม", "รายงาน", "เผยแพร่"]),
        ("1.1 สำรวจ\n1.2 รายงาน", ["สำรวจ", "รายงาน"]),
        ("1.5 ล้านบาท", ["1.5 ล้านบาท"]),
        ("1.25", ["1.25"]),
        ("- ลดขั้นตอน - เพิ่มช่องทาง", ["ลดขั้นตอน", "เพิ่มช่องทาง"]),
        ("- นโยบายไม่รับ - ไม่ให้ของขวัญ", ["นโยบายไม่รับ - ไม่ให้ของขวัญ"]),
        ("กระดานถาม - ตอบ", ["กระดานถาม - ตอบ"]),
        ("ปรับระบบ E - Service", ["ปรับระบบ E - Service"]),
        ("ทำระหว่าง ม.ค. - มี.ค. 2568", ["ทำระหว่าง ม.ค. - มี.ค. 2568"]),
        ("ตามพระราชบัญญัติ พ.ศ. 2560 และระเบียบ", ["ตามพระราชบัญญัติ พ.ศ. 2560 และระเบียบ"]),
        ("-", []),
    ],
)
def test_steps_part_where_numbering_or_bullets_say_so(text: str, expected: list[str]) -> None:
    assert steps(text) == expected


@given(ANYTHING)
def test_no_letter_of_a_step_is_lost(text: str) -> None:
    kept = "".join(steps(text))
    for letter in "กขคง":
        assert kept.count(letter) == text.count(letter)


@pytest.mark.parametrize(
    ("text", "status", "rest"),
    [
        ("☐ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ - จัดทำแล้ว", "done", "- จัดทำแล้ว"),
        ("☑ ยังไม่ได้ดำเนินการ ☐ ดำเนินการ", "not_started", ""),
        ("( ) ยังไม่ดำเนินการ (/) อยู่ระหว่างดำเนินการ", "in_progress", ""),
        ("☐ ยังไม่ได้ดำเนินการ\n☒ ดำเนินการแล้ว\nเผยแพร่บนเว็บไซต์", "done", "เผยแพร่บนเว็บไซต์"),
        ("☑ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ", None, ""),
        ("☐ ยังไม่ได้ดำเนินการ ☐ ดำเนินการ", None, ""),
    ],
)
def test_checkboxes_say_the_status(text: str, status: str | None, rest: str) -> None:
    found = read_boxes(text)
    assert (found.status, found.rest) == (status, rest)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("แล้วเสร็จ 100%", "done"),
        ("เสร็จ 50 %", "in_progress"),
        ("กำลังจัดทำ", "in_progress"),
        ("ไม่มีภารกิจ", "not_applicable"),
        ("เว็บไซต์", None),
    ],
)
def test_words_say_the_status(text: str, status: str | None) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("เจ้าพนักงานธุรการ ผู้ช่วยจพง. ปชส. นิติกร", ["เจ้าพนักงานธุรการ", "ผู้ช่วยจพง. ปชส.", "นิติกร"]),
        ("ผู้ช่วย เจ้าพนักงานพัสดุ", ["ผู้ช่วย เจ้าพนักงานพัสดุ"]),
        ("สำนักปลัด / กองคลัง", ["สำนักปลัด", "กองคลัง"]),
        ("ทุกสำนัก/ กอง/หน่วย", ["ทุกสำนัก/ กอง/หน่วย"]),
        ("๑.เจ้าหน้าที่พัสดุ ๒.สำนักปลัด กองคลัง กองช่าง", ["เจ้าหน้าที่พัสดุ", "สำนักปลัด", "กองคลัง", "กองช่าง"]),
        ("ทุกงานจัดทำข้อมูลในส่วนของตน และส่งมอบให้สำนักปลัดรวบรวม", ["ทุกงาน", "สำนักปลัด"]),
        ("สำนักปลัด นายสมมุติ ใจดี โทร 081-234-5678", ["สำนักปลัด"]),
        ("นางสาวตัวอย่าง สมมุติ (นักทรัพยากรบุคคล)", ["นักทรัพยากรบุคคล"]),
        ("นายกเทศมนตรี นายช่างโยธา", ["นายกเทศมนตรี", "นายช่างโยธา"]),
    ],
)
def test_units_stand_one_by_one(text: str, units: list[str]) -> None:
    assert list(read_units(text).units) == units


def test_names_in_prose_go_and_verbs_stay() -> None:
    assert without_names("นายสมมุติ ใจดี ดำเนินการแล้ว") == "ดำเนินการแล้ว"
    assert without_names("แนวทางของนายกเทศมนตรี") == "แนวทางของนายกเทศมนตรี"


def test_a_misread_position_is_mended_by_the_usual_word() -> None:
    assert mended_units(["ผู้ช่วยจพง.ธุรการ", "ผู้ช่วยจพง.รุรการ"]) == {"ผู้ช่วยจพง.รุรการ": "ผู้ช่วยจพง.ธุรการ"}
    assert mended_units(["สำนักปลัด", "สำนักปลัด", "สำนักปลัด", "สำนักปลัดฯ", "กองช่าง", "กองคลัง"]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑ . https://town.go.th/ public/list/ ๑๒๓ ", ["https://town.go.th/public/list/123"]),
        (
            "http://town.go.th/id/ ๑ 2. http://town.go.th/id/ ๒",
            ["http://town.go.th/id/1", "http://town.go.th/id/2"],
        ),
        ("http://town.go.th/Ma in/PlanPreview/id/๒", ["http://town.go.th/Main/PlanPreview/id/2"]),
        ("http://town.go.th/n ewsTender", ["http://town.go.th/newsTender"]),
        (
            "http://town.go.th/assets- admin/files/plan/๔๕๙๖ ๔๔.pdf",
            ["http://town.go.th/assets-admin/files/plan/459644.pdf"],
        ),
        ("http://town.go.th/page facebook ของหน่วยงาน", ["http://town.go.th/page"]),
        ("www.town.go.th/aคลิก", ["http://www.town.go.th/a"]),
        ("(https://town.go.th/x).", ["https://town.go.th/x"]),
        ("อีเมล a@www.town.go.th", []),
    ],
)
def test_addresses_are_put_together_again(text: str, expected: list[str]) -> None:
    assert [found.url for found in find_addresses(text)] == expected


def test_an_address_that_was_mended_keeps_its_print() -> None:
    mended, whole = find_addresses("http://town.go.th/id/ ๑\nhttp://town.go.th/x")
    assert (mended.printed, whole.printed) == ("http://town.go.th/id/ ๑", None)


@given(ANYTHING)
def test_readers_of_cells_take_anything(text: str) -> None:
    read_units(text)
    read_period(text)
    read_boxes(text)
    read_code(text)
    dates_in(text)
    due_in(text, 2566)
    scored_links(text)
    lettered_links(text)
    for found in find_addresses(text):
        assert found.url.startswith("http")
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕", ("2022-01-25", "2022-04-20")),
        ("ก.พ..๖๕- มี.ค.๖๕", ("2022-02", "2022-03")),
        ("๑ - ๒๐ เม.ย.๖๕", ("2022-04-01", "2022-04-20")),
        ("ภายใน ๒๐ เม.ย.๒๕๖๕", (None, "2022-04-20")),
        ("ตลอดปีงบประมาณ", (None, None)),
        ("1/10/2565 ถึง 30/9/2566", ("2022-10-01", "2023-09-30")),
    ],
)
def test_periods_of_all_kinds(text: str, ends: tuple[str | None, str | None]) -> None:
    read = read_period(text)
    assert read.understood
    assert read.period is not None
    assert tuple(end.iso() if end else None for end in (read.period.start, read.period.end)) == ends


def test_two_rounds_in_one_cell_are_two_periods() -> None:
    read = read_period("ครั้งที่ ๑ ภายใน เดือน ๓๑ มีนาคม ๒๕๖๕ ครั้งที่ ๒ ภายในวันที่ ๒๒ เม.ย.๒๕๖๕")
    assert [one.end.iso() for one in read.periods if one.end] == ["2022-03-31", "2022-04-22"]


def test_a_period_that_is_not_understood_says_so() -> None:
    assert not read_period("๓๑ ก.พ. ๒๕๖๕ - ๑ มี.ค.").understood
    assert usual_periods([]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("๐๑๐", "o10"),
        ("o๑๐", "o10"),
        ("O 10", "o10"),
        ("o1O", "o10"),
        ("O l4", "o14"),
        ("ข้อที่ ๑๕", None),
        ("e๑เจ้าหน้าที่ปฏิบัติงาน", "e1"),
        ("2565", None),
    ],
)
def test_codes_in_every_way_they_are_written(text: str, code: str | None) -> None:
    written = read_code(text)
    assert (written.code if written else None) == code


def test_a_misread_letter_is_told_by_the_question() -> None:
    catalogue = Catalogue(shipped().frameworks["nacc-2567"])
    text = "๖๗ ผู้บังคับบัญชาในหน่วยงานของท่าน มีการสั่งให้เจ้าหน้าที่ทำธุระส่วนตัวของผู้บังคับบัญชา มาน้อยเพียงใด ผลคะแนน ๑๐๐"
    links = scored_links(text)
    settle_links(links, catalogue)
    assert [(link.printed, link.code, link.sure, str(link.score)) for link in links] == [
        ("๖๗", "i7", True, "100")
    ]
    assert "มากน้อยเพียงใด" in links[0].title


def test_a_code_with_another_items_title_is_doubted() -> None:
    links = scored_links("๐๑๖ ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ ผลคะแนน ๑๐๐")
    settle_links(links, Catalogue(shipped().frameworks["nacc-2567"]))
    assert [(link.code, link.sure) for link in links] == [("o16", False)]


def test_spaces_inside_words_go_and_those_between_stay() -> None:
    spacing = Spacing(["รายงานผลการดำเนินงานประจำปี", "ผู้รับบริการ ผู้มาติดต่อ"], [])
    assert spacing.mended("รายงานผล การ ดำเนิน งาน ประจำปี") == "รายงานผลการดำเนินงานประจำปี"
    assert spacing.mended("ผู้รับบริการ ผู้มาติดต่อ") == "ผู้รับบริการ ผู้มาติดต่อ"


def test_the_agency_is_the_one_that_headings_name() -> None:
    texts = [
        "รายงานของเทศบาลตำบลไม้งามประจำปีงบประมาณ ๒๕๖๖",
        "เทศบาลตำบลไม้งาม อำเภอหางดง",
        "ดูตัวอย่างเทศบาลตำบลอื่น",
    ]
    assert agency_in(texts) == ("เทศบาลตำบล", "ไม้งาม")
    assert agency_in(["ต.ค. ถึง ธ.ค."]) is None
