"""The assessor's sheet: every item of a year on one page that prints."""

from dataclasses import dataclass
from functools import partial

from prongsai.model.filing import on_site, readable
from prongsai.model.site import Year
from prongsai.pages import links, words
from prongsai.pages.edition import Edition, Publication
from prongsai.pages.page import Page
from prongsai.pages.receipts import standing_of_year
from prongsai.pages.trust import trust
from prongsai.pages.views import status_counts
from prongsai.pages.year import data_files, groups_of, unknown_framework, year_trail


@dataclass(frozen=True, slots=True)
class Silenced:
    """A rule silenced at an item, or for the year as a whole: what it found, and the reason.

    ``evidence`` is the number of the piece that it is about, None where it is about none in particular.
    """

    rule: str
    found: str
    reason: str | None
    evidence: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """An address on this site from anywhere: as people read and type it, and as a link."""

    text: str
    url: str


def place(publication: Publication, address: str) -> Place | None:
    """Where a page or file of this site will stand; None where nobody said where the site does."""
    url = on_site(address, publication.site_url)
    return Place(readable(url), url) if url else None


def _silenced(edition: Edition, year: Year, code: str = "") -> list[Silenced]:
    known = year.by_code[code].evidence if code else ()
    return [
        Silenced(
            finding.rule,
            finding.message.in_(edition.lang),
            finding.silenced,
            finding.evidence if finding.evidence and finding.evidence <= len(known) else None,
        )
        for finding in edition.silenced.get((year.fiscal_year, code), ())
    ]


def assess_page(edition: Edition, year: Year) -> Page:
    """The sheet of a year; without a known framework it says so."""
    t, agency = edition.t, edition.site.agency
    name = words.year(year.fiscal_year, edition.lang)
    return edition.page(
        links.part(year.fiscal_year, "assess"),
        "assess",
        f"{t.assess} {name}",
        f"{t.assess} {agency.name} {name}",
        year=year.fiscal_year,
        trail=year_trail(edition, year.fiscal_year),
        agency=agency,
        year_name=name,
        lead=t.assess_lead.format(year=year.fiscal_year),
        unknown=unknown_framework(edition, year),
        groups=groups_of(edition, year),
        counts=status_counts(year.entries, edition.lang),
        framework=year.framework.title.in_(edition.lang) if year.framework else None,
        at=partial(place, edition.publication),
        here=links.part(year.fiscal_year, "assess"),
        first=year.entries[0] if year.entries else None,
        silenced={entry.code: _silenced(edition, year, entry.code) for entry in year.entries},
        silenced_year=_silenced(edition, year),
        workbook=links.data(year.fiscal_year, "assess.xlsx"),
        table=links.data(year.fiscal_year, "assess.csv"),
        standing=standing_of_year(edition, year),
        trust=trust(edition, year.entries, data_files(edition, year, "oit")),
    )
