"""Receipts that are old while their year can still be mended."""

from collections.abc import Iterator
from datetime import date, timedelta

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._visited import day_text, visited
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.thai.dates import day_in_thailand, fiscal_year_span

OLD = timedelta(days=30)


def check(context: Context) -> Iterator[Hit]:
    """One hit a year that is not over yet and has receipts older than ``OLD``."""
    moments: dict[int, dict[str, str]] = {}
    for one in visited(context):
        checked = one.receipt.checked_at
        if checked and one.given.fiscal_year and _is_old(checked, context.today):
            moments.setdefault(one.given.fiscal_year, {})[one.receipt.url] = checked
    for year in context.site.years:
        old = moments.get(year.fiscal_year)
        if old and context.today <= fiscal_year_span(year.fiscal_year)[1]:
            oldest = day_text(min(old.values(), key=day_in_thailand))
            yield Hit(
                context.year_source(year),
                values={"count": len(old), "days": OLD.days, "oldest": oldest},
                fiscal_year=year.fiscal_year,
            )


def _is_old(moment: str, today: date) -> bool:
    return today - day_in_thailand(moment).first() > OLD


_URL = f"{SITE}/powers"

RULE = Rule(
    code="A315",
    name="old-receipts",
    family="address",
    severity="info",
    title=Text("ใบตรวจเก่าเกินไป", "receipts that are old"),
    what=Text(
        f"ปีงบประมาณยังไม่สิ้นสุด แต่ใบตรวจของหลักฐานบางแห่งเก่ากว่า {OLD.days} วัน",
        f"the fiscal year is not over, but some evidence was last checked more than {OLD.days} days ago",
    ),
    why=Text(
        "ลิงก์เสียได้ทุกวัน ถ้ารู้ก่อนผู้ประเมินก็แก้ทัน",
        "links die every day: what is known before the assessor comes can be mended",
    ),
    mend=Text(
        "สั่ง prongsai verify สัปดาห์ละครั้ง และอีกครั้งก่อนยื่น หรือตั้งให้ทำเอง",
        "run prongsai verify once a week and again before filing, or have it run by itself",
    ),
    message=Text(
        "ใบตรวจของหลักฐาน {count} แห่งเก่ากว่า {days} วัน (เก่าสุด {oldest}) — สั่ง prongsai verify",
        "{count} receipts are older than {days} days (the oldest of {oldest}) — run prongsai verify",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_URL}"))
        | lock(_URL, "ok", "พบหน้าเว็บ", checked_at="2022-12-01T03:00:00+00:00"),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "ok", "พบหน้าเว็บ"),
    ),
    check=check,
)
