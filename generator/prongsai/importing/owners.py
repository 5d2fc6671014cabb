"""Whose a table is: the unit in the heading above it, where each unit of a document has its own."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from prongsai.importing.grids import Grid
from prongsai.importing.units import is_units, read_units
from prongsai.thai.text import squash

_AROUND: Final = re.compile(
    r"^\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)]?\s+|\(?[0-9๐-๙]{1,2}[.)]\s*|[-–•]\s*)?"
    r"(?:(?:ส่วนราชการ|หน่วยงาน|สังกัด|ข้อมูลของ|ของ|ผู้รับผิดชอบ|หน่วยงาน(?:ที่)?รับผิดชอบ|เจ้าของข้อมูล)\s*[:：]?\s*)?"
    r"(?P<unit>.+?)\s*(?:\([^()]*\)|(?:จำนวน|รวม)\s*[0-9๐-๙]+\s*\S*)?\s*$"
)
_UNIT: Final = re.compile("สำนัก|กอง|ฝ่าย|หน่วย|งาน|ส่วน|ศูนย์|โรงเรียน|กลุ่ม")
_LONGEST: Final = 70


def owners_of(grids: Iterable[Grid]) -> dict[tuple[str, ...], str]:
    """The unit by the headings above rows; none where all are beneath one, who may have written it all."""
    found = {
        line.headings: unit for grid in grids for line in grid.lines if (unit := _unit_in(line.headings))
    }
    return found if len({squash(unit) for unit in found.values()}) > 1 else {}


def with_owner(responsible: Sequence[str], owner: str | None) -> list[str]:
    """The units of a row with that of its table, where the row names positions or sections alone."""
    if owner is None or any(re.match("สำนัก|กอง", unit) or unit == owner for unit in responsible):
        return list(responsible)
    return [owner, *responsible]


def _unit_in(headings: Sequence[str]) -> str | None:
    for heading in reversed(headings):
        match = _AROUND.match(" ".join(heading.split()))
        unit = match["unit"] if match else ""
        if (
            len(unit) <= _LONGEST
            and _UNIT.match(unit)
            and is_units(unit)
            and len(read_units(unit).units) == 1
        ):
            return unit
    return None
