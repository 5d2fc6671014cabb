"""The home address of a named person."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.person._marks import Looked, Mark, Passage, hits
from prongsai.rules.person._words import names_a_person
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NUMBER = r"\d{1,4}(?:\s?/\s?\d{1,4})?"
_VILLAGE = r"[\s,]{0,3}(?:หมู่(?:ที่)?|ม\.)\s{0,2}\d{1,2}(?!\d)"
_HOUSE = re.compile(
    rf"(?:บ้านเลขที่|อยู่เลขที่)[\s:]{{0,3}}{_NUMBER}(?![\d/])(?:{_VILLAGE})?"
    rf"|(?:(?<!สัญญา)(?<!หนังสือ)(?<!คำสั่ง)(?<!ประกาศ)เลขที่|ที่อยู่|อยู่ที่)[\s:]{{0,3}}{_NUMBER}{_VILLAGE}"
    rf"|(?<![\d/.])\d{{1,4}}/\d{{1,4}}{_VILLAGE}"
    rf"|(?<![\d/.])\d{{1,4}}{_VILLAGE}\s{{0,2}}(?:ต\.|ตำบล)"
)

# Where nobody lives, or where a house only says where a road leads.
_NO_HOME = re.compile(
    r"สำนักงาน|ที่ทำการ|ศาลากลาง|บริษัท|บจก|หจก|ห้างหุ้นส่วน|ร้าน|โรงเรียน|โรงพยาบาล|ศูนย์|(?<!จังห)วัด|กลุ่ม|สหกรณ์"
    r"|ก่อสร้าง|ขยายเขต|วางท่อ|คสล|ลูกรัง|รางระบาย|สายบ้าน"
)
_BEFORE, _AFTER = 80, 60


def check(context: Context) -> Iterator[Hit]:
    """House and village numbers beside a person's title."""
    return hits(context, Looked(_judge, _HOUSE))


def _judge(passage: Passage) -> Iterator[Mark]:
    if passage.address:
        return
    for match in _HOUSE.finditer(passage.text):
        ahead = passage.text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        behind = passage.text[match.end() : match.end() + _AFTER].partition("\n")[0]
        beside = passage.row if passage.header else ahead + behind
        if names_a_person(beside) and not _NO_HOME.search(beside):
            yield Mark(match.start(), match[0], quoted(match[0]), "warning", "medium")


RULE = Rule(
    code="P606",
    name="home-address",
    family="person",
    severity="warning",
    confidence="medium",
    title=Text("ที่อยู่บ้านของบุคคล", "the home address of a person"),
    what=Text(
        "มีบ้านเลขที่และหมู่อยู่ใกล้ชื่อบุคคล (นาย นาง นางสาว) ในข้อความ ตาราง CSV หรือเอกสาร "
        "ที่ตั้งสำนักงาน ร้านค้า และสถานที่ก่อสร้างไม่นับ",
        "a house and a village number beside a person's name (นาย, นาง, นางสาว), in a text, a CSV table or "
        "a document."
        " Offices, shops and building sites are not meant",
    ),
    why=Text(
        "ที่อยู่บ้านคู่กับชื่อเป็นข้อมูลส่วนบุคคล ใครก็ตามไปถึงบ้านได้",
        "with a name it is personal data: anybody can go to that door",
    ),
    mend=Text(
        "ลบบ้านเลขที่ออก ให้เหลือเพียงหมู่บ้านหรือชุมชน",
        "remove the house number and leave the village or neighbourhood",
    ),
    message=Text(
        "พบที่อยู่บ้านคู่กับชื่อบุคคล {value}{where}{more} — ลบบ้านเลขที่ออกก่อนเผยแพร่",
        "a person's home address {value}{where}{more} — remove the house number before publishing",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\n---\nซ่อมบ้านของนางตัวอย่าง สมมุติ บ้านเลขที่ 999/9 หมู่ 99\n"},
        good={"2566/o1.md": "---\nreported: done\n---\nซ่อมบ้านผู้ยากไร้ในหมู่ 9 จำนวน 2 หลัง\n"},
    ),
    check=check,
)
