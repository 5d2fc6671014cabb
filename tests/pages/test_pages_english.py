"""The site in English: titles as the framework has them, the official Thai one beside an item's."""

import re
from dataclasses import replace

from icalendar import Calendar

from prongsai.load.frameworks import shipped
from prongsai.model.deadlines import unit_deadlines
from prongsai.model.disclosure import Disclosure
from prongsai.model.site import Site, Year
from prongsai.model.year import YearSettings
from prongsai.pages.navigation import navigation
from prongsai.pages.render import render_pages
from prongsai.report.deadlines import ics
from prongsai.report.feed import atom, json_feed
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


def test_feeds_and_calendars_are_english() -> None:
    site = english()
    o1 = Disclosure.model_validate(
        {"code": "o1", "updated": "2023-01-15", "period": "1 ต.ค. 2565 - 12 เม.ย. 2566"}
    )
    site = replace(site, years=(replace(site.years[0], disclosures={"o1": o1}),))
    feed = atom(site, 0).decode()
    assert 'xml:lang="en"' in feed
    assert "<title>Public disclosure: Example Town</title>" in feed
    assert "15 January 2023: Brought up to date" in feed
    assert not THAI.search(feed)
    told = json_feed(site)
    assert (told["language"], told["title"]) == ("en", "Public disclosure: Example Town")
    names = [str(event["summary"]) for event in Calendar.from_ical(ics(site, 0)).walk("VEVENT")]
    assert str(Calendar.from_ical(ics(site, 0))["x-wr-calname"]) == "ITA dates: Example Town"
    assert names
    assert all("fiscal year 2566" in name for name in names)
    named = o1.model_copy(update={"responsible": ("Office",)})
    site = replace(site, years=(replace(site.years[0], disclosures={"o1": named}),))
    planned = [span.title_in("en") for span in unit_deadlines(site)["Office"]]
    assert any(title.startswith("o1 ") and not THAI.search(title) for title in planned)
