"""The frame's navigation and the entries of the search."""

from prongsai.model.site import Site
from prongsai.pages.navigation import navigation
from prongsai.pages.render import render_pages
from prongsai.pages.search import search_entries


def test_navigation_has_years_newest_first(site: Site) -> None:
    found = navigation(site)
    assert [year.title for year in found.years] == ["ปีงบประมาณ 2567", "ปีงบประมาณ 2566", "ปีงบประมาณ 2565"]
    assert [year.known for year in found.years] == [False, True, True]
    year = found.years[1]
    assert (year.summary.items, year.summary.done) == (4, 1)
    assert [
        (branch.number, branch.items, branch.done) for top in year.indicators for branch in top.branches
    ] == [("9.1", 2, 1), ("9.3", 1, 0), ("10.1", 1, 0)]


def test_navigation_leads_to_pages(site: Site) -> None:
    pages = {page.address for page in render_pages(site)}
    found = navigation(site)
    links = [found.home, *found.fixed, *(link for year in found.years for link in year.reports)]
    branches = [branch for year in found.years for top in year.indicators for branch in (top, *top.branches)]
    assert {link.address for link in links} | {branch.address for branch in branches} <= pages


def test_every_page_can_be_found(site: Site) -> None:
    pages = {page.address: page.kind for page in render_pages(site)}
    assert {entry["page"]: entry["kind"] for entry in search_entries(site)} == pages


def test_an_item_is_found_by_its_words(site: Site) -> None:
    entry = next(entry for entry in search_entries(site) if entry["page"] == "2566/o1/")
    assert entry == {
        "page": "2566/o1/",
        "kind": "item",
        "title": "โครงสร้าง",
        "code": "o1",
        "year": 2566,
        "topic": "structure",
        "words": [
            "ผัง",
            "กอง",
            "สำนักปลัด",
            "กอง <คลัง> & พัสดุ",
            "ผังโครงสร้าง",
            "หน้าโครงสร้าง",
            "คำสั่งแบ่งงาน",
        ],
    }
