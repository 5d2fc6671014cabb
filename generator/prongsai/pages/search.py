"""What a search in the browser looks through."""

from collections.abc import Iterable, Iterator
from typing import Any

from prongsai.model.site import Entry, Site, Year
from prongsai.pages import links, words
from prongsai.pages.labels import labels


def search_entries(site: Site) -> list[dict[str, Any]]:
    """One entry a page: its address, ``kind``, ``title``, ``code``, ``year`` and ``words``."""
    return list(_entries(site))


def _entries(site: Site) -> Iterator[dict[str, Any]]:
    lang = site.agency.language
    t = labels(lang)
    yield _entry(
        links.FRONT, "front", site.agency.name, words_=_some(site.agency.district, site.agency.province)
    )
    for year in site.years:
        yield from _year(site, year)
    yield _entry(links.TOPICS, "topics", t.topics)
    for name, entries in site.by_topic.items():
        topic = site.topics.get(name)
        title = topic.th if topic else entries[0].item.title
        yield _entry(links.topic(name), "topic", title, words_=topic.words if topic else ()) | {"topic": name}
    yield _entry(links.UNITS, "units", t.units)
    yield _entry(
        links.CHANNELS,
        "channels",
        t.channels,
        words_=[words.channel(channel.kind, lang) for channel in site.agency.channels],
    )
    yield _entry(links.RECEIPTS, "receipts", t.receipts)


def _year(site: Site, year: Year) -> Iterator[dict[str, Any]]:
    lang, fiscal_year = site.agency.language, year.fiscal_year
    t = labels(lang)
    yield _entry(links.year(fiscal_year), "year", words.year(fiscal_year, lang), fiscal_year)
    for indicator in year.framework.indicators if year.framework else ():
        yield _entry(
            links.part(fiscal_year, indicator.number),
            "indicator",
            f"{indicator.number} {indicator.name}",
            fiscal_year,
        )
        for sub in indicator.sub_indicators:
            yield _entry(
                links.part(fiscal_year, sub.number), "sub_indicator", f"{sub.number} {sub.name}", fiscal_year
            )
    for entry in year.entries:
        yield _item(site, entry)
    yield _entry(links.part(fiscal_year, "assess"), "assess", t.assess, fiscal_year)
    yield _entry(
        links.part(fiscal_year, "measures"),
        "measures",
        t.measures,
        fiscal_year,
        words_=[measure.title for measure in (year.measures.measures if year.measures else ())],
    )
    yield _entry(links.part(fiscal_year, "scores"), "scores", t.scores, fiscal_year)
    yield _entry(links.part(fiscal_year, "changes"), "changes", t.changes, fiscal_year)


def _item(site: Site, entry: Entry) -> dict[str, Any]:
    topic = site.topics.get(entry.item.topic)
    said = entry.disclosure
    named = (topic.th, *topic.words) if topic else ()
    shown = (*said.responsible, *(one.title for one in said.evidence), *said.documents) if said else ()
    return _entry(
        entry.page,
        "item",
        entry.item.title,
        entry.fiscal_year,
        entry.code,
        (*named, *_some(entry.item.group), *shown),
    ) | {"topic": entry.item.topic}


def _some(*texts: str | None) -> list[str]:
    return [text for text in texts if text]


def _entry(
    page: str,
    kind: str,
    title: str,
    year: int | None = None,
    code: str | None = None,
    words_: Iterable[str] = (),
) -> dict[str, Any]:
    found = [word for word in dict.fromkeys(words_) if word != title]
    return {"page": page, "kind": kind, "title": title, "code": code, "year": year, "words": found}
