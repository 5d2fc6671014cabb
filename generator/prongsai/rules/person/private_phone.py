"""A mobile telephone number that is not the agency's."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.agency import Agency
from prongsai.rules.context import Context
from prongsai.rules.person._marks import Looked, Mark, Passage, hits
from prongsai.rules.person._words import before, names_a_person, skeleton
from prongsai.rules.rule import Example, Hit, Rule

_GAP = r"[ \u00a0\u200b\-.\u2010-\u2015\u2212]"
_DIGITS = rf"[689๖๘๙]\)?(?:[)]?{_GAP}{{0,2}}\d){{8}}"
_MOBILE = re.compile(
    rf"(?<![\dA-Za-z_=%/])(?<!\d[-.,/:\u2010-\u2015\u2212])"
    rf"(?:\(?(?:\+|[0๐][0๐])[6๖][6๖]\)?{_GAP}?(?:\([0๐]\))?|\(?[0๐][ \u00a0\-]?){_DIGITS}"
    r"(?!\d)(?![-.]\d\d)(?!/?[A-Za-z_])"
)
_QUICK = re.compile(rf"[6๖0๐]\)?{_GAP}?(?:\([0๐]\))?{_DIGITS}")

# A mobile telephone on duty, as `skeleton` leaves the words before it.
_ON_DUTY = re.compile(
    r"สายดวน|สายตรง|ศนย|สานกงาน|ททาการ|หมายเลขกลาง|ดบเพลง|กชพ|กภย|รถพยาบาล|แจงเหต|ฉกเฉน|รบเรอง|รองเรยน|เวร|โทรศพทราชการ|hotline"
)


def check(context: Context) -> Iterator[Hit]:
    """Mobile numbers outside what the agency gives as its own."""
    known = _known(context.site.agency)

    def judge(passage: Passage) -> Iterator[Mark]:
        return _judge(passage, known)

    return hits(context, Looked(judge, _QUICK, contacts=False))


def _judge(passage: Passage, known: frozenset[str]) -> Iterator[Mark]:
    if passage.address:
        return
    for match in _MOBILE.finditer(passage.text):
        number = _national(match[0])
        if number in known or not _is_written_so(match[0]) or len(set(number[3:])) == 1:
            continue
        words = before(passage.text, match.start())
        named = names_a_person(passage.row if passage.header else words)
        if named or not _ON_DUTY.search(skeleton(f"{passage.header} {words[-40:]}")):
            shown = f"{number[:3]}-XXX-XX{number[-2:]}"
            yield Mark(match.start(), match[0], shown, "warning", "medium" if named else "low")


def _national(text: str) -> str:
    digits = "".join(str(int(char)) for char in text if char.isdecimal())
    return f"0{digits[-9:]}"


def _is_written_so(text: str) -> bool:
    """Whether the digits stand in groups as in a telephone number, not as figures beside each other."""
    groups = [group for group in re.split(r"\D+", text) if group]
    return len(groups) <= 5 and all(len(group) > 2 for group in groups[2:])


def _known(agency: Agency) -> frozenset[str]:
    """The mobile numbers that the agency and its executives give as their own."""
    told = [agency.phone, *(executive.phone for executive in agency.executives)]
    for channel in agency.channels:
        told += [channel.phone, (channel.url or "").removeprefix("tel:"), channel.title]
    return frozenset(_national(match[0]) for text in told if text for match in _MOBILE.finditer(text))


RULE = Rule(
    code="P602",
    name="private-phone",
    family="person",
    severity="warning",
    confidence="medium",
    title=Text("เบอร์โทรศัพท์มือถือส่วนตัว", "a private telephone number"),
    what=Text(
        "มีเบอร์มือถือที่ไม่ใช่เบอร์ของหน่วยงานหรือผู้บริหารใน agency.yml อยู่ในข้อความ ตาราง CSV หรือเอกสาร "
        "ไม่ดูข้อข้อมูลผู้บริหารและข้อข้อมูลการติดต่อ และไม่นับเบอร์เวร สายด่วน หรือเบอร์สำนักงาน",
        "a mobile number that agency.yml doesn't give as the agency's or an executive's, in a text, a CSV"
        " table or a"
        " document. The items on executives and contact are passed over, and so are hotlines and numbers"
        " on duty",
    ),
    why=Text(
        "เบอร์ส่วนตัวเป็นข้อมูลส่วนบุคคล เจ้าของอาจถูกรบกวนหรือหลอกลวง และประชาชนควรได้เบอร์ที่มีคนรับแม้เปลี่ยนคน",
        "it is personal data, its owner may be pestered or cheated, and citizens need a number that"
        " outlasts a person",
    ),
    mend=Text(
        "ใช้เบอร์ของหน่วยงานแทน หรือลบออก ถ้าเป็นเบอร์ของหน่วยงานจริงให้ใส่ใน phone หรือ channels ของ agency.yml",
        "give the agency's number instead, or remove it; where it is the agency's, put it under phone or"
        " channels in"
        " agency.yml",
    ),
    message=Text(
        "พบเบอร์มือถือ {value}{where}{more} ที่ไม่ใช่เบอร์ของหน่วยงานใน agency.yml — ใช้เบอร์หน่วยงานแทนหรือลบออก",
        "a mobile number, {value}{where}{more}, that agency.yml doesn't give as the agency's — give the"
        " agency's"
        " number or remove it",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\n---\nสอบถามนายตัวอย่าง สมมุติ โทร 08 9999 1234\n"},
        good={"2566/o1.md": "---\nreported: done\n---\nสอบถามสำนักปลัดเทศบาล โทร 0 2000 0000\n"},
    ),
    check=check,
)
