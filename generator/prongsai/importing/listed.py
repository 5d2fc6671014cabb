"""Items in a list, each a line with its mark, code and title above its links: as a table of items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from prongsai.importing.catalogue import read_code
from prongsai.importing.cells import marked
from prongsai.importing.document import Cell, Document, Paragraph, Row, Table
from prongsai.importing.periods import dates_in
from prongsai.importing.units import is_units

_HEADERS: Final = ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "สถานะ", "ลิงก์", "ปรับปรุงล่าสุด", "หมายเหตุ")
_LINE: Final = re.compile(
    r"^\s*(?:[-•*]\s+)?(?:(?P<mark>[^\w\s(]{1,2}\ufe0f?)\s*)?(?P<rest>[oO๐]\s?[0-9๐-๙].*)$", re.DOTALL
)
_UNIT: Final = re.compile(r"\s*[(\[](?P<unit>[^()\[\]]+)[)\]]\s*$")
_UPDATED: Final = re.compile(r"ปรับปรุง|เผยแพร่|อัปเดต|ข้อมูล ณ|ลงวันที่|updated", re.IGNORECASE)
_DATED: Final = re.compile(
    r"^\W*(?:ปรับปรุง|เผยแพร่|อัปเดต|ข้อมูล ณ|ลงวันที่|updated)(?:ล่าสุด|เมื่อ|ข้อมูล|วันที่|[:\s])*", re.IGNORECASE
)
_FEWEST: Final = 3


@dataclass(frozen=True)
class _Item:
    row: Row


def items_as_tables(document: Document) -> Document:
    """The document with its lists of items as tables; fewer than three such lines are no list."""
    found = [_item(block) or block for block in document.blocks]
    if sum(isinstance(one, _Item) for one in found) < _FEWEST:
        return document
    return replace(document, blocks=tuple(_blocks(found)))


def _blocks(found: Sequence[Paragraph | Table | _Item]) -> Iterator[Paragraph | Table]:
    rows: list[Row] = []
    for one in (*found, None):
        if isinstance(one, _Item):
            rows.append(one.row)
            continue
        if rows:
            header = Row(tuple(Cell(name, spot=rows[0].spot) for name in _HEADERS), rows[0].spot)
            yield Table((header, *rows), rows[0].spot)
            rows = []
        if one is not None:
            yield one


def _item(block: Paragraph | Table) -> _Item | None:
    if not isinstance(block, Paragraph) or (match := _LINE.match(block.text)) is None:
        return None
    first, *others = match["rest"].split("\n")
    mark = match["mark"] or ""
    written = read_code(first)
    if not written or not written.code or not written.rest or not (block.links or marked(mark)):
        return None
    title = written.rest
    unit = ""
    if (inside := _UNIT.search(title)) and is_units(inside["unit"]):
        title, unit = title[: inside.start()], inside["unit"]
    under = {" ".join(link.text.split()) for link in block.links}
    said = [line for line in others if " ".join(line.split()) not in under]
    days = [line for line in said if _UPDATED.search(line) and len(dates_in(line)) == 1]
    rest = [line for line in said if line not in days]
    linked = "\n".join(link.text for link in block.links)
    texts = (written.printed, title, unit, mark, linked, _DATED.sub("", " ".join(days)), "\n".join(rest))
    cells = [Cell(text, spot=block.spot) for text in texts]
    cells[4] = replace(cells[4], links=block.links)
    return _Item(Row(tuple(cells), block.spot))
