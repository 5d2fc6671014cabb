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

pytestmark = pytest.mark.e2e
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
LOOKS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, one line for each rule with the first elements at fault."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        """(tags) => axe.run(document, {
            runOnly: {type: "tag", values: tags},
            rules: {"target-size": {enabled: true}},
            resultTypes: ["violations"],
        }).then((told) => told.violations.map(({id, help, nodes}) => ({
            id, help, nodes: nodes.map((node) => node.html.slice(0, 160)),
        })))""",
        TAGS,
    )
    return [f"{one['id']}: {one['help']}: {len(one['nodes'])} × {one['nodes'][:3]}" for one in found]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(
    width: int, scheme: str, browser: Browser, pages: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for sample in pages:
        page.goto(address_of(sample))
        found[sample.kind, sample.project, sample.path] = violations(page)
    context.close()
    assert {sample: wrong for sample, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_with_what_opens(
    width: int, scheme: str, browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """The menu, the results of a search, and whatever else is folded away."""
    item = next(sample for sample in kinds if sample.kind == "item")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address_of(item))
    page.locator("input[name=query]").first.fill("จัดซื้อ")
    page.locator("[data-oit-result]").first.wait_for()
    assert violations(page) == []
    page.goto(address_of(item))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if width < 1024:
        page.locator("button[popovertarget]").first.click()
        page.locator("#frame-nav").wait_for()
    assert violations(page) == []
    context.close()
