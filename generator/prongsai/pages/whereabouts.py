"""Where the pages of a site will stand, from the model alone: known without drawing one of them."""

from collections.abc import Iterator

from prongsai.model.site import Site, Year
from prongsai.pages import links

_ALWAYS = (
    links.FRONT, links.TOPICS, links.UNITS, links.CHANNELS, links.RECEIPTS, links.SEARCH, links.WIDGET,
)  # fmt: skip
_OF_YEARS = ("assess", "measures", "scores", "changes")


def page_addresses(site: Site) -> Iterator[str]:
    """The address of every page but those that stand where something was given up, some of them twice."""
    yield from _ALWAYS
    for year in site.years:
        yield from _of_year(year)
    yield from (links.topic(topic) for topic in site.by_topic)


def _of_year(year: Year) -> Iterator[str]:
    yield links.year(year.fiscal_year)
    indicators = year.framework.indicators if year.framework else ()
    names = [*_OF_YEARS, *(entry.code for entry in year.entries)]
    names += [indicator.number for indicator in indicators]
    names += [sub.number for indicator in indicators for sub in indicator.sub_indicators]
    yield from (links.part(year.fiscal_year, name) for name in names)
