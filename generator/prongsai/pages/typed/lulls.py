"""Months one after another in which there was nothing, which are told in one line."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Final

from prongsai.errors import Lang
from prongsai.model.tables.read import Row, TypedTable
from prongsai.pages.typed.drawn import Lull, span_name

_MOST_LETTERS: Final = 60
"""A longer text tells more than that there was nothing."""


def lulls(typed: TypedTable, w: SimpleNamespace, lang: Lang) -> tuple[Lull, ...]:
    """The lulls of a table, in its order."""
    return tuple(
        Lull(rows, w.lull.format(months=span_name([rows[0].months[0], rows[-1].months[-1]], lang)))
        for rows in _runs(typed)
    )


def _runs(typed: TypedTable) -> Iterator[tuple[Row, ...]]:
    unread = {one.line for one in typed.unread}
    run: list[Row] = []
    for row in typed.rows:
        quiet = row.line not in unread and _says_nothing_else(typed, row)
        if run and not (quiet and _ordinal(row) == _ordinal(run[-1], last=True) + 1):
            yield tuple(run)
            run = []
        if quiet:
            run.append(row)
    if run:
        yield tuple(run)


def _says_nothing_else(typed: TypedTable, row: Row) -> bool:
    """Whether a row gives its months, that there was nothing in them, and no more."""
    if row.sort not in ("data", "nil") or not row.months or any(row.figures.values()):
        return False
    told = [
        text for cell, text in enumerate(row.cells) if typed.kinds[cell] == "text" and text not in ("", "-")
    ]
    nothing = re.compile(typed.shape.nil)
    return bool(row.figures or row.sort == "nil") and all(
        len(text) <= _MOST_LETTERS and nothing.search(text) for text in told
    )


def _ordinal(row: Row, *, last: bool = False) -> int:
    month = row.months[-1 if last else 0]
    return month.year * 12 + (month.month or 0)
