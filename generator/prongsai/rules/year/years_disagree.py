"""A document whose title names another fiscal year than the source states for it."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._evidence import evidence_faults
from prongsai.rules.year._hits import evidence_hit


def check(context: Context) -> Iterator[Hit]:
    """Evidence that says two things of its year, where the item would take either."""
    for entry, fault in evidence_faults(context, "disagree"):
        yield evidence_hit(context, entry, fault)


def _item(year: int) -> str:
    return f"""\
---
reported: done
evidence:
  - title: ผังโครงสร้าง ปีงบประมาณ {year}
    url: https://www.example.go.th/structure
    fiscal_years: [2566]
---
"""


RULE = Rule(
    code="Y210",
    name="years-disagree",
    family="year",
    severity="info",
    title=Text("ปีในชื่อกับปีที่ระบุไม่ตรงกัน", "the years in the title and those stated disagree"),
    what=Text(
        "ชื่อเอกสารบอกปีงบประมาณหนึ่ง แต่ fiscal_years ของเอกสารเดียวกันบอกอีกปีหนึ่ง",
        "a document's title names one fiscal year and its fiscal_years another",
    ),
    why=Text(
        "ประชาชนและผู้ประเมินบอกไม่ได้ว่าเอกสารเป็นของปีใด",
        "neither citizens nor the assessor can tell which year the document is of",
    ),
    mend=Text("เปิดดูเอกสารแล้วแก้ปีที่ผิด", "open the document and mend the year that is wrong"),
    message=Text(
        "ข้อ {item}: {value} บอกปี {years} แต่ชื่อหรือ fiscal_years ของหลักฐานเดียวกันบอกอีกปี — เปิดดูเอกสารแล้วแก้ปีที่ผิด",
        "{item}: {value} says {years}, but the title or fiscal_years of the same evidence says another year"
        " — open the"
        " document and mend the wrong one",
    ),
    example=Example(bad={"2566/o1.md": _item(2564)}, good={"2566/o1.md": _item(2566)}),
    check=check,
    confidence="medium",
)
