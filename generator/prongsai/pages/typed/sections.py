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
from prongsai.model.tables.register import shapes_of
from prongsai.model.tables.shapes import View
from prongsai.pages import words
from prongsai.pages.search_rows import row_numbers
from prongsai.pages.typed import budget, procurement, statistics
from prongsai.pages.typed.charts import ChartView
from prongsai.pages.typed.drawn import Drawn
from prongsai.pages.typed.table_views import TableView
from prongsai.pages.typed.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
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
    """A table beside an item, or without ``file`` and ``table`` what several come to together.

    ``summary`` is a table of sums that stands right under the charts, with links to the rows; ``jump`` leads
    to the rows of each month, by its name and its address.
    """

    id: str
    title: str
    file: FileView | None
    lead: str | None
    charts: tuple[ChartView, ...]
    summary: TableView | None
    table: TableView | None
    notes: tuple[str, ...] = field(default=())
    jump: tuple[tuple[str, str], ...] = ()


def anchor(number: int) -> str:
    """The id of the section of an item's table, by its number from 1."""
    return f"data-{number}"


def row_anchors(id_: str, table: Table) -> Mapping[int, str]:
    """The ids of a table's rows by their lines in the file: its own and the number that search gives them."""
    return {line: f"{id_}-{number}" for line, number in row_numbers(table).items()}


Draw = Callable[[str, TypedTable, SimpleNamespace, Lang], Drawn]

_DRAWN: Final[Mapping[View, Draw]] = {
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
    """The tables beside an item as sections; ``tables`` are those held on the site, by address.

    Where procurement comes as a file for each month, a section that sums them up stands before them.
    """
    w = texts(lang)
    found = {anchor(number): one for number, one in enumerate(tables_beside(entry, tables), 1)}
    series = {
        id_: one.typed for id_, one in found.items() if one.typed and one.typed.shape.view == "procurement"
    }
    if not procurement.is_series(list(series.values())):
        return tuple(_view(id_, entry, one, _DRAWN, lang) for id_, one in found.items())
    drawn = procurement.overview("data-all", list(series.items()), w, lang)
    whole = DataView(
        "data-all", w.overview, None, drawn.lead, drawn.charts, drawn.summary, None, drawn.notes, drawn.jump
    )
    ways = {**_DRAWN, "procurement": procurement.rows_alone}
    return (whole, *(_view(id_, entry, one, ways, lang) for id_, one in found.items()))


def _view(id_: str, entry: Entry, beside: Beside, ways: Mapping[View, Draw], lang: Lang) -> DataView:
    w = texts(lang)
    held = beside.held
    kind = words.media(held.media_type, held.address)
    file = FileView(held.address, w.download.format(kind=kind, size=words.size(held.bytes, lang)))
    typed = beside.typed
    if typed is None:
        table = plain_table(beside.table, beside.title, w, row_anchors(id_, beside.table))
        bounds = _bounds(len(beside.table.rows), len(beside.table.header), beside.table.cut, w)
        notes = (*((w.note_unknown,) if shapes_of(entry.item.topic) else ()), *bounds)
        return DataView(id_, beside.title, file, None, (), None, table, notes)
    drawn = ways[typed.shape.view](id_, typed, w, lang)
    caption = w.all_rows if drawn.summary or drawn.charts else beside.title
    return DataView(
        id_,
        beside.title,
        file,
        drawn.lead,
        drawn.charts,
        drawn.summary,
        typed_table(
            typed,
            caption,
            w,
            lang,
            group=drawn.group,
            lulls=drawn.lulls,
            ids=row_anchors(id_, beside.table),
        ),
        (*drawn.notes, *_left_out(typed, w)),
        drawn.jump,
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
