"""The day on which something begins in one column, that on which it ends in another: a period together."""

import re
from typing import Final

from prongsai.importing.grids import Grid
from prongsai.importing.periods import dates_in
from prongsai.thai.text import squash

_START: Final = re.compile("เริ่ม|ตั้งแต่|^รับ|^วัน(?:ที่)?รับ(?:งาน|เรื่อง|มอบ)|start|^from")
_END: Final = re.compile("สิ้นสุด|เสร็จ|ส่ง|กำหนด|^(?:วันที่)?ถึง|end|until|due|deadline")
_PUBLISHED: Final = re.compile("เผยแพร่|เว็บ|ปรับปรุง|ประกาศ")
_MOST: Final = 0.6


def join_spans(grid: Grid) -> None:
    """Make both of ``วันเริ่ม | วันส่งงาน`` the period, where they hold days: neither of them is it alone."""
    starts = [column for column in range(len(grid.labels)) if _holds(grid, column, _START)]
    ends = [column for column in range(len(grid.labels)) if _holds(grid, column, _END)]
    if len(starts) == len(ends) == 1 and starts < ends:
        both = {*starts, *ends}
        grid.labels = tuple("period" if column in both else name for column, name in enumerate(grid.labels))


def _holds(grid: Grid, column: int, header: re.Pattern[str]) -> bool:
    """Whether a column is called so and holds a day in most rows."""
    texts, plain = grid.texts(column), squash(grid.headers[column])
    other = _END if header is _START else _START
    return bool(
        header.search(plain)
        and not other.search(plain)
        and not _PUBLISHED.search(plain)
        and texts
        and sum(len(dates_in(text)) == 1 for text in texts) >= _MOST * len(texts)
    )
