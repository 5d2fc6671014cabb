"""When what a page shows was last changed, by the agency's own dates."""

from collections.abc import Iterable
from datetime import date

from prongsai.model.news import News, news
from prongsai.model.site import Site
from prongsai.pages.page import Page


def last_changes(site: Site, pages: Iterable[Page], day: date) -> dict[str, date]:
    """The last change by the address of a page, none of them after ``day``.

    A page about which the sources have no date is left out: the time of a build says nothing of its content.
    """
    found = [each for each in news(site) if each.date.first() <= day]
    topics = {
        each.key: site.by_year[each.fiscal_year].by_code[each.code].item.topic for each in found if each.code
    }
    changes = {}
    for page in pages:
        newest = next((each for each in found if _shows(site, page, each, topics)), None)
        if newest:
            changes[page.address] = newest.date.first()
    return changes


def _shows(site: Site, page: Page, each: News, topics: dict[str, str]) -> bool:
    if page.kind in ("front", "topics", "search"):
        return True
    if page.kind == "topic":
        return page.address == f"topics/{topics.get(each.key)}/"
    if page.fiscal_year != each.fiscal_year:
        return False
    if page.kind == "measures":
        return each.code is None
    if page.kind == "item":
        return each.code == page.item
    if page.kind in ("indicator", "sub_indicator"):
        number = page.address.split("/")[1]
        entry = site.by_year[each.fiscal_year].by_code.get(each.code or "")
        return entry is not None and number in (entry.indicator.number, entry.sub_indicator.number)
    return page.kind in ("year", "changes") or (page.kind == "assess" and each.code is not None)
