"""An item of the framework without a source."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule

TWO_ITEMS = """\
framework: demo-2566
scheme: demo
fiscal_year: 2566
title: {th: กรอบตัวอย่าง}
indicators:
  - number: "9"
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: "9.1"
        name: ข้อมูลพื้นฐาน
        items:
          - {code: o1, title: โครงสร้าง, topic: structure}
          - {code: o2, title: ข้อมูลผู้บริหาร, topic: executives}
"""


def check(context: Context) -> Iterator[Hit]:
    """Items without a source, in years in which the agency reports on some item at all."""
    for year in context.site.years:
        if not year.disclosures:
            continue
        for entry in year.entries:
            if entry.disclosure is None:
                yield Hit(
                    context.item_source(entry),
                    values={"item": entry.code, "title": entry.item.title, "year": entry.fiscal_year},
                    fiscal_year=entry.fiscal_year,
                    item=entry.code,
                )


RULE = Rule(
    code="C101",
    name="missing-item",
    family="complete",
    severity="warning",
    title=Text("ขาดไฟล์ของข้อ", "an item without a source"),
    what=Text(
        "กรอบการประเมินของปีมีข้อนี้ แต่ในโฟลเดอร์ของปีไม่มีไฟล์ของข้อ",
        "the year's framework has the item, but the year's folder has no file for it",
    ),
    why=Text(
        "ข้อที่ไม่มีข้อมูลได้ 0 คะแนน และประชาชนไม่รู้ว่าหน่วยงานทำเรื่องนี้หรือไม่",
        "an item without a disclosure scores 0, and citizens can't tell whether anything was done",
    ),
    mend=Text(
        "สร้างไฟล์ชื่อรหัสข้อ เช่น o12.md ในโฟลเดอร์ของปี แล้วระบุสถานะและหลักฐาน ถ้าไม่มีภารกิจนี้ให้ระบุ reported:"
        " not_applicable",
        "create a file named by the code, such as o12.md, with its status and evidence; where the agency"
        " has no such"
        " duty, say reported: not_applicable",
    ),
    message=Text(
        "ปี {year} ขาดข้อ {item} “{title}” — สร้างไฟล์ {item}.md แล้วระบุสถานะและหลักฐาน",
        "{year} lacks {item} “{title}” — create {item}.md with its status and evidence",
    ),
    example=Example(
        bad={
            "2566/year.yml": "framework: demo-2566\n",
            "2566/o1.md": "---\nreported: done\n---\n",
            "frameworks/demo-2566.yml": TWO_ITEMS,
        },
        good={
            "2566/year.yml": "framework: demo-2566\n",
            "2566/o1.md": "---\nreported: done\n---\n",
            "2566/o2.md": "---\nreported: in_progress\n---\n",
            "frameworks/demo-2566.yml": TWO_ITEMS,
        },
    ),
    check=check,
)
