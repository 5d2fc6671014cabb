"""Cells of a typed table that give no month, amount or number, and rows with more cells than headers."""

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from prongsai.errors import Text
from prongsai.model.site import Entry
from prongsai.model.tables.beside import Beside
from prongsai.model.tables.read import TypedTable, Unread
from prongsai.rules.complete._sheet import letter
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

MOST: Final = 20
"""So many cells of a table are told; of the rest their number."""

_NOTHING: Final = Text("", "")
_WHAT: Final = {
    "month": Text("เป็นเดือน", "as a month"),
    "money": Text("เป็นจำนวนเงิน", "as an amount"),
    "count": Text("เป็นจำนวน", "as a number"),
    "percent": Text("เป็นร้อยละ", "as a percentage"),
    "text": Text("เป็นข้อความ", "as text"),
}
_MEND: Final = {
    "formula": Text("คัดลอกแล้ววางเป็นค่าแทนสูตร", "paste its value instead of the formula"),
    "exponent": Text(
        "จัดรูปแบบช่องเป็นตัวเลขธรรมดาก่อนบันทึก เพราะแบบนี้ตัวเลขท้ายหายไป",
        "format the cell as a plain number before saving: digits are lost in this form",
    ),
    "commas": Text("เขียนเช่น 1500000 หรือ 1,500,000.00", "write it like 1500000 or 1,500,000.00"),
    "no_number": Text(
        "เขียนเป็นตัวเลข เช่น 97500 ถ้าไม่มีให้ใส่ขีด - ส่วนข้อความให้ย้ายไปช่องหมายเหตุ",
        "write a number such as 97500, or a hyphen for none, and move words to a column for notes",
    ),
    "month": Text("เขียนเช่น 2023-10 หรือ ต.ค. 2566", "write it like 2023-10 or ต.ค. 2566"),
    "negative": Text("ค่านี้ติดลบไม่ได้ ตรวจตัวเลขอีกครั้ง", "it cannot be below zero: check the figure"),
    "part": Text("จำนวนต้องเป็นจำนวนเต็ม", "a count is a whole number"),
    "short_header": Text(
        "ทุกแถวมีช่องมากกว่าหัวตาราง ใส่หัวให้ครบทุกคอลัมน์",
        "every row has more cells than the header: head every column",
    ),
    "too_many": Text(
        "แถวนี้มีช่องมากกว่าหัวตาราง มักเพราะมีจุลภาคในค่า ให้ใส่เครื่องหมายคำพูดครอบค่านั้น หรือบันทึกจากโปรแกรมตารางใหม่",
        "the row has more cells than the header, often for a comma inside a value: quote the value, or save"
        " the file from a spreadsheet again",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """The cells of each typed table that could not be read, the first twenty of a table."""
    for entry, tables in context.beside:
        for beside in tables:
            if beside.typed is None:
                continue
            if beside.typed.is_header_short:
                yield _short_header(context, entry, beside, beside.typed)
                continue
            found = beside.typed.unread
            for number, unread in enumerate(islice(found, MOST), 1):
                more = len(found) - MOST if number == MOST else 0
                yield _hit(context, entry, beside, unread, more)


def _short_header(context: Context, entry: Entry, beside: Beside, typed: TypedTable) -> Hit:
    """Every row has more cells than the header: it is the header that lacks some."""
    last = len(typed.header.cells) - 1
    first = typed.unread[0]
    return Hit(
        f"{context.content}/{beside.held.address}",
        line=typed.header_line,
        cell=last,
        values={
            "item": entry.code,
            "title": entry.item.title,
            "file": quoted(PurePosixPath(beside.held.address).name),
            "column": letter(first.cell),
            "value": quoted(first.value),
            "what": _WHAT["text"],
            "mend": _MEND["short_header"],
            "more": _NOTHING,
        },
        fiscal_year=entry.fiscal_year,
        item=entry.code,
    )


def _hit(context: Context, entry: Entry, beside: Beside, unread: Unread, more: int) -> Hit:
    name = f"{letter(unread.cell)} {quoted(unread.header)}" if unread.header else letter(unread.cell)
    rest = _NOTHING
    if more > 0:
        rest = Text(f" (ในไฟล์นี้ยังมีอีก {more:,} ช่อง)", f" (there are {more:,} more in this file)")
    return Hit(
        f"{context.content}/{beside.held.address}",
        line=unread.line,
        cell=unread.cell,
        values={
            "item": entry.code,
            "title": entry.item.title,
            "file": quoted(PurePosixPath(beside.held.address).name),
            "column": name,
            "value": quoted(unread.value),
            "what": _WHAT.get(unread.kind, _WHAT["text"]),
            "mend": _MEND[unread.why],
            "more": rest,
        },
        fiscal_year=entry.fiscal_year,
        item=entry.code,
    )


_ITEM: Final = """\
---
reported: done
evidence:
  - {title: สถิติเรื่องร้องเรียนการทุจริต รอบ 6 เดือนแรก, file: data/complaints.csv}
---
"""
_HEADER: Final = "เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\n"
_ROWS: Final = "".join(
    f"{month},1,1,0\n" for month in ("2022-10", "2022-11", "2022-12", "2023-01", "2023-02")
)

RULE = Rule(
    code="C111",
    name="unread-cell",
    family="complete",
    severity="warning",
    title=Text("ช่องในตารางที่อ่านเป็นเดือนหรือตัวเลขไม่ได้", "a table's cell that gives no month or number"),
    what=Text(
        "ช่องของตาราง CSV ที่ควรเป็นเดือน จำนวนเงิน หรือจำนวน เป็นอย่างอื่น เป็นสูตร หรือแถวมีช่องมากกว่าหัวตาราง"
        " ขีดและช่องว่างแปลว่าไม่มีค่า ไม่ใช่ความผิด",
        "a cell that should hold a month, an amount or a count holds something else or a formula, or a row"
        " has more cells than the header; a dash or an empty cell means that there is no value: no fault",
    ),
    why=Text(
        "ตารางยังแสดงตามที่เขียน แต่แผนภูมิและผลรวมไม่นับช่องนั้น ตัวเลขที่ประชาชนเห็นจึงไม่ครบ",
        "the table is shown as it stands, but charts and sums leave the cell out: citizens see too little",
    ),
    mend=Text(
        "แก้ช่องนั้นให้เป็นเดือนหรือตัวเลข แล้วบันทึกเป็น CSV (UTF-8)",
        "make the cell a month or a number, and save the file as CSV (UTF-8)",
    ),
    message=Text(
        "ข้อ {item} {title} ตาราง {file} คอลัมน์ {column}: อ่าน {value} {what}ไม่ได้ — {mend}{more}",
        "{item} {title}: in column {column} of {file}, {value} cannot be read {what} — {mend}{more}",
    ),
    example=Example(
        bad={
            "2566/o29.md": _ITEM,
            "2566/data/complaints.csv": f"{_HEADER}{_ROWS}2023-03,สองเรื่อง,1,1\n",
        },
        good={"2566/o29.md": _ITEM, "2566/data/complaints.csv": f"{_HEADER}{_ROWS}2023-03,2,1,1\n"},
    ),
    check=check,
)
