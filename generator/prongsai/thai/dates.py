"""Dates and periods as Thai officers write them, kept as Gregorian years, months and days.

Years are Buddhist in Thai prose (2565, 65) and Gregorian in ISO form (2022-01-25). The Buddhist year is
543 ahead of the Gregorian one. The fiscal year runs from 1 October to 30 September and carries the
Buddhist number of the calendar year in which it ends (Budget Procedures Act B.E. 2561, section 4).
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import total_ordering
from typing import Final, Literal, NamedTuple

from prongsai.thai.date_words import EN_LONG, EN_SHORT, TH_LONG, TH_SHORT, Token, is_phrase, tokenize
from prongsai.thai.digits import to_arabic, to_thai
from prongsai.thai.text import clean, fold_spaces

Kind = Literal["not_a_date", "impossible", "buddhist_iso", "two_many_dates"]
Lang = Literal["th", "en"]
Digits = Literal["arabic", "thai"]
Style = Literal["short", "long"]

MAX_LENGTH: Final = 200
"""Longest text looked at, in characters."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2399
"""The Gregorian years that a date may have."""

BUDDHIST_AHEAD: Final = 543
_BUDDHIST_YEARS: Final = range(2400, 2700)
_SHORT_YEAR_CENTURY: Final = 2500
_FISCAL_START: Final = 10
_THAILAND: Final = timezone(timedelta(hours=7))
"""Asia/Bangkok: UTC+7, without summer time since 1920 (IANA time zone database)."""

_MONTH_NAMES: Final = {
    ("th", "long"): TH_LONG,
    ("th", "short"): TH_SHORT,
    ("en", "long"): EN_LONG,
    ("en", "short"): EN_SHORT,
}
_MESSAGES: Final = {
    "not_a_date": "not a date",
    "impossible": "no such day",
    "buddhist_iso": "a Buddhist year in ISO form",
    "two_many_dates": "more dates than one",
}


class DateError(ValueError):
    """A text that gives no date.

    ``kind`` is ``not_a_date`` (not understood), ``impossible`` (understood, but no such day or a year out
    of range), ``buddhist_iso`` (2565-01-25) or ``two_many_dates`` (more dates than asked for). ``value``
    is the text, at most 200 characters of it; for ``buddhist_iso`` it is the ISO date alone.
    """

    def __init__(self, kind: Kind, value: str) -> None:
        self.kind: Kind = kind
        self.value = value[:MAX_LENGTH]
        super().__init__(kind, self.value)

    def __str__(self) -> str:
        return f"{_MESSAGES[self.kind]}: {self.value!r}"

    @property
    def suggestion(self) -> str | None:
        """The Gregorian ISO date meant by a Buddhist one; None for the other kinds."""
        if self.kind != "buddhist_iso":
            return None
        year, rest = self.value[:4], self.value[4:]
        return f"{int(year) - BUDDHIST_AHEAD}{rest}"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a whole month when ``day`` is None; the year is Gregorian, 1900 to 2399.

    Ordered by time; a month comes before its first day. Raises DateError (kind ``impossible``) when
    there is no such day.
    """

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        in_range = FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= 12
        if not in_range or (self.day is not None and not 1 <= self.day <= self._length()):
            raise DateError("impossible", self.iso())

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.year, self.month, self.day or 0) < (other.year, other.month, other.day or 0)

    def _length(self) -> int:
        """Days in the month."""
        return monthrange(self.year, self.month)[1]

    def iso(self) -> str:
        """``2022-01-25``, or ``2022-01`` for a month."""
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    def first(self) -> date:
        """The day, or the first day of the month."""
        return date(self.year, self.month, self.day or 1)

    def last(self) -> date:
        """The day, or the last day of the month."""
        return date(self.year, self.month, self.day or self._length())


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: from ``start`` to ``end``, both included, either open when None.

    ``text`` is what the officer wrote; it is all there is when both ends are None. The end may lie
    before the start: that is for a rule to report.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    text: str | None = None


# The grammar of dates, over the kinds of their tokens (``date_words.KINDS``).
_YEAR: Final = "A?y?[BC]?N"
_FULL: Final = f"(?:d?[IS]|[dm]?Nm?[ME]{_YEAR}|m?[ME]{_YEAR}|ENA?N|NH[ME]HN|NL[ME]LN)"
_OPENING: Final = f"(?:{_FULL}|[dm]?Nm?[ME]|m?[ME]|[dm]?N)"
_ONE_DATE: Final = re.compile(_FULL)
_ONE_END: Final = re.compile(f"(?P<lead>[FRW]?)(?P<point>{_FULL})(?P<tail>O?)")
_TWO_ENDS: Final = re.compile(f"[FRW]?(?P<start>{_OPENING})[TH](?P<end>{_FULL})")
_TWO_ISO: Final = re.compile("(?P<start>I)L(?P<end>I)")


class _Point(NamedTuple):
    """A date being read; what is missing comes from the other end of the period."""

    year: int | None
    month: int | None
    day: int | None


def _prepare(text: str) -> str:
    """Clean a text for reading: ASCII digits, lower case, no brackets around the whole."""
    if len(text) > MAX_LENGTH:
        raise DateError("not_a_date", text)
    prepared = to_arabic(clean(text)).lower().strip()
    if prepared[:1] + prepared[-1:] in {"()", "[]"}:
        prepared = prepared[1:-1].strip()
    return prepared


def _tokens(prepared: str) -> tuple[list[Token], str]:
    """The tokens of a prepared text and the string of their kinds; raise DateError when there are none."""
    tokens = tokenize(prepared)
    if not tokens:
        raise DateError("not_a_date", prepared)
    return tokens, "".join(token.kind for token in tokens)


def _read_year(digits: str, era: str = "") -> int:
    """The Gregorian year of two or four digits; ``era`` is B (Buddhist), C (Gregorian) or nothing."""
    number = int(digits) if len(digits) == 4 else _SHORT_YEAR_CENTURY + int(digits[:2])
    if len(digits) not in (2, 4) or (len(digits) == 2 and era == "C"):
        raise DateError("not_a_date", digits)
    if era != "C" and number in _BUDDHIST_YEARS:
        return number - BUDDHIST_AHEAD
    if era == "B":
        raise DateError("impossible", digits)
    return number


def _read_point(tokens: Sequence[Token]) -> _Point:
    """The date in the tokens of one point; raise DateError when a number cannot be a day or a year."""
    for kind, text, _ in tokens:
        if kind == "I":
            whole = parse_iso(text)
            return _Point(whole.year, whole.month, whole.day)
        if kind == "S":
            day, month, year = re.findall("[0-9]+", text)
            return _Point(_read_year(year), int(month), int(day))
    names = [index for index, token in enumerate(tokens) if token.month]
    cut = names[0] if names else len(tokens)
    days = [token.text for token in tokens[:cut] if token.kind == "N"]
    years = [token.text for token in tokens[cut:] if token.kind == "N"]
    if len(years) == 2:
        days = [years.pop(0)]
    if days and len(days[0]) > 2:
        raise DateError("not_a_date", days[0])
    era = "".join(token.kind for token in tokens if token.kind in "BC")
    return _Point(
        _read_year(years[0], era) if years else None,
        tokens[cut].month if names else None,
        int(days[0]) if days else None,
    )


def _complete(start: _Point, end: PartialDate) -> PartialDate:
    """The start of a period with its missing year and month taken from the end.

    Raises DateError for a day before a whole month: ``1 - ม.ค. 65``.
    """
    if start.month is None and end.day is None:
        raise DateError("not_a_date", "")
    month = end.month if start.month is None else start.month
    year = start.year
    if year is None:
        year = end.year - 1 if month > end.month else end.year
    return PartialDate(year, month, start.day)


def _exact(point: _Point) -> PartialDate:
    """The date of a point that has a year and a month."""
    if point.year is None or point.month is None:
        raise DateError("not_a_date", "")
    return PartialDate(point.year, point.month, point.day)


def _misfit(kinds: str) -> DateError:
    """The error for tokens in no known order: too many dates, or none that is understood."""
    many = _TWO_ENDS.fullmatch(kinds) or len(_ONE_DATE.findall(kinds)) > 1
    return DateError("two_many_dates" if many else "not_a_date", "")


def _with_value(error: DateError, text: str) -> DateError:
    """The same error about the whole text; a Buddhist ISO date stays the value."""
    return error if error.kind == "buddhist_iso" else DateError(error.kind, text)


def parse_iso(text: str) -> PartialDate:
    """Read ``YYYY-MM-DD`` or ``YYYY-MM``, ASCII digits, Gregorian year 1900 to 2399.

    Raises DateError: ``buddhist_iso`` for a year from 2400 (its ``suggestion`` is the Gregorian date),
    ``impossible`` when there is no such day in the years allowed in either reckoning, ``not_a_date`` for
    any other text.
    """
    match = re.fullmatch("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", text)
    if match is None:
        raise DateError("not_a_date", text)
    year, month = int(match[1]), int(match[2])
    day = None if match[3] is None else int(match[3])
    if year <= LAST_YEAR:
        return PartialDate(year, month, day)
    try:
        PartialDate(year - BUDDHIST_AHEAD, month, day)
    except DateError:
        raise DateError("impossible", text) from None
    raise DateError("buddhist_iso", text)


def parse_date(text: str) -> PartialDate:
    """Read one date in any of the ways people write it, with a day or a month alone.

    Years 2400 to 2699 and two-digit years (25xx) are Buddhist, years 1900 to 2399 Gregorian; in ISO
    form all years are Gregorian. Raises DateError, whose kind says why; a text of over 200 characters
    is ``not_a_date``.
    """
    try:
        tokens, kinds = _tokens(_prepare(text))
        if not _ONE_DATE.fullmatch(kinds):
            raise _misfit(kinds)
        return _exact(_read_point(tokens))
    except DateError as error:
        raise _with_value(error, text) from None


def _read_ends(prepared: str) -> tuple[PartialDate | None, PartialDate | None]:
    """The two ends of a period in a prepared text."""
    tokens, kinds = _tokens(prepared)
    if match := _TWO_ENDS.fullmatch(kinds) or _TWO_ISO.fullmatch(kinds):
        end = _exact(_read_point(tokens[slice(*match.span("end"))]))
        return _complete(_read_point(tokens[slice(*match.span("start"))]), end), end
    match = _ONE_END.fullmatch(kinds)
    if match is None:
        raise _misfit(kinds)
    point = _exact(_read_point(tokens[slice(*match.span("point"))]))
    if match["lead"] == "W":
        return None, point
    if match["lead"] == "F" or match["tail"]:
        return point, None
    return point, point


def parse_period(text: str) -> Period:
    """Read a period: two dates, one date, ``ภายใน`` (end alone), ``ตั้งแต่`` (start alone) or a phrase.

    A start without year or month takes those of the end, the year before when its month is later than
    the end's. ``ตลอดปี``, ``ทุกเดือน`` and the like give a period of text alone. The text keeps its digits,
    with spaces folded. Raises DateError as ``parse_date`` does; an end before its start is no error.
    """
    try:
        prepared = _prepare(text)
        start, end = (None, None) if is_phrase(prepared) else _read_ends(prepared)
    except DateError as error:
        raise _with_value(error, text) from None
    return Period(start, end, fold_spaces(text))


def fiscal_year_of(day: PartialDate) -> int:
    """The Buddhist fiscal year (October to September) that a date or month lies in."""
    return day.year + BUDDHIST_AHEAD + (day.month >= _FISCAL_START)


def fiscal_year_span(fiscal_year: int) -> tuple[date, date]:
    """The first and last day of a Buddhist fiscal year: 2565 is 2021-10-01 to 2022-09-30.

    Raises DateError (``impossible``) for a year that cannot be Buddhist, such as 2022.
    """
    if fiscal_year not in _BUDDHIST_YEARS:
        raise DateError("impossible", str(fiscal_year))
    year = fiscal_year - BUDDHIST_AHEAD
    return date(year - 1, _FISCAL_START, 1), date(year, _FISCAL_START - 1, 30)


def day_in_thailand(moment: str) -> PartialDate:
    """The day that it is in Thailand at an ISO moment with its offset (``2022-03-04T18:00:00+00:00``).

    Raises DateError for a text that is no such moment, or one outside the years that a date may have.
    """
    try:
        found = datetime.fromisoformat(moment)
        if found.tzinfo is None:
            raise DateError("not_a_date", moment)
        day = found.astimezone(_THAILAND).date()
    except (ValueError, OverflowError):
        raise DateError("not_a_date", moment) from None
    return PartialDate(day.year, day.month, day.day)


def format_date(
    d: PartialDate, *, lang: Lang = "th", digits: Digits = "arabic", style: Style = "long"
) -> str:
    """Write a date: ``25 มกราคม 2565``, ``25 ม.ค. 2565``, ``25 January 2022``, ``25 Jan 2022``.

    Thai has the Buddhist year, English the Gregorian one; a month comes without a day. Raises KeyError
    for an unknown language or style.
    """
    year = d.year + BUDDHIST_AHEAD if lang == "th" else d.year
    month = _MONTH_NAMES[lang, style][d.month - 1]
    written = f"{month} {year}" if d.day is None else f"{d.day} {month} {year}"
    return to_thai(written) if digits == "thai" else written


def format_period(
    period: Period, *, lang: Lang = "th", digits: Digits = "arabic", style: Style = "long"
) -> str:
    """Write a period by its dates, each as ``format_date`` does; by its text when it has none.

    Two dates have `` – `` between, two equal ones are written once; an end alone has ``ภายใน`` (``by``)
    before it, a start alone ``ตั้งแต่`` (``from``). Without dates and text the result is empty.
    """
    start, end = (
        day and format_date(day, lang=lang, digits=digits, style=style) for day in (period.start, period.end)
    )
    if start and end:
        return start if start == end else f"{start} – {end}"
    if end:
        return f"ภายใน {end}" if lang == "th" else f"by {end}"
    if start:
        return f"ตั้งแต่ {start}" if lang == "th" else f"from {start}"
    return period.text or ""
