"""A period that lies outside the fiscal year or goes beyond it."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._hits import day_text, span_hit
from prongsai.rules.year._spans import dues, is_due_outside, spans, wrong_with


def check(context: Context) -> Iterator[Hit]:
    """Periods, rounds and milestones that are not inside their year, and deadlines far from it."""
    for span in spans(context):
        wrong = wrong_with(span)
        if wrong and wrong[0] == "outside":
            yield span_hit(span, wrong[1], **_edges(span.fiscal_year))
    for found in dues(context):
        if is_due_outside(found.day, found.fiscal_year):
            values = {"value": day_text(found.day), **_edges(found.fiscal_year)}
            yield Hit(found.source, found.loc, values=values, fiscal_year=found.fiscal_year)


def _edges(year: int) -> dict[str, object]:
    return {"year": year, "from_year": year - 1}


RULE = Rule(
    code="Y205",
    name="outside-year",
    family="year",
    severity="warning",
    title=Text("ช่วงเวลาอยู่นอกปีงบประมาณ", "a period outside the fiscal year"),
    what=Text(
        "ช่วงดำเนินการ รอบรายงาน หรือกำหนดส่งอยู่นอกปีงบประมาณ (1 ตุลาคม ถึง 30 กันยายน) ทั้งหมดหรือบางส่วน",
        "a period, a reporting round or a deadline lies outside the fiscal year (1 October to 30"
        " September), wholly or"
        " in part",
    ),
    why=Text(
        "สิ่งที่ทำนอกปีงบประมาณไม่นับเป็นการดำเนินการของปีนั้น หรือแสดงว่าพิมพ์ปีผิด",
        "what is done outside the fiscal year doesn't count for it, or the year is a misprint",
    ),
    mend=Text(
        "แก้ปีหรือเดือนให้อยู่ในปีงบประมาณ ถ้าเป็นงานของปีอื่นจริง ให้ย้ายไปไว้ในปีนั้น",
        "mend the year or month; what belongs to another year goes into that year's folder",
    ),
    message=Text(
        "{value} ไม่อยู่ในปีงบประมาณ {year} (1 ต.ค. {from_year} ถึง 30 ก.ย. {year}) — ตรวจปีและเดือน"
        " หรือย้ายไปปีที่ถูกต้อง",
        "{value} is not inside fiscal year {year} (1 Oct {from_year} to 30 Sep {year}) — look at its year"
        " and month, or"
        " move it to the right year",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\nperiod: ต.ค. 65 - ธ.ค. 66\n---\n"},
        good={"2566/o1.md": "---\nreported: done\nperiod: ต.ค. 65 - ธ.ค. 65\n---\n"},
    ),
    check=check,
)
