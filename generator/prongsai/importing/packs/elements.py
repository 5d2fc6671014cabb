"""What an item must show, out of the cell that says so: parted where bullets and numbering part it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from prongsai.importing.packs.lists import parts_of
from prongsai.model.framework import Covers, Element
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, squash

_LEADS: Final = re.compile(
    r"(?:ดังนี้|ดังต่อไปนี้|(?:อย่างน้อย)?(?:ต้อง)?ประกอบ(?:ไป)?ด้วย|ได้แก่|รายละเอียดอย่างน้อย)\s*(?:คือ)?\s*:?\s*$"
)
_NIL: Final = re.compile(r"(?:กรณี|หาก|ถ้า)(?:ที่)?\s*[^\s]{0,20}\s*ไม่(?:มี|ได้)")
_REMARK: Final = re.compile(r"^\s*(?:\*+|หมายเหตุ\s*:?)\s*")
_OPTIONAL: Final = re.compile(r"\(?\s*(?:ถ้ามี|หากมี)\s*\)?\s*$")
_COUNT: Final = re.compile(
    r"(?:อย่างน้อย|ไม่น้อยกว่า)\s*(?:จำนวน\s*)?([0-9]{1,2})\s*(?!ปี|เดือน|วัน|ชั่วโมง|ร้อยละ|%|\.)(?=[ก-ฮเ-ไ])"
)
_HALF: Final = re.compile(r"(?:6|หก)\s*เดือน(?:แรก)?|ครึ่งปีแรก|ไตรมาส(?:ที่)?\s*2")
_MANY: Final = re.compile(
    r"(25[0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:พ\.ศ\.\s*)?(25[0-9]{2})|ย้อนหลัง|มากกว่า\s*1\s*ปี|ราย\s*[345]\s*ปี"
)
_YEARS: Final = re.compile(r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(25[0-9]{2})")
_ALIKE: Final = 0.45
MAX_PARTS: Final = 80
"""Most entries of a cell that are looked at."""


@dataclass
class Asked:
    """An element as it is read; ``nil`` is what may stand in its place."""

    text: str
    at_least: list[str] = field(default_factory=list)
    nil: str | None = None
    required: bool = True


def elements_of(text: str) -> list[Asked]:
    """The elements of a cell. A remark on "where there is none" belongs to all of the item's elements."""
    found: list[Asked] = []
    nil: str | None = None
    for depth, line in parts_of(text)[:MAX_PARTS]:
        plain = _REMARK.sub("", line).strip()
        if not plain:
            continue
        if _NIL.search(plain) and (_REMARK.match(line) or plain.startswith(("กรณี", "หาก", "ถ้า"))):
            nil = plain
        elif found and depth > 0:
            found[-1].at_least.append(plain)
        else:
            found.append(_asked(plain))
    for asked in found:
        asked.text = _LEADS.sub("", asked.text).strip() or asked.text if asked.at_least else asked.text
        asked.nil = nil
    return found


def _asked(text: str) -> Asked:
    """One element; names numbered inside it are what it must name."""
    cuts = list(re.finditer(r"\(\s*([0-9๐-๙]{1,2})\s*\)\s*", text))
    numbers = [int(to_arabic(cut[1])) for cut in cuts]
    if len(cuts) > 1 and numbers == list(range(1, len(cuts) + 1)):
        ends = [*(cut.start() for cut in cuts[1:]), len(text)]
        names = [text[cut.end() : end].strip(" ,;") for cut, end in zip(cuts, ends, strict=True)]
        lead = text[: cuts[0].start()].strip(" :") or text
        return Asked(lead, [re.sub(r"^(?:และ|หรือ)\s*|\s*(?:และ|หรือ)$", "", name) for name in names if name])
    return Asked(text, required=not _OPTIONAL.search(text))


def covers_of(text: str, fiscal_year: int) -> Covers | None:
    """The time that a text says it covers; None when it says none, or several."""
    plain = to_arabic(clean(text))
    if _HALF.search(plain):
        return "first_half"
    if _MANY.search(plain):
        return "multi_year"
    years = {int(year) for year in _YEARS.findall(plain)}
    if years == {fiscal_year} or (not years and re.search(r"ปี(?:งบประมาณ)?ปัจจุบัน", plain)):
        return "current"
    if years == {fiscal_year - 1} or (not years and re.search(r"ปี(?:งบประมาณ)?(?:ที่ผ่านมา|ก่อน)", plain)):
        return "previous"
    return None


def count_of(text: str) -> int | None:
    """How many of it there must be, where a text says so."""
    match = _COUNT.search(to_arabic(clean(text)))
    return int(match[1]) if match else None


def ids_for(asked: Sequence[Asked], known: Sequence[Element]) -> list[str]:
    """An identifier for each element: that of the same one in an earlier pack where the texts are alike."""
    ids: list[str | None] = [None] * len(asked)
    free = {element.id: squash(element.text) for element in known}
    for likeness, place, name in sorted(_pairs(asked, known), reverse=True):
        if likeness >= _ALIKE and ids[place] is None and name in free:
            ids[place] = name
            del free[name]
    taken = {name for name in ids if name} | {element.id for element in known}
    numbers = (number for number in range(1, 1000) if f"e{number}" not in taken)
    return [name or f"e{next(numbers)}" for name in ids]


def _pairs(asked: Sequence[Asked], known: Sequence[Element]) -> Iterator[tuple[float, int, str]]:
    for place, one in enumerate(asked):
        text = squash(one.text)[:300]
        for element in known:
            other = squash(element.text)[:300]
            yield SequenceMatcher(None, text, other, autojunk=False).ratio(), place, element.id
