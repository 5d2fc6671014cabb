"""A period that ends before it starts."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._evidence import evidence_faults
from prongsai.rules.year._hits import evidence_hit, span_hit
from prongsai.rules.year._spans import dues, is_due_outside, spans, wrong_with
from prongsai.source.problems import quoted
from prongsai.thai.dates import format_date


def check(context: Context) -> Iterator[Hit]:
    """Periods and rounds whose end or report lies before their start, and ranges of years in titles."""
    for span in spans(context):
        wrong = wrong_with(span)
        if wrong and wrong[0] == "backwards":
            yield span_hit(span, wrong[1])
    for found in dues(context):
        period = found.period
        if not period or not period.start or wrong_with(period):
            continue
        if found.day.last() < period.start.first() and not is_due_outside(found.day, found.fiscal_year):
            value = quoted(f"{period.text} / {format_date(found.day, style='short')}")
            yield Hit(found.source, found.loc, values={"value": value}, fiscal_year=found.fiscal_year)
    for entry, fault in evidence_faults(context, "backwards"):
        yield evidence_hit(context, entry, fault)


RULE = Rule(
    code="Y203",
    name="backwards-period",
    family="year",
    severity="warning",
    title=Text("ช่วงเวลาสิ้นสุดก่อนเริ่ม", "a period that ends before it starts"),
    what=Text(
        "วันสิ้นสุดของช่วงเวลาหรือกำหนดรายงานอยู่ก่อนวันเริ่ม หรือช่วงปีในชื่อเอกสารเรียงกลับกัน",
        "the end of a period, or the day of its report, lies before its start, or the years in a document's"
        " title run backwards",
    ),
    why=Text(
        "ช่วงเวลาที่เป็นไปไม่ได้มักเกิดจากพิมพ์ปีหรือเดือนผิด ผู้อ่านและผู้ประเมินบอกไม่ได้ว่าทำเมื่อใด",
        "an impossible period mostly comes of a wrong year or month: neither citizen nor assessor can tell"
        " the time",
    ),
    mend=Text(
        "ตรวจปีและเดือนของวันเริ่มและวันสิ้นสุด แล้วแก้ตัวที่พิมพ์ผิด",
        "look at the year and month of both ends and mend the one that is wrong",
    ),
    message=Text(
        "ช่วงเวลา {value} สิ้นสุดก่อนเริ่ม — ตรวจปีและเดือนของวันเริ่มและวันสิ้นสุด",
        "the period {value} ends before it starts — look at the year and month of both ends",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\nperiod: 3 ต.ค. 2565 - 10 ก.ย. 2565\n---\n"},
        good={"2566/o1.md": "---\nreported: done\nperiod: 3 ต.ค. 2565 - 10 พ.ย. 2565\n---\n"},
    ),
    check=check,
)
