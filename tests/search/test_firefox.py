"""The same queries in Firefox, which cuts Thai into words otherwise: the search must not notice."""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.search.asked import ASK, ASKED, HARD, Query, queries, rates
from tests.search.bidi import Firefox, firefox
from tests.serving import folder_served

pytestmark = pytest.mark.more


def program() -> str:
    """The Firefox that scripts/firefox.py found."""
    kept = ROOT / ".venv" / "firefox-path"
    named = os.environ.get("PRONGSAI_FIREFOX") or (
        kept.read_text().strip() if kept.is_file() else "firefox-esr"
    )
    found = shutil.which(named)
    assert found, f"there is no Firefox at {named}: run .venv/bin/python scripts/firefox.py"
    return found


@pytest.fixture(scope="module")
def served(site_of: Callable[[str], Path]) -> Iterator[dict[str, str]]:
    asked = [query for name in ASKED for query in queries(name)]
    projects = dict.fromkeys(query.project for query in asked)
    with ExitStack() as stack:
        yield {project: stack.enter_context(folder_served(site_of(project))) for project in projects}


async def ask(page: Firefox, served: dict[str, str], asked: list[Query]) -> list[tuple[Query, list[str]]]:
    found: list[tuple[Query, list[str]]] = []
    for project in dict.fromkeys(query.project for query in asked):
        mine = [query for query in asked if query.project == project]
        await page.goto(served[project])
        found += zip(mine, await page.call(ASK, [query.text for query in mine]), strict=True)
    return found


def test_a_right_page_comes_first(served: dict[str, str]) -> None:
    async def all_queries() -> list[tuple[Query, list[str]]]:
        async with firefox(program()) as page:
            return await ask(page, served, [query for name in ASKED for query in queries(name)])

    found = asyncio.run(all_queries())
    for name in ASKED:
        of_lot = set(queries(name))
        rate = rates([one for one in found if one[0] in of_lot])
        first, five = HARD.get(name, (0.97, 1))
        assert rate.five >= five, "\n".join(rate.missed)
        assert rate.first >= first, "\n".join(rate.missed)


def test_the_site_opens_from_a_folder(site_of: Callable[[str], Path]) -> None:
    async def from_disk() -> list[list[str]]:
        async with firefox(program()) as page:
            await page.goto((site_of(".") / "index.html").as_uri())
            found: list[list[str]] = await page.call(ASK, ["o๑๒"])
            return found

    ((first, *_),) = asyncio.run(from_disk())
    assert first.endswith("2565/o12")
