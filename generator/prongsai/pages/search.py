"""The page of the search: where the search box leads without scripts, with every item on it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from prongsai.model.held import HeldText, Table
from prongsai.model.site import Site, Year
from prongsai.model.vocabulary import Vocabulary
from prongsai.pages import links, words
from prongsai.pages.assessed import scores_link
from prongsai.pages.edition import Edition
from prongsai.pages.item import topic_name
from prongsai.pages.page import Link, Page
from prongsai.pages.search_documents import search_documents
from prongsai.pages.search_index import search_index
from prongsai.pages.trust import all_entries, site_data, trust
from prongsai.pages.views import Target


def search_page(edition: Edition) -> Page:
    """All topics with their items by year, and the pages that are no items."""
    t, site = edition.t, edition.site
    years = [
        (words.year(year.fiscal_year, edition.lang), year.fiscal_year, _of_year(edition, year))
        for year in site.years
    ]
    return edition.page(
        links.SEARCH,
        "search",
        t.search,
        f"{t.search} {site.agency.name}",
        trail=(edition.home,),
        topics=[
            (
                Target(topic_name(site, topic, entries[0].item.title_in(edition.lang)), links.topic(topic)),
                [edition.view(entry) for entry in entries],
            )
            for topic, entries in site.by_topic.items()
        ],
        years=years,
        trust=trust(edition, all_entries(edition), site_data(edition)),
        fixed=[Link(t.channels, links.CHANNELS), Link(t.units, links.UNITS), Link(t.topics, links.TOPICS)],
    )


def _of_year(edition: Edition, year: Year) -> list[Link]:
    t = edition.t
    named = (("assess", t.assess), ("measures", t.measures), ("scores", scores_link(year, edition.lang)))
    return [Link(title, links.part(year.fiscal_year, name)) for name, title in named]


def search_data(
    site: Site,
    vocabulary: Vocabulary,
    texts: Mapping[str, HeldText],
    tables: Mapping[str, Table] = MappingProxyType({}),
) -> dict[str, dict[str, Any]]:
    """The data of the search by name: ``search`` for pages and, where the site holds any, ``documents``.

    ``texts`` are what documents say and ``tables`` the CSV tables, both by address.
    """
    index = search_index(site, vocabulary)
    documents = search_documents(site, texts, tables)
    if not documents["documents"]:
        return {"search": index}
    return {"search": index | {"documents": len(documents["documents"])}, "documents": documents}
