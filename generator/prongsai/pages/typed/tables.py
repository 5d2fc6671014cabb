"""A table beside an item as its page shows it: in the file's own order, figures as people write them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Final

from prongsai.errors import Lang
from prongsai.model.held import Table
from prongsai.model.tables.read import Row, TypedTable, read_day
from prongsai.model.tables.shapes import FIGURES
from prongsai.pages.typed.figures import exact
from prongsai.source.problems import printable
from prongsai.thai.dates import format_date
from prongsai.thai.text import line_width

MOST_ROWS: Final = 200
MOST_COLUMNS: Final = 40
WIDE: Final = 11
"""With more columns than this a row is a card on every screen; a column of words counts for two."""
SMALL: Final = 3
"""So many columns have room on a phone."""
_DESK, _PHONE = 43.2, 19.3
"""What the narrowest screen for a table and the narrowest phone have room for, in em of the table."""
_LETTER, _SPACE, _TIGHT = 0.63, 1.4, 0.5
"""How wide a letter of a header or a digit is, and the space beside a text (on a desk, on a phone), in em: as
wide as a reader may space them (WCAG 2.2, 1.4.12), for figures aren't broken to fit."""
_LONG, _LONGEST = 10, 24
"""A figure of more letters than this has its own line on a phone; for more than that no line suffices."""
_FIGURE: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*")
_WORD: Final = 7
"""So many letters of a header stay together, more or less; so wide, in em, a column of words should be."""
_MOST_LETTERS: Final = 1_000


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell. ``label`` is its column's header; ``unread``: as in the file, in no chart and no sum."""

    text: str
    label: str
    number: bool = False
    unread: bool = False
    address: str | None = None
    month: bool = False
    ordinal: bool = False

    @property
    def whole(self) -> bool:
        """Whether no line may break within it: a figure, also in a column that isn't known."""
        return len(self.text) <= _LONGEST and (self.number or bool(_FIGURE.fullmatch(self.text)))

    @property
    def style(self) -> str:
        """The classes of the cell."""
        named = (
            ("pr-number", self.number),
            ("pr-long", self.number and len(self.text) > _LONG),
            ("pr-unread", self.unread),
            ("pr-nowrap", self.month),
            ("pr-ordinal", self.ordinal),
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
    """A row; ``head`` is the number of the cell that names it, ``statement`` stands for all cells."""

    cells: tuple[CellView, ...]
    head: int = 0
    total: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows under a heading of their own, or all rows without one."""

    rows: tuple[RowView, ...]
    heading: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with everything that a page says of it."""

    caption: str
    headers: tuple[HeadView, ...]
    groups: tuple[GroupView, ...]

    @property
    def size(self) -> str:
        """``wide`` where a row is a card on every screen, ``small`` where a phone has room for it."""
        room = sum(1 if one.number or one.ordinal else 2 for one in self.headers)
        needed = sum(self._narrowest(column) for column in range(len(self.headers)))
        if room > WIDE or needed > _DESK:
            return "wide"
        tight = needed - len(self.headers) * _SPACE + (len(self.headers) - 1) * _TIGHT
        return "small" if len(self.headers) <= SMALL and tight <= _PHONE else "usual"

    def _narrowest(self, column: int) -> float:
        """How narrow a column can be, in em: a figure is never broken, words and addresses are."""
        head = self.headers[column]
        rows = [row.cells for group in self.groups for row in group.rows if row.cells]
        column_cells = [cells[column] for cells in rows]
        figures = [cell for cell in column_cells if cell.number or cell.month or cell.whole]
        longest = max((line_width(cell.text) for cell in figures), default=0)
        if not head.ordinal and len(figures) < len(column_cells):
            longest = max(longest, _WORD)
        return _SPACE + _LETTER * max(longest, min(_longest_word(head.text), _WORD))


def _longest_word(text: str) -> int:
    return max(map(line_width, text.split()), default=0)


def tidy(text: str) -> str:
    """A cell's text on one line, printable and bounded."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS]}…"


def typed_table(
    typed: TypedTable,
    caption: str,
    w: SimpleNamespace,
    lang: Lang,
    *,
    group: Callable[[Row], tuple[str, str] | None] | None = None,
) -> TableView:
    """A typed table's rows with the sums of its figures under them, where the file has no sums of its own.

    ``group`` gives the heading and the anchor under which a row stands.
    """
    drop = typed.header.columns.get("month") if group else None
    cells = tuple(cell for cell in _shown(typed) if cell != drop)
    headers = tuple(
        HeadView(
            tidy(typed.header.cells[cell]),
            typed.kinds[cell] in FIGURES,
            ordinal=typed.kinds[cell] == "number",
        )
        for cell in cells
    )
    unread = {(one.line, one.cell) for one in typed.unread}
    at = typed.labels
    head = cells.index(at) if at in cells else 0
    rows = [row for row in typed.rows if row.sort != "heading"]
    shown = rows[:MOST_ROWS]
    views = [(row, _row(typed, row, cells, head, unread, w, lang, alone=group is not None)) for row in shown]
    groups = list(_grouped(views, group))
    if not any(row.sort == "total" for row in rows) and len(rows) > 1:
        total = _total(typed, cells, head, w)
        if total:
            groups.append(GroupView((total,)))
    return TableView(caption, headers, tuple(groups))


def _row(
    typed: TypedTable,
    row: Row,
    cells: Sequence[int],
    head: int,
    unread: set[tuple[int, int]],
    w: SimpleNamespace,
    lang: Lang,
    *,
    alone: bool,
) -> RowView:
    """A row; ``alone``: a statement that there was nothing needs no other cell to say of when."""
    said = [row.cells[cell] for cell in cells if row.cells[cell] not in ("", "-")]
    if alone and row.sort == "nil" and len(said) == 1:
        return RowView((), statement=tidy(said[0]))
    views = tuple(_cell(typed, row, cell, unread, w, lang) for cell in cells)
    return RowView(views, head, row.sort == "total")


def _shown(typed: TypedTable) -> tuple[int, ...]:
    """The columns to show: those with a header or with anything in them."""
    used = {cell for row in typed.rows[:MOST_ROWS] for cell, text in enumerate(row.cells) if text}
    cells = [cell for cell, text in enumerate(typed.header.cells) if text or cell in used]
    return tuple(cells[:MOST_COLUMNS])


def _cell(
    typed: TypedTable, row: Row, cell: int, unread: set[tuple[int, int]], w: SimpleNamespace, lang: Lang
) -> CellView:
    label, text, kind = tidy(typed.header.cells[cell]), row.cells[cell], typed.kinds[cell]
    if (row.line, cell) in unread:
        return CellView(tidy(text), label, number=kind in FIGURES, unread=True)
    figure = row.figures.get(cell)
    if kind in FIGURES:
        written = (
            tidy(text)
            if text and figure is None
            else w.empty
            if figure is None
            else _written(figure, typed.scales[cell], text)
        )
        return CellView(written, label, number=True)
    if kind == "month" and row.months:
        return CellView(_months(row, lang) if not text or row.month else tidy(text), label, month=True)
    day = read_day(text) if kind == "date" and text else None
    if day:
        return CellView(format_date(day, lang=lang, style="short"), label)
    return CellView(tidy(text) or w.empty, label, ordinal=kind == "number")


def _written(figure: Decimal, scale: int, text: str = "") -> str:
    """A figure in its column's own unit; a percentage keeps its sign."""
    written = exact(figure) if scale == 1 else f"{(figure / scale).normalize():,f}"
    return f"{written}%" if text.rstrip().endswith("%") else written


def _months(row: Row, lang: Lang) -> str:
    ends = dict.fromkeys((row.months[0], row.months[-1]))
    return " – ".join(format_date(month, lang=lang, style="short") for month in ends)


def _grouped(
    views: Iterable[tuple[Row, RowView]], group: Callable[[Row], tuple[str, str] | None] | None
) -> Iterable[GroupView]:
    if group is None:
        yield GroupView(tuple(view for _, view in views))
        return
    found: dict[tuple[str, str] | None, list[RowView]] = {}
    for row, view in views:
        found.setdefault(group(row), []).append(view)
    for key, rows in found.items():
        yield GroupView(tuple(rows), *(key or (None, None)))


def _total(typed: TypedTable, cells: Sequence[int], head: int, w: SimpleNamespace) -> RowView | None:
    """The sums of the columns whose sum says anything; None where there is none."""
    sums: dict[int, Decimal] = {}
    for cell in cells:
        column = typed.header.by_cell.get(cell)
        if typed.kinds[cell] not in ("money", "count") or (column and not column.sums):
            continue
        amounts = [row.figures[cell] for row in typed.data if cell in row.figures]
        if amounts:
            sums[cell] = sum(amounts, Decimal(0))
    if not sums:
        return None
    views = tuple(
        CellView(_written(sums[cell], typed.scales[cell]), tidy(typed.header.cells[cell]), number=True)
        if cell in sums
        else CellView(w.total if number == head else "", tidy(typed.header.cells[cell]))
        for number, cell in enumerate(cells)
    )
    return RowView(views, head, total=True)


def plain_table(table: Table, caption: str, w: SimpleNamespace) -> TableView:
    """A table whose columns are not known, as it stands."""
    width = min(max(len(table.header), *(len(row) for row in table.rows[:MOST_ROWS]), 1), MOST_COLUMNS)
    header = [tidy(text) for text in (*table.header, *[""] * width)[:width]]
    rows = tuple(
        RowView(
            tuple(
                CellView(tidy(text) or w.empty, label)
                for text, label in zip((*row, *[""] * width)[:width], header, strict=True)
            )
        )
        for row in table.rows[:MOST_ROWS]
    )
    return TableView(caption, tuple(HeadView(text) for text in header), (GroupView(rows),))
