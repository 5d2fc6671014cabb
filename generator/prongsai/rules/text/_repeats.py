"""Texts that stand under two items of a year and say something particular."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prongsai.model.site import Entry, Year
from prongsai.rules.context import Context
from prongsai.rules.folding import fold, grams
from prongsai.rules.text._pieces import Piece, year_pieces

_ROLES = frozenset({"result", "method", "body"})
_LONG_ENOUGH = 24
_PARTICULAR = 10
_MOST = 3
_CLEARLY, _GRAM = 2, 4
_COMPARED = 500
_KEPT = "_text_repeats"

# What any item may say of itself: what is left without these words is what a text says in particular.
_ANYBODY = re.compile(
    "เผยแพร่|เปิดเผย|บน|ทาง|ผ่าน|เว็บไซต์|หลัก|หน่วยงาน|เทศบาล|อบต|ทต|องค์กร|ของ|เรียบร้อย|แล้ว|เสร็จ|ตรวจสอบ|ตรวจ"
    "|ข้อมูล|เนื้อหา|รายละเอียด|ปัจจุบัน|ทันสมัย|ถูกต้อง|ครบถ้วน|ครบ|ลง|นำ|ขึ้น|เข้า|ดำเนินการ|จัดทำ|ทำ|รายงานผล|รายงาน|แผน"
    "|เอกสาร|เรื่องนี้|เรื่อง|ยัง|ใช้ได้|ใช้|อยู่|มี|เป็น|และ|หรือ|ที่|ให้|ไว้|ได้|ใน|ตาม|กับ|จาก|เพื่อ|ประจำ|ปีงบประมาณ|งบประมาณ|ปี"
    "|รอบ|เดือน|แรก|ดู|อ่าน|ผู้บริหาร|เสนอ|ประชาชน|ประชาสัมพันธ์|ปชส|ทราบ|องค์ประกอบ|ทุก|เจ้าหน้าที่|ผู้รับผิดชอบ|ปรับปรุง"
    "|แก้ไข|แจ้ง|เฟซบุ๊ก|facebook|สาธารณะ|ทั่วไป|พศ|[0-9]+|ไม่|ว่า|โดย|พบ|เพจ|ช่องทาง|ต่างๆ|พร้อม|แสดง|อย่าง"
)
# How a sentence begins before it says what it is about.
_OPENING = re.compile("(?:ได้|มี|ลง|ทำ|จัดทำ|จัดให้มี|ดำเนินการ|รายงานกล่าวถึง)+")


@dataclass(frozen=True, slots=True)
class Repeat:
    """``piece`` says what ``first``, of another item, says."""

    piece: Piece
    item: Entry
    first: Piece
    owner: Entry


@dataclass(frozen=True, slots=True)
class _Said:
    number: int
    entry: Entry
    piece: Piece
    core: str


@lru_cache(maxsize=16_384)
def particular(folded: str) -> bool:
    """Whether a folded text is long enough and says something that not every item could say."""
    return len(folded) >= _LONG_ENOUGH and len(_ANYBODY.sub("", folded)) >= _PARTICULAR


def repeats(context: Context, year: Year) -> tuple[Repeat, ...]:
    """Of each two items with the same text, the one to which it doesn't belong; each item once."""
    kept: dict[int, tuple[Repeat, ...]] = vars(context).setdefault(_KEPT, {})
    if year.fiscal_year not in kept:
        kept[year.fiscal_year] = tuple(_repeats(context, year))
    return kept[year.fiscal_year]


def _repeats(context: Context, year: Year) -> Iterator[Repeat]:
    said = list(_said(context, year))
    told: set[str] = set()
    for group in (*_same(said), *_inside(said)):
        stray, owner = _owner(group)
        if stray.entry.code not in told:
            told.add(stray.entry.code)
            yield Repeat(stray.piece, stray.entry, owner.piece, owner.entry)


def _said(context: Context, year: Year) -> Iterator[_Said]:
    number_of = {entry.code: number for number, entry in enumerate(year.entries)}
    for piece in year_pieces(context, year):
        if piece.item is not None and piece.role in _ROLES and len(piece.text) >= _LONG_ENOUGH:
            folded = fold(piece.text)
            if particular(folded):
                core = _OPENING.sub("", folded, count=1)
                yield _Said(number_of[piece.item], year.by_code[piece.item], piece, core)


def _same(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """Texts that fold to the same under two or three items of different topics, in pairs."""
    by_text: dict[str, dict[str, _Said]] = {}
    for one in said:
        by_text.setdefault(one.core, {}).setdefault(one.entry.code, one)
    for found in by_text.values():
        ones = list(found.values())
        if 2 <= len(ones) <= _MOST:
            for later in ones[1:]:
                if later.entry.item.topic != ones[0].entry.item.topic:
                    yield [ones[0], later]


def _inside(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """A result that holds the whole of another item's result."""
    results = [one for one in said if one.piece.role == "result" and len(one.core) >= _LONG_ENOUGH][
        :_COMPARED
    ]
    for one in results:
        for other in results:
            if (
                other.core in one.core
                and other.core != one.core
                and other.entry.item.topic != one.entry.item.topic
                and particular(other.core)
            ):
                yield [other, one] if other.number < one.number else [one, other]


def _owner(pair: Sequence[_Said]) -> tuple[_Said, _Said]:
    """(The one to which the text doesn't belong, the one to which it does); the later one when in doubt."""
    first, later = pair
    shorter = min(first.core, later.core, key=len)
    clearly = _fit(shorter, later) >= _fit(shorter, first) + _CLEARLY
    return (first, later) if clearly else (later, first)


def _fit(text: str, said: _Said) -> int:
    """How much of what a text says in particular an item's title, menu and documents say too."""
    item, disclosure = said.entry.item, said.entry.disclosure
    titles = [item.title, item.asks or ""]
    if disclosure is not None:
        titles += [evidence.title for evidence in disclosure.evidence]
        titles += [step for way in disclosure.breadcrumbs for step in way]
        titles += disclosure.documents
        titles += [disclosure.body] if said.piece.role != "body" else []
    return len(_telling(text) & _telling(fold(" ".join(titles))))


def _telling(folded: str) -> frozenset[str]:
    return grams(_ANYBODY.sub("|", folded), _GRAM)
