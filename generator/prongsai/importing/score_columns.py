"""Which column of a table of scores holds them: not the full marks, the weights or the target beside them."""

import re
from typing import Final

from prongsai.importing import reasons
from prongsai.importing.draft import Doubt
from prongsai.importing.grids import Grid
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_OTHER: Final = re.compile("เต็ม|น้ำหนัก|เป้าหมาย|ผลต่าง|ส่วนต่าง|เพิ่ม|ลด|เปลี่ยน|ถ่วง|max|weight|target")
_YEAR: Final = re.compile("25[0-9]{2}")


def score_column(grid: Grid, year: int | None) -> int | None:
    """The column of the scores of a year; the last of several that may be it.

    Means of an instrument stand once for several rows, where cells are merged: a column with twice as many
    values as the others has the scores themselves.
    """
    found = _candidates(grid, year)
    values = {column: len({text for text in grid.texts(column) if text.strip()}) for column in found}
    most = max(values.values(), default=0)
    several = [column for column in found if 2 * values[column] > most]
    return several[-1] if several else None


def rivals_of(grid: Grid, chosen: int | None, year: int | None) -> list[Doubt]:
    """Doubts where more than one column may hold the scores, or one holds those of another year."""
    if chosen is None:
        return []
    spot = grid.header_rows[0].spot if grid.header_rows else grid.spot
    headers = {column: " ".join(grid.headers[column].split()) for column in grid.columns("score")}
    own = _YEAR.search(to_arabic(headers.get(chosen, "")))
    found = [
        Doubt("scores", header, reasons.OTHER_YEAR, spot)
        for column, header in headers.items()
        if column != chosen and own and (its := _YEAR.search(to_arabic(header))) and its[0] != own[0]
    ]
    if len(_candidates(grid, year)) > 1:
        found.append(Doubt("scores", headers[chosen], reasons.TWO_SCORES, spot))
    return found


def _candidates(grid: Grid, year: int | None) -> list[int]:
    columns = [column for column in grid.columns("score") if not _OTHER.search(squash(grid.headers[column]))]
    columns = columns or grid.columns("score")
    if dated := [column for column in columns if year and str(year) in to_arabic(grid.headers[column])]:
        return dated[:1]
    # Full marks are the same in every row; scores are not.
    varied = [column for column in columns if len(set(grid.texts(column))) > 1]
    return varied or columns
