"""The page of one item."""

import re
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Final

from markupsafe import Markup

from prongsai.model.site import Entry, Site, Year
from prongsai.pages import links, words
from prongsai.pages.asking import asking
from prongsai.pages.edition import Edition
from prongsai.pages.page import Link, Page
from prongsai.pages.qr import qr_code
from prongsai.pages.trust import trust
from prongsai.pages.typed.divisions import tree
from prongsai.pages.typed.people import PersonView, people
from prongsai.pages.typed.sections import data_views
from prongsai.pages.typed.words import texts
from prongsai.pages.views import EntryView, Target
from prongsai.pages.year import Door, data_files, sub_link, year_trail

NEAR_YEARS = 2
"""How many years before and after are linked from an item; the topic's page has all."""

NEAR_UNITS: Final = 2
"""How many of those who answer are named at the head of a page; its foot has all."""

NEAR_TABLES: Final = 2
"""With more tables than these, an element leads to the first of them."""

SHORT: Final = 220
"""So many letters of the agency's own words stand before the evidence; more than these follow it."""

_INLINE: Final = re.compile(r"</?(?:a|abbr|b|br|code|em|i|mark|q|strong|sub|sup)\b[^>]*>")

EXECUTIVES_TOPIC = "executives"
"""The topic under which the agency's executives are shown."""

EXECUTIVES_ANCHOR = "data-executives"
"""Where on the item's page they stand."""

STRUCTURE_TOPIC = "structure"
"""The topic under which a year's structure is shown."""


def item_pages(edition: Edition, year: Year) -> Iterator[Page]:
    """The pages of a year's items, each leading to the one before and the one after."""
    entries = year.entries
    for index, entry in enumerate(entries):
        yield _item_page(
            edition,
            year,
            entry,
            _turn(edition, entries[index - 1]) if index else None,
            _turn(edition, entries[index + 1]) if index + 1 < len(entries) else None,
        )


def _turn(edition: Edition, entry: Entry) -> Link:
    return Link(f"{entry.code} {entry.item.title_in(edition.lang)}", entry.page)


def _item_page(edition: Edition, year: Year, entry: Entry, previous: Link | None, next_: Link | None) -> Page:
    view, fiscal_year = edition.view(entry), entry.fiscal_year
    sub = sub_link(edition, fiscal_year, entry.sub_indicator)
    indicator = entry.indicator
    tables = data_views(entry, edition.tables, edition.lang)
    drawn = _drawn(view, {one.file.address: one.id for one in tables if one.file})
    trail = (
        *year_trail(edition, fiscal_year),
        Link(
            f"{indicator.number} {indicator.name_in(edition.lang)}", links.part(fiscal_year, indicator.number)
        ),
        sub,
    )
    return edition.page(
        entry.page,
        "item",
        f"{entry.code} {entry.item.title_in(edition.lang)}",
        _description(edition, entry),
        year=fiscal_year,
        code=entry.code,
        trail=trail,
        previous=previous,
        next_=next_,
        item=view,
        visited=any(one.visits.receipt for one in view.evidence),
        who=_who(edition, view),
        short=_is_short(view.html),
        whole={
            one.number: edition.publication.absolute(links.quoted(one.file))
            for one in view.evidence
            if one.file
        },
        year_name=words.year(fiscal_year, edition.lang),
        sub=sub,
        aims=_aims(edition, year, entry),
        other_years=_other_years(edition, entry),
        topic=_topic(edition, entry),
        executives=_executives(edition, entry),
        asking=asking(edition, entry),
        here=_here(edition, entry),
        units=tree(year.structure) if entry.item.topic == STRUCTURE_TOPIC else (),
        tables=tables,
        shown=drawn,
        element_tables=_element_tables(view, drawn, edition.t),
        w=texts(edition.lang),
        trust=trust(edition, [entry], data_files(edition, year, "oit"), alone=True),
    )


def _who(edition: Edition, view: EntryView) -> tuple[tuple[Target, ...], str | None]:
    """The units that answer for an item, and how many more there are than a line holds."""
    more = len(view.responsible) - NEAR_UNITS
    return view.responsible[:NEAR_UNITS], edition.t.more_units.format(count=more) if more > 0 else None


def _is_short(html: Markup) -> bool:
    """Whether the agency's own words are one paragraph that answers the question at the head of the page."""
    blocks = _INLINE.sub("", html)
    return blocks.startswith("<p>") and blocks.count("<") == len(("<p>", "</p>")) and len(blocks) <= SHORT


def _drawn(view: EntryView, here: Mapping[str, str]) -> dict[int, str]:
    """By their numbers, where on this page pieces of evidence are drawn as tables."""
    return {one.number: here[one.file] for one in view.evidence if one.file and one.file in here}


def _element_tables(
    view: EntryView, drawn: Mapping[int, str], t: SimpleNamespace
) -> dict[tuple[int, ...], tuple[Target, ...]]:
    """By the numbers of an element's evidence, the tables on this page that are drawn from it."""
    found = {}
    for element in view.elements:
        numbers = [number for number in element.evidence if number in drawn]
        told = tuple(Target(t.table_of.format(number=number), drawn[number]) for number in numbers)
        found[element.evidence] = (
            told if len(told) <= NEAR_TABLES else (Target(t.tables_here, told[0].address),)
        )
    return found


def _here(edition: Edition, entry: Entry) -> tuple[str | None, Markup | None]:
    """The page's whole address and its QR code, where it is known at which address the site will stand."""
    address = edition.publication.absolute(entry.page)
    if address is None:
        return None, None
    return address, qr_code(address, f"{edition.t.qr_page}: {entry.code} {entry.item.title_in(edition.lang)}")


def _executives(edition: Edition, entry: Entry) -> tuple[PersonView, ...]:
    """The executives, on the newest item that is about them."""
    topic = entry.item.topic
    if topic != EXECUTIVES_TOPIC or edition.site.by_topic[topic][0].fiscal_year != entry.fiscal_year:
        return ()
    return people(edition.site.agency, edition.lang)


def executives_door(edition: Edition) -> list[Door]:
    """The door to the executives' telephones, where the agency gives any: what people come for first."""
    shown = edition.site.by_topic.get(EXECUTIVES_TOPIC, ())[:1]
    if not edition.site.agency.executives:
        return []
    return [
        Door(edition.t.executives, f"{entry.page}#{EXECUTIVES_ANCHOR}", edition.t.executives_door)
        for entry in shown
    ]


def _description(edition: Edition, entry: Entry) -> str:
    view = edition.view(entry)
    where = f"{edition.site.agency.name} {words.year(entry.fiscal_year, edition.lang)}"
    count = f" · {view.evidence_count}" if view.evidence_count else ""
    return f"{where}: {view.code} {view.title} · {view.status.text}{count}"


def _aims(edition: Edition, year: Year, entry: Entry) -> list[tuple[Target, str | None]]:
    if year.framework is None:
        return []
    found = edition.aims.get((year.framework.framework, entry.code), ())
    return [
        (
            Target(
                f"{aiming.measure.title} ({words.year(aiming.year.fiscal_year, edition.lang)})",
                f"{links.part(aiming.year.fiscal_year, 'measures')}#{aiming.measure.id}",
            ),
            words.number(aiming.aim.score),
        )
        for aiming in found
    ]


def _other_years(edition: Edition, entry: Entry) -> list[Target]:
    """The same topic in the years next to this one, newest first."""
    same = edition.site.by_topic[entry.item.topic]
    newer = [other for other in same if other.fiscal_year > entry.fiscal_year]
    older = [other for other in same if other.fiscal_year < entry.fiscal_year]
    return [
        Target(
            f"{words.year(other.fiscal_year, edition.lang)}: {_turn(edition, other).title}",
            other.page,
        )
        for other in (*newer[-NEAR_YEARS:], *older[:NEAR_YEARS])
    ]


def _topic(edition: Edition, entry: Entry) -> Target:
    name = topic_name(edition.site, entry.item.topic, entry.item.title_in(edition.lang))
    return Target(edition.t.all_years.format(topic=name), links.topic(entry.item.topic))


def topic_name(site: Site, topic: str, fallback: str) -> str:
    """A topic's name in the language of the site; ``fallback`` where nobody has named it."""
    known = site.topics.get(topic)
    if known is None:
        return fallback
    return known.en or known.th if site.agency.language == "en" else known.th
