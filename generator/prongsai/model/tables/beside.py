"""The tables beside an item: those among its evidence, and those that its source names under ``tables``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.model.disclosure import HeldFile
from prongsai.model.held import Table
from prongsai.model.site import Entry
from prongsai.model.tables.read import TypedTable, read_typed
from prongsai.model.tables.register import shapes_of


@dataclass(frozen=True)
class Beside:
    """A table beside an item; ``typed`` is None where the item's topic or the table's header is not known."""

    title: str
    held: HeldFile
    table: Table
    typed: TypedTable | None


def tables_beside(entry: Entry, tables: Mapping[str, Table]) -> Iterator[Beside]:
    """The tables of an item in order, each once; ``tables`` holds what was read, by address."""
    named = list(dict.fromkeys(_named(entry)))
    shapes = shapes_of(entry.item.topic)
    marked = " ".join(
        " ".join((title, *tables[held.address].header)) for title, held, _ in named if held.address in tables
    )
    seen: set[str] = set()
    for title, held, years in named:
        table = tables.get(held.address)
        if table is None or held.address in seen or not table.header:
            continue
        seen.add(held.address)
        typed = read_typed(table, shapes, entry.item, years, title, marked) if shapes else None
        yield Beside(title, held, table, typed)


def _named(entry: Entry) -> Iterator[tuple[str, HeldFile, tuple[int, ...]]]:
    """Title and file of each, and the fiscal years that it may be of, the likeliest first."""
    disclosure = entry.disclosure
    usual = (entry.fiscal_year, entry.fiscal_year - 1)
    for source in disclosure.tables if disclosure else ():
        if source.held:
            yield source.title or source.held.address.rpartition("/")[2], source.held, usual
    for evidence in entry.evidence:
        if evidence.held and evidence.held.media_type == "text/csv":
            yield evidence.title, evidence.held, evidence.fiscal_years or usual
