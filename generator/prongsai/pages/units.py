"""The page of units: who answers for which items and measures, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from prongsai.model.deadlines import unit_deadlines
from prongsai.model.identity import unit_calendar
from prongsai.model.site import Year
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.measures import guidance_anchor
from prongsai.pages.page import Page
from prongsai.pages.trust import all_entries, site_data, trust
from prongsai.pages.views import EntryView, Progress, Target, progress

Duty = TypeVar("Duty")


@dataclass(frozen=True, slots=True)
class Duties:
    """What a unit answers for in one year, and how far its items are."""

    year: int
    name: str
    items: tuple[EntryView, ...]
    progress: Progress
    measures: tuple[Target, ...]
    guidance: tuple[Target, ...]


def units_page(edition: Edition) -> Page:
    """Every unit or office that a source names, with its duties, newest year first."""
    t = edition.t
    yearly = [_duties(edition, year) for year in edition.site.years]
    dated = unit_deadlines(edition.site)
    units = [
        (
            unit,
            address.partition("#")[2],
            [duties[unit] for duties in yearly if unit in duties],
            unit_calendar(unit) if unit in dated else None,
        )
        for unit, address in edition.units.items()
    ]
    return edition.page(
        links.UNITS,
        "units",
        t.units,
        f"{t.units} {edition.site.agency.name}",
        trail=(edition.home,),
        units=units,
        trust=trust(edition, all_entries(edition), site_data(edition)),
    )


def _duties(edition: Edition, year: Year) -> dict[str, Duties]:
    """The duties of a year by unit."""
    page = links.part(year.fiscal_year, "measures")
    report = year.measures
    items = _by_unit((entry.disclosure.responsible, entry) for entry in year.entries if entry.disclosure)
    measures = _by_unit(
        (one.responsible, Target(one.title, f"{page}#{one.id}"))
        for one in (report.measures if report else ())
    )
    guidance = _by_unit(
        (
            one.responsible,
            Target(" ".join(filter(None, (one.indicator, one.name))), f"{page}#{guidance_anchor(one)}"),
        )
        for one in (report.guidance if report else ())
    )
    found: dict[str, Duties] = {}
    for unit in {**items, **measures, **guidance}:
        entries = tuple(items.get(unit, ()))
        found[unit] = Duties(
            year.fiscal_year,
            words.year(year.fiscal_year, edition.lang),
            tuple(edition.view(entry) for entry in entries),
            progress(entries, edition.lang),
            tuple(measures.get(unit, ())),
            tuple(guidance.get(unit, ())),
        )
    return found


def _by_unit(named: Iterable[tuple[tuple[str, ...], Duty]]) -> dict[str, list[Duty]]:
    """What each unit answers for; a unit that is named twice for one thing has it once."""
    found: dict[str, list[Duty]] = {}
    for units, duty in named:
        for unit in dict.fromkeys(units):
            found.setdefault(unit, []).append(duty)
    return found
