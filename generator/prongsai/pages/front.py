"""The agency's front page: what it is, how to reach it, and its newest year."""

from prongsai.pages import links, words
from prongsai.pages.channels import channel_views
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.views import Target, progress, status_counts
from prongsai.pages.year import Door, groups_of, unknown_framework, year_reports


def front_page(edition: Edition) -> Page:
    """The front page."""
    t, agency, year = edition.t, edition.site.agency, edition.site.newest
    name = words.year(year.fiscal_year, edition.lang)
    return edition.page(
        links.FRONT,
        "front",
        agency.name,
        f"{agency.name}: {t.front_lead}",
        year=year.fiscal_year,
        agency=agency,
        place=place(edition),
        year_name=name,
        unknown=unknown_framework(edition, year),
        groups=groups_of(edition, year),
        progress=progress(year.entries, edition.lang),
        counts=status_counts(year.entries, edition.lang),
        see_year=Door(t.see_year.format(year=year.fiscal_year), links.year(year.fiscal_year))
        if year.framework
        else Door(name, links.year(year.fiscal_year)),
        reports=year_reports(edition, year),
        years=_years(edition),
        corruption_title=words.channel("corruption", edition.lang),
        corruption=channel_views(edition, "corruption"),
        ways=[
            Door(t.channels, links.CHANNELS),
            Door(t.topics, links.TOPICS),
            Door(t.units, links.UNITS),
        ],
    )


def place(edition: Edition) -> str:
    """Where the agency is, in words."""
    t, agency = edition.t, edition.site.agency
    parts = (
        (t.subdistrict, agency.subdistrict),
        (t.district, agency.district),
        (t.province, agency.province),
    )
    return " ".join(label.format(name=name) for label, name in parts if name)


def _years(edition: Edition) -> list[tuple[Target, str]]:
    t = edition.t
    return [
        (
            Target(words.year(year.fiscal_year, edition.lang), links.year(year.fiscal_year)),
            progress(year.entries, edition.lang).text if year.framework else t.framework_short,
        )
        for year in edition.site.years
    ]
