"""Thai digits, a doubled slash, full-width letters or a sentence's punctuation in an address."""

from collections.abc import Iterator
from dataclasses import replace

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import Given, faults
from prongsai.rules.address._judge import HOST, Fault
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_AS_FILE = Text(
    "เปลี่ยนชื่อไฟล์ให้ใช้เลขอารบิก แล้วแก้ที่อยู่ตาม", "give the file a name with Arabic digits, then mend it here"
)


def check(context: Context) -> Iterator[Hit]:
    """Addresses that differ from their tidy form; Thai digits that may be a file's real name, as style."""
    for given, fault in faults(context, "A303"):
        if fault.mended is None:
            yield replace(given.hit(confidence="low", mend=_AS_FILE), severity="info")
        else:
            mended = _mended(given, fault)
            told = quoted(mended, 160)
            yield given.hit(fix=mended, mend=Text(f"แก้เป็น {told}", f"write {told}"))


def _mended(given: Given, fault: Fault) -> str:
    mended = fault.mended or given.written
    return mended if given.place != HOST or "//" in given.written else mended.removeprefix("http://")


RULE = Rule(
    code="A303",
    name="untidy-address",
    family="address",
    severity="warning",
    title=Text("ที่อยู่มีเลขไทย ช่องว่าง หรือเครื่องหมายเกิน", "Thai digits, spaces or stray marks in an address"),
    what=Text(
        "ที่อยู่มีเลขไทย ช่องว่าง เครื่องหมาย / ซ้อนกัน ตัวอักษรเต็มความกว้าง หรือเครื่องหมายวรรคตอนติดท้าย",
        "the address has Thai digits, spaces, a doubled slash, full-width characters, or punctuation at"
        " its end",
    ),
    why=Text(
        "ที่อยู่ที่ผิดไปหนึ่งอักษรเปิดไม่พบหน้า ผู้ประเมินให้ 0 และเวลาอุทธรณ์นับเฉพาะที่อยู่ที่ยื่นไว้เดิม",
        "an address with one wrong character finds no page: the assessor gives 0, and in an appeal only"
        " the address"
        " that was filed counts",
    ),
    mend=Text(
        "คัดลอกที่อยู่จากช่องที่อยู่ของเบราว์เซอร์ แทนการพิมพ์ หรือใช้ check --fix",
        "copy the address from the browser's address bar instead of typing it, or use check --fix",
    ),
    message=Text(
        "ที่อยู่ {value} มีเลขไทย ช่องว่าง หรือเครื่องหมายที่ไม่ใช่ของที่อยู่ — {mend}",
        "the address {value} has Thai digits, spaces or marks that are no part of it — {mend}",
    ),
    example=Example(
        bad=sources(o7=item(f"url: {SITE}//news/๒๕๖๖/12", "ข่าว")),
        good=sources(o7=item(f"url: {SITE}/news/2566/12", "ข่าว")),
    ),
    check=check,
    fixable=True,
)
