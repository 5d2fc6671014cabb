"""Periods, in every way that officers write them."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.dates import (
    MAX_LENGTH,
    DateError,
    Digits,
    Kind,
    Lang,
    PartialDate,
    Period,
    Style,
    format_date,
    format_period,
    parse_iso,
    parse_period,
)


def examples(table: str) -> list[tuple[str, str]]:
    """Pairs of a written form and what it means, from lines of ``meaning: form | form``."""
    rows = [line.strip().partition(": ") for line in table.strip().splitlines()]
    return [(form, meaning) for meaning, _, forms in rows for form in forms.split(" | ")]


PERIODS = examples(
    """
    2022-01-25 to 2022-04-20: ๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕ | ๒๕ม.ค.๖๕- ๒๐ เม.ย.๖๕
    2022-01-25 to 2022-04-20: 25 ม.ค. 2565-20 เม.ย. 2565 | 25/1/65-20/4/65 | 25-1-65-20-4-65
    2022-01-25 to 2022-04-20: 2022-01-25/2022-04-20 | 2022-01-25 - 2022-04-20
    2022-01-25 to 2022-04-20: 25 Jan 2022 to 20 Apr 2022 | 25 ม.ค. - 20 เม.ย. 65
    2022-01-25 to 2022-04-20: between 25 Jan 2022 to 20 Apr 2022 | 25-ม.ค.-65 - 20-เม.ย.-65
    2022-01-25 to 2022-04-20: January 25, 2022 – April 20, 2022 | 25 ม.ค.65~20 เม.ย.65
    2022-01 to 2022-02: ม.ค.๖๕-ก.พ. ๖๕ | ม.ค.2565-ก.พ.2565 | 2022-01-2022-02
    2022-02 to 2022-03: ก.พ..๖๕- มี.ค.๖๕
    2022-10 to 2023-09: ต.ค. ๖๕ ถึง ก.ย. ๖๖ | ต.ค. - ก.ย. ๖๖ | ต.ค.65จนถึงก.ย.66
    2025-01 to 2025-03: ม.ค. - มี.ค. ๒๕๖๘
    2024-10 to 2024-12: ต.ค. - ธ.ค. ๒๕๖๗
    2023-10 to 2024-03: ต.ค. - มี.ค. ๒๕๖๗
    2024-03 to 2024-03: มี.ค. - มี.ค. ๒๕๖๗ | มี.ค. ๒๕๖๗ | ช่วงเดือนมีนาคม 2567
    2024-03 to 2024-03: ระหว่างเดือนมีนาคม 2567
    2022-04-01 to 2022-04-20: ๑-๒๐ เม.ย. ๒๕๖๕ | ๑ - ๒๐ เม.ย.๖๕ | วันที่ 1 ถึงวันที่ 20 เม.ย. 65
    2022-04-01 to 2022-04-20: 1–20 April 2022
    2023-10 to 2024-12: ต.ค.66-ธ.ค.67
    2024-01 to 2024-05: ม.ค.-พ.ค. 67
     to 2022-04-20: ภายใน ๒๐ เม.ย.๒๕๖๕ | ภายในวันที่ 20 เมษายน 2565 | ไม่เกินวันที่ 20 เม.ย. 65
     to 2022-04-20: by 20 Apr 2022
     to 2022-10: ภายในเดือนตุลาคม ๒๕๖๕ | ภายใน ต.ค. 65
     to 2022-03-31: ภายใน เดือน ๓๑ มีนาคม ๒๕๖๕
    2022-10-01 to : ตั้งแต่ 1 ต.ค. 65 | 1 ต.ค. 65 เป็นต้นไป | ตั้งแต่วันที่ 1 ต.ค. 65 เป็นต้นไป
    2022-10-01 to : from 1 October 2022 | 1 ต.ค. 65 - ปัจจุบัน | ตั้งแต่ 1 ต.ค. 65 ถึงปัจจุบัน
    2022-10-01 to 2023-03-31: ระหว่างวันที่ 1 ตุลาคม 2565 ถึงวันที่ 31 มีนาคม 2566
    2022-10-01 to 2023-03-31: 1 ต.ค. 65 – 31 มี.ค. 66 | 1 ต.ค. 65 — 31 มี.ค. 66
    2022-10-01 to 2023-03-31: ตั้งแต่ 1 ต.ค. 65 ถึง 31 มี.ค. 66
    2022-10-01 to 2023-03-31: ตั้งแต่วันที่ ๑ ตุลาคม - ๓๑ มีนาคม ๒๕๖๖ | 1/10/65 ถึง 31/3/66
    2022-10-01 to 2023-03-31: ภายใน 1 ต.ค. 65 ถึง 31 มี.ค. 66 | 1 ต.ค. 65-31.3.66
    2022-10 to 2023-03: (เดือนตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖) | [ต.ค. 65 - มี.ค. 66]
    2022-01-25 to 2022-01-25: 25 ม.ค. 65 | 2022-01-25 | 25/1/65 | วันที่ 25 มกราคม 2565
    2022-04-20 to 2022-01-25: 20 เม.ย. 65 - 25 ม.ค. 65
    2022-04-25 to 2022-04-05: 25 - 5 เม.ย. 65
     to : ตลอดปี | ตลอดปีงบประมาณ | ดำเนินการตลอดทั้งปี | ทุกเดือน | ทุกไตรมาส
     to : ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖ | รายไตรมาส | ตลอด ปี | (ตลอดปีงบประมาณ) | ดําเนินการตลอดปี
     to : all year | Monthly
    """
)

NOT_PERIODS = examples(
    """
    not_a_date: hello | ต.ค. 65 - ธ.ค. | 1 - 20 | ม.ค. - มี.ค. | - | 1 - ม.ค. 65 | ไตรมาส 1 | ปี 2565
    not_a_date: ภายใน | 1 ต.ค. 65 - | - 1 ต.ค. 65 | 1 ต.ค. 65 - พรุ่งนี้ | ตลอดปีหน้า | ทุกเดือน 65 วัน
    not_a_date: 2565 - 2566 | ม.ค. ก.พ. มี.ค. 65
    impossible: 1 ก.พ. - 30 ก.พ. 65 | 31 - 30 เม.ย. 65 | 1/1/65 - 32/1/65 | 29 ก.พ. - 31 มี.ค. 65
    buddhist_iso: 2565-01-25 - 2565-04-20 | 2565-01-25
    two_many_dates: 1 ม.ค. 65 - 2 ม.ค. 65 - 3 ม.ค. 65 | 1 ต.ค. 65, 5 ต.ค. 65 | ต.ค. 65 ม.ค. 66
    two_many_dates: 1/1/65-2/1/65-3/1/65 | 2022-01-01/2022-01-02/2022-01-03
    two_many_dates: ต.ค. 65 ถึง ธ.ค. 65 และ ม.ค. 66
    """
)


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods(text: str, expected: str) -> None:
    start, _, end = expected.partition("to")
    period = parse_period(text)
    assert period.start == (parse_iso(start.strip()) if start.strip() else None)
    assert period.end == (parse_iso(end.strip()) if end.strip() else None)
    assert period.text == " ".join(text.split())


@pytest.mark.parametrize(("text", "kind"), NOT_PERIODS)
def test_not_periods(text: str, kind: Kind) -> None:
    with pytest.raises(DateError) as caught:
        parse_period(text)
    assert caught.value.kind == kind


def test_suggestion_for_an_iso_date_inside_a_period() -> None:
    with pytest.raises(DateError) as caught:
        parse_period("๒๕๖๕-๐๑-๒๕ ถึง ๒๕๖๕-๐๔-๒๐")
    assert caught.value.suggestion == "2022-04-20"


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕", "25 ม.ค. 2565 – 20 เม.ย. 2565", "25 Jan 2022 – 20 Apr 2022"),
        ("ต.ค. - ธ.ค. ๒๕๖๗", "ต.ค. 2567 – ธ.ค. 2567", "Oct 2024 – Dec 2024"),
        ("ภายใน ๒๐ เม.ย.๒๕๖๕", "ภายใน 20 เม.ย. 2565", "by 20 Apr 2022"),
        ("ตั้งแต่ ๑ ต.ค. ๖๕", "ตั้งแต่ 1 ต.ค. 2565", "from 1 Oct 2022"),
        ("ม.ค. ๖๕", "ม.ค. 2565", "Jan 2022"),
        ("  ตลอด   ปี ", "ตลอด ปี", "ตลอด ปี"),
    ],
)
def test_format_period(text: str, thai: str, english: str) -> None:
    period = parse_period(text)
    assert format_period(period, lang="th", style="short") == thai
    assert format_period(period, lang="en", style="short") == english


def test_format_an_empty_period() -> None:
    assert format_period(Period()) == ""


DAYS = st.dates(date(1957, 1, 1), date(2056, 12, 31))
PARTIAL = st.builds(
    lambda day, whole: PartialDate(day.year, day.month, None if whole else day.day), DAYS, st.booleans()
)
LANGS = st.sampled_from(["th", "en"])
DIGITS = st.sampled_from(["arabic", "thai"])
STYLES = st.sampled_from(["short", "long"])
ALPHABET = "มกคพยเิีตธสศ.๐๑๒๕๖12365/- –()ถึงภายในวันที่เดือนปีJanFebto,ตุลาคม\u200b\u00a0"
WORDS = (
    *("25", "๖๕", "2565", "1", "99", "2565-01", "2022-01-25", "1/2/65", "ม.ค.", "ก.พ", "ตุลาคม", "Jan"),
    *("-", "–", "ถึง", "/", ",", "ภายใน", "ตั้งแต่", "ระหว่าง", "เป็นต้นไป", "วันที่", "เดือน", "พ.ศ.", "ค.ศ.", "ปี"),
)
THAIISH = st.text(ALPHABET, max_size=40) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@settings(deadline=None)
@given(
    PARTIAL, PARTIAL, LANGS, DIGITS, STYLES, st.sampled_from(["-", " - ", " – ", "—", " ถึง ", "ถึง", " to "])
)
def test_any_two_dates_read_back(
    start: PartialDate, end: PartialDate, lang: Lang, digits: Digits, style: Style, between: str
) -> None:
    first, second = (format_date(day, lang=lang, digits=digits, style=style) for day in (start, end))
    text = f"{first}{between}{second}"
    assert parse_period(text) == Period(start, end, text)


@settings(deadline=None)
@given(st.none() | PARTIAL, st.none() | PARTIAL, LANGS, DIGITS, STYLES)
def test_every_period_reads_back(
    start: PartialDate | None, end: PartialDate | None, lang: Lang, digits: Digits, style: Style
) -> None:
    period = Period(start, end, "ตลอดปี")
    written = format_period(period, lang=lang, digits=digits, style=style)
    again = parse_period(written)
    assert (again.start, again.end) == (start, end)
    assert format_period(again, lang=lang, digits=digits, style=style) == written


@settings(deadline=None)
@given(st.text(max_size=220) | THAIISH)
def test_arbitrary_text_gives_a_period_or_date_error(text: str) -> None:
    try:
        period = parse_period(text)
    except DateError as error:
        assert (error.suggestion is not None) == (error.kind == "buddhist_iso")
    else:
        assert period.text == " ".join(text.split())


@pytest.mark.parametrize(
    "piece", ["ม", "ม.", "1 ", "1", " ", "ม.ค. ", "พ. ", "วัน ", "-", "1/", "(", "25 ม.ค. 65 ", "\u200b"]
)
def test_long_period_is_refused_at_once(piece: str) -> None:
    long, longest = piece * 1_000_000, (piece * MAX_LENGTH)[: MAX_LENGTH - 1] + "x"
    started = time.process_time()
    for text in (long, longest):
        with pytest.raises(DateError) as caught:
            parse_period(text)
        assert caught.value.kind == "not_a_date"
        assert len(caught.value.value) <= MAX_LENGTH
    assert time.process_time() - started < 1
