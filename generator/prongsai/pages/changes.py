"""What was newly disclosed or changed in a year, by months."""

from dataclasses import dataclass
from itertools import groupby

from prongsai.model.news import News, news_of
from prongsai.model.site import Year
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.trust import year_trust
from prongsai.pages.views import Target
from prongsai.pages.year import data_files, year_trail
from prongsai.thai.dates import PartialDate, format_date


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: its day for machines and in words, what it is about, and what came of it."""

    iso: str
    day: str
    about: Target
    text: str


def changes_page(edition: Edition, year: Year) -> Page:
    """The page of a year's changes, newest first."""
    t, name = edition.t, words.year(year.fiscal_year, edition.lang)
    return edition.page(
        links.part(year.fiscal_year, "changes"),
        "changes",
        f"{t.changes} {name}",
        f"{t.changes} {edition.site.agency.name} {name}",
        year=year.fiscal_year,
        trail=year_trail(edition, year.fiscal_year),
        months=_by_months(edition, change_views(edition, news_of(year))),
        nothing=t.changes_none.format(year=year.fiscal_year),
        feed="feed.xml",
        trust=year_trust(
            edition, year, (Target(t.changes_feed, "feed.xml"), *data_files(edition, year, "oit"))
        ),
    )


def change_views(edition: Edition, found: tuple[News, ...], most: int | None = None) -> list[ChangeView]:
    """Every single change, newest first, at the most ``most``."""
    single = [(day, each, text) for each in found for day, text in each.happened]
    single.sort(key=lambda one: one[0], reverse=True)
    return [_view(edition, day, each, text) for day, each, text in single[:most]]


def _view(edition: Edition, day: PartialDate, each: News, text: str | None) -> ChangeView:
    title = f"{each.code} {each.title}" if each.code else each.title
    about = Target(title, each.address)
    told = text or str(edition.t.brought_up_to_date)
    return ChangeView(day.iso(), format_date(day, lang=edition.lang), about, told)


def _by_months(edition: Edition, changes: list[ChangeView]) -> list[tuple[str, list[ChangeView]]]:
    def month(change: ChangeView) -> str:
        year, number = change.iso.split("-")[:2]
        return format_date(PartialDate(int(year), int(number)), lang=edition.lang)

    return [(name, list(many)) for name, many in groupby(changes, month)]
