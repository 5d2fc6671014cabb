"""The strictest security policy: nothing inline, nothing from elsewhere, whatever somebody does on a page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.quality.kinds import Sample
from tests.quality.looking import visit, window
from tests.quality.server import POLICY, served

pytestmark = pytest.mark.e2e
LISTEN = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
"""


def use(page: Page) -> None:
    """Do what people do: open the menu, search, unfold what is folded."""
    menu = page.locator("button[popovertarget]").first
    if not menu.count():
        return
    if menu.is_visible():
        menu.click()
        page.keyboard.press("Escape")
    page.locator("input[name=query]").first.fill("จัดซื้อ o12")
    page.locator("[data-oit-result], [role=status]:not(:empty)").first.wait_for()
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.wait_for_load_state("networkidle")


def is_fault(message: ConsoleMessage) -> bool:
    """Whether something went wrong: for a page that names no icon, a browser looks for one by itself."""
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


def test_no_page_breaks_the_policy(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    broken = {}
    with window(browser, 360) as page:
        page.context.add_init_script(LISTEN)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if is_fault(message) else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for sample in kinds:
            visit(page, address_of(sample))
            use(page)
            if found := [*page.evaluate("window.violations"), *said]:
                broken[sample.name] = found
            said.clear()
    assert broken == {}


def test_the_policy_is_sent_and_bites(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    with window(browser, 360) as page:
        page.context.add_init_script(LISTEN)
        answer = page.goto(address_of(kinds[0]))
        assert answer
        assert answer.header_value("content-security-policy") == POLICY
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
        page.wait_for_function("window.violations.length > 0")


def test_in_a_folder_of_somebody_elses_site_all_works_the_same(
    browser: Browser, sites: dict[str, Path]
) -> None:
    """Two folders deep, without the site knowing: its menu, its search, its links, and under the policy."""
    site = sites["examples/namsai"]
    with served(site.parent.parent) as root, window(browser, 360) as page:
        page.context.add_init_script(LISTEN)
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        where = f"{root}{site.parent.name}/{site.name}/"
        for address in ("", "2567/o12/", "2567/o12/index.html", "units/"):
            visit(page, where + address)
            use(page)
            assert page.evaluate("window.violations") == []
        page.locator("input[name=query]").first.fill("o12")
        page.locator("[data-oit-result]:visible").first.click()
        page.wait_for_url(f"{where}**/index.html*")
        assert failed == []
