"""Components: each whole in its folder, shown in the gallery, and without a class that nobody uses."""

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest

from prongsai.pages.style import COMPONENTS, ORDER
from scripts.gallery import apart, asked_of_boxes, components, contrast, gallery
from tests.pages.test_pages_site import Outline

PARTS = ("template.html", "style.css", "example.py")
MEANT = {"pr-page", "pr-page--assess", "pr-head", "pr-kicker", "pr-prose", "pr-overview", "pr-empty"}
MEANT |= {"pr-record", "pr-meanings", "pr-own"}
"""Classes around components, in the templates of pages."""


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """All that a component's examples draw, by its name."""
    return {one.name: "".join(state.boxes[0].html for state in one.states) for one in components()}


@pytest.fixture(scope="module")
def whole() -> str:
    return gallery()


def test_every_component_has_all_its_parts_and_a_place() -> None:
    folders = {path.name for path in COMPONENTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(ORDER)
    assert len(ORDER) == len(set(ORDER))
    lacking = [
        f"{name}/{part}" for name in ORDER for part in PARTS if not (COMPONENTS / name / part).is_file()
    ]
    assert lacking == []


def _classes(name: str) -> Iterator[str]:
    style = re.sub(r"/\*.*?\*/", "", (COMPONENTS / name / "style.css").read_text("utf-8"), flags=re.DOTALL)
    yield from re.findall(r"\.(pr-[\w-]+)", style)


def test_examples_use_every_class_of_their_style(drawn: dict[str, str]) -> None:
    used = set(re.findall(r"pr-[\w-]+", " ".join(drawn.values())))
    unused = {(name, one) for name in ORDER for one in _classes(name) if one not in used | MEANT}
    assert unused == set()


def test_examples_are_sound_html(drawn: dict[str, str]) -> None:
    for html in drawn.values():
        assert Outline(html).open == []


def test_every_macro_of_every_component_is_called(root_templates: str) -> None:
    for name in ORDER:
        text = (COMPONENTS / name / "template.html").read_text("utf-8")
        for macro in re.findall(r"\{% macro (\w+)\(", text):
            assert len(re.findall(rf"\b{macro}\(", root_templates)) > 1, (name, macro)


@pytest.fixture
def root_templates() -> str:
    pages = COMPONENTS.parent
    return "\n".join(path.read_text("utf-8") for path in (*pages.rglob("*.html"), *pages.glob("*.py")))


def test_the_gallery_shows_every_component_with_its_sources(whole: str) -> None:
    for name in ORDER:
        assert f'data-component="{name}"' in whole
        for part in PARTS:
            assert f"generator/prongsai/pages/components/{name}/{part}" in whole
    boxes = set(re.findall(r'data-box="([^"]+)"', whole))
    looks = [f"{width} {scheme}" for width in ("phone", "desk") for scheme in ("light", "dark")]
    wanted = {
        f"{one.name} {number} {look}"
        for one in components()
        for number in range(1, len(one.states) + 1)
        for look in looks
    }
    assert boxes == wanted
    assert {box.split()[0] for box in boxes} == set(ORDER)


def test_the_gallery_is_sound_and_loads_nothing(whole: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', whole)
    assert len(ids) == len(set(ids))
    assert not re.search(r"<script|<link|\sstyle=|\son\w+=|@import|<img|src=", whole)
    assert set(re.findall(r'url\("?(#|data:|[a-z]+:)', whole)) == {"#", "data:"}
    (style,) = re.findall(r"<style>(.*?)</style>", whole, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in whole
    assert "default-src &#39;none&#39;" in whole


def test_every_colour_is_shown_with_its_contrast(whole: str) -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert whole.count("<td>yes</td>") == 2 * 16
    assert "<td>no</td>" not in whole


def test_a_window_becomes_a_box() -> None:
    assert asked_of_boxes("@media (min-width: 48em) { a { width: 2vw } }") == (
        "@container (min-width: 48em) { a { width: 2cqw } }"
    )
    assert asked_of_boxes("@media print, (min-width: 48em) {") == "@container (min-width: 48em) {"
    assert asked_of_boxes("@media screen and (max-width: 47.99em) {") == "@container (max-width: 47.99em) {"
    assert asked_of_boxes("@media print {") == "@media not all {"
    kept = "@media (forced-colors: active) {"
    assert asked_of_boxes(kept) == kept


def test_a_state_stands_apart_from_its_copies() -> None:
    html = (
        '<p id="a"><a href="#a">x</a> <a href="../b/">y</a> <a href="https://c.invalid">z</a>'
        ' <b aria-labelledby="a q">'
    )
    assert apart(html, "n") == (
        '<p id="n-a"><a href="#n">x</a> <a href="#n">y</a> <a href="https://c.invalid">z</a>'
        ' <b aria-labelledby="n-a q">'
    )
