"""What of a document ended nowhere: cells whose words are neither in a draft nor told, and odd ones out."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from prongsai.importing import reasons
from prongsai.importing.addresses import find_addresses
from prongsai.importing.catalogue import read_code
from prongsai.importing.cells import NOTHING, marked, status_of, with_boxes, without_status
from prongsai.importing.document import Cell, Paragraph, Row
from prongsai.importing.draft import Doubt, Draft, Leftover
from prongsai.importing.grids import Grid, Layout
from prongsai.importing.headers import label
from prongsai.importing.ticks import TICKED, is_tick
from prongsai.importing.units import is_units, without_names
from prongsai.thai.text import squash

_KEYS: Final = {
    "unit": "responsible",
    "place": "evidence",
    "period": "period",
    "measure": "title",
    "subject": "title",
    "result": "results",
    "done": "results",
    "doing": "results",
    "not_yet": "results",
    "status": "reported",
    "method": "method",
    "related": "links",
    "updated": "updated",
}
"""The key that a doubt about a column stands at; other columns have their words in a text, or in no key."""
_READ_AS: Final = {"period": reasons.AS_PERIODS, "method": reasons.AS_STEPS, "result": reasons.AS_RESULTS}
_ALONE: Final = 24
_STATES: Final = frozenset(("status", "done", "doing", "not_yet", "result", "period", TICKED, "score"))
_WORD: Final = re.compile(r"[ก-๎A-Za-z]{4,}")
_JOINING: Final = re.compile("^(?:และ|หรือ|กับ|โดย|เลือก|คลิก|กด|ไปที่|เข้า|ที่|เรื่อง)+")
_FROM: Final = re.compile("จากผลการประเมิน")
_LINE: Final = re.compile(
    r"^\s*(?:[-–•●▪*]\s*)?(?P<name>[^:：\n]{2,40}?)\s*[:：]\s*(?P<value>\S.*)$", re.DOTALL
)
_SAID: Final = frozenset(("unit", "period", "result", "status", "related", "method"))
_AGENCY: Final = re.compile(r"เทศบาล|อบ[ตจ]\.|องค์การบริหาร")
_LOST: Final = 0.5
_NEARLY_ALL: Final = 0.8
_LOOKED_AT: Final = 60
"""How many cells of a column are compared with one of them."""
_FEWEST: Final = 8


def account(row: Row, grid: Grid, draft: Draft) -> None:
    """Doubt the cells of a row whose words ended nowhere, and marks where no mark belongs."""
    kept = squash(" ".join(_texts(draft.record)))
    kept += squash(" ".join(text for note in draft.notes for text in (note.published, note.mended) if text))
    doubted = {doubt.key for doubt in draft.doubts}
    for column, name in enumerate(grid.labels):
        key = _KEYS.get(name or "")
        cell = row.at(column)
        if name is None and draft.record.get("reported", "") is None and is_tick(cell.text):
            draft.doubt("reported", cell.text, reasons.mark_alone(_header(grid, column)), cell.spot)
        if key is None or key in doubted or cell.merged or NOTHING.match(cell.text):
            continue
        if is_tick(cell.text) and name not in _STATES:
            key = "reported" if "reported" in draft.record else key
            draft.doubt(key, cell.text, reasons.mark_alone(_header(grid, column)), cell.spot)
        elif name == "status" and draft.record.get("reported") and len(squash(cell.text)) <= _ALONE:
            continue
        elif _is_lost(cell, kept):
            draft.doubt(key, cell.text, reasons.not_kept(_header(grid, column)), cell.spot)


def doubt_columns(grids: Iterable[Grid]) -> list[Doubt]:
    """A doubt for each column whose header is unknown: what it was read as, or that it was not."""
    found: dict[str, Doubt] = {}
    for grid in grids:
        for column, name in grid.guessed.items():
            header = _header(grid, column)
            spot = grid.header_rows[0].spot if grid.header_rows else grid.spot
            found.setdefault(
                squash(header), Doubt("columns", header, _READ_AS.get(name, reasons.UNKNOWN_COLUMN), spot)
            )
    return list(found.values())


def unread_lines(layouts: Iterable[Layout]) -> list[Leftover]:
    """Lines outside tables that name a unit, a time or a status, or an item: data that was read nowhere."""
    return [
        Leftover(block.text, reasons.OUTSIDE, block.spot, row=False)
        for layout in layouts
        for block in layout.prose
        if isinstance(block, Paragraph) and _is_data(block.text)
    ]


def _is_data(text: str) -> bool:
    match = _LINE.match(text)
    if match and label(match["name"]) in _SAID and not _AGENCY.search(match["value"]):
        return True
    written = read_code(text)
    return bool(
        written and written.code and written.code[0] == "o" and len(written.rest) > 3 and len(text) < 300
    )


def odd_unit(grid: Grid, column: int, cell: Cell) -> bool:
    """Whether a cell names no unit in a column in which nearly all do: another column's, or a shifted row."""
    text = cell.text
    if not text.strip() or NOTHING.match(text) or is_units(text) or without_names(text) != text:
        return False
    texts = grid.texts(column)[:_LOOKED_AT]
    return len(texts) > 4 and sum(map(is_units, texts)) >= _NEARLY_ALL * len(texts)


def _header(grid: Grid, column: int) -> str:
    return " ".join(grid.headers[column].split())[:40] if column < len(grid.headers) else ""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)


def _is_lost(cell: Cell, kept: str) -> bool:
    """Whether a line of a cell has most of its words nowhere in what was kept; a status is none of them."""
    text = cell.text
    for address in reversed(find_addresses(text)):
        text = f"{text[: address.start]} {text[address.end :]}"
    for link in cell.links:
        text = text.replace(link.text, " ") if link.text else text
    for line in without_names(with_boxes(text)).split("\n"):
        said = "" if _FROM.match(line.strip()) else without_status(line)
        words = [] if status_of(said) or marked(said) else _WORD.findall(said)
        lost = [word for word in words if squash(_JOINING.sub("", word)) not in kept]
        if sum(map(len, words)) >= _FEWEST and sum(map(len, lost)) > _LOST * sum(map(len, words)):
            return True
    return False
