"""What axe can't see: the whole site with a keyboard alone."""

import string
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.quality.kinds import Sample
from tests.quality.looking import visit, window

pytestmark = pytest.mark.e2e
MOST_STOPS = 60
"""Tab stops walked on one page; the rest of a long list is more of the same."""


@pytest.fixture
def item(kinds: list[Sample], address_of: Callable[[Sample], str]) -> str:
    """The address of an item's page."""
    return address_of(next(sample for sample in kinds if sample.kind == "item"))


@pytest.fixture
def phone(browser: Browser, item: str) -> Iterator[Page]:
    """An item's page on a phone with a keyboard."""
    with window(browser, 360, 740) as page:
        visit(page, item)
        yield page


def focused(page: Page) -> dict[str, Any] | None:
    """Where the keyboard is, None where it has left the page."""
    told: dict[str, Any] | None = page.evaluate("probe.focused()")
    return told


def walk(page: Page, key: str = "Tab", most: int = MOST_STOPS) -> Iterator[dict[str, Any]]:
    """Each stop of the keyboard until it leaves the page."""
    for _ in range(most):
        page.keyboard.press(key)
        stop = focused(page)
        if stop is None:
            return
        yield stop


@pytest.mark.parametrize(
    ("width", "scheme", "which"),
    [
        (360, "light", "kinds"),
        (1280, "dark", "main_kinds"),
        pytest.param(1280, "dark", "kinds", marks=pytest.mark.more),
    ],
)
def test_each_stop_is_seen(
    width: int,
    scheme: str,
    which: str,
    browser: Browser,
    request: pytest.FixtureRequest,
    address_of: Callable[[Sample], str],
) -> None:
    """Visible, in the window, outlined at 3:1, covered by nothing (2.4.7, 2.4.11); never in a closed menu."""
    wrong = []
    kinds: list[Sample] = request.getfixturevalue(which)
    with window(browser, width, 740, color_scheme=scheme) as page:
        for sample in kinds:
            if sample.kind == "lost":
                continue
            visit(page, address_of(sample))
            stops = list(walk(page))
            assert len(stops) >= 3, sample
            page.evaluate("scrollTo(0, document.body.scrollHeight); document.activeElement.blur()")
            stops += walk(page, "Shift+Tab", 10)
            wrong += [(sample.name, stop["what"], stop["wrong"]) for stop in stops if stop["wrong"]]
            if width < 1024:
                wrong += [
                    (sample.name, stop["what"], "in the closed menu") for stop in stops if stop["inMenu"]
                ]
    assert wrong == []


def test_the_first_stop_skips_to_the_content(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    with window(browser, 360, 740) as page:
        for sample in kinds:
            if sample.kind == "lost":
                continue
            visit(page, address_of(sample))
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.getAttribute('href')") == "#content", sample
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "content", sample
            stop = next(walk(page))
            assert page.evaluate("document.activeElement.closest('main, footer') !== null"), (sample, stop)


def test_menu_and_search_are_buttons_and_fields(phone: Page) -> None:
    menu = phone.get_by_role("button", name="เมนู", exact=True)
    assert menu.evaluate("one => one.tagName") == "BUTTON"
    assert menu.get_attribute("aria-expanded") == "false"
    field = phone.get_by_role("searchbox")
    assert field.get_attribute("name") == "query"
    assert phone.get_by_role("search").get_by_role("button").count() == 1
    for one in (menu, field, phone.get_by_role("search").get_by_role("button")):
        box = one.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_takes_the_keyboard_and_gives_it_back(key: str, phone: Page) -> None:
    menu = phone.get_by_role("button", name="เมนู", exact=True)
    menu.focus()
    phone.keyboard.press(key)
    assert phone.locator("#frame-nav").is_visible()
    assert menu.get_attribute("aria-expanded") == "true"
    stop = focused(phone)
    assert stop
    assert (stop["inMenu"], stop["wrong"]) == (True, [])
    phone.keyboard.press("Tab")
    stop = focused(phone)
    assert stop
    assert (stop["inMenu"], stop["wrong"]) == (True, [])
    phone.keyboard.press("Escape")
    assert phone.locator("#frame-nav").is_hidden()
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("one => one === document.activeElement")


def test_the_keyboard_never_walks_behind_the_open_menu(phone: Page) -> None:
    phone.get_by_role("button", name="เมนู", exact=True).focus()
    phone.keyboard.press("Enter")
    stops = list(walk(phone))
    inside = [stop["inMenu"] for stop in stops]
    assert inside[0] is True
    assert inside.count(True) > 5
    # Once out, it stays out, and the menu has closed behind it.
    assert True not in inside[inside.index(False) :]
    assert phone.locator("#frame-nav").is_hidden()
    assert [stop for stop in stops if stop["wrong"]] == []


def test_results_are_announced_and_leave_with_escape(phone: Page) -> None:
    field = phone.get_by_role("searchbox")
    field.focus()
    phone.keyboard.insert_text("จัดซื้อ")
    results = phone.locator("[data-oit-result]")
    results.first.wait_for()
    said = phone.locator("[role=status]")
    assert any(character.isdigit() for character in said.inner_text())
    phone.keyboard.press("Escape")
    results.first.wait_for(state="hidden")
    assert field.evaluate("one => one === document.activeElement")


def test_no_single_key_does_anything(phone: Page) -> None:
    """WCAG 2.1.4: whoever speaks to a computer would set shortcuts off by accident."""
    before = phone.evaluate("[location.href, scrollY, document.body.outerHTML]")
    phone.evaluate("document.body.focus()")
    for key in string.ascii_lowercase + string.digits + "/.,?;[]\\-=ฟดสกหแ":
        phone.keyboard.press(key) if key.isascii() else phone.keyboard.insert_text(key)
        assert focused(phone) is None, key
    assert phone.evaluate("[location.href, scrollY, document.body.outerHTML]") == before


def test_nothing_moves_for_those_who_want_stillness(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
            || style.scrollBehavior === "smooth";
    }).map((one) => one.outerHTML.slice(0, 80))"""
    with window(browser, 360, reduced_motion="reduce") as page:
        for sample in kinds:
            visit(page, address_of(sample))
            assert page.evaluate(moving) == [], sample
            assert page.evaluate("document.getAnimations().length") == 0, sample


def test_forced_colours_keep_fields_buttons_and_signs(
    browser: Browser, item: str, address_of: Callable[[Sample], str]
) -> None:
    """In Windows' contrast themes grounds and shadows go: what was seen by them needs a border."""
    # Where all is there no bar is drawn: this town has things missing.
    bars = address_of(Sample("indicator", ".", "2565/9/"))
    borders = """(selectors) => selectors.filter((one) => {
        const element = document.querySelector(one);
        const edges = [element, element.parentElement].map((it) => getComputedStyle(it));
        return !edges.some((it) => it.borderTopStyle !== "none" && parseFloat(it.borderTopWidth) >= 1);
    })"""
    with window(browser, 360, forced_colors="active") as page:
        visit(page, item)
        assert page.evaluate(borders, [".frame-search input", "button.frame-menu"]) == []
        page.get_by_role("button", name="เมนู", exact=True).click()
        assert page.evaluate(borders, ["#frame-nav"]) == []
        visit(page, bars)
        fills = page.evaluate(
            """() => [".pr-bar__all", ".pr-bar__shown"].map((one) =>
                getComputedStyle(document.querySelector(one)).fill)"""
        )
        assert len(set(fills)) == 2
        sign = page.locator(".pr-sign__shape path").first
        assert sign.evaluate("one => getComputedStyle(one).fill") == page.evaluate(
            "getComputedStyle(document.querySelector('.pr-sign')).color"
        )
