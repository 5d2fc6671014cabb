"""A year with a framework in which no item is reported at all."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.complete._shown import is_begun
from prongsai.rules.complete.missing_item import TWO_ITEMS
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Years that have a framework and no item in which anything is written; once a year."""
    for year in context.site.years:
        begun = any(is_begun(disclosure) for disclosure in year.disclosures.values())
        if year.framework is not None and year.entries and not begun:
            yield Hit(
                context.year_source(year),
                ("framework",),
                values={
                    "year": year.fiscal_year,
                    "framework": year.framework.framework,
                    "count": len(year.entries),
                },
                fiscal_year=year.fiscal_year,
            )


RULE = Rule(
    code="C102",
    name="no-items",
    family="complete",
    severity="info",
    title=Text("ปีที่ยังไม่มีข้อใดเลย", "a year without any item"),
    what=Text(
        "ปีนี้มีกรอบการประเมิน แต่ในโฟลเดอร์ของปีไม่มีไฟล์ของข้อใดเลย หรือทุกไฟล์ยังว่างอยู่",
        "the year has a framework, but its folder has no file for any item, or all are still empty",
    ),
    why=Text(
        "ประชาชนเห็นเพียงรายการข้อที่ว่าง และผู้ประเมินไม่มีอะไรให้ตรวจ",
        "citizens see a list of empty items, and the assessor has nothing to look at",
    ),
    mend=Text(
        "สร้างไฟล์ของข้อที่มีข้อมูลก่อน เช่น o1.md ถ้าปีนี้เผยแพร่เพียงรายงานมาตรการหรือคะแนน ให้ใส่เหตุผลไว้ใน silence",
        "create the files of the items that there is something for, such as o1.md; where the year publishes"
        " only a"
        " measures report or scores, say so under silence",
    ),
    message=Text(
        "ปี {year} ใช้กรอบ {framework} ซึ่งมี {count} ข้อ แต่ยังไม่ได้รายงานข้อใดเลย — เริ่มจากข้อที่มีข้อมูล เช่น o1.md",
        "{year} has the framework {framework} with {count} items, and reports on none — begin with one that"
        " there is something for, such as o1.md",
    ),
    example=Example(
        bad={"2566/year.yml": "framework: demo-2566\n", "frameworks/demo-2566.yml": TWO_ITEMS},
        good={
            "2566/year.yml": "framework: demo-2566\n",
            "2566/o1.md": "---\nreported: done\n---\n",
            "frameworks/demo-2566.yml": TWO_ITEMS,
        },
    ),
    check=check,
)
