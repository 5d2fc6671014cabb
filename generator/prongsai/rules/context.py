"""What rules look at: the site, the day, and what the held documents say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from prongsai.model.disclosure import Disclosure
from prongsai.model.held import HeldText, Table
from prongsai.model.site import Entry, Site, Year
from prongsai.model.tables.beside import Beside, tables_beside


@dataclass(frozen=True)
class Context:
    """Everything that a rule may look at. ``today`` is the day by which deadlines are judged.

    ``texts`` and ``tables`` are by the document's address from the site's root.
    """

    site: Site
    today: date
    texts: Mapping[str, HeldText] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    content: str = "content"

    @cached_property
    def disclosed(self) -> tuple[tuple[Year, Entry, Disclosure], ...]:
        """Every item for which there is a source, in the order of years and items."""
        return tuple(
            (year, entry, entry.disclosure)
            for year in self.site.years
            for entry in year.entries
            if entry.disclosure is not None
        )

    @cached_property
    def beside(self) -> tuple[tuple[Entry, tuple[Beside, ...]], ...]:
        """Every disclosed item that has tables beside it, with these."""
        found = ((entry, tuple(tables_beside(entry, self.tables))) for _, entry, _ in self.disclosed)
        return tuple((entry, tables) for entry, tables in found if tables)

    @property
    def agency_source(self) -> str:
        """The agency's file."""
        return f"{self.content}/agency.yml"

    def year_source(self, year: Year) -> str:
        """The file of a year's settings and scores."""
        return f"{self.content}/{year.fiscal_year}/year.yml"

    def measures_source(self, year: Year) -> str:
        """The file of a year's measures."""
        return f"{self.content}/{year.fiscal_year}/measures.yml"

    def item_source(self, entry: Entry) -> str:
        """The file of an item, whether or not it exists."""
        if entry.disclosure and entry.disclosure.source:
            return entry.disclosure.source
        return f"{self.content}/{entry.fiscal_year}/{entry.code}.md"

    def measured(self) -> Iterator[Year]:
        """The years that have a measures report."""
        return (year for year in self.site.years if year.measures is not None)
