"""Years in titles, file names and addresses."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rules.years import (
    Half,
    covered,
    fiscal,
    half_named,
    last_part,
    mentioned,
    read_name_years,
    read_years,
)
from prongsai.thai.date_words import TH_LONG, TH_SHORT
from prongsai.thai.digits import to_arabic, to_thai

YEARS = st.integers(2540, 2599)

COVERED = [
    ("รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๕", {2565}),
    ("รายงานผล ประจำปีงบประมาณ 2565", {2565}),
    ("รายงานผล ประจำปีงบประมาณ (2565)", {2565}),
    ("แผนงบประมาณ 2566", {2566}),
    ("รายงานประจำปี 65", {2565}),
    ("แผนปีงบ 66", {2566}),
    ("รายงานประจำปี พ.ศ. 2565", {2565}),
    ("รายงานผลตามนโยบาย ๒๕๖๔", {2564}),
    ("แผนปฏิบัติการ พ.ศ.๒๕๖๕ ทต.เขาย้อย.pdf", {2565}),
    ("แผน 5 ปี (พ.ศ.๒๕๖๑-๒๕๖๕)", {2561, 2562, 2563, 2564, 2565}),
    ("แผนพัฒนาท้องถิ่น พ.ศ. 2566 – 2568", {2566, 2567, 2568}),
    ("แผนพัฒนา พ.ศ. 2566 ถึง พ.ศ. 2568", {2566, 2567, 2568}),
    ("แผน พ.ศ. 2564-66", {2564, 2565, 2566}),
    ("เปรียบเทียบปีงบประมาณ 2565 และ 2566", {2565, 2566}),
    ("ปี 2565/2566", {2565, 2566}),
    # Months give the fiscal year in which they lie.
    ("สรุปผล ประจำเดือนตุลาคม 2565", {2566}),
    ("สรุปผล ต.ค.65", {2566}),
    ("สรุปผล ก.ย. 2565", {2565}),
    ("สรุปผล เดือนตุลาคม ปีงบประมาณ 2566", {2566}),
    ("สรุปผล เดือนตุลาคม ปี 2565", {2565, 2566}),
    ("ต.ค. 64 - มี.ค. 65", {2565}),
    ("ตุลาคม ถึง มีนาคม 2566", {2566}),
    ("1 ตุลาคม 2564 - 30 กันยายน 2565", {2565}),
    ("ต.ค.66-ธ.ค.67", {2567, 2568}),
    ("รายงานปี 2022", {2565}),
    # The year said to be the one covered counts, whatever else stands beside it.
    ("รายงานตามแผนพัฒนา (พ.ศ. 2561-2565) ประจำปีงบประมาณ 2563", {2563}),
    ("รายงาน ประจำปีงบประมาณ 2565 ลงวันที่ 15 พ.ย. 2565", {2565}),
    # No year at all.
    ("พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540", set()),
    ("พ.ร.บ. อำนวยความสะดวก 2558", set()),
    ("ระเบียบสำนักนายกรัฐมนตรี 2540", set()),
    ("พ.ร.บ. เทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติม (ฉบับที่ 14) พ.ศ. 2562", set()),
    ("ประมวลจริยธรรม พ.ศ. 2564", set()),
    ("คู่มือตามระเบียบ พ.ศ. 2547 ประจำปีงบประมาณ 2566", {2566}),
    ("เทศบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2565", {2565}),
    ("ประกาศ ลงวันที่ ๓ มกราคม ๒๕๖๕", set()),
    ("คำสั่งที่ 123/2565", set()),
    ("การประชุมเพื่อจัดทำแผนพัฒนาท้องถิ่น (พ.ศ.๒๕๖๖-๒๕๗๐)", set()),
    ("การมีส่วนร่วมในการจัดทำแผนดำเนินงาน ประจำปีงบประมาณ 2567", set()),
    ("งบประมาณ 2,565 บาท", set()),
    ("จำนวน 2565 ครัวเรือน", set()),
    ("เอกสารประกอบ ITA 2566", set()),
    ("ใช้เวลา 3 ปี 65 คน", set()),
    ("หน้าข่าวประชาสัมพันธ์", set()),
]


@pytest.mark.parametrize(("title", "years"), COVERED)
def test_the_years_that_a_title_covers(title: str, years: set[int]) -> None:
    assert covered(read_years(title)) == years
    assert covered(read_years(to_thai(title))) == years


NAMES = [
    ("files/annual-report-2565.pdf", {2565}),
    ("https://www.example.go.th/no-gift/2566", {2566}),
    ("https://www.example.go.th/2564/news", set()),
    ("https://www.example.go.th/view/2565", set()),
    ("https://www.example.go.th/page?year=2565", set()),
    ("http://www.example.go.th/files/plan/17669297792082.pdf", set()),
    ("https://x.go.th/%E0%B8%9B%E0%B8%B5%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%95.pdf", {2565}),
    ("files/development-plan-2566-2568.pdf", {2566, 2567, 2568}),
    ("files/procurement-2566-m01-october.pdf", {2566}),
    ("files/procurement-2023-01.pdf", {2566}),
    ("files/procurement-2022-10.pdf", {2566}),
    ("files/report-Sep2022.pdf", {2565}),
    ("files/report-2022.pdf", {2565, 2566}),
    ("files/scan_20221118.pdf", set()),
    ("files/25650118.pdf", set()),
    ("files/ITA2566_o13.pdf", set()),
    ("https://[bad/2565.pdf", set()),
    ("", set()),
]


@pytest.mark.parametrize(("address", "years"), NAMES)
def test_the_years_in_a_name(address: str, years: set[int]) -> None:
    assert covered(read_name_years(address)) == years


def test_what_is_given_back_stands_in_the_text() -> None:
    (named,) = read_years("รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")
    assert named.text == "ปีงบประมาณ พ.ศ. ๒๕๖๕"
    assert named.kind == "fiscal"


def test_ranges_that_run_backwards_and_calendar_years() -> None:
    assert [named.backwards for named in read_years("พ.ศ. 2570 - 2566")] == [True]
    assert [named.backwards for named in read_years("ต.ค. 66 - มี.ค. 65")] == [True]
    assert [named.backwards for named in read_name_years("files/plan-2570-2566.pdf")] == [True]
    assert [named.calendar for named in read_years("1 มกราคม - 31 ธันวาคม 2565")] == [True]
    assert [named.calendar for named in read_years("ม.ค. 2565 - ธ.ค. 2565")] == [True]
    assert [named.calendar for named in read_years("ปีปฏิทิน 2565")] == [True]
    assert [named.calendar for named in read_years("ต.ค. 2564 - ก.ย. 2565")] == [False]


def test_laws_and_dates_are_told_apart() -> None:
    found = read_years("ตาม พ.ร.บ. ก พ.ศ. 2540 ลงวันที่ 3 ม.ค. 2565 ปี 2566")
    assert [named.kind for named in found] == ["law", "date", "year"]
    assert mentioned(found) == {2566}


@pytest.mark.parametrize(
    ("title", "half"),
    [
        ("รายงาน รอบ ๖ เดือน", "first"),
        ("รายงาน รอบ 6 เดือนแรก", "first"),
        ("รายงานรอบหกเดือน", "first"),
        ("รายงานครึ่งปีแรก", "first"),
        ("ตุลาคมถึงมีนาคม ปีงบประมาณ 2566", "first"),
        ("report-2566-6m.pdf", "first"),
        ("รายงาน 6 เดือนหลัง", "second"),
        ("รายงานครึ่งปีหลัง", "second"),
        ("รอบ 6 เดือนแรก และ 6 เดือนหลัง", None),
        ("รายงาน รอบ 12 เดือน", None),
        ("รายงาน รอบ 6 เดือน และ 12 เดือน", None),
        ("รายงาน 16 เดือน", None),
        ("procurement-m06-march.pdf", None),
        ("รายงานประจำปี", None),
    ],
)
def test_halves(title: str, half: Half | None) -> None:
    assert half_named(title) == half


def test_the_last_part_of_an_address() -> None:
    assert last_part("https://x.go.th/a/b%20c.pdf?x=1#y") == "b c.pdf"
    assert last_part("files/b.pdf") == "b.pdf"
    assert last_part("https://x.go.th/") == ""


@given(YEARS, st.sampled_from(["ปีงบประมาณ {}", "ประจำปี พ.ศ. {}", "รายงาน {}", "ปี {}", "งบประมาณ {}"]))
def test_a_year_is_read_in_either_digits(year: int, wording: str) -> None:
    for written in (str(year), to_thai(str(year))):
        assert covered(read_years(wording.format(written))) == {year}


@given(YEARS, st.sampled_from(["ปีงบประมาณ {:02d}", "ประจำปี {:02d}", "ปี{:02d}"]))
def test_two_digits_after_the_word_year(year: int, wording: str) -> None:
    assert covered(read_years(wording.format(year - 2500))) == {year}


@given(YEARS, st.integers(0, 25), st.sampled_from(["-", " - ", "–", " ถึง "]))
def test_a_range_is_every_year_in_it(first: int, length: int, dash: str) -> None:
    (named,) = read_years(f"แผน พ.ศ. {first}{dash}{first + length}")
    assert named.years == tuple(range(first, first + length + 1))
    assert not named.backwards


@given(YEARS, st.integers(1, 12), st.booleans(), st.booleans())
def test_a_month_is_of_its_fiscal_year(year: int, month: int, short: bool, two: bool) -> None:
    name = (TH_SHORT if short else TH_LONG)[month - 1]
    (named,) = read_years(f"เดือน{name} {year - 2500 if two else year}")
    assert named.years == (fiscal(year, month),)


@given(st.text(alphabet="ปีงบประมาณพ.ศ 256๒๕๖-/()ถึงต.ค.มก ITAระเบียบ", max_size=80))
def test_anything_is_read_and_what_is_found_stands_in_it(text: str) -> None:
    for named in read_years(text):
        assert named.text in text
        assert named.years == tuple(sorted(set(named.years)))
        assert all(2400 <= year < 2700 for year in named.years)
    assert [n.years for n in read_years(text)] == [n.years for n in read_years(to_arabic(text))]
    assert covered(read_years(text)) <= mentioned(read_years(text))
    read_name_years(text)
    half_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "ปี " * 1300,
        "พ . ศ . " * 500,
        "( " * 2000,
        "2565-" * 800,
        "1 ม . ค . " * 400,
        "ระเบียบ 2540" + "(" * 3900,
    ],
)
def test_long_texts_are_read_quickly(text: str) -> None:
    start = time.process_time()
    read_years(text)
    read_name_years(text)
    half_named(text)
    assert time.process_time() - start < 1
