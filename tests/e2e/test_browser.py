"""What people meet, in a real browser: phones, keyboards, no scripts, no outside requests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Shown
from tests.serving import folder_served

pytestmark = pytest.mark.e2e
PAGES = [
    "",
    "2565/",
    "2565/9/",
    "2565/9.1/",
    "2565/o2/",
    "2565/o24/",
    "2565/o43/",
    "2565/assess/",
    "2565/measures/",
    "2565/scores/",
    "topics/",
    "topics/contact/",
    "units/",
    "channels/",
    "receipts/",
    "search/",
    "about/",
]


@pytest.fixture(scope="module")
def address(site_of: Callable[[str], Path]) -> Iterator[str]:
    with folder_served(site_of(".")) as found:
        yield found


def visit(browser: Browser, address: str, width: int = 360, **options: object) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 740}, **options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_sideways_scrolling(path: str, shown: Shown, address: str) -> None:
    page = shown(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_asked_of_others_and_nothing_fails(path: str, shown: Shown, address: str) -> None:
    page = shown("about:blank", 1280, 900)
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(address)] == []
    assert failed == []


def test_an_item_is_read_without_scripts(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2565/o2/", java_script_enabled=False)
    assert page.locator("[data-oit-item='o2']").first.is_visible()
    assert page.locator("[data-oit-evidence]").count() >= 3
    page.context.close()


def test_the_next_item_is_one_click_away(shown: Shown, address: str) -> None:
    page = shown(address + "2565/o2/")
    page.get_by_role("link", name="o3").first.click()
    assert page.url.startswith(address + "2565/o3/")


def test_the_whole_year_prints_on_one_page(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2565/assess/", 1280)
    assert page.locator("[data-oit-item]").count() >= 43
    page.emulate_media(media="print")
    assert page.locator("input[name=query]").first.is_hidden()
    assert page.get_by_text("http://www.khaoyocity.go.th/Main/contact").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("query", ["o12", "O12", "o๑๒", "๐๑๒", "ข้อ 12"])
def test_search_leads_to_an_item_however_its_code_is_written(query: str, shown: Shown, address: str) -> None:
    page = shown(address)
    page.locator("input[name=query]").first.fill(query)
    first = page.locator("[data-oit-result]").first
    first.wait_for()
    assert first.get_attribute("data-oit-result") == "o12"
    first.click()
    page.wait_for_url("**/2565/o12/**")


@pytest.mark.parametrize(("query", "item"), [("เบอร์โทร", "o5"), ("งบประมาณ", "o18"), ("ร้องเรียน", "o30")])
def test_search_finds_by_what_people_say(query: str, item: str, shown: Shown, address: str) -> None:
    page = shown(address)
    page.locator("input[name=query]").first.fill(query)
    page.locator("[data-oit-result]").first.wait_for()
    found = [link.get_attribute("data-oit-result") for link in page.locator("[data-oit-result]").all()[:5]]
    assert item in found


def test_the_site_opens_from_a_folder(browser: Browser, site_of: Callable[[str], Path]) -> None:
    page = visit(browser, (site_of(".") / "index.html").as_uri())
    page.locator("input[name=query]").first.fill("o๑๒")
    first = page.locator("[data-oit-result]").first
    first.wait_for()
    first.click()
    page.wait_for_url("**/2565/o12/index.html")
    page.context.close()


def test_without_scripts_our_letters_come_all_the_same(browser: Browser, address: str) -> None:
    page = visit(browser, f"{address}2565/o2/", java_script_enabled=False)
    page.wait_for_load_state("networkidle")
    came = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts]"
        ".filter((face) => face.display === 'swap' && face.status === 'loaded').length)"
    )
    assert came >= 2
    page.context.close()
