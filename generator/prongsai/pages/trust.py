"""What a page rests on, told at its foot: who answers for it, when it changed and was checked, its data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from prongsai.model.licences import licence_of
from prongsai.model.news import happened, news_of
from prongsai.model.site import Entry, Year
from prongsai.pages import links
from prongsai.pages.edition import Edition
from prongsai.pages.receipt_views import Moment, moment
from prongsai.pages.views import Target
from prongsai.thai.dates import PartialDate, format_date

MOST_UNITS: Final = 6
"""With more units than these, a page leads to the list of them."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The foot of a page in words.

    ``changed`` is None where no source gives a date; ``checked`` is None where nothing was ever visited;
    ``check_note`` says how much was, or why nothing is to be visited: all is held here, or there is nothing.
    """

    responsible: tuple[Target, ...]
    nobody: bool
    changed: Moment | None
    checked: Moment | None
    check_note: str
    data: tuple[Target, ...]
    licence: Target | None


def trust(
    edition: Edition,
    entries: Sequence[Entry],
    data: Iterable[Target],
    *,
    units: Iterable[str] = (),
    days: Iterable[PartialDate] = (),
    alone: bool = False,
) -> Trust:
    """The foot of a page that rests on ``entries``, and ``units`` and ``days`` besides.

    ``alone``: the page is about one item, so nobody stands in for a unit that is not named.
    """
    named = dict.fromkeys(
        unit for entry in entries if entry.disclosure for unit in entry.disclosure.responsible
    )
    named |= dict.fromkeys(units)
    changed = max((*days, *(day for entry in entries for day, _ in happened(entry))), default=None)
    checked, note = _checked(edition, entries)
    return Trust(
        _responsible(edition, list(named), alone),
        alone and not named,
        Moment(format_date(changed, lang=edition.lang), changed.iso()) if changed else None,
        checked,
        note,
        tuple(data),
        _licence(edition),
    )


def _licence(edition: Edition) -> Target | None:
    licence = licence_of(edition.site.agency.licence)
    return Target(licence.name, licence.url) if licence else None


def _responsible(edition: Edition, named: list[str], alone: bool) -> tuple[Target, ...]:
    t = edition.t
    if not named:
        return () if alone else (Target(edition.site.agency.name, links.UNITS if edition.units else None),)
    if len(named) > MOST_UNITS:
        many = t.trust_units.format(agency=edition.site.agency.name, count=len(named))
        return (Target(many, links.UNITS),)
    return tuple(Target(unit, edition.units.get(unit)) for unit in named)


def _checked(edition: Edition, entries: Sequence[Entry]) -> tuple[Moment | None, str]:
    """When the evidence was last visited, and how much of it; files held here need no visit."""
    t, known = edition.t, edition.site.receipts
    evidence = [one for entry in entries for one in entry.evidence]
    if not evidence:
        return None, str(t.trust_no_evidence if entries else t.trust_nothing)
    urls = dict.fromkeys(one.url for one in evidence if one.url)
    files = sum(one.url is None for one in evidence)
    if not urls:
        return None, str(t.trust_files.format(count=files))
    times = [known[url].checked_at for url in urls if url in known]
    newest = max(filter(None, times), default=None)
    linked = t.trust_links if newest else t.trust_never
    notes = [linked.format(count=len(times), all=len(urls))]
    if len(_by_year(entries)) > len(urls):
        notes.append(str(t.trust_once))
    if files:
        notes.append(t.trust_files_too.format(count=files))
    return moment(newest, edition.lang) if newest else None, " · ".join(notes)


def _by_year(entries: Sequence[Entry]) -> set[tuple[int, str]]:
    """The links of each year: what several years share counts as often, as it does year by year."""
    return {(entry.fiscal_year, one.url) for entry in entries for one in entry.evidence if one.url}


def year_trust(edition: Edition, year: Year, data: Iterable[Target]) -> Trust:
    """The foot of a page about a whole year, its measures included."""
    return trust(edition, year.entries, data, days=[each.date for each in news_of(year)])


def site_data(edition: Edition) -> tuple[Target, ...]:
    """The files for machines of pages that are about no year: the agency, and the list of all files."""
    t = edition.t
    return (Target(t.data_agency, "data/agency.json"), Target(t.data_index, "data/index.json"))


def all_entries(edition: Edition) -> list[Entry]:
    """Every item of every year."""
    return [entry for year in edition.site.years for entry in year.entries]
