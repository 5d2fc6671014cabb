"""Another kind of agency's name in an agency's own texts."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._agency import NEAR, Family, Mention, Own, mentions, own_of
from prongsai.rules.text._pieces import all_pieces
from prongsai.source.problems import quoted

# Words of one kind of agency that the other doesn't have: a municipality makes เทศบัญญัติ, a subdistrict ข้อบัญญัติ.
_WORDS: dict[Family, re.Pattern[str]] = {
    "อบต": re.compile("เทศบัญญัติ|เทศมนตรี|เทศบาล"),
    "เทศบาล": re.compile("ข้อบัญญัติ(?!ท้องถิ่น|จังหวัด|กรุงเทพ|เมืองพัทยา)|พนักงานส่วนตำบล"),
}
# What the agency's own kind says in place of the word.
_MEANT = {
    "เทศบัญญัติ": "ข้อบัญญัติ",
    "เทศมนตรี": "นายก อบต.",
    "ข้อบัญญัติ": "เทศบัญญัติ",
    "พนักงานส่วนตำบล": "พนักงานเทศบาล",
}
_KIND = {"อบต": "อบต.", "เทศบาล": "เทศบาล"}

_KINDS = "เทศบาล|เทศบัญญัติ|ข้อบัญญัติ|อ\\.?บ\\.?[ตจ]|องค์การบริหารส่วน|องค์กรปกครอง|เมืองพัทยา|กรุงเทพ|กทม"
# Before the name: a law, a body of all of them, somebody that the agency deals with, or a list of kinds.
_NOT_BEFORE = re.compile(
    "(?:สันนิบาต|สมาคม|ชมรม|พระราชบัญญัติ|พ\\.?\\s?ร\\.?\\s?บ\\.?|กฎหมาย|ว่าด้วย|คณะกรรมการ(?:กลาง)?พนักงาน|สภาตำบลและ|ฐานะเป็น"
    "|ฐานะ|จัดตั้ง(?:เป็น)?|เดิม(?:เป็น)?|กับ|จาก|ถึง|แก่|แห่ง|ระหว่าง|ดูงาน(?:ที่|ณ)?|เช่น|ติดต่อกับ"
    f"|(?:{_KINDS})[^\\s]{{0,30}}\\s?(?:และ|หรือ|/|,))\\s?$"
)
# After it: several of them, or a list of kinds.
_NOT_AFTER = re.compile(
    "\\s?(?:ข้างเคียง|ใกล้เคียง|อื่น|ต่าง|ทุกแห่ง|แห่งอื่น|ทั่ว|ในเขต|ในพื้นที่|ในจังหวัด|ในอำเภอ"
    f"|(?:และ|หรือ|/|,|กับ)\\s?(?:{_KINDS}))"
)
# An อบจ. is a partner of both kinds; only where it stands as the owner is it taken for a fault.
_OWNS = re.compile(r"(?:เว็บไซต์|นายก|ปลัด|สภา|พนักงาน|ผู้บริหาร|สำนักงาน|ที่ทำการ)(?:หลัก)?(?:ของ)?\s?$")


def check(context: Context) -> Iterator[Hit]:
    """Names and words of another kind; one an item or measure."""
    own = own_of(context.site.agency)
    if own.family not in _WORDS:
        return
    told: set[tuple[str, str]] = set()
    for piece in all_pieces(context):
        if (piece.source, piece.unit) in told:
            continue
        words = _foreign(piece.text, own)
        if words:
            told.add((piece.source, piece.unit))
            yield piece.hit(
                words,
                words=quoted(words),
                value=quoted(piece.text),
                own=context.site.agency.name,
                meant=_MEANT.get(words, _KIND[own.family]),
            )


def _foreign(text: str, own: Own) -> str | None:
    """The first words in the text that belong to another kind of agency."""
    named = mentions(text, own.place)
    for mention in named:
        if _is_foreign(text, mention, own):
            return mention.words
    assert own.family
    spans = [(mention.start, mention.end) for mention in named]
    for match in _WORDS[own.family].finditer(text):
        inside = any(start <= match.start() < end for start, end in spans)
        if not inside and _stands_alone(text, match.start(), match.end()):
            return match[0]
    return None


def _is_foreign(text: str, mention: Mention, own: Own) -> bool:
    if mention.whose == "other":
        return False
    if mention.family == own.family:
        renamed = mention.whose == "own" and mention.level != own.level
        return renamed and _stands_alone(text, mention.start, mention.end)
    if mention.family == "อบจ":
        return mention.whose == "nobody" and bool(
            _OWNS.search(text, max(0, mention.start - NEAR), mention.start)
        )
    return _stands_alone(text, mention.start, mention.end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _NOT_BEFORE.search(text, max(0, start - NEAR), start) and not _NOT_AFTER.match(text, end)


_AGENCY = "name: องค์การบริหารส่วนตำบลตัวอย่าง\nkind: องค์การบริหารส่วนตำบล\ninvented: true\n"
_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T402",
    name="other-kind",
    family="text",
    severity="warning",
    title=Text("ชื่อของหน่วยงานคนละประเภท", "another kind of agency"),
    what=Text(
        "ข้อความของ อบต. เรียกตนเองว่าเทศบาลหรืออ้างเทศบัญญัติ หรือข้อความของเทศบาลเรียกตนเองว่า อบต. หรืออ้างข้อบัญญัติ"
        " ชื่อกฎหมายและหน่วยงานอื่นที่ตั้งใจกล่าวถึงไม่นับ",
        "a subdistrict organisation's text calls itself a"
        " municipality or speaks of its bylaws, or the other way"
        " round; names of laws and of other bodies that are meant don't count",
    ),
    why=Text(
        "แสดงว่าข้อความคัดลอกมาจากหน่วยงานอื่น ผู้ประเมินจึงไม่เชื่อว่าได้ทำจริง และประชาชนสับสนว่าเป็นของใคร",
        "it shows a text taken from elsewhere: the assessor doubts that"
        " it was done, and citizens can't tell whose"
        " it is",
    ),
    mend=Text(
        "แก้เป็นชื่อหรือคำของหน่วยงานตนเอง และตรวจว่าเรื่องที่เขียนเป็นของหน่วยงานจริง",
        "write the agency's own kind, and see whether what is told is its own",
    ),
    message=Text(
        "ใช้คำว่า {words} แต่หน่วยงานนี้คือ{own}: {value} — แก้เป็นชื่อหรือคำของตนเอง เช่น “{meant}”",
        "this says {words}, but the agency is {own}: {value} — write"
        " its own kind’s name or word, such as “{meant}”",
    ),
    example=Example(
        bad={
            "agency.yml": _AGENCY,
            "2566/year.yml": _YEAR,
            "2566/o42.md": "---\nreported: done\nresults:\n  - เทศบาลวิเคราะห์ผลการประเมินปี 2565 แล้ว\n---\n",
        },
        good={
            "agency.yml": _AGENCY,
            "2566/year.yml": _YEAR,
            "2566/o42.md": "---\nreported: done\nresults:\n"
            "  - อบต. วิเคราะห์ผลการประเมินปี 2565 ร่วมกับเทศบาลข้างเคียง\n---\n",
        },
    ),
    check=check,
)
