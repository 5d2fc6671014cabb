"""A period without data, and without the statement that there was none."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from prongsai.errors import Text
from prongsai.model.site import Entry
from prongsai.rules.complete._series import Series, asked, tables
from prongsai.rules.complete._shown import lacking, loc_of, named
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted
from prongsai.thai import months as _months
from prongsai.thai.dates import format_date
from prongsai.thai.digits import to_arabic

_EMPTY: Final = re.compile(r"[-‐‑‒–—−.\s]*")
_ZERO: Final = re.compile(r"0+(?:[.,]0+)?")
_NIL: Final = "ไม่มี"


def check(context: Context) -> Iterator[Hit]:
    """Empty months of tables, and elements that may be nil and neither are shown nor said to be."""
    for year in context.site.years:
        for found in lacking(context, year):
            if found.unsaid:
                fault = Text(
                    f"ไม่มีหลักฐานแสดง {named(found.unsaid)} และไม่ได้บอกว่าไม่มี",
                    f"nothing shows {named(found.unsaid)}, and it isn't said that there was none",
                )
                yield Hit(
                    context.item_source(found.entry),
                    loc_of(found.entry, found.unsaid[0]),
                    on_key=True,
                    values={"item": found.entry.code, "title": found.entry.item.title, "fault": fault},
                    fiscal_year=found.entry.fiscal_year,
                    item=found.entry.code,
                )
    for _, entry, disclosure in context.disclosed:
        if disclosure.reported in ("done", "in_progress") and asked(entry, context.today):
            for series in tables(context, entry):
                yield from _in_table(context, entry, series)


def _in_table(context: Context, entry: Entry, series: Series) -> Iterator[Hit]:
    """A table's empty months that are over; one a table."""
    empty = dict(_empty_rows(series)) if series.rows else dict.fromkeys(_empty_columns(series), 1)
    months = [
        month for month in _months.in_order(empty) if _months.is_over(entry.fiscal_year, month, context.today)
    ]
    if not months:
        return
    days = [_months.as_date(entry.fiscal_year, month) for month in months]
    file = quoted(PurePosixPath(series.address).name)
    thai = ", ".join(format_date(day, style="short") for day in days)
    english = ", ".join(format_date(day, lang="en", style="short") for day in days)
    fault = Text(
        f"{file} ไม่มีข้อมูลของ {thai} และไม่ได้บอกว่าไม่มี",
        f"{file} has no data for {english}, and doesn't say that there was none",
    )
    yield Hit(
        series.source,
        line=empty[months[0]],
        values={"item": entry.code, "title": entry.item.title, "fault": fault},
        fiscal_year=entry.fiscal_year,
        item=entry.code,
    )


def _empty_rows(series: Series) -> Iterator[tuple[int, int]]:
    """Months none of whose rows says anything, with the line of the first."""
    figures = {number: series.figures(number) for numbers in series.rows.values() for number in numbers}
    stated = _statement_columns(figures.values())
    for month, numbers in series.rows.items():
        if all(_says_nothing(figures[number], stated) for number in numbers):
            yield month, series.line(numbers[0])


def _statement_columns(rows: Iterable[list[str]]) -> frozenset[int]:
    """The columns in which rows of zeros say that there was nothing: where one does, the others must."""
    found: set[int] = set()
    for row in rows:
        if any(_is_zero(cell) for cell in row):
            found.update(number for number, cell in enumerate(row) if _NIL in cell)
    return frozenset(found)


def _says_nothing(row: list[str], stated: frozenset[int]) -> bool:
    if all(_EMPTY.fullmatch(cell) for cell in row):
        return True
    return bool(stated) and all(
        _EMPTY.fullmatch(cell) or (_is_zero(cell) and number not in stated) for number, cell in enumerate(row)
    )


def _is_zero(cell: str) -> bool:
    return _ZERO.fullmatch(to_arabic(cell.strip())) is not None


def _empty_columns(series: Series) -> Iterator[int]:
    """Months whose column is empty in every row."""
    for month, column in series.wide.items():
        cells = [row[column] if column < len(row) else "" for row in series.table.rows]
        if cells and all(_EMPTY.fullmatch(cell) for cell in cells):
            yield month


_HEADER = "เดือน,รายการ,ราคา\n"
_FILLED = "".join(f"{month},ซื้อวัสดุสำนักงาน,25000\n" for month in ("2021-10", "2021-11", "2021-12"))
_REST = "".join(f"{month},ซื้อวัสดุสำนักงาน,25000\n" for month in ("2022-02", "2022-03"))
_ITEM = """\
---
reported: done
evidence:
  - {title: ตารางสรุปผลการจัดซื้อจัดจ้าง, file: data/procurement.csv}
---
"""

RULE = Rule(
    code="C108",
    name="no-statement",
    family="complete",
    severity="warning",
    title=Text("ช่วงที่ไม่มีข้อมูลและไม่ได้บอกว่าไม่มี", "a period without data or a statement that there was none"),
    what=Text(
        "ตารางรายเดือนมีเดือนที่ว่าง (หรือมีแต่ขีด) โดยไม่บอกว่าเดือนนั้นไม่มี หรือองค์ประกอบที่บอกว่าไม่มีได้"
        " ไม่มีทั้งหลักฐานและคำบอกว่าไม่มี",
        "a monthly table has a month that is empty (or only dashes) and doesn't say that there was nothing,"
        " or an"
        " element that may be nil has neither evidence nor the statement",
    ),
    why=Text(
        "เดือนที่ว่างทำให้ไม่รู้ว่าไม่มีรายการหรือลืมลง กรอบให้บอกไว้ว่าไม่มี จึงจะได้คะแนน",
        "of an empty month nobody knows whether there was nothing or it was forgotten: the framework asks"
        " to say so",
    ),
    mend=Text(
        "เขียนในแถวนั้น เช่น ไม่มีการจัดซื้อจัดจ้างในเดือนนี้ หรือระบุ none: เหตุผล ที่องค์ประกอบนั้นใต้ elements",
        "write so in the row, or give none: with the reason at the element under elements",
    ),
    message=Text(
        "ข้อ {item} {title}: {fault} — เขียนไว้ให้ชัดว่าช่วงนั้นไม่มี หรือใส่ข้อมูล",
        "{item} {title}: {fault} — say that there was none, or give the data",
    ),
    example=Example(
        bad={
            "2565/year.yml": "framework: nacc-2565\n",
            "2565/o23.md": _ITEM,
            "2565/data/procurement.csv": f"{_HEADER}{_FILLED}2022-01,,\n{_REST}",
        },
        good={
            "2565/year.yml": "framework: nacc-2565\n",
            "2565/o23.md": _ITEM,
            "2565/data/procurement.csv": f"{_HEADER}{_FILLED}2022-01,ไม่มีการจัดซื้อจัดจ้างในเดือนนี้,\n{_REST}",
        },
    ),
    check=check,
)
