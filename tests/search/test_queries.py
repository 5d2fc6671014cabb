"""What people ask of the five reports and the invented town, through the search box of the built sites."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asked import ASK, ASKED, HARD, Query, queries, rates
from tests.serving import folder_served

pytestmark = pytest.mark.e2e
REPORTS = {".", "examples/huaruea", "examples/kalase", "examples/plalai", "examples/tako"}


@pytest.fixture(scope="module")
def ask(
    browser: Browser, site_of: Callable[[str], Path]
) -> Iterator[Callable[[list[Query]], list[tuple[Query, list[str]]]]]:
    """Asks each project's site, whose page is opened once: reading what it searches takes longest."""
    with ExitStack() as servers:

        @cache
        def front(project: str) -> Page:
            page = browser.new_page()
            page.goto(servers.enter_context(folder_served(site_of(project))))
            return page

        def in_browser(asked: list[Query]) -> list[tuple[Query, list[str]]]:
            found: list[tuple[Query, list[str]]] = []
            for project in dict.fromkeys(query.project for query in asked):
                mine = [query for query in asked if query.project == project]
                told = front(project).evaluate(ASK, [query.text for query in mine])
                found += zip(mine, told, strict=True)
            return found

        yield in_browser


def test_there_are_queries_for_every_report() -> None:
    asked = [query for name in ASKED for query in queries(name)]
    assert {query.project for query in asked} >= REPORTS
    assert len([query for query in asked if query.project in REPORTS]) >= 150
    assert len({(query.project, query.text) for query in asked}) == len(asked)


@pytest.mark.parametrize("name", ASKED)
def test_a_right_page_comes_first(
    name: str, ask: Callable[[list[Query]], list[tuple[Query, list[str]]]]
) -> None:
    found = rates(ask(queries(name)))
    first, five = HARD.get(name, (0.97, 1))
    assert found.five >= five, "\n".join(found.missed)
    assert found.first >= first, "\n".join(found.missed)
