"""Evidence for another fiscal year than the item asks."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._evidence import evidence_faults
from prongsai.rules.year._hits import evidence_hit


def check(context: Context) -> Iterator[Hit]:
    """Evidence whose title, name or stated years are other ones than its elements ask."""
    for entry, fault in evidence_faults(context, "other-year"):
        yield evidence_hit(context, entry, fault)


def _item(year: int) -> str:
    return f"""\
---
reported: done
evidence:
  - title: รายงานผลการดำเนินงาน ประจำปีงบประมาณ {year}
    url: https://www.example.go.th/report
---
"""


RULE = Rule(
    code="Y201",
    name="wrong-year",
    family="year",
    severity="warning",
    title=Text("หลักฐานเป็นของปีอื่น", "evidence for another year"),
    what=Text(
        "ชื่อเอกสาร ชื่อไฟล์ หรือปีที่ระบุไว้ใน fiscal_years ไม่ใช่ปีที่ข้อนี้ขอ (ปีปัจจุบัน ปีก่อน"
        " หกเดือนแรก หรือแผนหลายปี)"
        " ปีของกฎหมาย วันที่ของหนังสือ และเลขที่คำสั่งไม่นับ",
        "a document's title or file name, or the years stated in fiscal_years, are not the time that the"
        " item asks"
        " for (this year, the year before, the first six months, a plan of several years); the years of"
        " laws, the"
        " dates of letters and the numbers of orders don't count",
    ),
    why=Text(
        "เอกสารผิดปีทำให้ข้อนั้นได้ 0 คะแนน แม้เอกสารจะครบทุกอย่าง และประชาชนได้ข้อมูลเก่าหรือยังไม่ถึงเวลา",
        "an item with a document of the wrong year scores 0 however good the document, and citizens read"
        " what is old",
    ),
    mend=Text(
        "เปลี่ยนเป็นเอกสารของปีที่ขอ ถ้าเอกสารถูกแล้วแต่เขียนปีผิด ให้แก้ปีในชื่อหรือใน fiscal_years",
        "put the document of the year that is asked; where only the year is written wrongly, mend the title"
        " or"
        " fiscal_years",
    ),
    message=Text(
        "ข้อ {item} ขอข้อมูลของ{asked} แต่ {value} เป็นของปี {years} — เปลี่ยนเป็นเอกสารของปีที่ขอ หรือแก้ปีถ้าเขียนผิด",
        "{item} asks for {asked}, but {value} is of {years} — put the document of the year that is asked,"
        " or mend the"
        " year where it is written wrongly",
    ),
    example=Example(bad={"2566/o13.md": _item(2564)}, good={"2566/o13.md": _item(2565)}),
    check=check,
)
