"""The frame's navigation."""

from prongsai.model.site import Site
from prongsai.pages.navigation import navigation
from prongsai.pages.render import render_pages


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
