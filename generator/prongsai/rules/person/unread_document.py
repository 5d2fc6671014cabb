"""A held document that could not be read, so that nobody knows what it gives away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.finding import Severity
from prongsai.model.held import Unread
from prongsai.rules.context import Context
from prongsai.rules.person._marks import hit_of_file, users_of
from prongsai.rules.rule import Example, Hit, Rule

_ITEM = "---\nreported: done\nevidence:\n  - {title: แผนงาน, file: files/plan.%s}\n---\n"


class _Case(NamedTuple):
    severity: Severity
    reason: Text
    advice: Text


_WHOLE = Text("บันทึกใหม่จากไฟล์ต้นฉบับแล้วลองเปิดดู", "save it anew from its original, and open it once")
_OPEN = Text("เผยแพร่ฉบับที่ไม่ใส่รหัสผ่าน", "publish one without a password")
_SMALLER = Text(
    "ตรวจข้อมูลส่วนบุคคลด้วยตา หรือแบ่งเป็นไฟล์ที่เล็กลง",
    "check it for personal data by eye, or split it into smaller files",
)
CASES: Mapping[Unread, _Case] = {
    "encrypted": _Case("warning", Text("ต้องใช้รหัสผ่านจึงจะเปิดได้", "it takes a password to open"), _OPEN),
    "locked": _Case(
        "info",
        Text("เข้ารหัสไว้ จึงตรวจข้อความไม่ได้", "it is encrypted, so its text can't be checked"),
        _OPEN,
    ),
    "broken": _Case(
        "warning",
        Text("ไฟล์เสีย หรือไม่ใช่ชนิดตามนามสกุล", "it is damaged, or not of the kind that its name says"),
        _WHOLE,
    ),
    "too_large": _Case("info", Text("ไฟล์ใหญ่เกินกว่าที่จะตรวจ", "it is too large to be checked"), _SMALLER),
    "too_long": _Case(
        "info", Text("ยาวเกินกว่าที่จะตรวจได้ทั้งหมด", "it is too long to be checked to its end"), _SMALLER
    ),
    "too_slow": _Case("info", Text("ใช้เวลาอ่านนานเกินไป", "it takes too long to be read"), _SMALLER),
}


def check(context: Context) -> Iterator[Hit]:
    """Documents and tables that were not read, or not to their end."""
    users = users_of(context)
    for address, text in context.texts.items():
        if text.reason is not None:
            case = CASES[text.reason]
            hit = hit_of_file(context, address, users)
            values = {**hit.values, "reason": case.reason, "advice": case.advice}
            yield replace(hit, severity=case.severity, values=values)


RULE = Rule(
    code="P605",
    name="unread-document",
    family="person",
    severity="warning",
    title=Text("เอกสารที่เปิดตรวจไม่ได้", "a document that could not be read"),
    what=Text(
        "เอกสารที่เว็บไซต์เก็บไว้เสีย ใส่รหัสผ่าน ไม่ใช่ชนิดตามนามสกุล หรือใหญ่เกินกว่าที่จะตรวจ",
        "a document held on the site is damaged, encrypted, not of the kind that its name says, or too"
        " large to check",
    ),
    why=Text(
        "ประชาชนและผู้ประเมินอาจเปิดไม่ได้ และไม่มีใครรู้ว่ามีข้อมูลส่วนบุคคลหลุดอยู่หรือไม่",
        "citizens and the assessor may not be able to open it, and nobody knows whether it gives personal"
        " data away",
    ),
    mend=Text(
        "ลองเปิดไฟล์ดู ถ้าเปิดไม่ได้ให้บันทึกใหม่จากต้นฉบับ ถ้าใส่รหัสผ่านให้เผยแพร่ฉบับที่ไม่ใส่ ถ้าใหญ่เกินไปให้แบ่งไฟล์",
        "open it once; where that fails, save it anew from its original; publish one without a password;"
        " split one that"
        " is too large",
    ),
    message=Text(
        "ตรวจเอกสาร {file} ไม่ได้ทั้งหมด เพราะ{reason} — {advice}",
        "{file} could not be checked in full: {reason} — {advice}",
    ),
    example=Example(
        bad={"2566/o1.md": _ITEM % "pdf", "2566/files/plan.pdf": "ไฟล์นี้ไม่ใช่ PDF\n"},
        good={"2566/o1.md": _ITEM % "txt", "2566/files/plan.txt": "แผนดำเนินงานของเทศบาลตำบลทดสอบ\n"},
    ),
    check=check,
)
