"""A Thai national identity number."""

import re
from collections.abc import Iterator
from dataclasses import replace

from stdnum.th import pin

from prongsai.errors import Text
from prongsai.model.held import HeldText
from prongsai.rules.context import Context
from prongsai.rules.person._marks import Looked, Mark, Passage, hits, marks_in
from prongsai.rules.person._words import after, before, names_a_person, skeleton
from prongsai.rules.rule import Example, Hit, Rule

_SPACE = r"[ \u00a0\u200b]"
_HYPHEN = r"[-.\u2010-\u2015\u2212]"
_PART = rf"(?:{_SPACE}?{_HYPHEN}{_SPACE}?|{_SPACE}{{1,2}})"
_ALONE = r"(?<![\dA-Za-z_=%])(?<!\d[-.,/:])"
_ENDS = r"(?![\dA-Za-z_])(?![-.,/:]\d)"
_PLAIN = re.compile(rf"{_ALONE}(?<![/-])\d{{13}}{_ENDS}(?!\.\w|[/-])")
_GROUPED = re.compile(rf"{_ALONE}\d{_PART}\d{{4}}{_PART}\d{{5}}{_PART}\d\d{_PART}\d{_ENDS}")
_ANYHOW = re.compile(rf"(?<!\d)(?=(\d(?:{_PART}?\d){{12}})(?!\d))")
_SPREAD = re.compile(rf"(?<!\d)\d(?:{_PART}?\d){{12}}(?!\d)")
_QUICK = re.compile(rf"\d(?:{_PART}?\d){{12}}")

# What stands beside the number, as `skeleton` leaves it.
_IDENTITY = re.compile(
    r"ประจา?ตวประชาชน|บตรประชาชน|เลขท?บตร(?!เครดต)|บตรประจาตว(?!ผเสย)|ปชช|ประจาตว(?!ผเสย|นตบคคล|ผปวย)"
    r"|idcard|citizenid|nationalid|identi(?:ty|fication)"
)
_ENGLISH_ID = re.compile(r"(?<![A-Za-z])(?:ID|I\.D\.)(?![A-Za-z])")
_OTHER = re.compile(
    r"ภาษ|นตบคคล|taxid|taxpayer|เลขท?สญญา|สญญาเลข|สญญาท|คมสญญา|เลขท?โครงการ|รหสโครงการ|โครงการเลข|egp|projectid|projectno"
    r"|contractno|เลขท?บญช|บญชเลข|ใบสง(?:ซอ|จาง)|ใบเสรจ|ครภณฑ|ฎกา|เลขท?หนงสอ|หนงสอท|เลขท?คาขอ|คาขอท|barcode|บารโคด|isbn"
)
_OTHER_COLUMN = re.compile(
    r"ภาษ|นตบคคล|tax|สญญา|โครงการ|contract|project|egp|บญช|account|ใบสง|ใบเสรจ|ครภณฑ|ฎกา|หนงสอ|คาขอ"
)
_TAX = re.compile(r"ภาษ|นตบคคล|tax")

# Three random numbers in a row all pass once in a thousand times or less.
_ENOUGH = 3
_MOST = 0.8

_CERTAIN = Text("เลขประจำตัวประชาชน", "a national identity number")
_POSSIBLE = Text("เลข 13 หลักที่อาจเป็นเลขประจำตัวประชาชน", "13 digits that may be a national identity number")


def check(context: Context) -> Iterator[Hit]:
    """Numbers that pass the checksum, judged by how they are written and what stands beside them."""
    for hit in hits(context, _LOOK):
        kind = _CERTAIN if hit.severity == "error" else _POSSIBLE
        yield replace(hit, values={**hit.values, "kind": kind})


def masked(text: str) -> str:
    """``text`` with each identity number in it as messages show it: for showing a source's line."""
    for pattern in (_GROUPED, _PLAIN, _SPREAD):
        text = pattern.sub(
            lambda match: _hidden(match[0]) if pin.is_valid(_digits(match[0])) else match[0], text
        )
    return text


def number_in(text: HeldText) -> str | None:
    """The surest identity number in a document, as messages show it; None where none is even possible.

    Commas and semicolons part cells here too, as in a table that is kept as mere text.
    """
    found = _marks_of(text)
    return found[0].shown if found else None


def certain_number_in(text: HeldText) -> str | None:
    """The same, but only where it is certain that it is one."""
    found = _marks_of(text)
    return found[0].shown if found and found[0].severity == "error" else None


def _marks_of(text: HeldText) -> list[Mark]:
    parted = (re.sub("[,;]", "\t", page) for page in text.pages if _QUICK.search(page))
    return marks_in(HeldText((*text.pages, *parted)), _LOOK)


def _judge(passage: Passage) -> Iterator[Mark]:
    text = passage.text
    taken = []
    for match in _GROUPED.finditer(text):
        taken.append(match.start())
        if pin.is_valid(_digits(match[0])):
            sure = _is_identity(passage, match.start(), match.end()) or not _is_tax(passage, match.start())
            yield _mark(match.start(), match[0], sure=sure, named=True)
    if passage.address:
        return
    for match in _PLAIN.finditer(text):
        taken.append(match.start())
        if match[0][0] not in "0๐9๙" and (mark := _plain(passage, match)):
            yield mark
    for match in _ANYHOW.finditer(text):
        found, start = match[1], match.start()
        if start not in taken and _follows_words(text, start) and pin.is_valid(_digits(found)):
            yield _mark(start, found, sure=True)


def _plain(passage: Passage, match: re.Match[str]) -> Mark | None:
    """Thirteen digits in a row: many things are written so."""
    valid = pin.is_valid(_digits(match[0]))
    if _is_identity(passage, match.start(), match.end()):
        return _mark(match.start(), match[0], sure=True) if valid else None
    words = skeleton(before(passage.text, match.start(), 30))
    if _OTHER.search(words) or _OTHER_COLUMN.search(skeleton(passage.header)):
        return None
    if not valid:
        return replace(_mark(match.start(), match[0], sure=False), counted=True)
    around = passage.row if passage.header else before(passage.text, match.start())
    return _mark(match.start(), match[0], sure=False, named=names_a_person(around))


def _settle(marks: list[Mark]) -> list[Mark]:
    """Where several bare numbers of a column or a document all pass, they are no accident."""
    bare = [mark for mark in marks if mark.confidence != "high" and mark.found.isdecimal()]
    numbers = {_digits(mark.found) for mark in bare}
    passed = {_digits(mark.found) for mark in bare if not mark.counted}
    if len(passed) < _ENOUGH or len(passed) < _MOST * len(numbers):
        return marks
    return [
        replace(mark, severity="error", confidence="high")
        if mark.found.isdecimal() and not mark.counted
        else mark
        for mark in marks
    ]


def _is_identity(passage: Passage, start: int, end: int) -> bool:
    """Whether words beside the number say that it is one; those nearest before it count."""
    if _IDENTITY.search(skeleton(passage.header)):
        return True
    line = before(passage.text, start)
    words = skeleton(line)
    said = max((match.end() for match in _IDENTITY.finditer(words)), default=-1)
    other = max((match.end() for match in _OTHER.finditer(words)), default=-1)
    if said >= 0 or other >= 0:
        return said > other
    if _ENGLISH_ID.search(f"{passage.header} {line}"):
        return _OTHER_COLUMN.search(skeleton(passage.header)) is None
    return _IDENTITY.search(skeleton(after(passage.text, end))) is not None


def _is_tax(passage: Passage, start: int) -> bool:
    return _TAX.search(skeleton(f"{passage.header} {before(passage.text, start, 40)}")) is not None


def _follows_words(text: str, start: int) -> bool:
    """Whether words say what the number is, with no other number between."""
    words = re.split(r"\d", before(text, start))[-1]
    return len(words) > 2 and _IDENTITY.search(skeleton(words)) is not None


def _digits(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _hidden(found: str) -> str:
    digits = _digits(found)
    return f"{digits[0]}-XXXX-XXXXX-XX-{digits[-1]}"


_LOOK = Looked(_judge, _QUICK, _settle)


def _mark(start: int, found: str, *, sure: bool, named: bool = False) -> Mark:
    shown = _hidden(found)
    if sure:
        return Mark(start, found, shown, "error", "high")
    return Mark(start, found, shown, "warning", "medium" if named else "low")


RULE = Rule(
    code="P601",
    name="national-id",
    family="person",
    severity="error",
    title=Text("เลขประจำตัวประชาชน", "a national identity number"),
    what=Text(
        "มีเลข 13 หลักที่ผ่านการตรวจเลขท้ายของเลขประจำตัวประชาชน ในข้อความ ตาราง CSV "
        "หรือเอกสารที่เว็บไซต์เก็บไว้ "
        "เลขที่เขียนแบบบัตรประชาชนหรือมีคำกำกับถือว่าแน่ใจ เลขล้วนไม่มีคำกำกับให้ดูด้วยตา "
        "ส่วนเลขนิติบุคคล (ขึ้นต้นด้วย 0) เลขที่สัญญา และเลขที่โครงการไม่นับ",
        "13 digits that pass the checksum of a national identity number, in a text, a CSV table or a"
        " document held on"
        " the site. Written as on the card, or with words that say so, it is sure; bare digits are worth a"
        " look."
        " A juristic person's number (leading 0) and the numbers of contracts and projects are not meant",
    ),
    why=Text(
        "คนร้ายใช้เลขนี้แอบอ้างเป็นเจ้าของได้ และการเผยแพร่ผิดกฎหมายคุ้มครองข้อมูลส่วนบุคคล (PDPA)",
        "with it others can pass for its owner, and publishing it breaks the law on personal data (PDPA)",
    ),
    mend=Text(
        "ลบหรือปิดเลขในไฟล์ต้นฉบับ แล้วสร้างเอกสารใหม่ การทาสีดำทับใน PDF ไม่ได้ลบเลขออก "
        "ถ้าเคยเผยแพร่ไปแล้วให้แจ้งผู้ดูแลข้อมูลส่วนบุคคลของหน่วยงาน",
        "remove or mask it in the original and make the document anew: a black bar in a PDF does not"
        " remove it."
        " Where it was published before, tell whoever looks after personal data in the agency",
    ),
    message=Text(
        "พบ{kind} {value}{where}{more} — ลบหรือปิดเลขก่อนเผยแพร่",
        "{kind}, {value}{where}{more} — remove or mask it before publishing",
    ),
    example=Example(
        bad={
            "2566/o1.md": "---\nreported: done\nresults:\n"
            "  - มอบเบี้ยยังชีพแก่ผู้ถือบัตรประชาชนเลขที่ 1-2345-67890-12-1\n---\n"
        },
        good={
            "2566/o1.md": "---\nreported: done\nresults:\n"
            "  - มอบเบี้ยยังชีพแก่ผู้สูงอายุ 120 คน\n"
            "  - จ้างบริษัทเลขทะเบียนนิติบุคคล 0-9940-00000-01-1\n---\n"
        },
    ),
    check=check,
)
