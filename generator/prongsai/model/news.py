"""What was newly disclosed or changed, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.model.fields import Result
from prongsai.model.measure import Measure
from prongsai.model.site import Entry, Site, Year
from prongsai.thai.dates import PartialDate

Happening = tuple[PartialDate, str | None]
"""A day, and what came of it; None: the agency brought its data up to date."""


@dataclass(frozen=True)
class News:
    """Something dated.

    ``key`` tells it apart; ``code`` is that of an item; ``address`` is its page from the site's root;
    ``happened`` is never empty, newest first.
    """

    key: str
    fiscal_year: int
    code: str | None
    title: str
    address: str
    happened: tuple[Happening, ...]

    @property
    def date(self) -> PartialDate:
        """The newest day."""
        return self.happened[0][0]


def news(site: Site) -> tuple[News, ...]:
    """Everything dated of all years, newest first."""
    return _sorted(each for year in site.years for each in _of_year(year))


def news_of(year: Year) -> tuple[News, ...]:
    """Everything dated of one fiscal year, newest first."""
    return _sorted(_of_year(year))


def _sorted(found: Iterable[News]) -> tuple[News, ...]:
    by_key = sorted(found, key=lambda each: each.key)
    return tuple(sorted(by_key, key=lambda each: each.date, reverse=True))


def _of_year(year: Year) -> Iterable[News]:
    yield from (found for entry in year.entries if (found := _of_entry(entry)))
    for measure in year.measures.measures if year.measures else ():
        if found := _of_measure(year, measure):
            yield found


def _dated(results: Iterable[Result]) -> list[Happening]:
    return [(each.date, each.text) for each in results if each.date and each.state != "planned"]


def happened(entry: Entry) -> tuple[Happening, ...]:
    """Everything dated of an item, newest first; what is only planned has not happened.

    That its data were brought up to date is told where nothing else of that day says what happened.
    """
    if entry.disclosure is None:
        return ()
    found = _dated(entry.disclosure.results)
    updated = entry.disclosure.updated
    if updated and updated not in (day for day, _ in found):
        found.append((updated, None))
    return _newest_first(found)


def _of_entry(entry: Entry) -> News | None:
    found = happened(entry)
    if not found:
        return None
    key = f"{entry.fiscal_year}/{entry.code}"
    return News(key, entry.fiscal_year, entry.code, entry.item.title, entry.page, found)


def _of_measure(year: Year, measure: Measure) -> News | None:
    found = _dated(measure.results)
    if not found:
        return None
    key = f"{year.fiscal_year}/measures/{measure.id}"
    address = f"{year.fiscal_year}/measures/#{measure.id}"
    return News(key, year.fiscal_year, None, measure.title, address, _newest_first(found))


def _newest_first(happened: list[Happening]) -> tuple[Happening, ...]:
    return tuple(sorted(happened, key=lambda each: each[0], reverse=True))
