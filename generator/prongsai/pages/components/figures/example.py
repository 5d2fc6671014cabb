"""A table beside an item: what it comes to, charts, the table itself and its file."""

from decimal import Decimal

from prongsai.pages.components.sample import TO, States, W
from prongsai.pages.edition import component
from prongsai.pages.typed.charts import Line, Value, chart
from prongsai.pages.typed.sections import DataView, FileView
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView


def states() -> States:
    """Each state with its HTML."""
    own = component("figures")
    heads = (HeadView("เดือน"), HeadView("ราคา (บาท)", number=True))
    rows = tuple(
        RowView((CellView(name, "เดือน"), CellView(sum_, "ราคา (บาท)", number=True)), id=f"table-2-{at}")
        for at, (name, sum_) in enumerate((("ต.ค. 2566", "250,000"), ("พ.ย. 2566", "440,000")), 2)
    )
    drawing = chart(
        "drawn-1",
        "มูลค่ารายเดือน",
        "รวม 690,000 บาท",
        ("ราคา",),
        [
            Line("ต.ค. 2566", (Value(Decimal(250_000), "250,000 บาท"),)),
            Line("พ.ย. 2566", (Value(Decimal(440_000), "440,000 บาท"),)),
        ],
    )
    one = DataView(
        "table-2",
        "จัดซื้อจัดจ้างรายเดือน",
        FileView("2567/data/procurement.csv", "ตารางนี้ (CSV)"),
        "สองเดือนรวม 690,000 บาท",
        (drawing,) if drawing else (),
        None,
        TableView("รายเดือน", heads, (GroupView(rows),)),
        ("ตัวเลขตามที่กองคลังรายงาน",),
        (("ต.ค. 2566", "#table-2-2"), ("พ.ย. 2566", "#table-2-3")),
    )
    yield "a chart and a table", own.figure_sections((one,), TO, W)
