"""Reported as done, but nothing to see."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.disclosure import Disclosure
from prongsai.model.site import Entry
from prongsai.rules.complete._shown import is_something_shown
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NOTHING = Text("", "")
_OR_NIL = Text(" หรือบอกไว้ใน none ว่าไม่มีเพราะเหตุใด", ", or say under none why there was nothing")


def check(context: Context) -> Iterator[Hit]:
    """Items reported as done without evidence, a nil statement or anything to see in their text."""
    for _, entry, disclosure in context.disclosed:
        if disclosure.reported == "done" and not is_something_shown(disclosure):
            yield Hit(
                context.item_source(entry),
                ("evidence",),
                on_key=True,
                values={
                    "item": entry.code,
                    "title": entry.item.title,
                    "named": _named(disclosure),
                    "nil": _OR_NIL if _may_be_nil(entry) else _NOTHING,
                },
                fiscal_year=entry.fiscal_year,
                item=entry.code,
            )


def _may_be_nil(entry: Entry) -> bool:
    return any(element.nil for element in entry.item.elements)


def _named(disclosure: Disclosure) -> Text:
    """What the item says instead: a way through menus, names of documents that nobody can open."""
    if not disclosure.documents:
        if not disclosure.breadcrumbs:
            return _NOTHING
        return Text(" บอกเพียงทางเข้าเมนู (breadcrumbs)", "; it only gives the way there (breadcrumbs)")
    first = quoted(disclosure.documents[0], 60)
    more = len(disclosure.documents) - 1
    if not more:
        return Text(f" บอกเพียงชื่อเอกสาร {first}", f"; it only names {first}")
    return Text(f" บอกเพียงชื่อเอกสาร {first} และอีก {more} ชื่อ", f"; it only names {first} and {more} more")


RULE = Rule(
    code="C109",
    name="nothing-to-see",
    family="complete",
    severity="warning",
    title=Text("แจ้งว่าทำแล้ว แต่ไม่มีอะไรให้ดู", "done, but nothing to see"),
    what=Text(
        "ข้อที่แจ้งว่าดำเนินการแล้ว แต่ไม่มีที่อยู่เว็บ ไม่มีไฟล์ ไม่ได้บอกว่าไม่มีเพราะเหตุใด และข้อความของข้อก็ไม่มีตารางหรือลิงก์",
        "an item that is reported as done, without an address, a file, a statement that there was nothing,"
        " or a table"
        " or link in its text",
    ),
    why=Text(
        "ประชาชนเปิดดูไม่ได้ และผู้ประเมินให้คะแนนจากที่อยู่ที่แจ้งไว้ ไม่มีที่อยู่จึงได้ 0",
        "citizens have nothing to open, and assessors score the addresses given: without any it is 0",
    ),
    mend=Text(
        "เพิ่มที่อยู่หรือไฟล์ใต้ evidence ถ้ายังทำไม่เสร็จให้เปลี่ยน reported เป็น in_progress",
        "add an address or a file under evidence; where it isn't done yet, say reported: in_progress",
    ),
    message=Text(
        "{item} {title} แจ้งว่าทำแล้ว แต่ไม่มีที่อยู่หรือไฟล์ให้เปิดดู{named} — เพิ่มใน evidence{nil}",
        "{item} {title} is reported as done, with nothing to open{named} — add it under evidence{nil}",
    ),
    example=Example(
        bad={
            "2566/year.yml": "framework: nacc-2566\n",
            "2566/o1.md": "---\nreported: done\nevidence: []\ndocuments: [ผังโครงสร้าง]\n---\n",
        },
        good={
            "2566/year.yml": "framework: nacc-2566\n",
            "2566/o1.md": "---\nreported: done\nevidence:\n"
            "  - {title: ผังโครงสร้าง, url: https://www.example.go.th/structure}\n---\n",
        },
    ),
    check=check,
)
