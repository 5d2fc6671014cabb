"""The sections of an item that show its tables: a sentence, charts, a table beneath, what was left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Final

from prongsai.errors import Lang
from prongsai.model.held import Table
from prongsai.model.site import Entry
from prongsai.model.tables.beside import Beside, tables_beside
from prongsai.model.tables.read import Row, TypedTable
from prongsai.model.tables.shapes import View
from prongsai.pages import words
from prongsai.pages.typed import budget, procurement, statistics
from prongsai.pages.typed.charts import ChartView
from prongsai.pages.typed.drawn import Drawn
from prongsai.pages.typed.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    TableView,
    plain_table,
    typed_table,
)
from prongsai.pages.typed.words import texts


@dataclass(frozen=True, slots=True)
class FileView:
    """The file of a table: its address from the site's root and the words of the link to it."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class DataView:
    """A table beside an item.

    ``summary`` is a table of sums that stands right under the charts, with links into ``table``.
    """

    id: str
    title: str
    file: FileView
    lead: str | None
    charts: tuple[ChartView, ...]
    summary: TableView | None
    table: TableView
    notes: tuple[str, ...] = field(default=())


_DRAWN: Final[Mapping[View, Callable[[str, TypedTable, SimpleNamespace, Lang], Drawn]]] = {
    "procurement": procurement.bought,
    "methods": procurement.by_method,
    "purchases": budget.purchases,
    "projects": budget.projects,
    "spending": budget.spending,
    "budget": budget.budget,
    "services": statistics.services,
    "complaints": statistics.complaints,
}


def data_views(entry: Entry, tables: Mapping[str, Table], lang: Lang) -> tuple[DataView, ...]:
    """The tables beside an item as sections; ``tables`` are those held on the site, by address."""
    return tuple(
        _view(f"data-{number}", beside, lang) for number, beside in enumerate(tables_beside(entry, tables), 1)
    )


def _view(id_: str, beside: Beside, lang: Lang) -> DataView:
    w = texts(lang)
    held = beside.held
    kind = words.media(held.media_type, held.address)
    file = FileView(held.address, w.download.format(kind=kind, size=words.size(held.bytes, lang)))
    typed = beside.typed
    if typed is None:
        table = plain_table(beside.table, beside.title, w)
        notes = (
            w.note_unknown,
            *_bounds(len(beside.table.rows), len(beside.table.header), beside.table.cut, w),
        )
        return DataView(id_, beside.title, file, None, (), None, table, notes)
    drawn = _DRAWN[typed.shape.view](id_, typed, w, lang)
    caption = w.all_rows if drawn.summary or drawn.charts else beside.title
    table = typed_table(typed, caption, w, lang, group=drawn.group)
    return DataView(
        id_,
        beside.title,
        file,
        drawn.lead,
        drawn.charts,
        drawn.summary,
        table,
        (*drawn.notes, *_left_out(typed, w)),
    )


def _left_out(typed: TypedTable, w: SimpleNamespace) -> Iterator[str]:
    beyond = sum(one.why == "too_many" for one in typed.unread)
    unread = len(typed.unread) - beyond
    if unread:
        yield w.note_unread.format(count=f"{unread:,}")
    if beyond:
        yield w.note_beyond.format(count=f"{beyond:,}")
    yield from _bounds(len(_rows(typed.rows)), len(typed.header.cells), typed.cut, w)


def _rows(rows: Iterable[Row]) -> Sequence[Row]:
    return [row for row in rows if row.sort != "heading"]


def _bounds(rows: int, columns: int, cut: bool, w: SimpleNamespace) -> Iterator[str]:
    if rows > MOST_ROWS:
        yield w.note_rows.format(count=f"{MOST_ROWS:,}", all=f"{rows:,}")
    if columns > MOST_COLUMNS:
        yield w.note_columns.format(count=MOST_COLUMNS, all=f"{columns:,}")
    if cut:
        yield w.note_cut
