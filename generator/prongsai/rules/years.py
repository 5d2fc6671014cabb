"""Reading years out of text: which fiscal years a title, a file name or an address speaks of.

Titles say years in many ways (``ปีงบประมาณ พ.ศ. ๒๕๖๕``, ``ปี 65``, ``2561-2565``, ``ต.ค. 64 - มี.ค. 65``), and
hold years that say nothing of the time covered: a law's year, the day of a letter, an order's number, the
period of a plan that is only being drawn up. All years given back are Buddhist; those of months are fiscal.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

from prongsai.thai.date_words import EN_LONG, EN_SHORT, TH_LONG, TH_SHORT
from prongsai.thai.digits import to_arabic
from prongsai.thai.months import buddhist, fiscal

Kind = Literal["fiscal", "year", "span", "month", "plain", "gregorian", "law", "date", "subject", "scheme"]
Half = Literal["first", "second"]

SURE: Final = frozenset({"fiscal", "year"})
"""Said to be the year that is covered."""
LIKELY: Final = frozenset({"span", "month", "plain", "gregorian"})
"""Years that tell the time covered where none is said to."""

FISCAL_START: Final = 10
"""October, the month in which a fiscal year begins."""
LONGEST: Final = 30
"""More years than any plan covers: two years further apart are no range."""


@dataclass(frozen=True, slots=True)
class Named:
    """Years named at one place of a text.

    Attributes:
        kind: ``fiscal`` (ปีงบประมาณ), ``year`` (ปี), ``span`` and ``month`` (by months), ``plain`` (พ.ศ. or the
            number alone), ``gregorian``; and those that are no years covered: ``law``, ``date``, ``subject``
            (of a plan being drawn up), ``scheme`` (ITA2566: the assessment's year).
        years: the Buddhist years, each of a range, in order.
        text: the words, as they stand.
        backwards: a range whose end lies before its start.
        calendar: January to December of one year.
    """

    kind: Kind
    years: tuple[int, ...]
    text: str
    backwards: bool = False
    calendar: bool = False


_ABBREVIATED: Final = tuple(
    r"[.\s]*".join(name.rstrip(".").split(".")) + r"\.?" for name in TH_SHORT
)  # ม.ค. มค. ม. ค.
_ABBREVIATED_AFTER: Final = "(?:(?<![ก-๎.])|(?<=เดือน)|(?<=ถึง))"  # no part of อ.ก.พ.
_MONTHS: Final = tuple(
    rf"{long.replace('ฎ', '[ฎฏ]')}|{_ABBREVIATED_AFTER}{short}(?![ก-๎])"
    for long, short in zip(TH_LONG, _ABBREVIATED, strict=True)
)
_MONTH: Final = "(?:" + "|".join(_MONTHS) + ")"
_MONTH_OF: Final = tuple(re.compile(pattern) for pattern in _MONTHS)

_ERA: Final = r"พ\s*\.?\s*ศ\s*\.?"
_FOUR: Final = r"2[4-6][0-9]{2}(?![0-9])"
_NOT_COUNTED: Final = rf"(?![0-9])(?![.:][0-9])(?!\s*(?:เดือน|วัน|คน|ครั้ง|ข้อ|ปี|ชั่วโมง|%|{_MONTH}))"
_TWO: Final = rf"[4-9][0-9]{_NOT_COUNTED}"
_WESTERN: Final = r"20[0-4][0-9](?![0-9])"
_ANY_YEAR: Final = rf"(?:{_FOUR}|{_WESTERN}|{_TWO})"
_MORE: Final = rf"\s*(?:[-‐‑‒–—−~/,]|ถึง|และ|กับ)\s*(?:ปี\s*)?(?:งบประมาณ\s*)?(?:{_ERA})?\s*"
_YEARS: Final = rf"{_ANY_YEAR}(?:{_MORE}{_ANY_YEAR})*"
_BARE: Final = rf"25[0-9]{{2}}(?![0-9])(?:{_MORE}(?:25[0-9]{{2}}(?![0-9])|{_TWO}))*"
_POINT: Final = rf"(?:[0-9]{{1,2}}\s*)?{_MONTH}"
_IN_YEAR: Final = rf"\s*(?:{_ERA}|ปี)?\s*(?:{_FOUR}|{_WESTERN}|{_TWO})"
_DASH: Final = r"\s*(?:[-‐‑‒–—−~]|(?:จน)?ถึง)\s*(?:วันที่|(?:สิ้น)?เดือน)?\s*"

_ANY: Final = re.compile(
    rf"(?P<span>{_POINT}(?:{_IN_YEAR})?{_DASH}{_POINT}{_IN_YEAR})"
    rf"|(?P<month>{_POINT}{_IN_YEAR})"
    rf"|(?P<fiscal>(?:ปี\s*งบ(?:ประมาณ)?|งบประมาณ)(?:รายจ่าย)?\s*(?:ประจำ)?(?:ปี)?\s*(?:{_ERA})?\s*\(?{_YEARS})"
    rf"|(?P<year>(?:ปี\s*(?:ปฏิทิน\s*)?(?:{_ERA})?|ค\s*\.?\s*ศ\s*\.?)\s*{_YEARS})"
    rf"|(?P<era>{_ERA}\s*{_YEARS})"
    rf"|(?P<scheme>(?:ITA|OIT)[\s_-]?(?:25[0-9]{{2}}|{_WESTERN})(?![0-9]))"
    rf"|(?P<bare>(?<![0-9])(?<![0-9][/.,-]){_BARE}(?!-[0-9]{{2}}))",
    re.IGNORECASE,
)
_PIECES: Final = re.compile(rf"({_ANY_YEAR})(?:(\s*(?:[-‐‑‒–—−~]|ถึง))?)")
_RANGE_DASH: Final = re.compile(r"\s*(?:[-‐‑‒–—−~]|ถึง)")
_YEAR_IN_POINT: Final = re.compile(rf"(?:{_FOUR}|{_WESTERN}|{_TWO})\s*$")
_SPLIT_SPAN: Final = re.compile(rf"({_POINT}(?:{_IN_YEAR})?){_DASH}({_POINT}{_IN_YEAR})$")

# Words after which a year is the law's own, unless a budget's or a plan's year is meant.
_LAW: Final = re.compile(
    r"พระราชบัญญัติ|พ\s*\.?\s*ร\s*\.?\s*[บกฎฏ]\b|พ\.\s*ร\.\s*[บกฎฏ]\.?|พระราช(?:กฤษฎีกา|กำหนด)|กฎ(?:หมาย|กระทรวง|ก\.)"
    r"|ระเบียบ|ข้อ(?:บังคับ|กำหนด|บัญญัติ)|เทศบัญญัติ|รัฐธรรมนูญ|ประมวล|มาตรฐานทางจริยธรรม|ประกาศ(?:กระทรวง|คณะกรรมการ)"
    r"|หนังสือสั่งการ|คำสั่ง(?:หัวหน้า)?คณะ"
)
_NO_LAW: Final = re.compile(r"งบประมาณ|แผน|รายงาน")
_LAW_GOES_ON: Final = re.compile(r"[\s,()]*(?:และ)?(?:ที่)?\s*(?:แก้ไข|เพิ่มเติม|ปรับปรุง|ถึง|ฉบับ|ที่|[0-9()\s.,])*")
_LONGEST_LINK: Final = 80
# A meeting to draw up the next plan is of the year in which it meets.
_SUBJECT: Final = re.compile(
    r"(?:เพื่อ|ในการ|ร่วม|ประชุม|ประชาคม)(?:การ)?\s*(?:จัดทำ|ทำ|ยกร่าง|ทบทวน|เพิ่มเติม|เปลี่ยนแปลง|แก้ไข|เสนอ|เตรียม|พิจารณา)"
    r"[^0-9]{0,40}?(?:แผน|งบประมาณ|ข้อบัญญัติ|เทศบัญญัติ)"
)
# What makes a number a count and no year.
_COUNTED: Final = re.compile(r"\s*(?:บาท|คน|ราย|ครั้ง|ครัวเรือน|เรื่อง|แห่ง|ไร่|ชุด|ตัว|หลัง|เมตร|กิโลเมตร|ตัน|%)")
_COUNTED_YEARS: Final = re.compile(r"(?:^|[^0-9])[0-9]{1,2}\s*$")  # a plan of 5 ปี
_NUMBERED: Final = re.compile(
    r"(?:จำนวน|เลขที่|เลขรับ|หมายเลข|โทร\.?|มอก\.?|ISO|ที่\s*[0-9ก-ฮ.]*/)\s*$", re.IGNORECASE
)


@lru_cache(maxsize=16_384)
def read_years(text: str) -> tuple[Named, ...]:
    """Every place of a text in prose that names years, in order. Never fails; linear for bounded lengths."""
    plain = to_arabic(text)
    found: list[Named] = []
    last, was_law = 0, False
    for match in _ANY.finditer(plain):
        before = plain[last : match.start()]
        named = _named(match, before, plain, was_law=was_law)
        last, was_law = match.end(), named is not None and named.kind == "law"
        if named is not None:
            found.append(replace(named, text=text[match.start() : match.end()]))
    return tuple(found)


def _named(match: re.Match[str], before: str, plain: str, *, was_law: bool) -> Named | None:
    """What a match says; None for a number that is no year."""
    group, text = str(match.lastgroup), match.group()
    if group == "span":
        return _span(text)
    if group == "month":
        return _month(text)
    if group == "bare" and (_COUNTED.match(plain, match.end()) or _NUMBERED.search(before)):
        return None
    western = bool(re.search(rf"(?<![0-9]){_WESTERN}", text)) and not re.search(rf"(?<![0-9]){_FOUR}", text)
    if group == "scheme":
        return Named("scheme", _listed(text)[0], text)
    years, backwards = _listed(text)
    if group == "year" and _COUNTED_YEARS.search(plain, max(0, match.start() - 4), match.start()):
        if not re.search("[0-9]{4}", text):
            return None
        group = "bare"
    kind: Kind = "plain" if group in ("era", "bare") else "fiscal" if group == "fiscal" else "year"
    if kind == "year" and western:
        kind = "gregorian"
    if _SUBJECT.search(before):
        kind = "subject"
    elif kind == "plain" and _is_law(before, was_law=was_law):
        kind = "law"
    return Named(kind, years, text, backwards, group == "year" and "ปฏิทิน" in text)


def _is_law(before: str, *, was_law: bool) -> bool:
    if was_law and len(before) <= _LONGEST_LINK and _LAW_GOES_ON.fullmatch(before):
        return True
    laws = list(_LAW.finditer(before))
    return bool(laws) and not _NO_LAW.search(before, laws[-1].end())


def _listed(text: str) -> tuple[tuple[int, ...], bool]:
    """The years of a list or of ranges, each in a range; and whether a range runs backwards."""
    years: list[int] = []
    backwards, open_range = False, False
    for piece in re.finditer(rf"(?<![0-9])({_ANY_YEAR})", text):
        year = buddhist(piece[1])
        if open_range and years:
            first = years[-1]
            backwards |= year < first
            if abs(year - first) <= LONGEST:
                years.extend(range(min(first, year), max(first, year) + 1))
        years.append(year)
        open_range = bool(_RANGE_DASH.match(text, piece.end()))
    return tuple(sorted(set(years))), backwards


def _month_in(text: str) -> int:
    return next((number for number, pattern in enumerate(_MONTH_OF, 1) if pattern.search(text)), 0)


def _year_in(text: str) -> int | None:
    match = _YEAR_IN_POINT.search(text)
    return buddhist(match.group().strip()) if match else None


def _month(text: str) -> Named:
    """One month, or one day: a day is a document's date."""
    month, year = _month_in(text), _year_in(text) or 0
    if re.match(rf"[0-9]{{1,2}}\s*{_MONTH}", text):
        return Named("date", (fiscal(year, month),), text)
    if "ปี" in text and month >= FISCAL_START:
        return Named("month", (year, year + 1), text)
    return Named("month", (fiscal(year, month),), text)


def _span(text: str) -> Named:
    """From one month to another."""
    match = _SPLIT_SPAN.match(text)
    if match is None:
        return Named("date", (), text)
    opening, closing = match[1], match[2]
    end_month, end_year = _month_in(closing), _year_in(closing) or 0
    start_month, start_year = _month_in(opening), _year_in(opening)
    if start_year is None:
        start_year = end_year - (start_month > end_month)
    first, last = fiscal(start_year, start_month), fiscal(end_year, end_month)
    backwards = (start_year, start_month) > (end_year, end_month)
    years = range(min(first, last), max(first, last) + 1)
    if len(years) > LONGEST:
        years = range(last, last + 1)
    return Named(
        "span",
        tuple(years),
        text,
        backwards,
        calendar=(start_month, end_month) == (1, 12) and start_year == end_year,
    )


def covered(found: Iterable[Named]) -> frozenset[int]:
    """The years that a text says it covers: those said to be the year, else any other that tells."""
    found = tuple(found)
    sure = frozenset(year for named in found if named.kind in SURE for year in named.years)
    return sure or frozenset(year for named in found if named.kind in LIKELY for year in named.years)


def mentioned(found: Iterable[Named]) -> frozenset[int]:
    """Every year that may be covered, whichever way it is said."""
    return frozenset(year for named in found if named.kind in SURE | LIKELY for year in named.years)


# File names: years stand between hyphens and letters; a long run of digits is a number that a system gave.
_IN_NAME: Final = re.compile(
    rf"(?P<scheme>(?:ita|oit)[\W_]?(?:25[0-9]{{2}}|{_WESTERN})(?![0-9]))"
    r"|(?P<date>(?<![0-9])(?:(?:20[0-4][0-9]|25[0-9]{2})[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[1-9]|[12][0-9]|3[01])[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:20[0-4][0-9]|25[0-9]{2}))(?![0-9]))"
    rf"|(?P<month>(?<![0-9])20[0-4][0-9][-_.]?(?:0[1-9]|1[0-2])(?![0-9])"
    rf"|(?<![a-z])(?:{'|'.join((*EN_LONG, *EN_SHORT))})[\W_]*(?:20[0-4][0-9]|25[0-9]{{2}})(?![0-9]))"
    r"|(?P<range>(?<![0-9])25[0-9]{2}\s*[-_–—]\s*25[0-9]{2}(?![0-9]))"
    r"|(?P<year>(?<![0-9])25[3-9][0-9](?![0-9]))"
    r"|(?P<western>(?<![0-9])20[0-4][0-9](?![0-9]))",
    re.IGNORECASE,
)
# Parts of an address after which a number counts pages or records.
_ID_PARTS: Final = frozenset(
    {
        "id",
        "view",
        "detail",
        "details",
        "page",
        "menu",
        "content",
        "post",
        "article",
        "p",
        "file",
        "download",
        "show",
    }
)


def last_part(address: str) -> str:
    """The last part of an address's path, or a file's name, as people read it."""
    path = urlsplit(address).path if "://" in address else address
    parts = [part for part in unquote(path).split("/") if part]
    if not parts or (parts[-1].isdecimal() and len(parts) > 1 and parts[-2].lower() in _ID_PARTS):
        return ""
    return parts[-1]


@lru_cache(maxsize=16_384)
def read_name_years(address: str) -> tuple[Named, ...]:
    """The years in a file's name or in the last part of a web address. Never fails."""
    try:
        name = to_arabic(last_part(address))
    except ValueError:
        return ()
    prose = [named for named in read_years(name) if named.kind in ("fiscal", "year", "span", "month")]
    return tuple(prose) or tuple(_in_name(name))


def _in_name(name: str) -> Iterator[Named]:
    for match in _IN_NAME.finditer(name):
        text, group = match.group(), match.lastgroup
        numbers = [buddhist(digits) for digits in re.findall(r"2[05][0-9]{2}", text)]
        if group == "month":
            month = _number_of_month(text)
            yield Named("month", (fiscal(numbers[0], month),), text)
        elif group == "range":
            first, last = numbers[0], numbers[-1]
            yield Named("plain", tuple(range(min(first, last), max(first, last) + 1)), text, last < first)
        elif group == "western":
            yield Named("gregorian", (numbers[0], numbers[0] + 1), text)
        elif group in ("scheme", "date"):
            yield Named("scheme" if group == "scheme" else "date", tuple(numbers[:1]), text)
        else:
            yield Named("plain", (numbers[0],), text)


def _number_of_month(text: str) -> int:
    named = text[:3].title()
    return EN_SHORT.index(named) + 1 if named in EN_SHORT else int(re.findall("[0-9]{2}", text)[-1])


_WHOLE: Final = re.compile(
    r"(?<![0-9])12\s*เดือน|สิบสองเดือน|ทั้งปี|ตลอดปี|(?<![0-9])12[\s_-]?m(?:onths?)?(?![a-z])", re.I
)
_SECOND: Final = re.compile(
    r"(?:(?<![0-9])6|หก)\s*เดือน\s*หลัง|ครึ่ง(?:ปี)?หลัง|เมษายน\s*(?:[-–]|ถึง)\s*กันยายน|second.?half", re.I
)
_FIRST: Final = re.compile(
    r"(?:(?<![0-9])6|หก)\s*เดือน|ครึ่ง(?:ปี)?แรก|ครึ่งปี|ตุลาคม\s*(?:[-–]|ถึง)\s*มีนาคม"
    r"|(?<![0-9a-z])6[\s_-]?m(?:onths?)?(?![a-z])|first.?half",
    re.I,
)


@lru_cache(maxsize=16_384)
def half_named(text: str) -> Half | None:
    """The half of a year for which a text is named; None for a whole year or where it does not say."""
    plain = to_arabic(text)
    if _WHOLE.search(plain):
        return None
    second = bool(_SECOND.search(plain))
    first = bool(_FIRST.search(_SECOND.sub(" ", plain)))
    if first == second:
        return None
    return "first" if first else "second"
