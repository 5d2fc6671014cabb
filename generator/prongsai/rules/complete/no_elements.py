"""A year in which no evidence is tied to any element."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.complete._shown import ties_elements
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule

_ITEM = """\
---
reported: done
{elements}evidence:
  - {{title: ผังโครงสร้าง, url: https://www.example.go.th/structure}}
---
"""


def check(context: Context) -> Iterator[Hit]:
    """Years with evidence for items that have elements, none of it tied to any; once a year."""
    for year in context.site.years:
        evidence = sum(len(entry.evidence) for entry in year.entries if entry.item.elements)
        if evidence and not ties_elements(year):
            yield Hit(
                context.year_source(year),
                values={"year": year.fiscal_year, "count": evidence},
                fiscal_year=year.fiscal_year,
            )


RULE = Rule(
    code="C105",
    name="no-elements",
    family="complete",
    severity="info",
    title=Text("ปีที่ไม่ได้บอกว่าหลักฐานใดแสดงองค์ประกอบใด", "a year that doesn't say what shows which element"),
    what=Text(
        "ปีนี้มีหลักฐาน แต่ไม่มีข้อใดบอกว่าหลักฐานใดแสดงองค์ประกอบใด",
        "the year has evidence, but no item says which of it shows which element",
    ),
    why=Text(
        "ผู้ประเมินต้องหาเองว่าครบทุกองค์ประกอบหรือไม่ และ check หาองค์ประกอบที่ขาดให้ไม่ได้",
        "the assessor must find out alone whether every element is there, and check can't tell which is"
        " missing",
    ),
    mend=Text(
        "เพิ่ม elements ในไฟล์ของข้อ เช่น chart: [1] หมายถึงหลักฐานลำดับที่ 1 แสดงผังโครงสร้าง",
        "add elements to the items' files: chart: [1] says that the first piece of evidence shows the chart",
    ),
    message=Text(
        "ปี {year} มีหลักฐาน {count} รายการ แต่ไม่ได้บอกว่ารายการใดแสดงองค์ประกอบใด — เพิ่ม elements ในไฟล์ของข้อ",
        "{year} has {count} pieces of evidence, and none is said to show an element — add elements to the"
        " items' files",
    ),
    example=Example(
        bad={"2566/year.yml": "framework: nacc-2566\n", "2566/o1.md": _ITEM.format(elements="")},
        good={
            "2566/year.yml": "framework: nacc-2566\n",
            "2566/o1.md": _ITEM.format(elements="elements:\n  chart: [1]\n  divisions: [1]\n"),
        },
    ),
    check=check,
)
