"""A date of the last update that is yet to come."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.year._hits import day_text
from prongsai.rules.year._spans import is_far


def check(context: Context) -> Iterator[Hit]:
    """Items updated after today."""
    for year, entry, disclosure in context.disclosed:
        updated = disclosure.updated
        if updated and updated.first() > context.today and not is_far(updated, year.fiscal_year):
            yield Hit(
                context.item_source(entry),
                ("updated",),
                values={"value": day_text(updated), "item": entry.code},
                fiscal_year=year.fiscal_year,
                item=entry.code,
            )


RULE = Rule(
    code="Y209",
    name="updated-in-future",
    family="year",
    severity="warning",
    title=Text("วันที่ปรับปรุงอยู่ในอนาคต", "updated in the future"),
    what=Text("วันที่ใน updated ยังมาไม่ถึง", "the date in updated is yet to come"),
    why=Text(
        "วันที่ที่ยังมาไม่ถึงทำให้ประชาชนไม่เชื่อว่าข้อมูลเป็นปัจจุบันจริง",
        "a date to come makes citizens doubt that anything is up to date",
    ),
    mend=Text("ใส่วันที่ปรับปรุงจริง หรือลบ updated", "give the day of the update, or leave updated out"),
    message=Text(
        "ข้อ {item} บอกว่าปรับปรุงเมื่อ {value} ซึ่งยังมาไม่ถึง — ใส่วันที่ปรับปรุงจริง",
        "{item} says that it was updated on {value}, which is yet to come — give the day of the update",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\nupdated: 2028-01-26\n---\n"},
        good={"2566/o1.md": "---\nreported: done\nupdated: 2023-01-26\n---\n"},
    ),
    check=check,
)
