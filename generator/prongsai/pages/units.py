"""The page of units: who answers for which items and measures, year by year."""

from dataclasses import dataclass, field

from prongsai.model.site import Site, Year
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.measures import guidance_anchor
from prongsai.pages.page import Page
from prongsai.pages.views import EntryView, Target


@dataclass(slots=True)
class Duties:
    """What a unit answers for in one year."""

    year: int
    name: str
    items: list[EntryView] = field(default_factory=list)
    measures: list[Target] = field(default_factory=list)
    guidance: list[Target] = field(default_factory=list)


def units_page(edition: Edition) -> Page:
    """Every unit or office that a source names, with its duties, newest year first."""
    t = edition.t
    duties = _duties(edition, edition.site)
    units = [(unit, address.partition("#")[2], duties[unit]) for unit, address in edition.units.items()]
    return edition.page(
        links.UNITS, "units", t.units, f"{t.units} {edition.site.agency.name}", trail=(edition.home,), units=units)


def _duties(edition: Edition, site: Site) -> dict[str, list[Duties]]:
    found: dict[str, dict[int, Duties]] = {unit: {} for unit in edition.units}

    def of(unit: str, year: Year) -> Duties:
        name = words.year(year.fiscal_year, edition.lang)
        return found[unit].setdefault(year.fiscal_year, Duties(year.fiscal_year, name))

    for year in site.years:
        for entry in year.entries:
            for unit in dict.fromkeys(entry.disclosure.responsible if entry.disclosure else ()):
                of(unit, year).items.append(edition.view(entry))
        page = links.part(year.fiscal_year, "measures")
        for measure in year.measures.measures if year.measures else ():
            for unit in dict.fromkeys(measure.responsible):
                of(unit, year).measures.append(Target(measure.title, f"{page}#{measure.id}"))
        for one in year.measures.guidance if year.measures else ():
            name = " ".join(filter(None, (one.indicator, one.name)))
            for unit in dict.fromkeys(one.responsible):
                of(unit, year).guidance.append(Target(name, f"{page}#{guidance_anchor(one)}"))
    return {unit: list(years.values()) for unit, years in found.items()}
