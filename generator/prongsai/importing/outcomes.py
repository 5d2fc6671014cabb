"""What a row of an item says has been done: by the sub-columns that are filled, and line by line."""

import re
from typing import Any, Final

from prongsai.importing import reasons
from prongsai.importing.cells import NOTHING, marked, status_of, with_boxes
from prongsai.importing.context import Context
from prongsai.importing.document import Row
from prongsai.importing.draft import Draft
from prongsai.importing.grids import Grid
from prongsai.importing.periods import dates_in
from prongsai.model.fields import Reported

MARK: Final = re.compile(r"^[\s/✓✔√☑xX×✗✘•●]+$")
_STATE_OF: Final[dict[str | None, str | None]] = {
    "done": "done",
    "in_progress": "in_progress",
    "not_started": "planned",
}
_HALVES: Final[tuple[tuple[str, Reported], ...]] = (
    ("done", "done"),
    ("doing", "in_progress"),
    ("not_yet", "not_started"),
)


def read_halves(
    row: Row, grid: Grid, draft: Draft, context: Context
) -> tuple[Reported | None, list[dict[str, Any]]]:
    """The status by which sub-column is filled: what still is under way says that the item is."""
    filled: list[tuple[Reported, str]] = []
    for name, state in _HALVES:
        for column in grid.columns(name):
            filled += _half(row.at(column).text, name, state)
    halves = {name for name in grid.labels if name in dict(_HALVES)}
    if not filled and halves == {"done"}:
        column = grid.columns("done")[0]
        if re.fullmatch(r"[\s☐]+", with_boxes(row.at(column).text)):
            filled.append(("not_started", ""))
    reported = next(
        (state for state in ("in_progress", "done", "not_started") for one, _ in filled if one == state), None
    )
    if len({state for state, text in filled if not text}) > 1:
        draft.doubt("reported", row.text(), reasons.TWO_TICKED)
    results = [record for state, text in filled for record in records_of(context, text, state)]
    return reported, results


def _half(printed: str, name: str, state: Reported) -> list[tuple[Reported, str]]:
    """What one sub-column says: its header's status, or what its own words say against it."""
    if name == "done" and (other := marked(printed)) and other != "done":
        return [(other, "")]
    text = with_boxes(printed)
    if not text.strip() or NOTHING.match(text) or re.fullmatch(r"[\s☐]+", text):
        return []
    if MARK.match(text):
        return [(state, "")]
    # ``ยังไม่แล้วเสร็จ (ระบุ)`` is what is not begun and what is not over; the words say which.
    said = status_of(text) if name == "not_yet" else None
    return [(said if said == "in_progress" else state, text.replace("☑", " "))]


def records_of(context: Context, text: str, reported: Reported | None) -> list[dict[str, Any]]:
    """A result for each line of a text."""
    return [record_of(context, line, reported) for line in context.lines(text)]


def record_of(context: Context, line: str, reported: Reported | None) -> dict[str, Any]:
    """One result, with its day where it names one alone."""
    days = dates_in(line)
    state = "in_progress" if re.search("^(?:และ)?\\s*อยู่(?:ใน)?ระหว่าง", line) else _STATE_OF.get(reported)
    return {"text": line, "date": days[0].iso() if len(days) == 1 else None, "state": state, "by": None}
