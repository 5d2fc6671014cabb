"""What a table on a page is made of, and the forms that a screen, a phone and a sheet of paper show it in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from prongsai.thai.text import line_width

WIDE: Final = 11
"""With more columns than this a table needs a wide screen; a column of words counts for two."""
SMALL: Final = 3
"""So many columns have room on a phone."""
CARDS: Final = 3
"""So many rows stand as cards on a phone before the rest is folded away, ..."""
FEW: Final = 6
"""... unless there are no more than these in all."""
LONG: Final = 12
"""The header of a table of more rows than this stays in sight; a wide one is no higher than the screen."""
_DESK, _PHONE, _PAPER = 43.2, 19.3, 62.0
"""What the narrowest screen for a table, the narrowest phone and A4 have room for, in em of the table."""
_LETTER, _SPACE, _TIGHT = 0.63, 1.4, 0.5
"""How wide a letter of a header or a digit is, and the space beside a text (on a desk, on a phone), in em: as
wide as a reader may space them (WCAG 2.2, 1.4.12), for figures aren't broken to fit."""
_LONG, _LONGEST = 10, 24
"""A figure of more letters than this has its own line on a phone; for more than that no line suffices."""
_FIGURE: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*")
_WORD: Final = 7
"""So many letters of a header stay together, more or less; so many a column of words should have room for."""
_PRINTED: Final = (0.55, 1.1, 12)
"""A letter, a space and a column of words on paper, where nobody spaces letters."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell. ``label`` is its column's header; ``unread``: as in the file, in no chart and no sum.

    ``none``: there was nothing in its month, which a card need not show.
    """

    text: str
    label: str
    number: bool = False
    unread: bool = False
    address: str | None = None
    month: bool = False
    ordinal: bool = False
    none: bool = False

    @property
    def whole(self) -> bool:
        """Whether no line may break within it: a figure, also in a column that isn't known."""
        return len(self.text) <= _LONGEST and (self.number or bool(_FIGURE.fullmatch(self.text)))

    @property
    def style(self) -> str:
        """The classes of the cell."""
        named = (
            ("pr-number", self.number),
            ("pr-long", (self.number or self.whole) and len(self.text) > _LONG),
            ("pr-unread", self.unread),
            ("pr-nowrap", self.month),
            ("pr-ordinal", self.ordinal),
            ("pr-none", self.none),
        )
        return " ".join(name for name, holds in named if holds)


@dataclass(frozen=True, slots=True)
class HeadView:
    """A column's header; ``number``: over figures, ``ordinal``: over the rows' own numbers."""

    text: str
    number: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """A row; ``head`` is the number of the cell that names it, ``statement`` stands for all cells.

    ``id`` is where it stands on the page. ``of_all``: a sum of all rows, also of those folded away. ``only``
    is ``row`` where only a table shows it, and ``card`` where only cards do, as one for several rows.
    ``folded``: a reader has to ask for its card.
    """

    cells: tuple[CellView, ...]
    head: int = 0
    total: bool = False
    of_all: bool = False
    statement: str | None = None
    id: str | None = None
    only: str | None = None
    folded: bool = False

    @property
    def style(self) -> str:
        """The classes of the row."""
        named = (
            ("pr-figures__total", self.total),
            ("pr-figures__folded", self.folded),
            ("pr-figures__row-only", self.only == "row"),
            ("pr-figures__card-only", self.only == "card"),
        )
        return " ".join(name for name, holds in named if holds)


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows under a heading of their own, or all rows without one."""

    rows: tuple[RowView, ...]
    heading: str | None = None
    id: str | None = None

    @property
    def folded(self) -> bool:
        """Whether its heading is folded away: with all of its rows, but for a sum of the whole table."""
        return any(row.folded for row in self.rows) and all(row.folded or row.total for row in self.rows)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with everything that a page says of it; ``id`` is where its header stands on the page."""

    caption: str
    headers: tuple[HeadView, ...]
    groups: tuple[GroupView, ...]
    id: str | None = None

    @property
    def rows(self) -> Iterator[RowView]:
        """All rows in order."""
        return (row for group in self.groups for row in group.rows)

    @property
    def size(self) -> str:
        """``wide`` where only a wide screen has room for it, ``small`` where a phone has."""
        room = sum(1 if one.number or one.ordinal else 2 for one in self.headers)
        needed = self._needed(_LETTER, _SPACE, _WORD)
        if room > WIDE or needed > _DESK:
            return "wide"
        tight = needed - len(self.headers) * _SPACE + (len(self.headers) - 1) * _TIGHT
        return "small" if len(self.headers) <= SMALL and tight <= _PHONE else "usual"

    @property
    def style(self) -> str:
        """The classes of the box around it."""
        size = self.size
        named = (
            ("pr-figures__box--small", size == "small"),
            ("pr-figures__box--usual", size == "usual"),
            ("pr-figures__box--wide", size == "wide"),
            ("pr-figures__box--long", sum(1 for _ in self.rows) > LONG),
            ("pr-figures__box--carded", size == "wide" and self._needed(*_PRINTED) > _PAPER),
        )
        return " ".join(("pr-figures__box", *(name for name, holds in named if holds)))

    @property
    def head(self) -> int | None:
        """The column that names the rows."""
        return next((row.head for row in self.rows if row.cells), None)

    @property
    def leaves_out(self) -> bool:
        """Whether cards leave out months in which there was nothing."""
        return any(cell.none for row in self.rows for cell in row.cells)

    @property
    def carded(self) -> int:
        """How many cards its rows make, sums and statements apart."""
        return sum(1 for row in self.rows if _is_counted(row))

    @property
    def folded(self) -> int:
        """How many of them are folded away."""
        return sum(1 for row in self.rows if _is_counted(row) and row.folded)

    def _needed(self, letter: float, space: float, words: int) -> float:
        return sum(space + letter * self._letters(column, words) for column in range(len(self.headers)))

    def _letters(self, column: int, words: int) -> int:
        """How many letters a column needs room for: a figure is never broken, words and addresses are."""
        head = self.headers[column]
        column_cells = [row.cells[column] for row in self.rows if row.cells]
        figures = [cell for cell in column_cells if cell.number or cell.month or cell.whole]
        longest = max((line_width(cell.text) for cell in figures), default=0)
        if not head.ordinal and len(figures) < len(column_cells):
            longest = max(longest, words)
        return max(longest, min(_longest_word(head.text), _WORD))


def folding(table: TableView) -> TableView:
    """``table`` with the rows marked that a phone folds away; all stay where there are few, or where it has
    room for the table itself.
    """
    if table.size == "small" or table.carded <= FEW:
        return table
    return replace(table, groups=tuple(_folding(table.groups)))


def _folding(groups: Sequence[GroupView]) -> Iterator[GroupView]:
    """The groups with their first cards and what the whole comes to in sight."""
    every = [row for group in groups for row in group.rows]
    shown, left, sums = 0, len(every), _closing_sums(every)
    for group in groups:
        rows = []
        for row in group.rows:
            is_sum = left <= sums
            rows.append(replace(row, folded=shown >= CARDS and not is_sum, of_all=is_sum))
            shown += _is_card(row)
            left -= 1
        yield replace(group, rows=tuple(rows))


def _closing_sums(rows: Sequence[RowView]) -> int:
    """How many rows at the end are sums of the whole: of a table with sums of its parts only the last."""
    closing = sum(1 for _ in takewhile(lambda row: row.total, reversed(rows)))
    parts = any(row.total for row in rows[: len(rows) - closing])
    return min(closing, 1) if parts else closing


def _is_card(row: RowView) -> bool:
    return row.only != "row"


def _is_counted(row: RowView) -> bool:
    return _is_card(row) and bool(row.cells) and not row.total


def _longest_word(text: str) -> int:
    return max(map(line_width, text.split()), default=0)
