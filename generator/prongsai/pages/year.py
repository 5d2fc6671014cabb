"""The pages of a year and of its indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.fields import Period
from prongsai.model.framework import Indicator, SubIndicator
from prongsai.model.measure import Round
from prongsai.model.news import news_of
from prongsai.model.site import Entry, Site, Year
from prongsai.pages import links, words
from prongsai.pages.assessed import scores_door, unsaid
from prongsai.pages.edition import Edition
from prongsai.pages.page import Kind, Link, Page
from prongsai.pages.trust import trust, year_trust
from prongsai.pages.views import EntryView, Progress, Target, note_views, progress, uneven_counts


@dataclass(frozen=True, slots=True)
class Group:
    """An indicator or a sub-indicator with what stands under it."""

    number: str
    name: str
    address: str
    progress: Progress
    subs: tuple["Group", ...] = ()
    items: tuple[EntryView, ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """A large link with a word on what is behind it."""

    text: str
    address: str
    detail: str | None = None


def year_link(edition: Edition, fiscal_year: int) -> Link:
    """The link to a year's page."""
    return Link(words.year(fiscal_year, edition.lang), links.year(fiscal_year))


def year_trail(edition: Edition, fiscal_year: int) -> tuple[Link, ...]:
    """The pages above a page of a year."""
    return (edition.home, year_link(edition, fiscal_year))


def sub_link(edition: Edition, fiscal_year: int, sub: SubIndicator) -> Link:
    """The link to a sub-indicator's page."""
    return Link(f"{sub.number} {sub.name_in(edition.lang)}", links.part(fiscal_year, sub.number))


def year_pages(edition: Edition, year: Year) -> Iterator[Page]:
    """The year's own page and those of its indicators and sub-indicators."""
    groups = groups_of(edition, year)
    yield _year_page(edition, year, groups)
    yield from _group_pages(edition, year, groups)


def groups_of(edition: Edition, year: Year) -> tuple[Group, ...]:
    """The year's indicators, each with its sub-indicators and their items."""
    return tuple(
        _indicator(edition, year, indicator)
        for indicator in (year.framework.indicators if year.framework else ())
    )


def _indicator(edition: Edition, year: Year, indicator: Indicator) -> Group:
    entries = tuple(year.by_code[item.code] for sub in indicator.sub_indicators for item in sub.items)
    return Group(
        indicator.number,
        indicator.name_in(edition.lang),
        links.part(year.fiscal_year, indicator.number),
        progress(entries, edition.lang),
        tuple(_sub(edition, year, sub) for sub in indicator.sub_indicators),
    )


def _sub(edition: Edition, year: Year, sub: SubIndicator) -> Group:
    entries = tuple(year.by_code[item.code] for item in sub.items)
    return Group(
        sub.number,
        sub.name_in(edition.lang),
        links.part(year.fiscal_year, sub.number),
        progress(entries, edition.lang),
        items=_views(edition, entries),
    )


def _views(edition: Edition, entries: tuple[Entry, ...]) -> tuple[EntryView, ...]:
    return tuple(edition.view(entry) for entry in entries)


def year_reports(edition: Edition, year: Year) -> list[Door]:
    """The sheet and the two reports of a year, each with what is in it."""
    t, fiscal_year = edition.t, year.fiscal_year
    measures = len(year.measures.measures) if year.measures else 0
    items, changes = len(year.entries), sum(len(each.happened) for each in news_of(year))
    return [
        Door(
            t.assess,
            links.part(fiscal_year, "assess"),
            t.count_items.format(count=items) if items else t.framework_short,
        ),
        Door(
            t.measures,
            links.part(fiscal_year, "measures"),
            t.count_measures.format(count=measures) if measures else t.nothing_yet,
        ),
        Door(
            scores_door(year, edition.lang),
            links.part(fiscal_year, "scores"),
            _scores_detail(edition, year),
        ),
        Door(
            t.changes,
            links.part(fiscal_year, "changes"),
            t.count_changes.format(count=changes) if changes else t.nothing_yet,
        ),
    ]


def _scores_detail(edition: Edition, year: Year) -> str | None:
    """The overall score, and that nobody says of which year; or that there are none."""
    t, scores = edition.t, year.settings.scores
    if scores is None:
        return str(t.nothing_yet)
    score = words.number(scores.overall.stated)
    told = (t.overall_score.format(score=score) if score else None, t.scores_unsaid if unsaid(year) else None)
    return " · ".join(filter(None, told)) or None


def data_files(edition: Edition, year: Year, kind: str) -> list[Target]:
    """The files for machines of which a page tells: JSON, CSV, and XLSX for the items."""
    t = edition.t
    named = [(f"{kind}.json", t.data_json), (f"{kind}.csv", t.data_csv)]
    if kind == "oit":
        named.append(("oit.xlsx", t.data_xlsx))
        if year.filed:
            named.append(("receipts-filed.json", t.sheet_filed))
    return [Target(title, links.data(year.fiscal_year, name)) for name, title in named]


def round_text(edition: Edition, round_: Round | None) -> str | None:
    """A reporting round by its name and dates."""
    if round_ is None:
        return None
    dates = words.period(Period(start=round_.start, end=round_.end), edition.lang)
    return " · ".join(filter(None, (round_.name, dates))) or None


def unknown_framework(edition: Edition, year: Year) -> str | None:
    """The sentence that says so where the list of the year is not known."""
    if year.framework:
        return None
    return str(edition.t.framework_unknown.format(year=year.fiscal_year))


def _year_page(edition: Edition, year: Year, groups: tuple[Group, ...]) -> Page:
    t, agency = edition.t, edition.site.agency
    name = words.year(year.fiscal_year, edition.lang)
    older, newer = _beside(edition.site, year)
    return edition.page(
        links.year(year.fiscal_year),
        "year",
        name,
        f"{t.year_lead.format(agency=agency.name)} {name}",
        year=year.fiscal_year,
        trail=(edition.home,),
        previous=year_link(edition, older.fiscal_year) if older else None,
        next_=year_link(edition, newer.fiscal_year) if newer else None,
        lead=t.year_lead.format(agency=agency.name),
        unknown=unknown_framework(edition, year),
        groups=groups,
        progress=progress(year.entries, edition.lang),
        counts=uneven_counts(year.entries, edition.lang),
        framework=year.framework.title.in_(edition.lang) if year.framework else None,
        round=round_text(edition, year.settings.round),
        calendar=_calendar(edition, year),
        estimate=_estimate(edition, year),
        reports=year_reports(edition, year),
        trust=year_trust(edition, year, data_files(edition, year, "oit")),
        notes=note_views(year.settings.notes, edition.lang),
    )


def _estimate(edition: Edition, year: Year) -> list[tuple[str, str]] | None:
    """The estimated OIT score and those of the indicators, named; None where the agency doesn't show it."""
    found = edition.estimates.get(year.fiscal_year)
    if found is None or found.oit is None or year.framework is None:
        return None
    return [
        (edition.t.estimate_oit, words.number(found.oit) or ""),
        *(
            (f"{indicator.number} {indicator.name_in(edition.lang)}", words.number(value) or "")
            for indicator in year.framework.indicators
            if (value := found.indicators.get(indicator.number)) is not None
        ),
    ]


def _beside(site: Site, year: Year) -> tuple[Year | None, Year | None]:
    """The years before and after, of those that the site has."""
    index = site.years.index(year)
    return (
        site.years[index + 1] if index + 1 < len(site.years) else None,
        site.years[index - 1] if index else None,
    )


def _calendar(edition: Edition, year: Year) -> list[tuple[str, str | None]]:
    return [
        (one.name, words.period(Period(start=one.start, end=one.end), edition.lang))
        for one in year.settings.calendar
    ]


def _group_link(group: Group) -> Link:
    return Link(f"{group.number} {group.name}", group.address)


def _group_pages(edition: Edition, year: Year, groups: tuple[Group, ...]) -> Iterator[Page]:
    """The pages of indicators, then those of sub-indicators, each leading to the next of its rank."""
    above = year_trail(edition, year.fiscal_year)
    ranks: tuple[tuple[Kind, list[tuple[Group, tuple[Link, ...]]]], ...] = (
        ("indicator", [(group, above) for group in groups]),
        ("sub_indicator", [(sub, (*above, _group_link(group))) for group in groups for sub in group.subs]),
    )
    for kind, ranked in ranks:
        for index, (group, trail) in enumerate(ranked):
            yield _group_page(
                edition,
                year,
                kind,
                group,
                trail,
                _group_link(ranked[index - 1][0]) if index else None,
                _group_link(ranked[index + 1][0]) if index + 1 < len(ranked) else None,
            )


def _entries(year: Year, group: Group) -> list[Entry]:
    """The items of an indicator or a sub-indicator."""
    return [year.by_code[view.code] for sub in (group, *group.subs) for view in sub.items]


def _group_page(
    edition: Edition,
    year: Year,
    kind: Kind,
    group: Group,
    trail: tuple[Link, ...],
    previous: Link | None,
    next_: Link | None,
) -> Page:
    name = words.year(year.fiscal_year, edition.lang)
    return edition.page(
        group.address,
        kind,
        f"{group.number} {group.name}",
        f"{edition.site.agency.name} {name}: {group.number} {group.name} · {group.progress.line}",
        year=year.fiscal_year,
        trail=trail,
        previous=previous,
        next_=next_,
        group=group,
        trust=trust(edition, _entries(year, group), data_files(edition, year, "oit")),
        year_name=year_link(edition, year.fiscal_year),
    )
