"""A typed table without a column that its topic asks for, or without any header that is known."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from prongsai.errors import Text
from prongsai.model.site import Entry
from prongsai.model.tables.beside import Beside
from prongsai.model.tables.header import Missing
from prongsai.model.tables.read import TypedTable
from prongsai.model.tables.register import shapes_of
from prongsai.rules.complete._sheet import letter
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NOTHING: Final = Text("", "")


def check(context: Context) -> Iterator[Hit]:
    """Each column that a table beside a typed item lacks; of a table without a known header, all at once."""
    for entry, tables in context.beside:
        for beside in tables:
            if beside.typed:
                for missing in beside.typed.missing:
                    yield _hit(context, entry, beside, beside.typed, missing)
            elif shapes_of(entry.item.topic):
                yield _headless(context, entry, beside)


def _hit(context: Context, entry: Entry, beside: Beside, typed: TypedTable, missing: Missing) -> Hit:
    title, wordings = missing.column.title, missing.column.wordings
    like = _NOTHING
    if missing.like is not None:
        header = typed.header.cells[missing.like]
        like = Text(
            f" หัวคอลัมน์ {letter(missing.like)} {quoted(header)} น่าจะหมายถึงคอลัมน์นี้",
            f"; the header {quoted(header)} of column {letter(missing.like)} may be meant for it",
        )
    return Hit(
        f"{context.content}/{beside.held.address}",
        line=typed.header_line,
        cell=missing.like or 0,
        values={
            "item": entry.code,
            "title": entry.item.title,
            "file": quoted(PurePosixPath(beside.held.address).name),
            "column": Text(quoted(title.th), f"{quoted(wordings[0])} ({title.en})"),
            "like": like,
            "wording": quoted(wordings[0]),
        },
        fiscal_year=entry.fiscal_year,
        item=entry.code,
    )


def _headless(context: Context, entry: Entry, beside: Beside) -> Hit:
    shape = shapes_of(entry.item.topic)[0]
    names = ", ".join(column.wordings[0] for column in shape.required_of(entry.item))
    return Hit(
        f"{context.content}/{beside.held.address}",
        line=beside.table.header_line,
        cell=0,
        values={
            "item": entry.code,
            "title": entry.item.title,
            "file": quoted(PurePosixPath(beside.held.address).name),
            "column": Text(names, names),
            "like": Text(" และไม่รู้จักหัวคอลัมน์ใดเลย", "; no header is known"),
            "wording": Text("ตามนี้ในแถวแรก", "these in the first row"),
        },
        fiscal_year=entry.fiscal_year,
        item=entry.code,
        confidence="medium",
    )


_ITEM: Final = """\
---
reported: done
evidence:
  - {title: สถิติเรื่องร้องเรียนการทุจริต รอบ 6 เดือนแรก, file: data/complaints.csv}
---
"""
_MONTHS: Final = ("2022-10", "2022-11", "2022-12", "2023-01", "2023-02", "2023-03")
_ROWS: Final = "".join(f"{month},1,1,0\n" for month in _MONTHS)

RULE = Rule(
    code="C110",
    name="missing-column",
    family="complete",
    severity="warning",
    title=Text("ตารางขาดคอลัมน์ที่ข้อนี้ต้องมี", "a table without a column that the item must have"),
    what=Text(
        "ตาราง CSV ของข้อที่แสดงเป็นตารางและแผนภูมิได้ ขาดคอลัมน์ที่กรอบการประเมินขอ หรือตั้งหัวคอลัมน์ด้วยคำที่โปรแกรมไม่รู้จัก"
        " คำที่ใช้ตั้งหัวคอลัมน์ได้อยู่ในคู่มือ how-to/tables.md",
        "a CSV table of an item that is shown as a table and a chart lacks a column that the framework asks"
        " for, or its header is worded in a way that isn't known; how-to/tables.md lists the wordings",
    ),
    why=Text(
        "กรอบขอรายละเอียดเหล่านี้ทุกรายการ และเมื่อขาดคอลัมน์ แผนภูมิที่ใช้คอลัมน์นั้นจะไม่ขึ้น",
        "the framework asks for these details, and a chart that needs the column isn't drawn",
    ),
    mend=Text(
        "เปิดไฟล์ในโปรแกรมตาราง เพิ่มคอลัมน์ หรือแก้หัวคอลัมน์ให้ตรง แล้วบันทึกเป็น CSV (UTF-8)",
        "open the file in a spreadsheet, add the column or mend its header, and save it as CSV (UTF-8)",
    ),
    message=Text(
        "ข้อ {item} {title} ตาราง {file} ขาดคอลัมน์ {column}{like} — เพิ่มคอลัมน์ หรือตั้งหัวคอลัมน์ว่า {wording}",
        "{item} {title}: the table {file} lacks the column {column}{like} — add it, or head it {wording}",
    ),
    example=Example(
        bad={
            "2566/o29.md": _ITEM,
            "2566/data/complaints.csv": f"เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,หมวดอื่น\n{_ROWS}",
        },
        good={
            "2566/o29.md": _ITEM,
            "2566/data/complaints.csv": f"เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\n{_ROWS}",
        },
    ),
    check=check,
)
