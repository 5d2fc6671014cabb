"""One rendering of a site: what all its pages share, and how a template becomes a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from prongsai.errors import Lang
from prongsai.model.estimate import Estimate
from prongsai.model.finding import Finding
from prongsai.model.held import Table
from prongsai.model.measure import Link as Aim
from prongsai.model.measure import Measure
from prongsai.model.site import Entry, Site, Year
from prongsai.pages import links
from prongsai.pages.anchors import unit_anchors
from prongsai.pages.breakable import breakable
from prongsai.pages.labels import labels
from prongsai.pages.page import Kind, Link, Page
from prongsai.pages.receipt_views import record_of
from prongsai.pages.standing import Standing, standing
from prongsai.pages.style import COMPONENTS
from prongsai.pages.views import EntryView, entry_view, unit_address
from prongsai.pages.whole import whole_text


class ComputedScores(Protocol):
    """Scores computed from indicators and weights, unrounded; None where something for it is missing."""

    @property
    def overall(self) -> Decimal | None:
        """The overall score."""

    @property
    def instruments(self) -> Mapping[str, Decimal | None]:
        """The score of each instrument."""


@dataclass(frozen=True, slots=True)
class Aiming:
    """A measure of some year that aims at an item."""

    year: Year
    measure: Measure
    aim: Aim


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the site will stand (None: not known), and the day on which it is built (None: not known)."""

    site_url: str | None = None
    day: date | None = None

    def absolute(self, address: str) -> str | None:
        """The whole address of a page or file; None where nobody knows where the site stands."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else None


NOWHERE: Final = Publication()


@dataclass(frozen=True)
class Edition:
    """A site with everything that its pages look up in common."""

    site: Site
    lang: Lang
    t: SimpleNamespace
    computed: Mapping[int, ComputedScores]
    units: Mapping[str, str]
    views: Mapping[tuple[int, str], EntryView]
    aims: Mapping[tuple[str, str], tuple[Aiming, ...]]
    by_framework: Mapping[str, Year]
    silenced: Mapping[tuple[int, str], tuple[Finding, ...]]
    estimates: Mapping[int, Estimate]
    publication: Publication
    tables: Mapping[str, Table]

    def view(self, entry: Entry) -> EntryView:
        """An item in words."""
        return self.views[entry.fiscal_year, entry.code]

    def page(
        self,
        address: str,
        kind: Kind,
        title: str,
        description: str,
        *,
        year: int | None = None,
        code: str | None = None,
        trail: tuple[Link, ...] = (),
        previous: Link | None = None,
        next_: Link | None = None,
        **facts: Any,
    ) -> Page:
        """The page at ``address``, rendered by its kind's template from ``facts``."""
        html = (
            environment()
            .get_template(f"{kind}.html")
            .render(
                facts,
                t=self.t,
                to=partial(links.relative, address),
                kind=kind,
                page_title=title,
                page_year=year,
                page_code=code,
                previous=previous,
                next=next_,
                invented=self.site.agency.invented,
                year_standing=self._standing(year, code),
            )
        )
        return Page(address, kind, title, description, html, year, code, trail, previous, next_)

    def _standing(self, fiscal_year: int | None, code: str | None) -> Standing | None:
        year = self.site.by_year.get(fiscal_year) if fiscal_year else None
        if year is None:
            return None
        entry = year.by_code.get(code) if code else None
        return standing(self.site, year.fiscal_year, entry, self.publication.day)

    @property
    def home(self) -> Link:
        """The link to the front page."""
        return Link(self.t.home, links.FRONT)


def edition(
    site: Site,
    computed: Mapping[int, ComputedScores],
    silenced: Iterable[Finding] = (),
    estimates: Mapping[int, Estimate] | None = None,
    publication: Publication = NOWHERE,
    tables: Mapping[str, Table] | None = None,
) -> Edition:
    """Prepare what the pages of ``site`` share.

    ``silenced`` are findings that somebody gave a reason for; ``estimates`` the scores to show, by year;
    ``publication`` says where the site will stand and when it is built; ``tables`` are the CSV files held on
    the site, by address.
    """
    lang = site.agency.language
    units = {unit: unit_address(anchor) for unit, anchor in unit_anchors(site).items()}
    return Edition(
        site,
        lang,
        labels(lang),
        computed,
        units,
        {
            (entry.fiscal_year, entry.code): entry_view(entry, units, record)
            for year in site.years
            for record in (record_of(site, year),)
            for entry in year.entries
        },
        _aims(site),
        {year.framework.framework: year for year in reversed(site.years) if year.framework},
        _by_item(silenced),
        estimates or {},
        publication,
        tables or {},
    )


def _by_item(findings: Iterable[Finding]) -> dict[tuple[int, str], tuple[Finding, ...]]:
    """By year and code; those about a year as a whole under the empty code."""
    found: dict[tuple[int, str], tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.silenced and finding.fiscal_year:
            key = finding.fiscal_year, finding.item or ""
            found[key] = (*found.get(key, ()), finding)
    return found


def _aims(site: Site) -> dict[tuple[str, str], tuple[Aiming, ...]]:
    """For each framework and code the measures, of any year, that aim at it."""
    found: dict[tuple[str, str], dict[tuple[int, str], Aiming]] = {}
    for year in site.years:
        for measure in year.measures.measures if year.measures else ():
            for aim in measure.links:
                if aim.framework:
                    aiming = found.setdefault((aim.framework, aim.code), {})
                    aiming.setdefault((year.fiscal_year, measure.id), Aiming(year, measure, aim))
    return {key: tuple(measures.values()) for key, measures in found.items()}


@cache
def environment() -> Environment:
    """The templates, compiled once; ``environment.cache_clear()`` reads them anew."""
    made = Environment(
        loader=FileSystemLoader([Path(__file__).parent / "templates", COMPONENTS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["breakable"] = breakable
    made.filters["whole"] = lambda text: Markup(whole_text(str(escape(text))))
    return made


def component(name: str) -> Any:
    """The macros of a component, as attributes; each gives a fragment of HTML."""
    return environment().get_template(f"{name}/template.html").module
