"""How far an item is, and what was done: by columns for it, by boxes and marks, or by prose."""

import re
from typing import Any, Final

from prongsai.importing import reasons
from prongsai.importing.cells import (
    NOTHING,
    marked,
    read_boxes,
    says_done,
    status_of,
    status_word,
    steps,
    with_boxes,
    without_status,
)
from prongsai.importing.context import Context
from prongsai.importing.document import Cell
from prongsai.importing.draft import Draft
from prongsai.importing.item_rows import ItemRow
from prongsai.importing.outcomes import MARK, read_halves, record_of, records_of
from prongsai.model.fields import Reported
from prongsai.thai.text import squash

_LONGEST_STATUS: Final = 24
"""Letters of the longest text that is a status alone: a longer one tells more, which is kept."""
_MARK_BEFORE: Final = re.compile(r"^\s*[^\w\s☐☑(]+\ufe0f?\s+(?=[ก-๎])")
_CROSS: Final = re.compile(r"\s*[xX×]\s*")
_WAITING: Final = re.compile("ค้าง|เหลือ|รอ")
"""What is called so may be begun."""
_ROUND: Final = re.compile(r"รอบ|ครั้งที่|ก่อน|หลัง|ไตรมาส|เดือน|(?:[0-9๐-๙]|ณ)\s*[ก-ฮ]{1,2}ี?\.\s?[ก-ฮ]{1,2}\.")


def read_state(row: ItemRow, draft: Draft, context: Context) -> tuple[Reported | None, list[dict[str, Any]]]:
    """The status, and what was done: by sub-columns, by checkboxes, by a column of its own, or by prose."""
    grid, cells = row.grid, row.line.row
    halves = [name for name in ("done", "doing", "not_yet") if name in grid.labels]
    status = _status_column(row, draft, context)
    if halves:
        reported, results = read_halves(row.line.row, grid, draft, context)
        for column in grid.columns("result"):
            results += records_of(context, cells.at(column).text, reported)
        return status or _as_noted(row, reported, draft), results
    results = []
    for column in grid.columns("status"):
        if len(squash(cells.at(column).text)) > _LONGEST_STATUS:
            results += records_of(context, read_boxes(cells.at(column).text).rest, status)
    reported = status
    for column in grid.columns("result"):
        cell = cells.at(column)
        found, texts = _said(
            cell, draft, context, sure=status is not None, percent=_in_percent(grid.headers[column])
        )
        reported = reported or found
        results += [record_of(context, text, status or found) for text in texts]
    if reported is None and grid.columns("status") and _as_noted(row, None, draft) == "not_applicable":
        return "not_applicable", results
    return reported, results


def _status_column(row: ItemRow, draft: Draft, context: Context) -> Reported | None:
    column = _latest(row, draft)
    if column is None:
        return None
    cell = row.line.row.at(column)
    if state := context.legend.get(cell.text.strip()) or marked(cell.text):
        return state
    text = with_boxes(cell.text)
    ticked = read_boxes(text)
    if ticked.boxes > 1 or (ticked.boxes and ticked.status):
        if ticked.status is None and ticked.ticked:
            draft.doubt("reported", cell.text, reasons.TICKS, cell.spot)
        return ticked.status
    if re.fullmatch(r"[\s☐]+", text):
        return "not_started"
    if MARK.match(text):
        others = [one for one in row.grid.texts(column) if not _CROSS.fullmatch(one)]
        crossed = _CROSS.fullmatch(text) and any(marked(one) or MARK.match(one) for one in others)
        return "not_started" if crossed else "done"
    found = status_of(text) or status_of(_MARK_BEFORE.sub("", text))
    if found is None and text.strip() and not NOTHING.match(text):
        found, sure = status_word(text)
        if found is None:
            draft.doubt("reported", cell.text, reasons.STATUS, cell.spot)
        elif not sure and cell.text not in context.asked:
            context.asked.add(cell.text)
            rows = sum(one == cell.text.strip() for one in row.grid.texts(column))
            draft.doubt("reported", cell.text, reasons.other_status(rows), cell.spot)
    return found


def _as_noted(row: ItemRow, reported: Reported | None, draft: Draft) -> Reported | None:
    """What is not over, as the note beside the mark says: under way, not begun, or no task of the agency."""
    if reported == "done":
        return reported
    texts = [row.line.row.at(column) for column in row.grid.columns("remark")]
    said = next((state for cell in texts if (state := status_of(cell.text))), None)
    if said and said != "done":
        return said
    waiting = [column for column in row.grid.columns("not_yet") if row.line.row.at(column).text.strip()]
    if reported and any(_WAITING.search(row.grid.headers[column]) for column in waiting):
        draft.doubt("reported", row.line.row.at(waiting[0]).text, reasons.WAITING, row.line.spot)
    return reported


def _latest(row: ItemRow, draft: Draft) -> int | None:
    """The column of the status; of several rounds the last that is filled."""
    columns = row.grid.columns("status")
    cells = [row.line.row.at(column) for column in columns]
    filled = [column for column, cell in zip(columns, cells, strict=True) if not NOTHING.match(cell.text)]
    if len({squash(row.line.row.at(column).text) for column in filled}) > 1 and not all(
        _ROUND.search(row.grid.headers[column]) for column in columns
    ):
        draft.doubt("reported", row.line.row.at(filled[-1]).text, reasons.TWO_STATES, cells[-1].spot)
    return filled[-1] if filled else next(iter(columns), None)


def _in_percent(header: str) -> bool:
    return bool(re.search(r"ร้อยละ|%|เปอร์เซ็นต์", header))


def _said(
    cell: Cell, draft: Draft, context: Context, *, sure: bool, percent: bool
) -> tuple[Reported | None, list[str]]:
    """The status in a cell of results, and its texts."""
    if cell.formula:
        draft.doubt("results", cell.text, reasons.FORMULA, cell.spot)
        return None, []
    ticked = read_boxes(cell.text)
    if ticked.boxes:
        if ticked.ticked and ticked.status is None:
            draft.doubt("reported", cell.text, reasons.TICKS, cell.spot)
        return ticked.status, context.lines(ticked.rest)
    text = ticked.rest
    if percent and re.fullmatch(r"\s*[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?\s*", text):
        text = f"{text.strip()}%"
    if not text.strip() or NOTHING.match(text):
        return None, []
    if MARK.match(text):
        return "done", []
    first = next(iter(steps(text)), text)
    found = status_of(first) or ("done" if says_done(first) else None)
    if found is None and not sure:
        draft.doubt("reported", text, reasons.NOT_SAID, cell.spot)
    rest = context.lines(text)
    return found, [line for line in rest if squash(without_status(line))] if len(
        rest
    ) > 1 or found is None else rest
