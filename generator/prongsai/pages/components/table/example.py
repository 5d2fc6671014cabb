"""A table that becomes a card for each row on a phone."""

from prongsai.pages.components.sample import States
from prongsai.pages.edition import component
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView


def states() -> States:
    """Each state with its HTML."""
    own = component("table")
    heads = (
        HeadView("รายการ"),
        HeadView("วิธี"),
        HeadView("งบประมาณ (บาท)", number=True),
        HeadView("ราคา (บาท)", number=True),
    )
    names = [head.text for head in heads]

    def row(*texts: str, total: bool = False, unread: bool = False) -> RowView:
        cells = (
            CellView(text, name, number=at > 1, unread=unread and at == 3)
            for at, (text, name) in enumerate(zip(texts, names, strict=False))
        )
        return RowView(tuple(cells), total=total)

    rows = (
        row("ปรับปรุงถนนสายบ้านนา", "e-bidding", "1,250,000", "1,198,000"),
        row("ครุภัณฑ์คอมพิวเตอร์", "เฉพาะเจาะจง", "96,000", "ตามใบเสนอราคา", unread=True),
    )
    total = GroupView((row("รวม", "", "1,346,000", "1,198,000", total=True),))
    yield (
        "usual: cards on a phone",
        own.data_table(
            TableView("รายการจัดซื้อจัดจ้าง", heads, (GroupView(rows, "มกราคม 2567", "table-1"), total))
        ),
    )
    few = TableView("รวมรายเดือน", heads[::2], (GroupView(tuple(RowView(each.cells[::2]) for each in rows)),))
    yield "small: a table on a phone too", own.data_table(few)
    many = (HeadView("ลำดับ", ordinal=True), *(HeadView(f"คอลัมน์ {number}") for number in range(1, 8)))
    cells = tuple(
        CellView(f"ค่า {number}", head.text, ordinal=head.ordinal) for number, head in enumerate(many)
    )
    yield (
        "wide: cards everywhere",
        own.data_table(TableView("ตารางกว้าง", many, (GroupView((RowView(cells, head=1),)),))),
    )
