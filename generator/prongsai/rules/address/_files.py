"""Hits on documents that the site holds."""

from collections.abc import Iterator

from prongsai.model.site import Year
from prongsai.rules.context import Context
from prongsai.rules.rule import Hit


def addresses(context: Context) -> Iterator[tuple[Year, str]]:
    """Every document's address from the site's root, with its year."""
    return ((year, file.address) for year in context.site.years for file in year.held)


def hit_of(context: Context, year: Year, address: str, **values: object) -> Hit:
    """A hit on a document as a whole. Of no item: what an item scores doesn't hang on a file's name."""
    return Hit(f"{context.content}/{address}", line=0, values=values, fiscal_year=year.fiscal_year)
