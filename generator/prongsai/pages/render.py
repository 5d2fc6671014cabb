"""The whole site as pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from prongsai.model.datasets import data_sets
from prongsai.model.estimate import Estimate
from prongsai.model.finding import Finding
from prongsai.model.held import Table
from prongsai.model.site import Site, Year
from prongsai.pages.assess import assess_page
from prongsai.pages.changes import changes_page
from prongsai.pages.channels import channels_page
from prongsai.pages.edition import NOWHERE, ComputedScores, Edition, Publication, edition
from prongsai.pages.front import front_page
from prongsai.pages.item import item_pages
from prongsai.pages.linked import linked
from prongsai.pages.measures import measures_page
from prongsai.pages.moved import moved_pages
from prongsai.pages.page import Page
from prongsai.pages.receipts import receipts_page
from prongsai.pages.scores import scores_page
from prongsai.pages.search import search_page
from prongsai.pages.topics import topic_pages
from prongsai.pages.units import units_page
from prongsai.pages.widget import widget_page
from prongsai.pages.year import year_pages

NOTHING_COMPUTED: Mapping[int, ComputedScores] = MappingProxyType({})


def render_pages(
    site: Site,
    computed: Mapping[int, ComputedScores] = NOTHING_COMPUTED,
    silenced: Iterable[Finding] = (),
    estimates: Mapping[int, Estimate] | None = None,
    publication: Publication = NOWHERE,
    tables: Mapping[str, Table] | None = None,
) -> Iterator[Page]:
    """Every page of the site.

    ``computed`` holds, by the fiscal year of the report, the scores computed from its figures; ``silenced``
    the findings that somebody gave a reason for, which the assessor's sheet shows; ``estimates`` the scores
    that the agency chose to show; ``publication`` says where the site will stand and when it is built;
    ``tables`` are the CSV files held on the site, by address.
    """
    whole = edition(site, computed, silenced, estimates, publication, tables)
    data = {one.page: one for one in data_sets(site)}
    for page in _pages(whole):
        yield replace(page, linked=linked(site, page, publication, data.get(page.address)))


def _pages(whole: Edition) -> Iterator[Page]:
    site = whole.site
    yield front_page(whole)
    for year in site.years:
        yield from _pages_of(whole, year)
    yield from topic_pages(whole)
    yield units_page(whole)
    yield channels_page(whole)
    yield receipts_page(whole)
    yield search_page(whole)
    yield from moved_pages(whole)
    yield widget_page(whole)


def _pages_of(whole: Edition, year: Year) -> Iterator[Page]:
    yield from year_pages(whole, year)
    yield from item_pages(whole, year)
    yield assess_page(whole, year)
    yield measures_page(whole, year)
    yield scores_page(whole, year)
    yield changes_page(whole, year)
