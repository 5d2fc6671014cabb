"""The style sheet of the content and the pages' texts: tokens alone, and nothing that no page uses."""

import re
from pathlib import Path

import pytest

from prongsai.pages.labels import labels
from prongsai.pages.style import component_styles, tokens

TEMPLATES = "generator/prongsai/pages"
MADE_UP = re.compile(r"pr-(page|sign|banner|receipt|chart__bar)--\w+")
"""Classes whose end a template fills in."""


@pytest.fixture
def style() -> str:
    return component_styles()


def test_colours_come_from_tokens(style: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(", style) == []
    for value in re.findall(r"(?<![-\w])(?:color|background|fill):\s*([^;]+);", style):
        plain = value in {"none", "Canvas", "CanvasText", "GrayText"}
        shades = re.findall(r"linear-gradient\(to \w+, (var\([^)]+\)[^)]*)\) \w", value)
        assert plain or value.startswith("var(--pr-") or shades, value
        assert all(re.fullmatch(r"var\(--pr-[\w-]+\)( \d+%)?, transparent", shade) for shade in shades), value


@pytest.fixture
def frame(root: Path) -> str:
    return (root / "theme/prongsai_theme/assets/prongsai/theme.css").read_text("utf-8")


def test_tokens_exist(style: str, frame: str) -> None:
    used = set(re.findall(r"var\((--pr-[\w-]+)\)", style + frame + tokens()))
    assert {token for token in used if f"{token}:" not in tokens()} == set()


def test_every_token_is_used(style: str, frame: str) -> None:
    named = set(re.findall(r"(--pr-[\w-]+):", tokens()))
    assert {token for token in named if f"var({token})" not in style + frame} == set()


@pytest.fixture
def used(root: Path) -> str:
    folder = root / TEMPLATES
    return "\n".join(
        path.read_text("utf-8")
        for path in (*folder.rglob("*.html"), *folder.rglob("*.py"))
        if path.name != "example.py"
    )


def test_every_text_is_used(used: str) -> None:
    assert {name for name in vars(labels("th")) if not re.search(rf"\bt\.{name}\b", used)} == set()


def test_every_class_is_used(style: str, used: str) -> None:
    classes = {name for name in re.findall(r"\.(pr-[\w-]+)", style) if not MADE_UP.fullmatch(name)}
    assert {name for name in classes if name not in used} == set()
