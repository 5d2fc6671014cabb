"""Periods and dates as they are printed, with scan errors mended where only one reading is possible."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from prongsai.thai.dates import DateError, PartialDate, Period, fiscal_year_of, parse_date, parse_period
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, fold_spaces

_ROUNDS: Final = re.compile(r"(?=(?:ครั้ง|รอบ|งวด|ระยะ|ไตรมาส)ที่\s*[0-9๐-๙])")
_LEAD: Final = re.compile(
    r"^(?:(?:ครั้ง|รอบ|งวด|ระยะ|ไตรมาส)ที่\s*[0-9๐-๙]+\s*[:.]?\s*|(?:เมื่อ|ในวันที่|ในเดือน|ดำเนินการ(?:ใน)?|เดือน|ระยะเวลา)\s*)"
)
_DAY_AFTER_MONTH_WORD: Final = re.compile(r"เดือน\s*(?=[0-9๐-๙]{1,2}\s*[ก-ฮ])")
_DATE: Final = re.compile(
    r"(?:วันที่\s*)?(?P<day>[0-9๐-๙]{1,2})\s*(?:เดือน\s*)?(?P<month>ม\.?\s?ค\.?|ก\.?\s?พ\.?|มี\.?\s?ค\.?|เม\.?\s?ย\.?|พ\.?\s?ค\.?|มิ\.?\s?ย\.?|ก\.?\s?ค\.?"
    r"|ส\.?\s?ค\.?|ก\.?\s?ย\.?|ต\.?\s?ค\.?|พ\.?\s?ย\.?|ธ\.?\s?ค\.?|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)"
    r"\s*(?:พ\s?\.?\s?ศ\s?\.?\s*)?(?P<year>[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
)
_MONTH: Final = re.compile(
    r"(?:เดือน\s*)?(?P<month>มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(?:พ\s?\.?\s?ศ\s?\.?\s*)?(?P<year>[0-9๐-๙]{4}|[0-9๐-๙]{2})?(?![0-9๐-๙])"
)
_ISO: Final = re.compile(r"(?<!\d)(?:19|20|25)\d\d-\d\d-\d\d(?!\d)|(?<!\d)\d{1,2}/\d{1,2}/(?:25)?\d\d(?!\d)")
_CONFUSED: Final = (
    ("4", "5"),
    ("5", "4"),
    ("3", "8"),
    ("8", "3"),
    ("1", "7"),
    ("7", "1"),
    ("6", "9"),
    ("9", "6"),
    ("5", "6"),
    ("6", "5"),
)
_OFTEN: Final = 3


@dataclass(frozen=True)
class ReadPeriod:
    """A period as it was read. ``periods`` where a cell holds several; ``understood``: dates were found."""

    period: Period | None
    periods: tuple[Period, ...] = ()
    understood: bool = True
    mended: str | None = None


def read_period(text: str) -> ReadPeriod:
    """The period, or periods, of a cell."""
    plain = fold_spaces(clean(text)).strip(" -–")
    if not plain:
        return ReadPeriod(None)
    pieces = [piece.strip(" ,;และ") for piece in _ROUNDS.split(plain) if piece.strip(" ,;")]
    if len(pieces) > 1:
        read = [_one(piece) for piece in pieces]
        if all(period.start or period.end for period in read):
            return ReadPeriod(None, tuple(read))
    period = _one(plain)
    if period.start is None and period.end is None and len(parts := re.split(r"\s*(?:และ|,)\s*", plain)) > 1:
        several = [_one(part) for part in parts]
        if all(one.start or one.end for one in several):
            return ReadPeriod(None, tuple(several))
    fine = (
        period.start is not None
        or period.end is not None
        or not re.search(r"[0-9๐-๙]{1,2}\s*[ก-ฮ]\.|25[0-9]{2}|๒๕[๐-๙]{2}", plain)
        or _is_phrase(plain)
    ) and bool(re.search(r"[^\W_]", plain))
    return ReadPeriod(period, (), fine)


def _is_phrase(plain: str) -> bool:
    return bool(re.search(r"ปีงบประมาณ|ตลอด|ทุก|ราย|ไตรมาส", plain))


def _one(text: str) -> Period:
    """One period; its text stays as printed even where a word too many was passed over."""
    tried = [
        text,
        _LEAD.sub("", text),
        _DAY_AFTER_MONTH_WORD.sub("วันที่ ", _LEAD.sub("", text)),
        re.sub(r"\.{2,}", ".", text),
        re.sub(r"\s*\([^()]*\)\s*$", "", text),
    ]
    for candidate in dict.fromkeys(tried):
        try:
            period = parse_period(candidate)
        except DateError:
            continue
        return Period(period.start, period.end, text)
    return Period(None, None, text)


def usual_periods(periods: Iterable[Period]) -> list[Period]:
    """The periods that stand often in a document."""
    counts = Counter((period.start, period.end) for period in periods if period.start and period.end)
    return [Period(start, end) for (start, end), count in counts.most_common(3) if count >= _OFTEN]


def mended_period(period: Period, fiscal_year: int, usual: Iterable[Period]) -> Period | None:
    """The usual period that one outside its fiscal year turns into when one digit is read as another."""
    if not (period.start and period.end and period.text):
        return None
    if fiscal_year in (fiscal_year_of(period.start), fiscal_year_of(period.end)):
        return None
    printed = to_arabic(period.text)
    for wrong, right in _CONFUSED:
        positions = [index for index, char in enumerate(printed) if char == wrong]
        if not 0 < len(positions) <= 8:
            continue
        for mask in range(1, 1 << len(positions)):
            chars = list(printed)
            for bit, index in enumerate(positions):
                if mask >> bit & 1:
                    chars[index] = right
            read = _one("".join(chars))
            if any((read.start, read.end) == (one.start, one.end) for one in usual):
                return Period(read.start, read.end, period.text)
    return None


def is_unlikely(period: Period, fiscal_year: int) -> bool:
    """Whether a period ends before it starts, or lies more than three years from its report."""
    ends = [end for end in (period.start, period.end) if end]
    if len(ends) == 2 and ends[1].last() < ends[0].first():
        return True
    return any(abs(fiscal_year_of(end) - fiscal_year) > 3 for end in ends)


def dates_in(text: str) -> list[PartialDate]:
    """The days that a text names, in order."""
    found = []
    for match in sorted((*_DATE.finditer(clean(text)), *_ISO.finditer(text)), key=lambda one: one.start()):
        try:
            written = f"{match['day']} {match['month']} {match['year']}" if match.re is _DATE else match[0]
            found.append(parse_date(written))
        except DateError:
            continue
    return found


def due_in(text: str, fiscal_year: int | None = None) -> PartialDate | None:
    """The day or month by which a text says that something is due: its last."""
    days = dates_in(text)
    if days:
        return days[-1]
    months = [match for match in _MONTH.finditer(clean(text)) if match["year"]]
    for match in reversed(months):
        try:
            return parse_date(f"{match['month']} {match['year']}")
        except DateError:
            continue
    bare = [match["month"] for match in _MONTH.finditer(clean(text)) if not match["year"]]
    if bare and fiscal_year and re.search("ภายใน", text):
        try:
            day = parse_date(f"{bare[-1]} {fiscal_year}")
            return PartialDate(day.year - (day.month >= 10), day.month)
        except DateError:
            return None
    return None
