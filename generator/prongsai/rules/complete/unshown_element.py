"""Required elements that nothing shows."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.complete._shown import lacking, loc_of, named
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule

_ITEM = """\
---
reported: done
elements:
  chart: [1]
{more}evidence:
  - {{title: ผังโครงสร้าง, url: https://www.example.go.th/structure}}
---
"""


def check(context: Context) -> Iterator[Hit]:
    """Items with required elements that no evidence is tied to; once an item, in years in which some is."""
    for year in context.site.years:
        for found in lacking(context, year):
            if found.unshown:
                entry = found.entry
                yield Hit(
                    context.item_source(entry),
                    loc_of(entry, found.unshown[0]),
                    on_key=True,
                    values={
                        "item": entry.code,
                        "title": entry.item.title,
                        "count": len(found.unshown),
                        "elements": named(found.unshown),
                    },
                    fiscal_year=entry.fiscal_year,
                    item=entry.code,
                )


RULE = Rule(
    code="C104",
    name="unshown-element",
    family="complete",
    severity="warning",
    title=Text("องค์ประกอบที่ไม่มีอะไรแสดง", "a required element that nothing shows"),
    what=Text(
        "ข้อที่แจ้งว่าทำแล้วหรือกำลังทำ มีองค์ประกอบที่กรอบกำหนด แต่ไม่ได้บอกว่าหลักฐานใดแสดงองค์ประกอบนั้น"
        " ดูเฉพาะปีที่หน่วยงานระบุ elements ไว้ในข้อใดข้อหนึ่ง",
        "an item that is reported as done or in progress has an element that the framework asks for and"
        " that no"
        " evidence is said to show; only in years in which the agency gives elements for some item",
    ),
    why=Text(
        "ข้อหนึ่งได้คะแนนต่อเมื่อครบทุกองค์ประกอบ ขาดองค์ประกอบเดียวอาจได้ 0",
        "an item scores only when all of its elements are there: one that is missing can make it 0",
    ),
    mend=Text(
        "เพิ่มหลักฐาน แล้วระบุลำดับของหลักฐานไว้ที่องค์ประกอบนั้นใต้ elements เช่น divisions: [1]",
        "add the evidence, and give its number at the element under elements, such as divisions: [1]",
    ),
    message=Text(
        "ข้อ {item} {title} ไม่มีหลักฐานแสดงองค์ประกอบ {elements} — ระบุลำดับของหลักฐานใต้ elements",
        "nothing shows {elements} of {item} {title} — give the number of the evidence under elements",
    ),
    example=Example(
        bad={"2566/year.yml": "framework: nacc-2566\n", "2566/o1.md": _ITEM.format(more="")},
        good={
            "2566/year.yml": "framework: nacc-2566\n",
            "2566/o1.md": _ITEM.format(more="  divisions: [1]\n"),
        },
    ),
    check=check,
)
