"""A document of half a year where the whole year before is asked, or of the wrong half."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._evidence import evidence_faults
from prongsai.rules.year._hits import evidence_hit


def check(context: Context) -> Iterator[Hit]:
    """Evidence named for six months that don't make the time asked."""
    for entry, fault in evidence_faults(context, "half"):
        yield evidence_hit(context, entry, fault)


def _item(part: str) -> str:
    return f"""\
---
reported: done
documents:
  - รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ 2565{part}
---
"""


RULE = Rule(
    code="Y202",
    name="half-year",
    family="year",
    severity="warning",
    title=Text("เอกสารครึ่งปีไม่ตรงกับช่วงที่ขอ", "a document of the wrong half or half a year"),
    what=Text(
        "ข้อที่ขอผลทั้งปีของปีก่อนมีเอกสารชื่อรอบ 6 เดือน หรือข้อที่ขอหกเดือนแรกมีเอกสารของหกเดือนหลัง",
        "an item that asks for the whole year before has a document named for six months, or one that asks"
        " for the"
        " first six months has a document of the last six",
    ),
    why=Text(
        "รายงานครึ่งปีไม่แสดงผลของทั้งปี ผู้ประเมินถือว่าข้อมูลไม่ครบตามช่วงที่ขอ",
        "a report on half a year doesn't show the year's results: the assessor takes the item as not shown",
    ),
    mend=Text(
        "ใส่รายงานของทั้งปี (หรือของหกเดือนแรกตามที่ขอ) ถ้าเอกสารครบปีอยู่แล้ว ให้แก้ชื่อเอกสาร",
        "put the report on the whole year (or on the first six months where they are asked); where the"
        " document has"
        " the whole year, mend its title",
    ),
    message=Text(
        "ข้อ {item} ขอข้อมูลของ{asked} แต่ชื่อ {value} บอกว่าเป็นของครึ่งปีที่ไม่ตรงกับช่วงที่ขอ — ใส่เอกสารที่ครบช่วง หรือแก้ชื่อ",
        "{item} asks for {asked}, but {value} is named for half a year that is not it — put a document that"
        " covers the"
        " time asked, or mend its title",
    ),
    example=Example(bad={"2566/o38.md": _item(" รอบ 6 เดือน")}, good={"2566/o38.md": _item("")}),
    check=check,
)
