"""Cells of a row that stand in each other's columns, put right where they can be read in one way alone."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Final

from prongsai.importing import reasons
from prongsai.importing.cells import NOTHING
from prongsai.importing.document import Cell, Row
from prongsai.importing.draft import Draft
from prongsai.importing.grids import Grid
from prongsai.importing.kinds import is_period, is_status
from prongsai.importing.units import is_units

_HOLDS: Final[dict[str, Callable[[str], bool]]] = {
    "unit": is_units,
    "period": is_period,
    "status": is_status,
}
_KEYS: Final = {"unit": "responsible", "period": "period", "status": "reported"}
_NEARLY_ALL: Final = 0.8
_FEWEST: Final = 5
_LOOKED_AT: Final = 60
"""How many cells of a column are compared with one of them."""


def set_right(row: Row, grid: Grid, draft: Draft) -> Row:
    """The row with swapped cells put back; an odd one that fits no other column is doubted."""
    columns = {name: found[0] for name in _HOLDS if len(found := grid.columns(name)) == 1}
    odd = {name: column for name, column in columns.items() if _is_odd(row.at(column), name, grid, column)}
    cells = list(row.cells)
    for one, other in combinations(sorted(odd), 2):
        mine, its = row.at(odd[one]), row.at(odd[other])
        if _HOLDS[one](its.text) and _HOLDS[other](mine.text):
            cells[odd[one]], cells[odd[other]] = its, mine
            draft.note(_KEYS[one], mine.text, its.text, "พิมพ์สลับช่องกัน จึงจัดตามความหมาย")
            return replace(row, cells=tuple(cells))
    for name, column in odd.items():
        cell = row.at(column)
        draft.doubt(_KEYS[name], cell.text, reasons.ODD_ONE, cell.spot)
    return row


def _is_odd(cell: Cell, name: str, grid: Grid, column: int) -> bool:
    """Whether a cell is of another kind, one that is known, than nearly all in its column."""
    if NOTHING.match(cell.text) or cell.merged or _HOLDS[name](cell.text):
        return False
    if not any(holds(cell.text) for other, holds in _HOLDS.items() if other != name):
        return False
    texts = grid.texts(column)[:_LOOKED_AT]
    return len(texts) >= _FEWEST and sum(map(_HOLDS[name], texts)) >= _NEARLY_ALL * len(texts)
