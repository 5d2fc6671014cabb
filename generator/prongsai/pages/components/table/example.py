"""A table that becomes a card for each row on a phone."""

from dataclasses import replace

from prongsai.pages.components.sample import States, W
from prongsai.pages.edition import component
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView, folding

_BUYING = ("รายการ", "วิธี", "งบประมาณ", "ราคา")
_MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.")


def states() -> States:
    """Each state with its HTML."""
    own = component("table")
    yield "usual: cards on a phone", own.data_table(_usual(), W)
    few = _usual()
    rows = tuple(RowView(each.cells[::2]) for each in few.groups[0].rows)
    yield (
        "small: a table on a phone too",
        own.data_table(TableView("รวมรายเดือน", few.headers[::2], (GroupView(rows),)), W),
    )
    yield (
        "wide: cards up to a wide screen without months of no amount, the rest but their sum folded away",
        own.data_table(folding(_wide()), W),
    )
    yield "wider than a sheet of paper: cards there too", own.data_table(_widest(), W)
    yield "one card for months in which there was nothing", own.data_table(_quiet(), W)


def _usual() -> TableView:
    def row(*texts: str, total: bool = False, unread: bool = False) -> RowView:
        cells = (
            CellView(text, name, number=at > 1, unread=unread and at == 3)
            for at, (text, name) in enumerate(zip(texts, _BUYING, strict=True))
        )
        return RowView(tuple(cells), total=total)

    rows = (
        row("ปรับปรุงถนนสายบ้านนา", "e-bidding", "1,250,000", "1,198,000"),
        row("ครุภัณฑ์คอมพิวเตอร์", "เฉพาะเจาะจง", "96,000", "ตามใบเสนอราคา", unread=True),
    )
    total = GroupView((row("รวม", "", "1,346,000", "1,198,000", total=True),))
    heads = tuple(HeadView(name, number=at > 1) for at, name in enumerate(_BUYING))
    return TableView(
        "รายการจัดซื้อจัดจ้าง (จำนวนเงินเป็นบาท)",
        heads,
        (GroupView(rows, "มกราคม 2567", "table-1"), total),
    )


def _wide() -> TableView:
    names = ("โครงการ", "งบประมาณ", *_MONTHS, "ใช้ไปรวม", "ความคืบหน้า", "ผู้รับผิดชอบ")
    figures = range(1, 9)
    heads = tuple(HeadView(name, number=at in figures) for at, name in enumerate(names))

    def row(number: int) -> RowView:
        spent = ("0", "0", "30,000", "0", f"{number},000", "0")
        texts = (f"โครงการที่ {number}", "60,000", *spent, f"3{number},000", "ทำแล้วครึ่งหนึ่ง", "กองช่าง")
        cells = tuple(
            CellView(text, name, number=at in figures, none=text == "0")
            for at, (text, name) in enumerate(zip(texts, names, strict=True))
        )
        return RowView(cells, id=f"table-3-{number + 1}")

    rows = tuple(row(number) for number in range(1, 15))
    total = replace(row(0), cells=(CellView("รวม", names[0]), *row(0).cells[1:9]), total=True, id=None)
    total = replace(total, cells=(*total.cells, *(CellView("", name) for name in names[9:])))
    groups = (GroupView(rows), GroupView((total,)))
    return TableView("การใช้จ่ายของแต่ละโครงการ (จำนวนเงินเป็นบาท)", heads, groups, "table-3-1")


def _widest() -> TableView:
    heads = (HeadView("ลำดับ", ordinal=True), *(HeadView(f"คอลัมน์ {number}") for number in range(1, 10)))
    cells = tuple(
        CellView(f"ค่า {number}", head.text, ordinal=head.ordinal) for number, head in enumerate(heads)
    )
    return TableView("ตารางกว้าง", heads, (GroupView((RowView(cells, head=1),)),))


def _quiet() -> TableView:
    names = ("เดือน", "รับใหม่", "เสร็จ", "ค้าง")

    def row(*texts: str) -> RowView:
        cells = tuple(
            CellView(text, name, number=at > 0, month=not at)
            for at, (text, name) in enumerate(zip(texts, names, strict=True))
        )
        return RowView(cells)

    months = ("ต.ค. 2566", "พ.ย. 2566", "ธ.ค. 2566")
    rows = (
        RowView((), statement="ต.ค. 2566 – ธ.ค. 2566 ไม่มีเรื่องร้องเรียน", only="card"),
        *(replace(row(month, "0", "0", "0"), only="row") for month in months),
        row("ม.ค. 2567", "1", "0", "12,345,678,901"),
    )
    heads = tuple(HeadView(name, number=at > 0) for at, name in enumerate(names))
    return TableView("เรื่องร้องเรียน", heads, (GroupView(rows),))
