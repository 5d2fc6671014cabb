"""Who answers for what a page says, and when it was last changed and verified: at the foot of every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prongsai.model.news import News, news_of
from prongsai.model.site import Entry, Site
from prongsai.pages.labels import labels
from prongsai.thai.dates import PartialDate, day_in_thailand, format_date


@dataclass(frozen=True)
class Trust:
    """The sentences for the pages of each year, of each item, and of the site as a whole (None)."""

    of_year: Mapping[int | None, tuple[str, ...]]
    of_item: Mapping[tuple[int, str], tuple[str, ...]]

    def of(self, fiscal_year: int | None, code: str | None) -> tuple[str, ...]:
        """The sentences for a page."""
        if fiscal_year is not None and code is not None:
            return self.of_item[fiscal_year, code]
        return self.of_year[fiscal_year]


def trust(site: Site) -> Trust:
    """What every page of ``site`` says of itself."""
    changes = {year.fiscal_year: news_of(year) for year in site.years}
    of_year: dict[int | None, tuple[str, ...]] = {
        year.fiscal_year: _told(site, (), changes[year.fiscal_year], year.entries) for year in site.years
    }
    everything = [found for year in site.years for found in changes[year.fiscal_year]]
    of_year[None] = _told(site, (), everything, [entry for year in site.years for entry in year.entries])
    of_item = {
        (entry.fiscal_year, entry.code): _of_item(site, entry, of_code)
        for year in site.years
        for of_code in (_by_code(changes[year.fiscal_year]),)
        for entry in year.entries
    }
    return Trust(of_year, of_item)


def _by_code(changes: Iterable[News]) -> Mapping[str, News]:
    return {found.code: found for found in changes if found.code}


def _of_item(site: Site, entry: Entry, changes: Mapping[str, News]) -> tuple[str, ...]:
    units = entry.disclosure.responsible if entry.disclosure else ()
    found = changes.get(entry.code)
    return _told(site, units, [found] if found else [], [entry])


def _told(
    site: Site, units: Iterable[str], changes: Iterable[News], entries: Iterable[Entry]
) -> tuple[str, ...]:
    t, lang = labels(site.agency.language), site.agency.language
    changed = max((found.date for found in changes), default=None)
    addresses = {evidence.url for entry in entries for evidence in entry.evidence if evidence.url}
    verified = _last_visit(site, addresses)
    sentences = [
        t.trust_who.format(who=", ".join((*units, site.agency.name))),
        t.trust_changed.format(date=format_date(changed, lang=lang)) if changed else t.trust_no_date,
    ]
    if verified:
        sentences.append(t.trust_verified.format(date=format_date(verified, lang=lang)))
    elif addresses:
        sentences.append(t.trust_unverified)
    return tuple(map(str, sentences))


def _last_visit(site: Site, addresses: Iterable[str]) -> PartialDate | None:
    receipts = filter(None, map(site.receipts.get, addresses))
    return max((day_in_thailand(one.checked_at) for one in receipts if one.checked_at), default=None)
