"""Bars with their words beside them; series differ by filling."""

from decimal import Decimal

from prongsai.pages.components.sample import States
from prongsai.pages.edition import component
from prongsai.pages.typed.charts import Line, Value, chart


def states() -> States:
    """Each state with its HTML."""
    own = component("chart")

    def bars(name: str, *amounts: int) -> Line:
        return Line(name, tuple(Value(Decimal(one), f"{one:,} บาท") for one in amounts))

    one = chart(
        "chart-1",
        "มูลค่าจัดซื้อรายเดือน",
        "รวม 690,000 บาท",
        ("ราคา",),
        [bars("ต.ค. 2566", 250_000), bars("พ.ย. 2566", 440_000)],
    )
    yield "one series", own.chart(one)
    three = chart(
        "chart-2",
        "งบประมาณและการใช้จ่าย",
        "สามรายการของสองกอง",
        ("งบประมาณ", "ใช้แล้ว", "คงเหลือ"),
        [bars("กองคลัง", 900, 400, 500), bars("กองช่าง", 700, 700, 0)],
    )
    yield "three series", own.chart(three)
