"""Months named in titles, file names and cells, by the fiscal year in which they lie."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from prongsai.thai.date_words import EN_LONG, EN_SHORT, TH_LONG, TH_SHORT
from prongsai.thai.dates import BUDDHIST_AHEAD, DateError, PartialDate, parse_date
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, squash

_YEARS: Final = r"25[0-9]{2}|20[0-4][0-9]"
FIRST_HALF: Final = (10, 11, 12, 1, 2, 3)
_FISCAL_START: Final = 10


class Months(NamedTuple):
    """Months of a fiscal year that a text names one by one, and those that its ranges take in."""

    single: frozenset[int] = frozenset()
    ranged: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """Both together."""
        return self.single | self.ranged


def _month(index: int) -> str:
    """The pattern of a month: its Thai and English names, long and short."""
    thai = TH_LONG[index].replace("ฎ", "[ฎฏ]")
    short = r"[.\s]*".join(TH_SHORT[index].rstrip(".").split(".")) + r"\.?"
    english = "|".join(dict.fromkeys((EN_LONG[index].lower(), EN_SHORT[index].lower())))
    return rf"{thai}|(?<![ก-๎.]){short}(?![ก-๎])|(?<![a-z])(?:{english})(?![a-z])"


_EACH: Final = tuple(re.compile(_month(index)) for index in range(12))
_NAME: Final = "(?:" + "|".join(_month(index) for index in range(12)) + ")"
_YEAR: Final = (
    r"(?:\s*(?:ประจำ)?\s*(?:ปี\s*งบ(?:ประมาณ)?|งบประมาณ|ปี)?\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*"
    r"(?:25[0-9]{2}|20[0-4][0-9]|[4-9][0-9])(?![0-9]))"
)
_POINT: Final = rf"(?:(?<![0-9])[0-3]?[0-9]\s*)?(?:เดือน\s*)?{_NAME}{_YEAR}?"
_DASH: Final = r"\s*(?:[-‐‑‒–—−~]|(?:จน)?ถึง)\s*(?:วันที่\s*|(?:สิ้น)?เดือน\s*)?"
_ANY: Final = re.compile(rf"(?P<start>{_POINT}){_DASH}(?P<end>{_POINT})|(?P<one>{_POINT})")
_QUARTER: Final = re.compile(r"ไตรมาส(?:ที่)?\s*([1-4])(?![0-9])")
_JOINED: Final = re.compile(rf"(?:เดือน\s*)?(?P<name>{_NAME})\s*[-/]\s*(?P<year>{_YEARS}|[0-9]{{2}})")
_QUARTER_ALONE: Final = re.compile(
    rf"(?:ไตรมาส(?:ที่)?|q)\s*(?P<number>[1-4])(?:\s*[-/]?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?P<year>{_YEARS}|[4-9][0-9]))?"
)
_DIGITS: Final = re.compile(r"(25[0-9]{2}|20[0-4][0-9]|[4-9][0-9])\s*$")
_DAY: Final = re.compile(r"[0-9]{1,2}\s*(?!เดือน)")
_FORM: Final = re.compile(r"สขร\s*\.?\s*[0-9]+")
"""The form of the monthly procurement summary: its number is no day."""
_ISO: Final = re.compile(r"(2[0-9]{3})-(0[1-9]|1[0-2])(?:-[0-9]{2})?")


_NUMERIC: Final = re.compile(
    rf"(?P<first>{_YEARS})[-/](?P<last>0?[1-9]|1[0-2])(?:-[0-9]{{2}})?"
    rf"|(?P<month>0?[1-9]|1[0-2])[-/](?P<year>{_YEARS}|[4-9][0-9])"
)
_BEFORE: Final = re.compile(r"^(?:ประจำ|ใน|รอบ)\s*(?=เดือน|ไตรมาส)")


def buddhist(digits: str) -> int:
    """The Buddhist year of two or four digits: 65, 2565 and 2022 are all 2565."""
    number = int(digits)
    if number < 100:
        return number + 2500
    return number + BUDDHIST_AHEAD if number < 2400 else number


def fiscal(year: int, month: int) -> int:
    """The fiscal year of a month of a Buddhist calendar year."""
    return year + (month >= _FISCAL_START)


def place_in_year(month: int) -> int:
    """A month's place in the fiscal year, from 0 for October."""
    return (month - _FISCAL_START) % 12


def in_order(months: Iterable[int]) -> list[int]:
    """Months in the order of the fiscal year."""
    return sorted(months, key=place_in_year)


def as_date(fiscal_year: int, month: int) -> PartialDate:
    """A month of a fiscal year."""
    return PartialDate(fiscal_year - BUDDHIST_AHEAD - (month >= _FISCAL_START), month)


def is_over(fiscal_year: int, month: int, today: date) -> bool:
    """Whether a month of a fiscal year lies before ``today``."""
    return as_date(fiscal_year, month).last() < today


@lru_cache(maxsize=16_384)
def months_in(text: str, fiscal_year: int) -> Months:
    """The months of a fiscal year that a text names; a month without a year is taken to be of it.

    A single day (``5 ม.ค. 2566``) is a document's date and names no month.
    """
    plain = _plain(text)
    single: set[int] = set()
    ranged: set[int] = set()
    for match in _ANY.finditer(plain):
        if match["one"] is None:
            ranged.update(_range(match["start"], match["end"], fiscal_year))
        elif not _DAY.match(match["one"]):
            month, year = _read(match["one"])
            if year is None or year == fiscal_year:
                single.add(month)
    for match in _QUARTER.finditer(plain):
        first = _FISCAL_START + 3 * (int(match[1]) - 1)
        ranged.update((number - 1) % 12 + 1 for number in range(first, first + 3))
    return Months(frozenset(single), frozenset(ranged))


@lru_cache(maxsize=16_384)
def skeleton(text: str) -> str:
    """A text without months and numbers: what the titles of one series have in common."""
    return squash(re.sub("[0-9]+", "", _ANY.sub(" ", _plain(text))))


@lru_cache(maxsize=16_384)
def months_of_cell(cell: str, fiscal_year: int) -> frozenset[int]:
    """The months of a fiscal year in a table's cell: ``2022-10``, ``ต.ค. 65``, ``ตุลาคม``, a day, a range."""
    text = _plain(cell).strip()
    if iso := _ISO.fullmatch(text):
        month = int(iso[2])
        return frozenset({month} if fiscal(buddhist(iso[1]), month) == fiscal_year else ())
    if _DAY.match(text) and (match := _ANY.fullmatch(text)) and match["one"]:
        month, year = _read(match["one"])
        return frozenset({month} if year in (None, fiscal_year) else ())
    return months_in(cell, fiscal_year).all


@lru_cache(maxsize=16_384)
def months_of(cell: str, fiscal_year: int) -> tuple[PartialDate, ...]:
    """The months that a cell is about, in order; empty where it names none, or says something else as well.

    Any fiscal year's: ``2023-10``, ``10/2566``, ``Oct-23``, ``ต.ค.-66``, ``ตุลาคม ๒๕๖๖``, a day, ``ต.ค. - ธ.ค.
    66``, ``ไตรมาส 1/2567``. A month without a year is of ``fiscal_year``, and so is a quarter.
    """
    text = _BEFORE.sub("", _plain(cell).strip()).strip()
    if match := _NUMERIC.fullmatch(text):
        month = int(match["month"] or match["last"])
        return _one(buddhist(match["year"] or match["first"]), month)
    if match := _JOINED.fullmatch(text):
        year = int(match["year"])
        century = 2000 if year < 40 and match["name"].isascii() else 0
        return _one(buddhist(str(year + century)), _read(match["name"])[0])
    if match := _QUARTER_ALONE.fullmatch(text):
        quarter = int(match["number"])
        year = buddhist(match["year"]) if match["year"] else fiscal_year
        return tuple(as_date(year, (9 + 3 * (quarter - 1) + step) % 12 + 1) for step in range(3))
    match = _ANY.fullmatch(text)
    if match and match["one"] and not _DAY.match(match["one"]):
        month, named = _read(match["one"])
        return (as_date(fiscal_year if named is None else named, month),)
    if match and not match["one"]:
        return _stretch(match["start"], match["end"], fiscal_year)
    try:
        day = parse_date(text)
    except DateError:
        return ()
    return (PartialDate(day.year, day.month),)


def _one(year: int, month: int) -> tuple[PartialDate, ...]:
    try:
        return (PartialDate(year - BUDDHIST_AHEAD, month),)
    except DateError:
        return ()


_LONGEST: Final = 3
"""More years than any cell is about."""


def _stretch(start: str, end: str, fiscal_year: int) -> tuple[PartialDate, ...]:
    years = {year for year in (_read(start)[1], _read(end)[1]) if year is not None} or {fiscal_year}
    if max(years) - min(years) > _LONGEST:
        return ()
    return tuple(
        as_date(year, month)
        for year in range(min(years) - 1, max(years) + 1)
        for month in in_order(set(_range(start, end, year)))
    )


def is_month(cell: str) -> bool:
    """Whether a cell is the name of a single month and nothing else."""
    match = _ANY.fullmatch(_plain(cell).strip())
    return bool(match and match["one"])


def _plain(text: str) -> str:
    return _FORM.sub("สขร ", to_arabic(clean(text)).lower())


def _read(point: str) -> tuple[int, int | None]:
    """The month of a point and the fiscal year in which it lies; None where it names no year."""
    month = next(number for number, pattern in enumerate(_EACH, 1) if pattern.search(point))
    digits = _DIGITS.search(point)
    if digits is None:
        return month, None
    year = buddhist(digits[1])
    return month, year if "งบ" in point else fiscal(year, month)


def _range(start: str, end: str, fiscal_year: int) -> Iterator[int]:
    """The months of a fiscal year from one point to another; the end's year holds for a start without one."""
    first, first_year = _read(start)
    last, last_year = _read(end)
    if last_year is None:
        last_year = fiscal_year
    if first_year is None:
        first_year = last_year - (place_in_year(first) > place_in_year(last))
    for number in range(first_year * 12 + place_in_year(first), last_year * 12 + place_in_year(last) + 1):
        if number // 12 == fiscal_year:
            yield (number % 12 + _FISCAL_START - 1) % 12 + 1
