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
    shapes = shapes_of(entry.item.topic)
    marked = " ".join(
        " ".join((title, *tables[held.address].header))
        for title, held, _ in dict.fromkeys(_named(entry))
        if held.address in tables
    )
    for title, held, years in _each_once(entry, tables):
        table = tables[held.address]
        typed = read_typed(table, shapes, entry.item, years, title, marked) if shapes else None
        yield Beside(title, held, table, typed)


def titles_beside(entry: Entry, tables: Mapping[str, Table]) -> Mapping[str, str]:
    """The titles of the tables beside an item by their addresses, in the order of ``tables_beside``."""
    return {held.address: title for title, held, _ in _each_once(entry, tables)}


def _each_once(entry: Entry, tables: Mapping[str, Table]) -> Iterator[tuple[str, HeldFile, tuple[int, ...]]]:
    seen: set[str] = set()
    for title, held, years in _named(entry):
        table = tables.get(held.address)
        if table is not None and held.address not in seen and table.header:
            seen.add(held.address)
            yield title, held, years


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
