"""The gallery of components in a browser: as a phone and a desk show them, and clean by axe."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from prongsai.pages.style import component_styles, with_tokens
from scripts.gallery import ASSETS, components, gallery
from tests.quality.looking import window
from tests.quality.test_axe import TAGS, violations

pytestmark = pytest.mark.e2e
MEASURE = """(boxes) => Object.fromEntries([...document.querySelectorAll(boxes)].map((box) => [
    box.dataset.box,
    [...box.querySelectorAll("*")].map((one) => {
        const {width, height} = one.getBoundingClientRect();
        const style = getComputedStyle(one);
        return [one.tagName, Math.round(width), Math.round(height), style.display, style.color].join(" ");
    }),
]))"""
VIEWS = {"phone": (360, 360, 16), "desk": (1280, 952, 20)}
"""The window, the page's own part of it, and the space at its sides."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("gallery") / "index.html"
    path.write_text(gallery(), "utf-8")
    return path.as_uri()


def plain(width: str, scheme: str, folder: Path) -> str:
    """A page of a site that holds all examples as they are, with the style that sites have."""
    style = with_tokens((ASSETS / "theme.css").read_text("utf-8")) + component_styles()
    for font in (ASSETS / "fonts").iterdir():
        style = style.replace(f'"fonts/{font.name}"', f'"{font.as_uri()}"')
    _, part, side = VIEWS[width]
    style += f".test-part {{ width: {part}px; padding: 16px {side}px }}"
    (folder / "style.css").write_text(
        re.sub("font-display: (swap|optional)", "font-display: block", style), "utf-8"
    )
    html = ""
    for one in components():
        assess = " pr-page--assess" if one.name == "sheet" else ""
        for number, state in enumerate(one.states, 1):
            (box,) = [box for box in state.boxes if (box.width, box.scheme) == (width, scheme)]
            html += (
                f'<div class="test-part frame-content frame-article"><div class="pr-page{assess}" '
                f'data-box="{one.name} {number} {width} {scheme}">\n{box.html}\n</div></div>'
            )
    path = folder / "index.html"
    path.write_text(
        '<!doctype html><html lang="th" class="frame-font"><head><meta charset="utf-8"><title>ทดสอบ</title>'
        f'<link rel="stylesheet" href="style.css"></head><body>{html}</body></html>',
        "utf-8",
    )
    return path.as_uri()


def measured(page: Page, address: str, boxes: str) -> dict[str, list[str]]:
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")
    found: dict[str, list[str]] = page.evaluate(MEASURE, boxes)
    return found


@pytest.mark.parametrize(("width", "scheme"), [("phone", "dark"), ("desk", "light")])
def test_a_box_shows_what_a_page_shows(
    width: str, scheme: str, browser: Browser, address: str, tmp_path: Path
) -> None:
    """Each element has the size, the kind of box and the colour that it has on a page in a real window."""
    with window(browser, 1500, prepare="", color_scheme="light") as page:
        here = measured(page, address, f'[data-box$="{width} {scheme}"]')
    with window(browser, VIEWS[width][0], prepare="", color_scheme=scheme) as page:
        there = measured(page, plain(width, scheme, tmp_path), "[data-box]")
    assert len(here) > 80
    assert {name: (here[name], there[name]) for name in there if here[name] != there[name]} == {}


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.more)])
def test_axe_finds_nothing_in_the_gallery(scheme: str, browser: Browser, address: str) -> None:
    """Boxes of both schemes; without best practices: headings and landmarks of a page recur in every box."""
    tags = [tag for tag in TAGS if tag != "best-practice"]
    with window(browser, 1280, prepare="", color_scheme=scheme) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        assert violations(page, tags) == []
        assert said == []
