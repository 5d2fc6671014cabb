"""Columns that hold nothing but marks: what a mark in them says stands in their headers."""

import re
from dataclasses import replace
from typing import Final

from prongsai.importing.cells import status_of, status_word, with_boxes
from prongsai.importing.document import Cell, Row
from prongsai.importing.grids import Grid
from prongsai.importing.headers import SUB_RESULTS
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_TICK: Final = re.compile(r"[\s()\[\]/✓✔√☑xX×✗✘•●■★*]+")
_BLANK: Final = re.compile(r"[\s☐\-–—]*")
_NO_TICK: Final = re.compile(r"[\s()xX×✗✘]+")
_MONTHS: Final = ["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"]
_TIME: Final = re.compile(
    rf"(?:ไตรมาส|ไตรมาสที่|q)[1-4](?:\D.*)?|(?:{'|'.join(_MONTHS)}|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน"
    r"|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)(?:พศ)?(?:[0-9]{2}|[0-9]{4})?|(?:สัปดาห์|เดือน|รอบ|งวด)(?:ที่)?[0-9]{1,2}(?:เดือน)?"
)
_OVER: Final = re.compile("แล้ว$|เสร็จ$")
_PARTLY: Final = re.compile(r"\s*ไม่\s*(?:ครบ|สมบูรณ์)")
_STATES: Final = {"done": "done", "in_progress": "doing", "not_started": "not_yet"}
TICKED: Final = "ticked"
"""The label of a column whose marks were read into the first of its kind."""


def is_tick(text: str) -> bool:
    """Whether a cell holds a mark and nothing else."""
    return bool(text.strip()) and bool(_TICK.fullmatch(with_boxes(text)))


def settle_ticks(grid: Grid) -> None:
    """Give columns of marks the label that their headers mean, and put ticked times into one column."""
    columns = [column for column in range(len(grid.labels)) if _holds_marks(grid, column)]
    labels = list(grid.labels)
    times = [column for column in columns if _TIME.fullmatch(squash(to_arabic(grid.headers[column])))]
    # A time in which nothing is ticked is of its group all the same.
    times += [
        column
        for column in range(len(labels))
        if times and column not in times and not grid.texts(column)
        and _TIME.fullmatch(squash(to_arabic(grid.headers[column])))
    ]  # fmt: skip
    states = {column: state for column in columns if column not in times and (state := _state(grid, column))}
    for column, state in states.items():
        # Beside what is not there at all, what is not complete is under way.
        if (
            state == "not_yet"
            and list(states.values()).count(state) > 1
            and _PARTLY.match(grid.headers[column])
        ):
            states[column] = "doing"
    known = SUB_RESULTS & {labels[column] or "" for column in range(len(labels)) if column not in states}
    if len(set(states.values()) | known) >= 2:
        for column, state in states.items():
            labels[column] = state
    grid.labels = tuple(labels)
    if len(times) >= 2:
        _join_times(grid, sorted(times))


def _holds_marks(grid: Grid, column: int) -> bool:
    texts = grid.texts(column)
    return bool(texts) and all(is_tick(text) or _BLANK.fullmatch(with_boxes(text)) for text in texts)


def _state(grid: Grid, column: int) -> str | None:
    if grid.labels[column] in SUB_RESULTS:
        return grid.labels[column]
    header = grid.headers[column]
    if _OVER.search(squash(header)) and not re.search("ไม่|ยัง", header):
        return "done"
    return _STATES.get(status_of(header) or status_word(header)[0] or "")


def _join_times(grid: Grid, columns: list[int]) -> None:
    """``✓ | ✓ | |`` beneath four quarters is ``ไตรมาส 1, ไตรมาส 2`` in the first of them."""
    # An ``x`` is a cross where other marks are ticks, and a tick where it is the only mark.
    crosses = any(not _NO_TICK.fullmatch(text) for column in columns for text in grid.texts(column))
    for index, line in enumerate(grid.lines):
        ticked = [column for column in columns if _is_ticked(line.row.at(column).text, crosses=crosses)]
        text = ", ".join(" ".join(grid.headers[column].split()) for column in ticked)
        cells = list(line.row.cells)
        cells[columns[0]] = replace(cells[columns[0]], text=text, merged=False)
        for column in columns[1:]:
            cells[column] = Cell(spot=cells[column].spot)
        grid.lines[index] = replace(line, row=Row(tuple(cells), line.row.spot))
    grid.labels = tuple(
        "period" if column == columns[0] else TICKED if column in columns else name
        for column, name in enumerate(grid.labels)
    )


def _is_ticked(text: str, *, crosses: bool) -> bool:
    plain = with_boxes(text)
    return is_tick(text) and "☐" not in plain and not (crosses and bool(_NO_TICK.fullmatch(text)))
