"""How a year stands on the day of the build: open or over, and whether newer years exist."""

from dataclasses import dataclass
from datetime import date

from prongsai.model.site import Entry, Site
from prongsai.pages import links, words
from prongsai.pages.page import Link
from prongsai.thai.dates import PartialDate, format_date


@dataclass(frozen=True, slots=True)
class Standing:
    """What a page of a year says of the year: that it is over, and where the newer one is.

    ``over`` is the day on which the year ended, in words, None while it runs.
    """

    year_name: str
    over: str | None
    newer: Link | None


def last_day(fiscal_year: int) -> date:
    """The last day of a Thai fiscal year: 30 September (Budget Procedures Act, B.E. 2561, section 4)."""
    return date(fiscal_year - 543, 9, 30)


def standing(site: Site, fiscal_year: int, entry: Entry | None, day: date | None) -> Standing | None:
    """The standing of ``fiscal_year`` on ``day`` (None: the day is not known); None where all is as usual.

    ``entry`` is the item that the page is about: it leads to the newest item of the same topic.
    """
    end = last_day(fiscal_year)
    over = day is not None and day > end
    newer = _newer(site, fiscal_year, entry)
    if not over and newer is None:
        return None
    lang = site.agency.language
    told = format_date(PartialDate(end.year, end.month, end.day), lang=lang) if over else None
    return Standing(words.year(fiscal_year, lang), told, newer)


def _newer(site: Site, fiscal_year: int, entry: Entry | None) -> Link | None:
    newest = site.newest
    if newest.fiscal_year <= fiscal_year:
        return None
    lang = site.agency.language
    if entry is not None:
        same = site.by_topic[entry.item.topic][0]
        if same.fiscal_year > fiscal_year:
            name = f"{same.code} {same.item.title_in(lang)} ({words.year(same.fiscal_year, lang)})"
            return Link(name, same.page)
    return Link(words.year(newest.fiscal_year, lang), links.year(newest.fiscal_year))
