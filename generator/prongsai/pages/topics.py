"""The index of topics, and one topic through all years."""

from collections.abc import Collection, Iterator

from prongsai.model.framework import Topic
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.item import EXECUTIVES_TOPIC, executives_door, topic_name
from prongsai.pages.page import Link, Page
from prongsai.pages.trust import all_entries, site_data, trust
from prongsai.pages.views import Target

NO_TOPIC = Topic(th="-")

LATEST = 3
"""How many years the index tells of for each topic; the topic's page has all."""


def topic_pages(edition: Edition) -> Iterator[Page]:
    """The index, and a page for each topic that some year's framework has."""
    names = {
        topic: topic_name(edition.site, topic, entries[0].item.title_in(edition.lang))
        for topic, entries in edition.site.by_topic.items()
    }
    yield _index(edition, names)
    # The way from topic to topic follows the index.
    ordered = [(topic, names[topic]) for _, topics in _by_subject(edition) for topic in topics]
    for index, (topic, name) in enumerate(ordered):
        yield _topic_page(
            edition,
            topic,
            name,
            _link(*ordered[index - 1]) if index else None,
            _link(*ordered[index + 1]) if index + 1 < len(ordered) else None,
        )


def _link(topic: str, name: str) -> Link:
    return Link(name, links.topic(topic))


def _index(edition: Edition, names: dict[str, str]) -> Page:
    t, site = edition.t, edition.site
    return edition.page(
        links.TOPICS,
        "topics",
        t.topics,
        f"{t.topics_lead} {site.agency.name}",
        trail=(edition.home,),
        trust=trust(edition, all_entries(edition), site_data(edition)),
        subjects=[
            (
                subject,
                words.subject(subject, edition.lang),
                [
                    (
                        Target(names[topic], links.topic(topic)),
                        site.topics.get(topic, NO_TOPIC).about,
                        [
                            (view.fiscal_year, view)
                            for view in map(edition.view, site.by_topic[topic][:LATEST])
                        ],
                    )
                    for topic in topics
                ],
            )
            for subject, topics in _by_subject(edition)
        ],
    )


def _by_subject(edition: Edition) -> list[tuple[str | None, list[str]]]:
    """The topics of the site under what they are about, within it as the lists have them."""
    site = edition.site
    found: dict[str | None, list[str]] = {subject: [] for subject in words.SUBJECTS}
    for topic in site.by_topic:
        found[site.topics.get(topic, NO_TOPIC).subject].append(topic)
    return [(subject, topics) for subject, topics in found.items() if topics]


def _data(edition: Edition, years: Collection[int]) -> list[Target]:
    """The files of the years in which there is a topic."""
    return [
        Target(f"{words.year(year, edition.lang)} (JSON)", links.data(year, "oit.json"))
        for year in sorted(years, reverse=True)
    ]


def _topic_page(edition: Edition, topic: str, name: str, previous: Link | None, next_: Link | None) -> Page:
    t, site = edition.t, edition.site
    known = site.topics.get(topic, NO_TOPIC)
    entries = site.by_topic[topic]
    present = {entry.fiscal_year for entry in entries}
    absent = [
        words.year(year.fiscal_year, edition.lang)
        for year in site.years
        if year.framework and year.fiscal_year not in present
    ]
    return edition.page(
        links.topic(topic),
        "topic",
        name,
        f"{name} {site.agency.name} {t.count_years.format(count=len(present))}",
        trail=(edition.home, Link(t.topics, links.TOPICS)),
        previous=previous,
        next_=next_,
        about=known.about,
        doors=executives_door(edition) if topic == EXECUTIVES_TOPIC else [],
        trust=trust(edition, entries, _data(edition, present)),
        words=known.words,
        absent=absent,
        entries=[(words.year(entry.fiscal_year, edition.lang), edition.view(entry)) for entry in entries],
    )
