"""What a first visit costs a phone: bytes, requests, and text that moves under the finger."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.bench import make_town
from tests.conftest import Run
from tests.quality.kinds import Sample
from tests.quality.looking import PATIENT, visit, window
from tests.quality.server import served

pytestmark = pytest.mark.e2e
BUDGET = 75_000
"""Bytes over the wire for the first page of an item, headers and fonts included."""
MATERIAL = 25_000
"""Bytes of Material's style sheet, which pages written by hand bring along."""
SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 300);
})"""
FONT_SHOWN = """() => {
    const heading = document.querySelector("h1");
    const width = (font) => {
        const copy = heading.cloneNode(true);
        const alone = "position: absolute; white-space: nowrap; width: max-content";
        copy.style.cssText = `font-family: ${font}; ${alone}`;
        document.body.append(copy);
        const wide = copy.getBoundingClientRect().width;
        copy.remove();
        return wide;
    };
    const [, ...others] = getComputedStyle(document.body).fontFamily.split(",");
    return width(getComputedStyle(document.body).fontFamily) !== width(others.join(","));
}"""


@dataclass(frozen=True)
class Visit:
    """What came over the wire, by address, and how much moved on the screen."""

    received: dict[str, int]
    moved: float

    @property
    def total(self) -> int:
        """Bytes in all."""
        return sum(self.received.values())


def shifted(page: Page) -> float:
    """How much moved, in the browser's own measure, from the first paint to the end of a scroll."""
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 900)
    moved: float = page.evaluate(SHIFTS)
    return moved


def first_visit(browser: Browser, address: str, width: int = 360) -> Visit:
    """Open ``address`` with nothing in the cache and wait until nothing more comes."""
    with window(browser, width, 740) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        addresses: dict[str, str] = {}
        received: dict[str, int] = {}

        def asked(event: dict[str, Any]) -> None:
            addresses[event["requestId"]] = event["request"]["url"]

        def came(event: dict[str, Any]) -> None:
            url = addresses[event["requestId"]]
            received[url] = received.get(url, 0) + int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", asked)
        session.on("Network.loadingFinished", came)
        visit(page, address)
        moved = shifted(page)
        assert set(received) == set(addresses.values())
        return Visit(received, moved)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, prongsai: Run) -> Iterator[str]:
    """A site of more than 450 pages, as full as a real one."""
    town = tmp_path_factory.mktemp("large") / "town"
    make_town(town, 8)
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    assert len(list((town / "site").rglob("index.html"))) >= 450
    with served(town / "site") as address:
        yield address


def test_an_item_among_450_pages_keeps_the_budget(browser: Browser, large: str) -> None:
    first = first_visit(browser, large + "2568/o12/")
    assert first.total <= BUDGET, first.received
    assert any(url.endswith(".woff2") for url in first.received)


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.more)])
def test_every_kind_keeps_the_budget_stands_still_and_asks_nobody_else(
    width: int, browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """The sheet of all items too. Pages written by hand may bring Material's style as well."""
    wrong = {}
    for sample in kinds:
        address = address_of(sample)
        root = address.removesuffix(sample.path)
        first = first_visit(browser, address, width)
        budget = BUDGET + (MATERIAL if sample.kind == "written" else 0)
        others = [url for url in first.received if url != address]
        foreign = [url for url in others if not url.startswith(root) or "search" in url]
        if first.total > budget or first.moved or foreign:
            wrong[sample.name] = (first.total, first, foreign)
    assert wrong == {}


def test_letters_hardly_ever_used_come_where_one_occurs(browser: Browser, large: str) -> None:
    with window(browser, 360, 740) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        visit(page, large + "2568/o12/")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "sarabun-rare" in url] == []
        with page.expect_request("**/fonts/sarabun-rare-700.woff2"):
            page.evaluate("document.querySelector('h1').append('é')")


def test_search_comes_when_the_box_is_entered(browser: Browser, large: str) -> None:
    with window(browser, 360, 740) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        visit(page, large + "2568/o12/")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "search" in url] == []
        page.locator("input[name=query]").focus()
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "search" in url]
        assert [url for url in asked if not url.startswith(large)] == []


@pytest.mark.parametrize(
    ("seconds", "prepare", "used"), [(0.2, PATIENT, True), (1.6, "", False), (2.4, "", False)]
)
def test_nothing_moves_when_fonts_are_late(
    seconds: float, prepare: str, used: bool, browser: Browser, sites: dict[str, Path], kinds: list[Sample]
) -> None:
    """What comes in time is used; on a slow line text appears without its font, and keeps its place."""
    item = next(sample for sample in kinds if sample.kind == "item")
    slow = {".woff2": seconds}
    with served(sites[item.project], slow) as address, window(browser, 360, 740, prepare) as page:
        visit(page, address + item.path)
        assert shifted(page) == 0
        assert page.evaluate(FONT_SHOWN) is used


def test_a_font_that_was_late_is_there_on_the_next_page(
    browser: Browser, sites: dict[str, Path], kinds: list[Sample]
) -> None:
    item = next(sample for sample in kinds if sample.kind == "item")
    once = f"if (sessionStorage.seen) {{ {PATIENT} }} sessionStorage.seen = 1;"
    with served(sites[item.project], {".woff2": 2.0}) as address, window(browser, 360, 740, once) as page:
        visit(page, address + item.path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(FONT_SHOWN) is False
        page.locator("a[rel=next]").click()
        page.locator("html:not(.frame-wait)").wait_for()
        assert shifted(page) == 0
        assert page.evaluate(FONT_SHOWN) is True
        assert (
            page.evaluate(
                """performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".woff2"))
                .reduce((sum, one) => sum + one.transferSize, 0)"""
            )
            == 0
        )
