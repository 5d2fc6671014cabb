"""The links that the frame around every page needs."""

from dataclasses import dataclass

from prongsai.errors import Lang
from prongsai.model.site import Site, Summary, Year
from prongsai.pages import links, words
from prongsai.pages.assessed import scores_short
from prongsai.pages.labels import labels
from prongsai.pages.page import Link


@dataclass(frozen=True, slots=True)
class Branch:
    """An indicator or a sub-indicator: its number, its name, its page and how far it is."""

    number: str
    name: str
    address: str
    items: int
    done: int
    branches: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class YearBranch:
    """A year: its page, the counts of its items, its indicators, and its sheet and reports."""

    fiscal_year: int
    title: str
    address: str
    known: bool
    summary: Summary
    indicators: tuple[Branch, ...]
    reports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """The site as the frame shows it. ``fixed`` are the pages that every site has."""

    agency: str
    invented: bool
    home: Link
    years: tuple[YearBranch, ...]
    fixed: tuple[Link, ...]


def navigation(site: Site) -> Navigation:
    """The navigation of a site, its years newest first."""
    t = labels(site.agency.language)
    return Navigation(
        site.agency.name,
        site.agency.invented,
        Link(t.home, links.FRONT),
        tuple(_year(site, year) for year in site.years),
        (Link(t.topics, links.TOPICS), Link(t.units, links.UNITS), Link(t.channels, links.CHANNELS)),
    )


def _year(site: Site, year: Year) -> YearBranch:
    lang, fiscal_year = site.agency.language, year.fiscal_year
    t = labels(lang)
    named = (
        ("assess", t.assess),
        ("measures", t.measures_short),
        ("scores", scores_short(year, lang)),
        ("changes", t.changes_short),
    )
    return YearBranch(
        fiscal_year,
        words.year(fiscal_year, lang),
        links.year(fiscal_year),
        year.framework is not None,
        year.summary,
        _indicators(year, lang),
        tuple(Link(title, links.part(fiscal_year, name)) for name, title in named),
    )


def _indicators(year: Year, lang: Lang) -> tuple[Branch, ...]:
    if year.framework is None:
        return ()
    return tuple(
        _branch(
            year,
            indicator.number,
            indicator.name_in(lang),
            tuple(item.code for sub in indicator.sub_indicators for item in sub.items),
            tuple(
                _branch(year, sub.number, sub.name_in(lang), tuple(item.code for item in sub.items))
                for sub in indicator.sub_indicators
            ),
        )
        for indicator in year.framework.indicators
    )


def _branch(
    year: Year, number: str, name: str, codes: tuple[str, ...], under: tuple[Branch, ...] = ()
) -> Branch:
    done = sum(year.by_code[code].reported == "done" for code in codes)
    return Branch(number, name, links.part(year.fiscal_year, number), len(codes), done, under)
