"""axe, with its best practices and the rules of WCAG 2.2 AA, over every kind of page.

axe sees no more than half of what keeps people out; the rest is in the modules beside this one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.quality.kinds import Sample
from tests.quality.looking import visit, window

pytestmark = pytest.mark.e2e
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PHONE, DESK = (360, "light"), (1280, "dark")
REST = [pytest.param(*look, marks=pytest.mark.more) for look in ((360, "dark"), (1280, "light"))]


def violations(page: Page, tags: list[str] = TAGS) -> list[str]:
    """What axe finds wrong by the rules under ``tags``, a line for each with the first elements at fault."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        """(tags) => axe.run(document, {
            runOnly: {type: "tag", values: tags},
            rules: {"target-size": {enabled: true}},
            resultTypes: ["violations"],
        }).then((told) => told.violations.map(({id, help, nodes}) => ({
            id, help, nodes: nodes.map((node) => node.html.slice(0, 160)),
        })))""",
        tags,
    )
    return [f"{one['id']}: {one['help']}: {len(one['nodes'])} × {one['nodes'][:3]}" for one in found]


def over(
    page: Page, pages: list[Sample], address_of: Callable[[Sample], str]
) -> dict[tuple[str, str], list[str]]:
    """What axe finds, by page, where it finds anything."""
    told = {}
    for sample in pages:
        visit(page, address_of(sample))
        found = violations(page)
        if found:
            told[sample.name, sample.path] = found
    return told


@pytest.mark.parametrize(("width", "scheme"), [PHONE, pytest.param(*DESK, marks=pytest.mark.more), *REST])
def test_axe_finds_nothing(
    width: int, scheme: str, browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    with window(browser, width, color_scheme=scheme) as page:
        assert over(page, kinds, address_of) == {}


def test_axe_finds_nothing_on_a_dark_desk(
    browser: Browser, main_kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """The colours of all components, dark ones too, are looked at in the gallery (test_gallery.py)."""
    with window(browser, 1280, color_scheme="dark") as page:
        assert over(page, main_kinds, address_of) == {}


@pytest.mark.more
@pytest.mark.parametrize(("width", "scheme"), [PHONE, DESK])
def test_axe_finds_nothing_on_the_emptiest_pages(
    width: int, scheme: str, browser: Browser, pages: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    with window(browser, width, color_scheme=scheme) as page:
        assert over(page, pages, address_of) == {}


@pytest.mark.parametrize(("width", "scheme"), [PHONE, DESK, *REST])
def test_axe_finds_nothing_with_what_opens(
    width: int, scheme: str, browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """The menu, the results of a search, and whatever else is folded away."""
    item = address_of(next(sample for sample in kinds if sample.kind == "item"))
    with window(browser, width, color_scheme=scheme) as page:
        visit(page, item)
        page.locator("input[name=query]").first.fill("จัดซื้อ")
        page.locator("[data-oit-result]").first.wait_for()
        assert violations(page) == []
        visit(page, item)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        if width < 1024:
            page.locator("button[popovertarget]").first.click()
            page.locator("#frame-nav").wait_for()
        assert violations(page) == []


def test_axe_sees_what_is_wrong(browser: Browser) -> None:
    with window(browser, 360) as page:
        page.set_content(
            "<html><body><img src='x'><p style='color: #bbb'>จาง</p><a href='x'></a></body></html>"
        )
        found = " ".join(violations(page))
        assert all(rule in found for rule in ("image-alt", "color-contrast", "link-name", "html-has-lang"))
