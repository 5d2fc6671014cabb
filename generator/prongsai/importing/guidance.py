"""Rows of guidance by indicator."""

import re
from collections.abc import Sequence

from prongsai.importing import reasons
from prongsai.importing.cells import read_boxes, says_done, status_of
from prongsai.importing.context import Context
from prongsai.importing.draft import Draft, Leftover
from prongsai.importing.frame import INDICATOR, INSTRUMENT, instrument_of, number_of, period_of, plain_number
from prongsai.importing.grids import Grid, Line


def read_guidance(grids: Sequence[Grid], context: Context) -> tuple[list[Draft], list[Leftover]]:
    """A draft for each indicator that there is guidance for."""
    drafts: list[Draft] = []
    left: list[Leftover] = []
    for grid in grids:
        for line in grid.lines:
            draft = _guidance(line, grid, context)
            if draft is None:
                left += [Leftover.of(row, reasons.NO_INDICATOR) for row in line.rows]
            else:
                drafts.append(draft)
    return drafts, left


def _guidance(line: Line, grid: Grid, context: Context) -> Draft | None:
    cells, draft = line.row, Draft({}, spot=line.spot)
    text = cells.at(grid.column("indicator")).text
    match = INDICATOR.match(text.strip()) or re.match(
        r"\s*(?P<number>[0-9๐-๙]{1,2})\s?[.)]?\s*(?P<name>\D.*)$", text, re.DOTALL
    )
    name = context.line(match["name"] if match else text)
    number = plain_number(match["number"]) if match else number_of(name, context)
    if not name and not number:
        return None
    results = [
        cells.at(column) for label in ("result", "status", "done", "doing") for column in grid.columns(label)
    ]
    reported = None
    actions: list[str] = []
    for cell in results:
        ticked = read_boxes(cell.text)
        if ticked.ticked and ticked.status is None:
            draft.doubt("reported", cell.text, reasons.TICKS, cell.spot)
        label = grid.labels[cells.cells.index(cell)] if cell in cells.cells else None
        stated = (
            ticked.status
            or status_of(ticked.rest)
            or ("done" if ticked.rest.strip() and (label == "done" or says_done(ticked.rest)) else None)
        )
        reported = reported or stated
        actions += context.lines(ticked.rest)
    instrument = instrument_of(number)
    printed = INSTRUMENT.findall(" ".join(line.headings[-2:]))
    if instrument and len(printed) == 1 and printed[0].lower() != instrument:
        draft.note(
            "instrument",
            printed[0],
            instrument.upper(),
            f"หัวข้อเขียน {printed[0]} แต่ตัวชี้วัดที่ {number} เป็นของ {instrument.upper()}",
        )
    guidance = [
        one
        for label in ("guidance", "method", "approach")
        for column in grid.columns(label)
        for one in context.lines(cells.at(column).text)
    ]
    draft.record = {
        "indicator": number,
        "name": name or None,
        "instrument": instrument or (printed[0].lower() if len(printed) == 1 else None),
        "guidance": guidance,
        "responsible": [
            unit for column in grid.columns("unit") for unit in context.responsible(draft, cells.at(column))
        ],
        "period": period_of(draft, context, cells, grid),
        "reported": reported,
        "actions": actions,
    }
    return draft
