"""A table beside an item as its page shows it: in the file's own order, figures as people write them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType, SimpleNamespace
from typing import Final

from prongsai.errors import Lang
from prongsai.model.held import Table
from prongsai.model.tables.read import Row, TypedTable, read_day
from prongsai.model.tables.shapes import FIGURES
from prongsai.pages.search_rows import row_lines
from prongsai.pages.typed.drawn import Lull
from prongsai.pages.typed.figures import exact
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView, folding
from prongsai.pages.typed.texts import tidy
from prongsai.thai.dates import format_date

MOST_ROWS: Final = 200
MOST_COLUMNS: Final = 40
_BAHT: Final = re.compile(r"\s*[(\[（]\s*(?:หน่วย\s*:?\s*)?(?:บาท|baht)\s*[)\]）]\s*$", re.IGNORECASE)
"""The unit at the end of a header."""


@dataclass(frozen=True, slots=True)
class _Showing:
    """What the rows of a table are shown with: its columns, what each is called, and which names the rows."""

    typed: TypedTable
    cells: tuple[int, ...]
    labels: Mapping[int, str]
    head: int
    unread: Set[tuple[int, int]]
    w: SimpleNamespace
    lang: Lang


def typed_table(
    typed: TypedTable,
    caption: str,
    w: SimpleNamespace,
    lang: Lang,
    *,
    group: Callable[[Row], tuple[str, str] | None] | None = None,
    lulls: Sequence[Lull] = (),
    ids: Mapping[int, str] = MappingProxyType({}),
) -> TableView:
    """A typed table's rows with the sums of its figures under them, where the file has no sums of its own.

    ``group`` gives the heading and the anchor under which a row stands, ``ids`` the anchors of rows by their
    lines in the file; ``lulls`` are rows that make one card.
    """
    drop = typed.header.columns.get("month") if group else None
    cells = tuple(cell for cell in _shown(typed) if cell != drop)
    unit = _unit(typed, cells)
    labels = {
        cell: tidy(unit.sub("", typed.header.cells[cell]) if unit else typed.header.cells[cell])
        for cell in cells
    }
    headers = tuple(
        HeadView(labels[cell], typed.kinds[cell] in FIGURES, ordinal=typed.kinds[cell] == "number")
        for cell in cells
    )
    head = cells.index(typed.labels) if typed.labels in cells else 0
    shown = _Showing(typed, cells, labels, head, {(one.line, one.cell) for one in typed.unread}, w, lang)
    rows = [row for row in typed.rows if row.sort != "heading"]
    views = [
        (row, replace(_row(shown, row, alone=group is not None), id=ids.get(row.line)))
        for row in rows[:MOST_ROWS]
    ]
    groups = list(_grouped(_told_together(views, lulls), group))
    if not any(row.sort == "total" for row in rows) and len(rows) > 1:
        total = _total(shown)
        if total:
            groups.append(GroupView((total,)))
    caption = f"{caption} ({w.in_baht})" if unit else caption
    return folding(TableView(caption, headers, tuple(groups), ids.get(typed.header_line)))


def _unit(typed: TypedTable, cells: Sequence[int]) -> re.Pattern[str] | None:
    """The unit to say once for the whole table: of every column of money, months apart, which have none."""
    money = [cell for cell in cells if typed.kinds[cell] == "money"]
    named = [cell for cell in money if cell not in typed.header.months]
    if len(money) < 2 or not named or any(typed.scales[cell] != 1 for cell in money):
        return None
    return _BAHT if all(_BAHT.search(typed.header.cells[cell]) for cell in named) else None


def _told_together(
    views: Iterable[tuple[Row, RowView]], lulls: Sequence[Lull]
) -> Iterator[tuple[Row, RowView]]:
    """The rows, and before those of a lull the one that stands for them as a card."""
    first = {lull.rows[0].line: lull for lull in lulls}
    quiet = {row.line for lull in lulls for row in lull.rows}
    for row, view in views:
        if row.line in first:
            yield row, RowView((), statement=first[row.line].text, only="card")
        yield row, replace(view, only="row") if row.line in quiet else view


def _row(shown: _Showing, row: Row, *, alone: bool) -> RowView:
    """A row; ``alone``: a statement that there was nothing needs no other cell to say of when."""
    said = [row.cells[cell] for cell in shown.cells if row.cells[cell] not in ("", "-")]
    if alone and row.sort == "nil" and len(said) == 1:
        return RowView((), statement=tidy(said[0]))
    views = tuple(_cell(shown, row, cell) for cell in shown.cells)
    return RowView(views, shown.head, row.sort == "total")


def _shown(typed: TypedTable) -> tuple[int, ...]:
    """The columns to show: those with a header or with anything in them."""
    used = {cell for row in typed.rows[:MOST_ROWS] for cell, text in enumerate(row.cells) if text}
    cells = [cell for cell, text in enumerate(typed.header.cells) if text or cell in used]
    return tuple(cells[:MOST_COLUMNS])


def _cell(shown: _Showing, row: Row, cell: int) -> CellView:
    typed, w = shown.typed, shown.w
    label, text, kind = shown.labels[cell], row.cells[cell], typed.kinds[cell]
    if (row.line, cell) in shown.unread:
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
        none = cell in typed.header.months and not figure and (figure is not None or not text)
        return CellView(written, label, number=True, none=none)
    if kind == "month" and row.months:
        return CellView(_months(row, shown.lang) if not text or row.month else tidy(text), label, month=True)
    day = read_day(text) if kind == "date" and text else None
    if day:
        return CellView(format_date(day, lang=shown.lang, style="short"), label)
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


def _total(shown: _Showing) -> RowView | None:
    """The sums of the columns whose sum says anything; None where there is none."""
    typed, labels = shown.typed, shown.labels
    sums: dict[int, Decimal] = {}
    for cell in shown.cells:
        column = typed.header.by_cell.get(cell)
        if typed.kinds[cell] not in ("money", "count") or (column and not column.sums):
            continue
        amounts = [row.figures[cell] for row in typed.data if cell in row.figures]
        if amounts:
            sums[cell] = sum(amounts, Decimal(0))
    if not sums:
        return None
    views = tuple(
        CellView(
            _written(sums[cell], typed.scales[cell]),
            labels[cell],
            number=True,
            none=cell in typed.header.months and not sums[cell],
        )
        if cell in sums
        else CellView(
            shown.w.total if number == shown.head else "", labels[cell], ordinal=typed.kinds[cell] == "number"
        )
        for number, cell in enumerate(shown.cells)
    )
    return RowView(views, shown.head, total=True)


def plain_table(
    table: Table, caption: str, w: SimpleNamespace, ids: Mapping[int, str] = MappingProxyType({})
) -> TableView:
    """A table whose columns are not known, as it stands; ``ids`` are its rows' anchors by their lines."""
    width = min(max(len(table.header), *(len(row) for row in table.rows[:MOST_ROWS]), 1), MOST_COLUMNS)
    header = [tidy(text) for text in (*table.header, *[""] * width)[:width]]
    rows = tuple(
        RowView(
            tuple(
                CellView(tidy(text) or w.empty, label)
                for text, label in zip((*row, *[""] * width)[:width], header, strict=True)
            ),
            id=ids.get(line),
        )
        for line, row in zip(row_lines(table), table.rows[:MOST_ROWS], strict=False)
    )
    heads = tuple(HeadView(text) for text in header)
    return folding(TableView(caption, heads, (GroupView(rows),), ids.get(table.header_line)))
