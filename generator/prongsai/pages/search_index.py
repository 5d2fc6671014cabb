"""What a search in the browser looks through: the pages of the site and the words that lead to them."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from prongsai.errors import Lang
from prongsai.model.agency import ChannelKind
from prongsai.model.fields import Lines
from prongsai.model.framework import Indicator, SubIndicator
from prongsai.model.measure import Guidance, Measure
from prongsai.model.site import Entry, Site, Year
from prongsai.model.vocabulary import Vocabulary
from prongsai.model.year import Scores
from prongsai.pages import links, words
from prongsai.pages.anchors import unit_anchors
from prongsai.pages.item import EXECUTIVES_TOPIC, topic_name
from prongsai.pages.labels import labels
from prongsai.pages.measures import guidance_anchor
from prongsai.pages.page import Kind
from prongsai.thai.matching import plain

FORMAT = "prongsai/search/2"

MAX_SAID = 2_000
"""How many letters of what a page says at length are searched."""

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

Fields = dict[str, Iterable[str | None]]
"""Texts by how they count: names, words, near, also, asks, shown, units, said, from much to little."""


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
        "common": _distinct([*vocabulary.common, *_own_names(site, vocabulary)]),
        "typed": {plain(typed): plain(written) for typed, written in vocabulary.typed.items()},
        "topics": {
            topic: _topic(site, vocabulary, topic, entries) for topic, entries in site.by_topic.items()
        },
        "kinds": {
            kind: _fields({"words": vocabulary.told(found)}) for kind, found in vocabulary.kinds.items()
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
    return _fields(
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
    yield _entry(links.FRONT, "front", site.agency.name) | _fields({"words": _own_names(site, vocabulary)})
    for year in site.years:
        yield from _year(site, vocabulary, year)
    yield _entry(links.TOPICS, "topics", t.topics)
    usual = {year.fiscal_year: _usual(year) for year in site.years}
    for topic, entries in site.by_topic.items():
        name = topic_name(site, topic, entries[0].item.title)
        yield _entry(links.topic(topic), "topic", name, topic=topic)
        said: set[str] = set()
        for entry in entries:
            yield _once(_item(site, entry, usual[entry.fiscal_year]), entry.fiscal_year, said)
    yield _entry(links.UNITS, "units", t.units) | _parts(
        _part(anchor, unit) for unit, anchor in unit_anchors(site).items()
    )
    yield _channels(site, vocabulary)
    yield _entry(links.RECEIPTS, "receipts", t.receipts)
    yield _entry(links.WIDGET, "widget", t.widget)
    yield _entry(links.SEARCH, "search", t.search)


def _year(site: Site, vocabulary: Vocabulary, year: Year) -> Iterator[dict[str, Any]]:
    lang, fiscal_year = site.agency.language, year.fiscal_year
    t = labels(lang)
    yield _entry(links.year(fiscal_year), "year", words.year(fiscal_year, lang), fiscal_year)
    for indicator in year.framework.indicators if year.framework else ():
        yield _indicator(year, "indicator", indicator.number, indicator, lang)
        for sub in indicator.sub_indicators:
            yield _indicator(year, "sub_indicator", sub.number, sub, lang)
    yield _entry(links.part(fiscal_year, "assess"), "assess", t.assess, fiscal_year)
    yield _entry(links.part(fiscal_year, "measures"), "measures", t.measures, fiscal_year) | _measures(
        year, _aimed(site, vocabulary, year), vocabulary
    )
    yield _entry(links.part(fiscal_year, "scores"), "scores", t.scores, fiscal_year) | _scores(
        year, vocabulary
    )
    yield _entry(links.part(fiscal_year, "changes"), "changes", t.changes, fiscal_year)


def _indicator(
    year: Year, kind: Kind, number: str, one: Indicator | SubIndicator, lang: Lang
) -> dict[str, Any]:
    title = f"{number} {one.name_in(lang)}"
    entry = _entry(links.part(year.fiscal_year, number), kind, title, year.fiscal_year, number)
    return entry | _fields({"names": [one.name, one.name_en]})


def _item(site: Site, entry: Entry, usual: frozenset[str]) -> dict[str, Any]:
    item, said = entry.item, entry.disclosure
    executives = site.agency.executives if _shows_executives(site, entry) else ()
    found = _entry(
        entry.page, "item", item.title_in(site.agency.language), entry.fiscal_year, entry.code, item.topic
    )
    asked: Fields = {"asks": _asked(entry, usual)}
    if said is None:
        return found | _fields(asked)
    return found | _fields(
        asked
        | {
            "names": [said.title, said.title_published],
            "near": [text for one in executives for text in (f"{one.name} {one.position}", one.position)],
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
    own = _host(site.agency.website or "")
    for one in entry.evidence:
        host = _host(one.url or "")
        if host and host != own:
            yield host


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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


def _measures(year: Year, aimed: Mapping[str, Lines], vocabulary: Vocabulary) -> dict[str, Any]:
    report = year.measures
    if report is None:
        return {"empty": True}
    return _parts(
        [
            *(_measure(one, aimed, vocabulary) for one in report.measures),
            *(_guidance(one, vocabulary) for one in report.guidance),
        ]
    )


def _measure(one: Measure, aimed: Mapping[str, Lines], vocabulary: Vocabulary) -> dict[str, Any]:
    about = [word for link in one.links for word in aimed.get(plain(link.title or ""), ())]
    results = [result.text for result in one.results]
    return _part(
        one.id,
        one.title,
        words=[*about, *vocabulary.subject(one.title, one.group, one.issue)],
        also=vocabulary.subject(*one.approach, *one.steps, *results),
        asks=[one.group, one.issue],
        units=one.responsible,
        shown=[link.title for link in one.links],
        said=[
            *one.approach,
            *one.steps,
            *results,
            *one.outcomes,
            *one.recommendations,
        ],
    ) | {"codes": list(dict.fromkeys(link.code for link in one.links))}


def _guidance(one: Guidance, vocabulary: Vocabulary) -> dict[str, Any]:
    title = " ".join(filter(None, (one.indicator, one.name)))
    return _part(
        guidance_anchor(one),
        title,
        names=[one.name],
        words=vocabulary.subject(one.name),
        units=one.responsible,
        said=[*one.guidance, *one.actions],
    ) | {"codes": [one.indicator]}


def _scores(year: Year, vocabulary: Vocabulary) -> dict[str, Any]:
    scores = year.settings.scores
    if scores is None:
        return {"empty": True}
    parts = [
        _part(
            question.code,
            question.text or question.code,
            words=vocabulary.subject(question.text),
            said=[words.number(question.score)],
        )
        | {"codes": [question.code]}
        for question in scores.questions
    ]
    named = [" ".join(filter(None, (one.number, one.name))) for one in scores.indicators]
    improve = [one.text for one in scores.analysis.improve]
    said = within([*_figures(scores), *improve])
    also = vocabulary.subject(*(one.name for one in scores.indicators))
    return _fields({"also": also, "shown": named, "said": said}) | _parts(parts)


def _figures(scores: Scores) -> Iterator[str | None]:
    """The scores as the page shows them: people look for the figure that they heard of."""
    yield words.number(scores.overall.stated)
    for instrument in scores.instruments.values():
        yield words.number(instrument.stated)
    for indicator in scores.indicators:
        yield words.number(indicator.stated)


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
        _part(
            kind,
            words.channel(kind, lang),
            words=typed.get(kind, ()),
            shown=[channel.title for channel in agency.channels if channel.kind == kind],
        )
        for kind in shown
    ]
    rest = [word for kind, found in typed.items() if kind not in shown for word in found]
    reach = [agency.address, agency.phone, agency.email, agency.website]
    fields: Fields = {"also": rest, "said": reach}
    return _entry(links.CHANNELS, "channels", labels(lang).channels) | _fields(fields) | _parts(parts)


def _entry(
    page: str,
    kind: Kind,
    title: str,
    year: int | None = None,
    code: str | None = None,
    topic: str | None = None,
) -> dict[str, Any]:
    entry = {"page": page, "kind": kind, "title": title, "code": code, "year": year, "topic": topic}
    return {key: value for key, value in entry.items() if value is not None}


def _part(anchor: str, title: str, **fields: Iterable[str | None]) -> dict[str, Any]:
    return {"at": anchor, "title": title} | _fields(fields)


def _parts(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    found = list(parts)
    return {"parts": found} if found else {}


def _fields(fields: Fields) -> dict[str, Any]:
    """The texts by how they count; none twice, and none that says nothing."""
    seen: set[str] = set()
    found = {name: list(_new(texts, seen)) for name, texts in fields.items()}
    return {name: texts for name, texts in found.items() if texts}


def _distinct(texts: Iterable[str | None]) -> list[str]:
    return list(_new(texts, set()))


def _new(texts: Iterable[str | None], seen: set[str]) -> Iterator[str]:
    for text in texts:
        key = plain(text or "")
        if text and key and key not in seen:
            seen.add(key)
            yield " ".join(text.split())


def within(texts: Iterable[str | None]) -> list[str]:
    """As much of the texts as is searched: ``MAX_SAID`` letters of all."""
    room, found = MAX_SAID, []
    for text in texts:
        if text and room > 0:
            found.append(text.strip()[:room])
            room -= len(found[-1])
    return found
