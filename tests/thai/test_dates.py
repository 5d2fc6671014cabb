"""Dates, in every way that officers write them."""

import pickle
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.date_words import KINDS, tokenize
from prongsai.thai.dates import (
    MAX_LENGTH,
    DateError,
    Digits,
    Kind,
    Lang,
    PartialDate,
    Period,
    Style,
    day_in_thailand,
    fiscal_year_of,
    fiscal_year_span,
    format_date,
    parse_date,
    parse_iso,
    parse_period,
)
from prongsai.thai.digits import to_arabic, to_thai


def examples(table: str) -> list[tuple[str, str]]:
    """Pairs of a written form and what it means, from lines of ``meaning: form | form``."""
    rows = [line.strip().partition(": ") for line in table.strip().splitlines()]
    return [(form, meaning) for meaning, _, forms in rows for form in forms.split(" | ")]


DATES = examples(
    """
    2022-01-25: 2022-01-25 | ๒๐๒๒-๐๑-๒๕ | ๒๕ ม.ค.๖๕ | 25 มกราคม 2565 | 25 มค 65 | 25 ม.ค 65 | 25 มค. 65
    2022-01-25: 25 ม. ค. 65 | 25ม.ค.65 | 25 ม..ค..65 | 25  มกราคม\u00a02565 | 25 มกรา 65 | 25/1/2565
    2022-01-25: 25-01-65 | 25.1.2565 | 25/01/65 | 25 / 1 / 2565 | 25/1/2022 | ๒๕/๑/๒๕๖๕ | 25-ม.ค.-65
    2022-01-25: 25/ม.ค./2565 | วันที่ ๒๕ เดือน มกราคม พ.ศ. ๒๕๖๕ | วันที่๒๕ เดือนมกราคม พ.ศ๒๕๖๕
    2022-01-25: ณ วันที่ 25 มกราคม 2565 | 25 มกราคม พ.ศ.2565 | 25 มกราคม พศ 65 | 25 มกราคม ปี 2565
    2022-01-25: 25 มกราคม พุทธศักราช 2565 | วันอังคารที่ 25 มกราคม 2565 | 25 มกราคม ค.ศ. 2022
    2022-01-25: 25 มกราคม 2022 | 25 ม.ค. คศ 2022 | 25 Jan 2022 | 25 january 2022 | 25 JAN. 2022
    2022-01-25: January 25, 2022 | Jan 25 2022 | 25-Jan-2022 | 25 Jan 2565 | (25 ม.ค. 65)
    2022-01-25: 25 ม.ค.\u200b 65
    2022-10-20: วันที่๒๐ เดือนตุลาคม พ.ศ๒๕๖๕ | 20 ต.ค 65 | 20 ตค.65
    2023-01-26: วันที่ ๒๖ เดือน มกราคม พ.ศ. ๒๕๖๖
    2021-12-09: ๙ ธ.ค.๒๕๖๔ | 09 ธันวาคม 2564
    2022-02-28: 28 กุมภาพันธ์ 2565 | 28 กุมภาพันธุ์ 2565 | 28 ก.พ..65
    2024-02-29: 29 ก.พ. 2567 | 29/2/67 | 2024-02-29
    2022-07-01: 1 กรกฎาคม 2565 | 1 กรกฏาคม 2565 | 1 ก.ค. 65 | 1 July 2022
    2022-04-05: 5 เม.ย. 65 | 5 เมย 65 | 5 เม.ย.65 | 5 Apr 2022
    2022-06-05: 5 มิ.ย. 65 | 5 มิย 65 | 5 June 2022
    2022-09-30: 30 Sept. 2022 | 30 Sep 2022 | 30 ก.ย. 65
    2022-01: 2022-01 | ม.ค. 2565 | มกราคม ๒๕๖๕ | ม.ค. 65 | เดือนมกราคม 2565 | January 2022 | Jan, 2022
    2022-10: ต.ค ๖๕ | ตค65 | ประจำเดือน ตุลาคม พ.ศ. 2565 | ในเดือนตุลาคม 2565
    2022-02: ก.พ..๖๕
    """
)

NOT_DATES = examples(
    """
    not_a_date: abc | ม.ค. | 25 | 2565 | พ.ศ. 2565 | 25 ม.ค. | 25 ม.ค. 565 | 255 ม.ค. 65 | 10/2565
    not_a_date: ตลอดปี | ภายใน 20 เม.ย. 65 | 25 ม.ค. 65 ครับ | 25 foo 2022 | 25 maybe 2022 | 2022-1-5
    not_a_date: ม.ค.-65 | 20220125 | 25 ม.ค. ค.ศ. 65 | 2 5 ม.ค. 65 | 25 ม.ค. ٦٥ | 25 มก 65 | ()
    not_a_date: (25 ม.ค. 65 | 2022-01-25T00:00 | ม.ค. 99999999999 | 99999999 ม.ค. 65 | - | ถึง
    not_a_date: 25/1-2565
    impossible: 31 ก.พ. 65 | 29 ก.พ. 2565 | 0 ม.ค. 65 | 32 ม.ค. 65 | 1/13/2565 | 25/0/65 | 2022-13-01
    impossible: 2022-02-30 | 2565-13-40 | 2565-02-29 | 25 ม.ค. 1899 | 25 ม.ค. 2700 | 25 ม.ค. พ.ศ. 2022
    impossible: 25 ม.ค. ค.ศ. 2565 | 25 ม.ค. 2442 | 0000-01-01 | 2400-01-01 | 9999-01-01
    buddhist_iso: 2565-01-25 | ๒๕๖๕-๐๑-๒๕ | 2567-02-29 | 2565-01 | 2443-01-01
    two_many_dates: 1 ต.ค. 65 - 3 ต.ค. 65 | ๑-๒๐ เม.ย. ๒๕๖๕ | ม.ค. - มี.ค. 2568 | 1 ต.ค. 65, 5 ต.ค. 65
    two_many_dates: 1/1/65 2/1/65 | 2022-01-01 2022-01-02 | 1 ต.ค. 65 และ 5 ต.ค. 65
    two_many_dates: 1 ต.ค. 65 2 ต.ค. 65
    """
)


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: str) -> None:
    assert parse_date(text).iso() == expected


@pytest.mark.parametrize(("text", "kind"), NOT_DATES)
def test_not_dates(text: str, kind: Kind) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.kind == kind
    assert caught.value.value == (to_arabic(text) if kind == "buddhist_iso" else text)


@pytest.mark.parametrize(
    "text", ["  25 ม.ค. 65\n", "25\tม.ค.\u00a065", "25 ม.\u200bค. 65", "\u300025 ม.ค. 65"]
)
def test_any_white_space(text: str) -> None:
    assert parse_date(text) == PartialDate(2022, 1, 25)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b"])
def test_nothing_is_not_a_date(text: str) -> None:
    for parse in (parse_date, parse_period, parse_iso):
        with pytest.raises(DateError) as caught:
            parse(text)
        assert caught.value.kind == "not_a_date"


@pytest.mark.parametrize("text", ["2022-01-25", "2022-01", "1900-01-01", "2399-12-31", "2024-02-29"])
def test_iso_reads_back(text: str) -> None:
    assert parse_iso(text).iso() == text


@pytest.mark.parametrize(
    ("text", "kind", "suggestion"),
    [
        ("2565-01-25", "buddhist_iso", "2022-01-25"),
        ("2567-02-29", "buddhist_iso", "2024-02-29"),
        ("2565-01", "buddhist_iso", "2022-01"),
        ("2565-02-29", "impossible", None),
        ("2022-02-29", "impossible", None),
        ("1899-12-31", "impossible", None),
        ("2022-00", "impossible", None),
        ("2022-1-5", "not_a_date", None),
        (" 2022-01-05", "not_a_date", None),
        ("2022-01-05\n", "not_a_date", None),
        ("๒๐๒๒-๐๑-๒๕", "not_a_date", None),
        ("25 ม.ค. 65", "not_a_date", None),
        ("2022", "not_a_date", None),
    ],
)
def test_iso_is_strict(text: str, kind: str, suggestion: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse_iso(text)
    assert (caught.value.kind, caught.value.suggestion, caught.value.value) == (kind, suggestion, text)
    assert repr(text) in str(caught.value)


def test_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(DateError("impossible", "31 ก.พ. 65")))
    assert isinstance(error, DateError)
    assert issubclass(DateError, ValueError)
    assert (error.kind, error.value) == ("impossible", "31 ก.พ. 65")


@pytest.mark.parametrize(
    "parts", [(2022, 2, 30), (2022, 13), (2022, 0, 1), (2022, 1, 0), (2565, 1, 1), (1899, 1)]
)
def test_impossible_partial_dates(parts: tuple[int, ...]) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate(*parts)
    assert caught.value.kind == "impossible"


def test_first_and_last_day() -> None:
    assert PartialDate(2024, 2).first() == date(2024, 2, 1)
    assert PartialDate(2024, 2).last() == date(2024, 2, 29)
    assert PartialDate(2024, 2, 3).first() == PartialDate(2024, 2, 3).last() == date(2024, 2, 3)


def test_order_equality_and_hash() -> None:
    month, first, second = PartialDate(2022, 1), PartialDate(2022, 1, 1), PartialDate(2022, 1, 2)
    assert sorted([second, PartialDate(2022, 2), first, month]) == [
        month,
        first,
        second,
        PartialDate(2022, 2),
    ]
    assert month < first <= second
    assert second > month
    assert month != first
    assert len({month, PartialDate(2022, 1), first}) == 2
    assert pickle.loads(pickle.dumps(first)) == first
    with pytest.raises(TypeError):
        assert first < "2022-01-01"
    with pytest.raises(AttributeError):
        first.year = 2023  # type: ignore[misc]


@pytest.mark.parametrize(
    ("day", "fiscal_year"),
    [("2022-09-30", 2565), ("2022-10-01", 2566), ("2022-10", 2566), ("2022-09", 2565), ("2022-01-25", 2565)],
)
def test_fiscal_year(day: str, fiscal_year: int) -> None:
    assert fiscal_year_of(parse_iso(day)) == fiscal_year


def test_fiscal_year_span() -> None:
    assert fiscal_year_span(2565) == (date(2021, 10, 1), date(2022, 9, 30))
    with pytest.raises(DateError):
        fiscal_year_span(2022)


@pytest.mark.parametrize(
    ("day", "lang", "digits", "style", "written"),
    [
        ("2022-01-25", "th", "arabic", "long", "25 มกราคม 2565"),
        ("2022-01-25", "th", "arabic", "short", "25 ม.ค. 2565"),
        ("2022-01-25", "th", "thai", "short", "๒๕ ม.ค. ๒๕๖๕"),
        ("2022-01", "th", "arabic", "long", "มกราคม 2565"),
        ("2022-01", "th", "arabic", "short", "ม.ค. 2565"),
        ("2022-01-25", "en", "arabic", "long", "25 January 2022"),
        ("2022-01", "en", "arabic", "long", "January 2022"),
        ("2022-01-25", "en", "arabic", "short", "25 Jan 2022"),
        ("2022-01-05", "en", "arabic", "short", "5 Jan 2022"),
    ],
)
def test_format_date(day: str, lang: Lang, digits: Digits, style: Style, written: str) -> None:
    assert format_date(parse_iso(day), lang=lang, digits=digits, style=style) == written


DAYS = st.dates(date(1957, 1, 1), date(2056, 12, 31))
PARTIAL = st.builds(
    lambda day, whole: PartialDate(day.year, day.month, None if whole else day.day), DAYS, st.booleans()
)
FAR = st.builds(
    lambda day: PartialDate(day.year, day.month, day.day), st.dates(date(1900, 1, 1), date(2156, 12, 31))
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
@given(PARTIAL | FAR, LANGS, DIGITS, STYLES)
def test_every_format_reads_back(day: PartialDate, lang: Lang, digits: Digits, style: Style) -> None:
    written = format_date(day, lang=lang, digits=digits, style=style)
    assert parse_date(written) == day
    assert parse_iso(day.iso()) == day == parse_date(day.iso())


@settings(deadline=None)
@given(PARTIAL, st.data())
def test_every_untidy_form_reads_back(day: PartialDate, data: st.DataObject) -> None:
    month = format_date(PartialDate(day.year, day.month), style="short").split()[0]
    spellings = [month, month[:-1], month.replace(".", ""), month.replace(".", " "), f"{month}."]
    month = data.draw(st.sampled_from(spellings))
    year = data.draw(
        st.sampled_from([str(day.year + 543), f"{(day.year + 543) % 100:02d}", f"พ.ศ{day.year + 543}"])
    )
    gap, other = data.draw(st.sampled_from(["", " ", "  ", "\u00a0"])), data.draw(st.sampled_from(["", " "]))
    head = "" if day.day is None else data.draw(st.sampled_from(["", "วันที่", "วันที่ "])) + str(day.day)
    written = f"{head}{gap}{month}{other}{year}"
    assert parse_date(data.draw(st.sampled_from([written, to_thai(written)]))) == day


@settings(deadline=None)
@given(DAYS, st.sampled_from("/-."), st.booleans())
def test_every_form_in_numbers_reads_back(day: date, mark: str, short: bool) -> None:
    year = day.year + 543
    written = mark.join([str(day.day), f"{day.month:02d}", f"{year % 100:02d}" if short else str(year)])
    assert parse_date(written) == parse_date(to_thai(written)) == PartialDate(day.year, day.month, day.day)


@settings(deadline=None)
@given(st.text(max_size=220) | THAIISH)
def test_arbitrary_text_gives_a_date_or_date_error(text: str) -> None:
    try:
        day = parse_date(text)
    except DateError as error:
        assert error.kind in {"not_a_date", "impossible", "buddhist_iso", "two_many_dates"}
        assert str(error)
    else:
        assert parse_date(day.iso()) == day
        assert parse_period(text) == Period(day, day, " ".join(text.split()))


@settings(deadline=None)
@given(THAIISH)
def test_every_token_has_a_known_kind(text: str) -> None:
    for token in tokenize(text) or []:
        assert token.kind in KINDS
        assert bool(token.month) == (token.kind in "ME")


@settings(deadline=None)
@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    fiscal_year = fiscal_year_of(PartialDate(day.year, day.month, day.day))
    first, last = fiscal_year_span(fiscal_year)
    assert first <= day <= last
    assert fiscal_year_span(fiscal_year + 1)[0] - last == timedelta(days=1)


@settings(deadline=None)
@given(PARTIAL, PARTIAL)
def test_order_is_total_and_agrees_with_time(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert one.first() <= one.last()
    if one.last() < other.first():
        assert one < other


@pytest.mark.parametrize(
    "piece", ["ม", "ม.", "1 ", "1", " ", "ม.ค. ", "พ. ", "วัน ", "-", "1/", "(", "25 ม.ค. 65 ", "\u200b"]
)
def test_long_text_is_refused_at_once(piece: str) -> None:
    long, longest = piece * 1_000_000, (piece * MAX_LENGTH)[: MAX_LENGTH - 1] + "x"
    started = time.process_time()
    for text in (long, longest):
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert caught.value.kind == "not_a_date"
        assert len(caught.value.value) <= MAX_LENGTH
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2022-03-04T16:59:59+00:00", "2022-03-04"),
        ("2022-03-04T17:00:00Z", "2022-03-05"),
        ("2022-03-05T00:30:00+07:00", "2022-03-05"),
        ("2021-12-31T23:00:00-05:00", "2022-01-01"),
    ],
)
def test_the_day_in_thailand(moment: str, day: str) -> None:
    assert day_in_thailand(moment).iso() == day


@pytest.mark.parametrize(
    "moment",
    ["", "2022-03-04", "2022-03-04T16:00:00", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "x"],
)
def test_what_is_no_moment(moment: str) -> None:
    with pytest.raises(DateError):
        day_in_thailand(moment)
