"""What of a page lasts from one visit to the next: its fingerprint."""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from prongsai.evidence.page import OFTEN, Page
from prongsai.evidence.words import AGO, CLOCK, COPYRIGHT, COUNTED, COUNTED_ALL, COUNTED_LATIN, NUMBERED

_MONTHS: Final = (
    r"(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค|[ก-ฮ]\S{1,8}(?:คม|ยน|พันธ์)"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
)
_DATE: Final = (
    rf"(?:\d{{1,2}}\s*{_MONTHS}\s*,?\s*(?:พ\.ศ\.\s*)?\d{{2,4}}|{_MONTHS}\s*\d{{1,2}}\s*,?\s*\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_TIME: Final = (
    r"(?:\d{1,2}\s*[:.]\s*\d{2}\s*[:.]\s*\d{2}(?:\.\d+)?|\d{1,2}:\d{2})"
    r"(?:\s*(?:am|pm|น\.?|นาฬิกา|gmt|utc|ict|z|[+-]\d{2}:?\d{2}))*"
)
_WEEKDAY: Final = (
    r"(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_DOTTED: Final = r"\d{1,2}\.\d{2}\s*น\b\.?"
_CLOCK_ALONE: Final = re.compile(
    rf"(?:(?:{_WEEKDAY}|ที่|วันที่|เวลา|{_DATE}|t?{_TIME}|{_DOTTED}|,|\||-)\s*)+", re.I
)
_UNIX: Final = rf"{_WEEKDAY},?\s+{_MONTHS}\s+\d{{1,2}}\s+{_TIME}(?:\s+[a-z]{{3,5}})?\s+\d{{4}}"
_TIMES: Final = re.compile(rf"{_UNIX}|(?:เวลา\s*)?(?:{_DATE}\s*t?)?(?<!\d){_TIME}", re.I)
_DOTTED_TIMES: Final = re.compile(_DOTTED)
_DATES: Final = re.compile(rf"(?:{_WEEKDAY}\s*(?:ที่)?\s*)?{_DATE}", re.I)
_SHORT: Final = 200
_BRIEF: Final = 60
_NUMBER: Final = re.compile(r"\d[\d,.]*")
_NUMBER_ALONE: Final = re.compile(r"[\d,\s]+(?:ครั้ง|คน|ราย|views?|hits?|times?)?", re.I)
_HEXADECIMAL: Final = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(?=[a-f]*\d)[0-9a-f]{16,}\b", re.I
)
_RUN: Final = re.compile(r"(?<![\w/+])[A-Za-z0-9_+/-]{20,}={0,2}")
_ADDRESS: Final = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
_SESSION: Final = re.compile(r";jsessionid=[^/?#]*|/\(S\([^)]*\)\)", re.I)
# What each of these patterns needs, for which it is cheap to look first.
_PERHAPS_TIME: Final = re.compile(r"\d\s*[:.]\s*\d\d")
_PERHAPS_ADDRESS: Final = re.compile(r"\d\.\d")
_PERHAPS_TOKEN: Final = re.compile(r"[A-Za-z0-9_+/-]{16}")
_KNOWN: Final[WeakKeyDictionary[Page, tuple["Line", ...]]] = WeakKeyDictionary()
_LATIN: Final = re.compile("[A-Za-zſK]")
_THAI_DIGIT: Final = re.compile("[๐-๙]")
_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


class Line(NamedTuple):
    """A line that stays, the slot of the page in which it stands, and whether it is but a link."""

    text: str
    slot: int = 0
    linked: bool = False


def fingerprint(page: Page) -> str:
    """A hash of what a page says and of the documents it links, deaf to counters, clocks and tokens."""
    lines = [f"title {_steady(page.title)}", *(line.text for line in lasting(page))]
    lines += (f"link {_SESSION.sub('', link)}" for link in page.documents)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def lasting(page: Page) -> tuple[Line, ...]:
    """The lines of a page that stay when only time passes."""
    lines = _KNOWN.get(page)
    if lines is None:
        lines = _KNOWN[page] = tuple(_lasting(page))
    return lines


def _lasting(page: Page) -> Iterator[Line]:
    counting = False
    for block in page.blocks:
        if block.volatile:
            continue
        read = _remembered if len(block.text) <= OFTEN else _what_lasts
        line, counting = read(block.text, block.in_table, counting)
        if line:
            yield Line(line, block.slot, block.linked)


def _what_lasts(text: str, in_table: bool, counting: bool) -> tuple[str, bool]:
    """What of a line stays (nothing, perhaps), and whether counters are being told after it."""
    text = _arabic(text)
    if _CLOCK_ALONE.fullmatch(text) or (_NUMBER_ALONE.fullmatch(text) and (not in_table or counting)):
        return "", counting
    counting = _is_counter(text, counting)
    return " ".join(_steady(_without_visit(text, counting)).split()), counting


_remembered: Final = lru_cache(4096)(_what_lasts)


def _is_counter(text: str, after_counter: bool) -> bool:
    if len(text) >= _SHORT:
        return False
    if COUNTED.search(text) or (_LATIN.search(text) and COUNTED_LATIN.search(text)):
        return True
    return after_counter and bool(COUNTED_ALL.fullmatch(text))


def _without_visit(text: str, counted: bool) -> str:
    """A line without what a visit itself puts there: its count, its time, its number, the year that is."""
    if len(text) >= _SHORT or not _NUMBER.search(text):
        return text
    if counted or COPYRIGHT.search(text):
        text = _NUMBER.sub("", text)
    if CLOCK.match(text):
        text = _DOTTED_TIMES.sub("", _DATES.sub("", text))
    if len(text) < _BRIEF:
        text = AGO.sub("", text)
    return NUMBERED.sub("", text)


def _steady(text: str) -> str:
    text = _arabic(text)
    if _PERHAPS_TIME.search(text):
        text = _TIMES.sub("", text)
    if _PERHAPS_TOKEN.search(text):
        text = _RUN.sub(_unless_token, _HEXADECIMAL.sub("", text))
    return _ADDRESS.sub("", text) if _PERHAPS_ADDRESS.search(text) else text


def _unless_token(found: re.Match[str]) -> str:
    """Nothing for a run of capitals, small letters and digits all at once; else what it is."""
    run = found[0]
    mixed = run.lower() != run != run.upper() and any(map(str.isdigit, run))
    return "" if mixed else run


def _arabic(text: str) -> str:
    return text.translate(_DIGITS) if _THAI_DIGIT.search(text) else text
