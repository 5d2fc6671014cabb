"""The site in English: titles as the framework has them, the official Thai one beside an item's."""

import re

from prongsai.load.frameworks import shipped
from prongsai.model.site import Site, Year
from prongsai.model.year import YearSettings
from prongsai.pages.navigation import navigation
from prongsai.pages.render import render_pages
from tests.pages.conftest import agency

THAI = re.compile("[\u0e00-\u0e7f]")


def english() -> Site:
    known = shipped()
    framework = known.frameworks["nacc-2566"]
    year = Year(2566, framework, YearSettings(fiscal_year=2566), {}, None)
    town = agency(name="Example Town", language="en", channels=[])
    return Site(town, (year,), known.topics, known.frameworks)


def test_headings_and_titles_are_english_where_the_framework_has_them() -> None:
    pages = {page.address: page for page in render_pages(english())}
    for address, page in pages.items():
        assert not THAI.search(page.title), address
        assert not any(THAI.search(link.title) for link in page.trail), address
    item = english().by_year[2566].by_code["o12"].item
    assert f'<p class="pr-subtitle" lang="th">{item.title}</p>' in pages["2566/o12/"].html
    sub = english().by_year[2566].by_code["o12"].sub_indicator.number
    assert str(item.title_en) in pages[f"2566/{sub}/"].html


def test_the_menu_is_english() -> None:
    (year,) = navigation(english()).years
    names = [branch.name for one in year.indicators for branch in (one, *one.branches)]
    assert len(names) > 5
    assert not [name for name in names if THAI.search(name)]


def test_without_a_translation_the_official_title_stands() -> None:
    item = english().by_year[2566].by_code["o1"].item
    bare = item.model_copy(update={"title_en": None})
    assert (bare.title_in("en"), item.title_in("th")) == (item.title, item.title)
