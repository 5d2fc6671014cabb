"""What a search in the browser looks through: the pages of the site and the words that lead to them."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from prongsai.errors import Lang
from prongsai.model.agency import ChannelKind
from prongsai.model.fields import Lines
from prongsai.model.framework import Indicator, SubIndicator
from prongsai.model.news import news_of
from prongsai.model.site import Entry, Site, Year
from prongsai.model.vocabulary import Vocabulary
from prongsai.pages import links, words
from prongsai.pages.anchors import unit_anchors
from prongsai.pages.assessed import scores_link
from prongsai.pages.item import EXECUTIVES_TOPIC, topic_name
from prongsai.pages.labels import labels
from prongsai.pages.page import Kind
from prongsai.pages.reaching import reaches
from prongsai.pages.search_accounts import measures_of, scores_of
from prongsai.pages.search_texts import (
    Fields,
    distinct,
    entry_of,
    fields_of,
    part_of,
    parts_of,
    within,
)
from prongsai.thai.dates import format_date
from prongsai.thai.matching import plain

FORMAT = "prongsai/search/2"

MANY = 3
"""What more items ask for than this is not searched."""

_IN_CHANNELS: Mapping[str, ChannelKind] = {
    "complaint-channel": "corruption",
    "contact": "contact",
    "feedback-channel": "opinions",
    "privacy-policy": "privacy",
    "q-and-a": "questions",
    "social-media": "social",
}
"""Topics that the page of channels answers where no list of a year has them."""

_ELSEWHERE = frozenset({*_IN_CHANNELS, "ita-measures", "ita-implementation"})
"""Topics that pages answer which every site has: the channels, the measures and the scores."""

_TAG = re.compile(r"<[^>]*>")


def search_index(site: Site, vocabulary: Vocabulary) -> dict[str, Any]:
    """Everything that the search of this site needs.

    ``common`` are words that tell nothing; ``typed`` are those that people write otherwise; ``topics`` and
    ``kinds`` hold what is searched for all pages of a topic or a kind; ``pages`` the rest, an entry a page. A
    page's ``parts`` are places in it (``at``).

    What an older page of a topic says as a newer one does stands there once, with the newer: pages of a topic
    are one result, so nothing is lost, and the index of many years stays small.
    """
    return {
        "format": FORMAT,
        "common": distinct([*vocabulary.common, *_own_names(site, vocabulary)]),
        "typed": {plain(typed): plain(written) for typed, written in vocabulary.typed.items()},
        "topics": {
            topic: _topic(site, vocabulary, topic, entries) for topic, entries in site.by_topic.items()
        },
        "kinds": {
            kind: fields_of({"words": vocabulary.told(found)}) for kind, found in vocabulary.kinds.items()
        },
        "pages": list(_pages(site, vocabulary)),
    }


def _own_names(site: Site, vocabulary: Vocabulary) -> Iterator[str]:
    """What the agency is called: it stands in many queries and tells nothing about what is looked for."""
    agency = site.agency
    places = [place for place in (agency.subdistrict, agency.district, agency.province) if place]
    yield agency.name
    yield agency.name.removeprefix(agency.kind or "").strip()
    yield from places
    yield from vocabulary.agencies.get(agency.kind or "", ())


def _topic(site: Site, vocabulary: Vocabulary, topic: str, entries: tuple[Entry, ...]) -> dict[str, Any]:
    known = site.topics.get(topic)
    typed = vocabulary.topics.get(topic)
    items = [entry.item for entry in entries]
    return fields_of(
        {
            "names": [
                known.th if known else None,
                known.en if known else None,
                *(item.title for item in items),
                *(item.title_en for item in items),
                *(other.title for item in items for other in item.other_titles),
            ],
            "words": vocabulary.told(typed.words) if typed else (),
            "near": [*(known.words if known else ()), known.about if known else None],
            "also": vocabulary.told(typed.also) if typed else (),
        }
    )


def _pages(site: Site, vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    t = labels(site.agency.language)
    yield entry_of(links.FRONT, "front", site.agency.name) | fields_of(
        {"words": _own_names(site, vocabulary)}
    )
    for year in site.years:
        yield from _year(site, vocabulary, year)
    yield entry_of(links.TOPICS, "topics", t.topics)
    usual = {year.fiscal_year: _usual(year) for year in site.years}
    for topic, entries in site.by_topic.items():
        name = topic_name(site, topic, entries[0].item.title)
        yield entry_of(links.topic(topic), "topic", name, topic=topic)
        said: set[str] = set()
        for entry in entries:
            yield _once(_item(site, vocabulary, entry, usual[entry.fiscal_year]), entry.fiscal_year, said)
    yield entry_of(links.UNITS, "units", t.units) | parts_of(
        part_of(anchor, unit) for unit, anchor in unit_anchors(site).items()
    )
    yield _channels(site, vocabulary)
    yield entry_of(links.RECEIPTS, "receipts", t.receipts)
    yield entry_of(links.WIDGET, "widget", t.widget)
    yield entry_of(links.SEARCH, "search", t.search)


def _year(site: Site, vocabulary: Vocabulary, year: Year) -> Iterator[dict[str, Any]]:
    lang, fiscal_year = site.agency.language, year.fiscal_year
    t = labels(lang)
    yield entry_of(links.year(fiscal_year), "year", words.year(fiscal_year, lang), fiscal_year)
    for indicator in year.framework.indicators if year.framework else ():
        yield _indicator(year, "indicator", indicator.number, indicator, lang)
        for sub in indicator.sub_indicators:
            yield _indicator(year, "sub_indicator", sub.number, sub, lang)
    yield entry_of(links.part(fiscal_year, "assess"), "assess", t.assess, fiscal_year)
    yield entry_of(links.part(fiscal_year, "measures"), "measures", t.measures, fiscal_year) | measures_of(
        year, _aimed(site, vocabulary, year), vocabulary, lang
    )
    scores = entry_of(links.part(fiscal_year, "scores"), "scores", scores_link(year, lang), fiscal_year)
    yield scores | scores_of(year, vocabulary)
    days = {day for each in news_of(year) for day, _ in each.happened}
    yield entry_of(links.part(fiscal_year, "changes"), "changes", t.changes, fiscal_year) | fields_of(
        {"said": [format_date(day, lang=lang) for day in sorted(days)]}
    )


def _indicator(
    year: Year, kind: Kind, number: str, one: Indicator | SubIndicator, lang: Lang
) -> dict[str, Any]:
    title = f"{number} {one.name_in(lang)}"
    entry = entry_of(links.part(year.fiscal_year, number), kind, title, year.fiscal_year, number)
    return entry | fields_of({"names": [one.name, one.name_en]})


def _item(site: Site, vocabulary: Vocabulary, entry: Entry, usual: frozenset[str]) -> dict[str, Any]:
    item, said = entry.item, entry.disclosure
    executives = site.agency.executives if _shows_executives(site, entry) else ()
    found = entry_of(
        entry.page, "item", item.title_in(site.agency.language), entry.fiscal_year, entry.code, item.topic
    )
    near = [*vocabulary.asked(*(element.text for element in item.elements))]
    asked: Fields = {"near": near, "asks": _asked(entry, usual)}
    if said is None:
        return found | fields_of(asked)
    return found | fields_of(
        asked
        | {
            "names": [said.title, said.title_published],
            "near": [
                *near,
                *(text for one in executives for text in (f"{one.name} {one.position}", one.position)),
            ],
            "shown": [*(one.title for one in said.evidence), *said.documents, *_hosts(site, entry)],
            "units": said.responsible,
            "said": within(
                [
                    html.unescape(_TAG.sub(" ", said.html)),
                    *(" > ".join(way) for way in said.breadcrumbs),
                    *said.method,
                    *(result.text for result in said.results),
                ]
            ),
        }
    )


def _hosts(site: Site, entry: Entry) -> Iterator[str]:
    """The other hosts at which evidence stands: whoever knows an address finds the item that it proves."""
    own = links.host_of(site.agency.website or "")
    for one in entry.evidence:
        host = links.host_of(one.url or "")
        if host and host != own:
            yield host


def _once(found: dict[str, Any], fiscal_year: int, said: set[str]) -> dict[str, Any]:
    """``found`` without what newer pages of its topic say, the year itself apart; ``said`` grows."""
    kept = {}
    for name, texts in found.items():
        if isinstance(texts, list):
            keys = {text: f"{name} {_timeless(text, fiscal_year)}" for text in texts}
            texts = [text for text in texts if keys[text] not in said]
            said.update(keys.values())
        if texts != []:
            kept[name] = texts
    return kept


def _timeless(text: str, fiscal_year: int) -> str:
    """A text as it compares, with this year and the one before as such."""
    key = plain(text)
    for back in (0, 1):
        key = key.replace(str(fiscal_year - back), f"<{back}>")
    return key


def _asked(entry: Entry, usual: frozenset[str]) -> Iterator[str | None]:
    """What the framework asks of the item in particular."""
    yield entry.item.asks
    yield entry.item.group
    for element in entry.item.elements:
        if element.text not in usual:
            yield element.text


def _usual(year: Year) -> frozenset[str]:
    """What a framework asks of many items (that they be of the year): it tells none from another."""
    counts = Counter(element.text for entry in year.entries for element in entry.item.elements)
    return frozenset(text for text, count in counts.items() if count > MANY)


def _shows_executives(site: Site, entry: Entry) -> bool:
    newest = site.by_topic.get(EXECUTIVES_TOPIC, ())[:1]
    return entry in newest


def _aimed(site: Site, vocabulary: Vocabulary, year: Year) -> Mapping[str, Lines]:
    """The words for what a measure aims at, by its title, in a year whose list is not known.

    Then there are no pages of items, and the measures are what there is about a topic.
    """
    if year.framework:
        return {}
    found = {}
    for framework in site.frameworks.values():
        for item in framework.items:
            if item.topic in vocabulary.topics and item.topic not in _ELSEWHERE:
                found[plain(item.title)] = vocabulary.topics[item.topic].words
    return found


def _channel_words(site: Site, vocabulary: Vocabulary) -> Mapping[ChannelKind, list[str]]:
    """The words for each kind of channel, and those of topics that have no page of their own."""
    found = {kind: list(texts) for kind, texts in vocabulary.channels.items()}
    for topic, kind in _IN_CHANNELS.items():
        if topic not in site.by_topic and topic in vocabulary.topics:
            found.setdefault(kind, []).extend(vocabulary.topics[topic].words)
    return found


def _channels(site: Site, vocabulary: Vocabulary) -> dict[str, Any]:
    lang, agency = site.agency.language, site.agency
    shown = dict.fromkeys(["corruption", *(channel.kind for channel in agency.channels)])
    typed = _channel_words(site, vocabulary)
    parts = [
        part_of(
            kind,
            words.channel(kind, lang),
            # What leads nowhere is said, but an item may show more of it.
            **{"words" if kind == "corruption" or reaches(agency, kind) else "also": typed.get(kind, ())},
            shown=[channel.title for channel in agency.channels if channel.kind == kind],
        )
        for kind in shown
    ]
    rest = [word for kind, found in typed.items() if kind not in shown for word in found]
    reach = [agency.address, agency.phone, agency.email, agency.website]
    fields: Fields = {"also": rest, "said": reach}
    return entry_of(links.CHANNELS, "channels", labels(lang).channels) | fields_of(fields) | parts_of(parts)
