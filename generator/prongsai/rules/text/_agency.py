"""Local agencies named in a text: which kind, whose name, and whether it is the site's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from prongsai.model.agency import Agency
from prongsai.rules import areas
from prongsai.rules.folding import misspells

Family = Literal["เทศบาล", "อบต", "อบจ"]
Whose = Literal["own", "near", "other", "nobody"]

THAI = "[ก-ฮะ-ฺเ-ๆ็-๎]"
_NAME = re.compile(rf"\s?({THAI}{{1,60}})")

# A short form may follow these words without a space; another consonant makes it part of a word (รอบต.ค.)
_AFTER = "|".join(
    f"(?<={word})" for word in ("ของ", "ใน", "กับ", "จาก", "นายก", "ปลัด", "พนักงาน", "ประธาน", "ตาม", "โดย")
)
_KINDS = re.compile(
    r"เทศบาล\s?(?P<level>ตำบล|เมือง|นคร)"
    r"|องค์การ\s?บริหาร\s?ส่วน\s?(?P<body>ตำบล|จังหวัด)"
    rf"|(?:(?<![ก-ฮ])|{_AFTER})"
    rf"(?:(?P<short>อ\.?บ\.?ต\.|อ\.?บ\.?จ\.|ท\.?[ตมน]\.)(?!\s?[ค]\.)|(?P<loose>อบต|อบจ)(?!{THAI}))"
)
_LEVELS = {"ต": "ตำบล", "ม": "เมือง", "น": "นคร"}

# What stands between a name and the rest of a phrase written without a space.
_REST = re.compile("เรื่อง|อำเภอ|จังหวัด|ประจำ|ว่าด้วย|ปี|ที่|และ|หรือ|ได้|แล้ว|โดย|ในการ|เพื่อ|ซึ่ง|ไม่|ให้|ตาม|ครั้ง|ฉบับ|รอบ")
# How names of places begin: a name that the register lacks is taken for one only with such a beginning.
_HEADS = (
    *(
        "บ้าน",
        "หนอง",
        "บาง",
        "ทุ่ง",
        "ดอน",
        "โนน",
        "ห้วย",
        "คลอง",
        "ท่า",
        "เขา",
        "บึง",
        "โคก",
        "เกาะ",
        "ปาก",
        "สระ",
    ),
    *("ศรี", "แม่", "ดง", "แหลม", "หาด", "ควน", "ไทร", "ลาด", "เวียง", "เชียง", "พนม", "ถ้ำ", "แก่ง", "กุด", "โพธิ์"),
    *(
        "โพน",
        "ดอย",
        "เนิน",
        "น้ำ",
        "นา",
        "ป่า",
        "วัง",
        "หัว",
        "ปลา",
        "กะ",
        "ตะ",
        "มะ",
        "สัน",
        "โป่ง",
        "ผา",
        "ไผ่",
        "ตลาด",
    ),
    *("ทับ", "ไร่", "เมือง", "บ่อ", "สำโรง", "หิน", "สะพาน", "พุ", "ปะ", "ชะ", "คำ", "ดอก", "แก้ว", "ทราย"),
)
# Words that follow an agency's kind and are no name, though the register has a place of that name.
_PROSE = re.compile(
    "ได้|มี|จัด|จะ|เป็น|ที่|ใน|นำ|ลง|ทำ|ให้|ต้อง|ควร|ไม่|ของ|แจ้ง|ออก|ประกาศ|ทุก|อื่น|ใกล้|ข้าง|แห่ง|ประจำ|โดย|กับ"
    "|ว่า|จำนวน|ขนาด|ดีเด่น|ดำเนิน|และ|หรือ|เพื่อ|ตาม|พร้อม|รับ|ส่ง|เปิด|ดี|นี้|เอง|ดูแล|บริการ|บริหาร|พัฒนา|ปรับ|แก้|ใช้|ขอ|ยัง"
    "|ปัจจุบัน|ทั้ง|เท่านั้น|ผ่าน|ทาง|บน|ณ|ต่อ|ด้วย|เรียบร้อย|สะอาด|น่าอยู่|ต้นแบบ|สามัญ|เป็นต้น|แต่|ซึ่ง|อย่าง|ครบ|เข้า|เพิ่ม|ลด|ประชุม"
    "|ตรวจ|รายงาน|สรุป|เผยแพร่|สำรวจ|วาง|กำหนด|แต่ง|ตั้ง|อบรม|มอบ|ประชา|กระทำ|ดำรง|ถูก|ผู้|เรื่อง|เลข|หน้า|นั้น|จึง|ก็|เคย"
)
# Words after which an agency's kind has its name, not a verb.
_NAMED_AFTER = re.compile(r"(?:ของ|ประกาศ|คำสั่ง|นายก|ปลัด|สภา|สำนักงาน|ที่ทำการ|เว็บไซต์|ข้อบังคับ|พนักงาน|ระเบียบ)\s?$")
_SHORTEST, _LONGEST = 4, 14
NEAR = 60


@dataclass(frozen=True, slots=True)
class Own:
    """The site's own agency: its family, its level (ตำบล, เมือง, นคร, จังหวัด) and its place's name."""

    family: Family | None
    level: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A local agency in a text: ``words`` as they stand from ``start`` to ``end``, and whose ``name`` it is.

    ``sure``: the register knows the name, or it is the own one.
    """

    family: Family
    level: str
    start: int
    end: int
    words: str
    whose: Whose
    name: str = ""
    sure: bool = True


def own_of(agency: Agency) -> Own:
    """What the agency is, by its name and, where that doesn't tell, by its kind."""
    match = _KINDS.match(agency.name) or (_KINDS.match(agency.kind) if agency.kind else None)
    if match is None:
        return Own(None, None, "")
    family, level = _kind(match)
    place = agency.name[match.end() :] if _KINDS.match(agency.name) else agency.name
    return Own(family, level, place.strip())


def _kind(match: re.Match[str]) -> tuple[Family, str]:
    if match["level"]:
        return "เทศบาล", match["level"]
    if match["body"]:
        return ("อบต", "ตำบล") if match["body"] == "ตำบล" else ("อบจ", "จังหวัด")
    short = (match["short"] or match["loose"]).replace(".", "")
    if short.startswith("ท"):
        return "เทศบาล", _LEVELS[short[1]]
    return ("อบต", "ตำบล") if short == "อบต" else ("อบจ", "จังหวัด")


@lru_cache(maxsize=65_536)
def mentions(text: str, place: str) -> tuple[Mention, ...]:
    """The local agencies in a text, for an agency whose place is ``place``."""
    return tuple(_mentions(text, place))


def _mentions(text: str, place: str) -> Iterator[Mention]:
    for match in _KINDS.finditer(text):
        family, level = _kind(match)
        run = _NAME.match(text, match.end())
        attached = run is not None and run.start(1) == match.end()
        expected = attached and bool(_NAMED_AFTER.search(text, max(0, match.start() - NEAR), match.start()))
        whose, name, sure = _whose(run[1], place, expected) if run else ("nobody", "", True)
        end = run.start(1) + len(name) if run and name else match.end()
        yield Mention(family, level, match.start(), end, text[match.start() : end], whose, name, sure)


def _whose(run: str, place: str, expected: bool) -> tuple[Whose, str, bool]:
    """Whose name begins ``run``, the letters after an agency's kind, where a name may be ``expected``."""
    if place and run.startswith(place):
        longer = len(run) == len(place) + 1 and run not in areas.names()
        return ("near", run, True) if longer else ("own", place, True)
    known = _registered(run)
    near = misspelt(run, place)
    if near and len(known) <= len(near):
        return "near", near, True
    if known:
        return "other", known, True
    name = _REST.split(run, maxsplit=1)[0]
    likely = name.startswith(_HEADS) or (expected and len(name) <= _LONGEST)
    if len(name) >= _SHORTEST and likely and not _PROSE.match(name):
        return "other", name, False
    return "nobody", "", True


def _registered(run: str) -> str:
    """The longest name in the register with which ``run`` begins and after which a name may end."""
    if _PROSE.match(run):
        return ""
    for length in range(min(len(run), 30), 1, -1):
        rest = run[length:]
        if run[:length] in areas.names() and (not rest or _REST.match(rest)):
            return run[:length]
    return ""


def misspelt(run: str, right: str) -> str:
    """The beginning of ``run`` that is ``right`` with a letter or two wrong; empty when there is none."""
    if len(right) < _SHORTEST or run.startswith(right):
        return ""
    lengths = sorted(range(max(3, len(right) - 2), len(right) + 3), key=lambda size: abs(size - len(right)))
    for whole in (True, False):
        for length in lengths:
            rest = run[length:]
            ends = not rest or bool(_REST.match(rest)) or not whole
            if length <= len(run) and ends and misspells(run[:length], right):
                return run[:length]
    return ""
