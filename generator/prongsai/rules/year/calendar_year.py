"""The calendar year taken for the fiscal year."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._evidence import evidence_faults
from prongsai.rules.year._hits import evidence_hit, span_hit
from prongsai.rules.year._spans import spans, wrong_with


def check(context: Context) -> Iterator[Hit]:
    """January to December given as the year, and rounds that don't begin and end with the fiscal year's."""
    for span in spans(context):
        wrong = wrong_with(span)
        if wrong and wrong[0] == "calendar":
            dates = " - ".join(day.iso() for day in (span.start, span.end) if day)
            value = f"{span.name} {dates}".strip() if span.what == "round" else span.text
            yield span_hit(span, wrong[1], value=f"“{value}”", from_year=span.fiscal_year - 1)
    for entry, fault in evidence_faults(context, "calendar"):
        hit = evidence_hit(context, entry, fault)
        yield Hit(
            hit.source,
            hit.loc,
            hit.find,
            values={**hit.values, "from_year": entry.fiscal_year - 1},
            fiscal_year=hit.fiscal_year,
            item=hit.item,
        )


RULE = Rule(
    code="Y206",
    name="calendar-year",
    family="year",
    severity="warning",
    title=Text("ใช้ปีปฏิทินแทนปีงบประมาณ", "the calendar year taken for the fiscal year"),
    what=Text(
        "ช่วงเวลา รอบรายงาน หรือเอกสารนับมกราคมถึงธันวาคม หรือรอบ 6 และ 12 เดือนไม่ตรงกับรอบของปีงบประมาณ",
        "a period, a round or a document runs from January to December, or a round of six or twelve months"
        " is not the"
        " fiscal year's",
    ),
    why=Text(
        "การประเมินนับปีงบประมาณ ข้อมูลตามปีปฏิทินจึงขาดสามเดือนแรกและเกินไปสามเดือนท้าย",
        "the assessment goes by the fiscal year: a calendar year lacks its first three months and has three"
        " too many",
    ),
    mend=Text(
        "ทำข้อมูลให้เป็นตุลาคมถึงกันยายน (หกเดือนแรกคือตุลาคมถึงมีนาคม) หรือแก้ช่วงเวลาที่เขียนผิด",
        "give October to September (the first six months are October to March), or mend the period",
    ),
    message=Text(
        "{value} นับตามปีปฏิทิน ไม่ตรงกับปีงบประมาณ ซึ่งเริ่ม 1 ตุลาคม สิ้นสุด 30 กันยายน"
        " (ปี {year} เริ่ม 1 ต.ค. {from_year}) — ทำข้อมูลหรือแก้ช่วงเวลาให้ตรง",
        "{value} goes by the calendar year, not the fiscal one, which runs from 1 October to 30 September"
        " ({year} began"
        " on 1 Oct {from_year}) — give the fiscal year, or mend the period",
    ),
    example=Example(
        bad={"2566/o7.md": "---\nreported: done\nperiod: 1 ม.ค. 2566 - 31 ธ.ค. 2566\n---\n"},
        good={"2566/o7.md": "---\nreported: done\nperiod: 1 ต.ค. 2565 - 30 ก.ย. 2566\n---\n"},
    ),
    check=check,
)
