"""What an officer wrote into a cell, as a value of the sources."""

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.model.fields import MAX_TEXT, STATUS_WORDS, check_address, read_year
from prongsai.report.editing.cells import folded
from prongsai.report.editing.columns import REPORTED, STATES
from prongsai.thai.dates import DateError, parse_date, parse_period
from prongsai.thai.digits import to_arabic

MAX_BODY: Final = 30_000
MAX_LINES: Final = 300
"""Longest list in a cell, in lines."""

_ALL: Final = re.compile(r"ทั้งหมด|ทุกเรื่อง|ครบ|all", re.IGNORECASE)
_NIL: Final = re.compile(r"(?:เรื่องที่|ข้อ|องค์ประกอบที่)?\s*([0-9]{1,3})\s*[:.)：=-]\s*(.+)")


class Doubtful(Exception):
    """A text that gives no value; ``reason`` says why, and what to write."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.reason = Text(th, en)


@dataclass(frozen=True)
class About:
    """What a cell may refer to: how many elements the item has, how many ways, and which files are there."""

    elements: int
    ways: int
    is_file: Callable[[str], bool]


def value_of(name: str, text: str, about: About) -> Any:
    """The value of a field: a text, a list of texts or numbers, a mapping; None or empty for nothing.

    Raises:
        Doubtful: there is none in it.
    """
    if not text.strip():
        return [] if name in _LISTS else {} if name == "nil" else None
    return _READERS[name](text, about)


def same(name: str, one: str, other: str, about: About) -> bool:
    """Whether two texts of a field mean the same."""
    if folded(one) == folded(other):
        return True
    try:
        return bool(_meaning(name, one, about) == _meaning(name, other, about))
    except (Doubtful, DateError):
        return False


def _meaning(name: str, text: str, about: About) -> Any:
    if name == "periods":
        spans = [parse_period(line) for line in _lines(text, about)]
        return [
            (span.start, span.end) if span.start or span.end else folded(span.text or "") for span in spans
        ]
    value = value_of(name, text, about)
    if name in ("shows", "years"):
        return sorted(value)
    return folded(value) if isinstance(value, str) else value


def lines_of(text: str) -> list[str]:
    """The lines of a cell that hold something, each with its spaces folded."""
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _status(words: dict[str, str]) -> Callable[[str, About], str]:
    def read(text: str, _: About) -> str:
        plain = "".join(text.split())
        found = STATUS_WORDS.get(plain, text.strip().lower())
        if found in words:
            return found
        near = difflib.get_close_matches(plain, words.values(), 1, 0.6)
        meant = (
            Text(f" (หมายถึง “{near[0]}” หรือไม่)", f" (did you mean “{near[0]}”?)") if near else Text("", "")
        )
        choices, quoted = ", ".join(words.values()), ", ".join(f"“{word}”" for word in words.values())
        raise Doubtful(
            f"ไม่รู้จักสถานะ “{text.strip()}”{meant.th} — เลือกจาก {choices}",
            f"the status “{text.strip()}” is not known{meant.en} — choose from {quoted}",
        )

    return read


def _date(text: str, _: About) -> str:
    try:
        return parse_date(text).iso()
    except DateError as error:
        meant = Text(f" (หมายถึง {error.suggestion} หรือไม่)", f" (did you mean “{error.suggestion}”?)")
        hint = meant if error.suggestion else Text("", "")
        raise Doubtful(
            f"อ่านวันที่ “{text.strip()}” ไม่ได้{hint.th} — เขียนเช่น 25 ม.ค. 2565",
            f"the date “{text.strip()}” cannot be read{hint.en} — write it like “25 ม.ค. 2565”",
        ) from None


def _lines(text: str, _: About) -> list[str]:
    found = lines_of(text)
    if len(found) > MAX_LINES:
        raise Doubtful(
            f"มี {len(found)} บรรทัด เกิน {MAX_LINES}", f"{len(found)} lines, over the {MAX_LINES} of a list"
        )
    for line in found:
        _check_length(line)
    return found


def _check_length(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise Doubtful(
            f"ข้อความยาว {len(text):,} อักษร เกิน {MAX_TEXT:,} — ตัดให้สั้นลงหรือแยกบรรทัด",
            f"a text of {len(text):,} characters, over {MAX_TEXT:,} — shorten it or part it",
        )
    return text


def _periods(text: str, about: About) -> list[str]:
    found = _lines(text, about)
    for line in found:
        try:
            parse_period(line)
        except DateError:
            raise Doubtful(
                f"อ่านช่วงเวลา “{line}” ไม่ได้ — เขียนเช่น 1 ต.ค. 2565 - 31 มี.ค. 2566",
                f"the period “{line}” cannot be read — write it like “1 ต.ค. 2565 - 31 มี.ค. 2566”",
            ) from None
    return found


def _nil(text: str, about: About) -> dict[int, str]:
    found: dict[int, str] = {}
    for line in lines_of(text):
        match = _NIL.fullmatch(_numbered(line))
        number = int(match[1]) if match else 0
        if match is None or not 1 <= number <= about.elements:
            raise Doubtful(
                f"ไม่รู้ว่า “{line}” เป็นของเรื่องใด — ขึ้นต้นด้วยเลข 1 ถึง {about.elements} เช่น 2: เหตุผล",
                f"it is not clear what “{line}” belongs to — begin with a number from 1 to {about.elements},"
                " like 2: reason",
            )
        found[number] = _check_length(line[match.start(2) :])
    return found


def _numbered(line: str) -> str:
    """A line with its first digits Arabic; its length stays."""
    return to_arabic(line[:20]) + line[20:]


def _body(text: str, _: About) -> str:
    if len(text) > MAX_BODY:
        raise Doubtful(
            f"ข้อความยาว {len(text):,} อักษร เกิน {MAX_BODY:,}",
            f"a text of {len(text):,} characters, over {MAX_BODY:,}",
        )
    return text


def _one_line(text: str, _: About) -> str:
    return _check_length(" ".join(text.split()))


def _address(text: str, about: About) -> str:
    plain = " ".join(text.split())
    if re.match(r"https?:", plain, re.IGNORECASE):
        try:
            return check_address(plain)
        except PydanticCustomError as error:
            reason = (error.context or {}).get("reason")
            told = reason if isinstance(reason, Text) else Text("", "")
            raise Doubtful(
                f"ที่อยู่ “{plain[:200]}” ใช้ไม่ได้: {told.th}", f"the address “{plain[:200]}” won't do: {told.en}"
            ) from None
    if about.is_file(plain):
        return plain
    raise Doubtful(
        f"“{plain[:200]}” ไม่ใช่ที่อยู่เว็บ และไม่มีไฟล์ชื่อนี้ในโฟลเดอร์ของปี — เขียน https://… หรือวางไฟล์ใน files/ ก่อน",
        f"“{plain[:200]}” is no web address, and the year's folder has no such file — write https://… or put"
        " the file into files/ first",
    )


def _numbers(text: str) -> list[int]:
    """The whole numbers in a text of nothing else.

    Raises:
        Doubtful: there is something else.
    """
    plain = " ".join(to_arabic(text).split())
    if not re.fullmatch(r"[0-9]{1,4}(?: ?[,;/] ?[0-9]{1,4}| ?และ ?[0-9]{1,4}| [0-9]{1,4})*", plain):
        raise Doubtful(f"“{text.strip()}” ไม่ใช่เลข เช่น 1, 2", f"“{text.strip()}” holds no numbers like 1, 2")
    return [int(number) for number in re.findall("[0-9]+", plain)]


def _shows(text: str, about: About) -> list[int]:
    if _ALL.fullmatch(text.strip()):
        return list(range(1, about.elements + 1))
    found = sorted(set(_numbers(text)))
    _check_numbers(found, about.elements, "เรื่อง", "element")
    return found


def _way(text: str, about: About) -> int:
    found = _numbers(text)
    _check_numbers(found, about.ways, "ทาง", "way")
    if len(found) != 1:
        raise Doubtful("ใส่ได้ทางเดียว", "one way alone can be given")
    return found[0]


def _check_numbers(found: Sequence[int], most: int, th: str, en: str) -> None:
    for number in found:
        if not 1 <= number <= most:
            raise Doubtful(
                f"ไม่มี{th}ที่ {number} — ข้อนี้มี {most} {th}", f"there is no {en} {number} — the item has {most}"
            )


def _years(text: str, _: About) -> list[int]:
    try:
        return [read_year(part) for part in re.split(r"[,;/\s]+", text) if part]
    except PydanticCustomError:
        raise Doubtful(
            f"“{text.strip()}” ไม่ใช่ปีงบประมาณ พ.ศ. — เขียนเช่น 2566",
            f"“{text.strip()}” is no fiscal year of the Buddhist era — write it like 2566",
        ) from None


_LISTS: Final = frozenset(("responsible", "periods", "breadcrumbs", "method", "documents", "shows", "years"))
_READERS: Final[dict[str, Callable[[str, About], Any]]] = {
    "reported": _status(REPORTED),
    "updated": _date,
    "responsible": _lines,
    "periods": _periods,
    "breadcrumbs": _lines,
    "method": _lines,
    "nil": _nil,
    "documents": _lines,
    "body": _body,
    "name": _one_line,
    "address": _address,
    "way": _way,
    "shows": _shows,
    "years": _years,
    "text": _one_line,
    "date": _date,
    "state": _status(STATES),
    "by": _one_line,
}
