"""Without scripts and without a server: everything readable, every link usable."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.quality.kinds import Sample
from tests.quality.looking import visit, window

pytestmark = pytest.mark.e2e
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.more)])
def test_everything_is_there_without_scripts(
    width: int, browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """What is read with scripts is read without, letter for letter.

    But for the buttons that copy the page's address and print, which need them (test_copy.py and
    test_sheet_paper.py look at both), and what is said to those who have none.
    """
    differing = {}
    with window(browser, width) as scripted, window(browser, width, java_script_enabled=False) as plain:
        for sample in kinds:
            texts = []
            for page in (scripted, plain):
                page.goto(address_of(sample))
                if page is scripted:
                    page.locator("html:not(.frame-wait)").wait_for()
                page.locator("[data-copy], [data-print], noscript").evaluate_all(
                    "(all) => all.forEach((one) => one.remove())"
                )
                texts.append(page.locator("main").inner_text())
            if texts[0] != texts[1]:
                differing[sample.name] = texts
            assert len(texts[1]) > 40, sample
    assert differing == {}


def test_the_menu_and_the_search_need_no_scripts(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """The menu opens by the browser's own means; the policy lets the field lead to the list of topics."""
    item = next(sample for sample in kinds if sample.kind == "item")
    with window(browser, 360, java_script_enabled=False) as page:
        page.goto(address_of(item))
        page.get_by_role("button", name="เมนู", exact=True).click()
        page.locator("#frame-nav a").nth(3).click()
        page.wait_for_load_state()
        assert page.url != address_of(item)
        page.locator("input[name=query]").first.fill("งบประมาณ")
        page.get_by_role("search").get_by_role("button").click()
        page.wait_for_load_state()
        assert "/search/index.html?query=" in page.url
        assert page.locator("main a").count() > 10


def test_each_link_leads_to_a_file(sites: dict[str, Path]) -> None:
    """On every page of every site; from a folder nobody turns an address into its index.html."""
    lost = set()
    for site in sites.values():
        for path in site.rglob("index.html"):
            for link in LINK.findall(path.read_text("utf-8")):
                parts = urlsplit(unescape(link))
                if (
                    parts.path
                    and not parts.scheme
                    and not Path(f"{path.parent}/{unquote(parts.path)}").is_file()
                ):
                    lost.add((path.relative_to(site).as_posix(), link))
    assert lost == set()


def test_every_kind_opens_from_a_folder(
    browser: Browser, kinds: list[Sample], sites: dict[str, Path]
) -> None:
    """Styled, without a fault in the console, asking nothing of the network."""
    wrong = {}
    with window(browser, 360) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(request.url))
        page.on("request", lambda one: said.append(one.url) if not one.url.startswith("file:") else None)
        for sample in kinds:
            if sample.kind == "lost":
                continue
            visit(page, (sites[sample.project] / sample.path / "index.html").as_uri())
            assert page.evaluate("getComputedStyle(document.querySelector('.frame-bar')).display") == "grid"
            page.locator("input[name=query]").first.fill("o1")
            page.locator("[data-oit-result], [role=status]:not(:empty)").first.wait_for()
            if said:
                wrong[sample.name] = list(said)
            said.clear()
    assert wrong == {}


def test_links_of_a_folder_are_followed(
    browser: Browser, kinds: list[Sample], sites: dict[str, Path]
) -> None:
    item = next(sample for sample in kinds if sample.kind == "item")
    with window(browser, 1280) as page:
        visit(page, (sites[item.project] / item.path / "index.html").as_uri())
        for name in ("#frame-nav a", ".frame-trail a", "a[rel=next]", ".frame-name"):
            if page.locator(name).count():
                page.locator(name).last.click()
                page.wait_for_load_state()
                assert page.url.endswith("/index.html"), name
                assert page.locator("h1").count() == 1
