"""The style sheet of the content and the pages' texts: tokens alone, and nothing that no page uses."""

import re
from pathlib import Path

import pytest

from prongsai.pages.labels import labels

STYLE = "theme/prongsai_theme/assets/prongsai/pages.css"
TEMPLATES = "generator/prongsai/pages"
MADE_UP = re.compile(r"pr-(page|sign|banner|receipt|chart__bar|figures__table)--\w+")
"""Classes whose end a template fills in."""


@pytest.fixture
def style(root: Path) -> str:
    text = (root / STYLE).read_text("utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def test_colours_come_from_tokens(style: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(", style) == []
    for value in re.findall(r"(?<![-\w])(?:color|background|fill):\s*([^;]+);", style):
        assert value.startswith("var(--pr-") or value in {"none", "Canvas", "CanvasText", "GrayText"}, value


def test_tokens_exist(root: Path, style: str) -> None:
    theme = (root / "theme/prongsai_theme/assets/prongsai/theme.css").read_text("utf-8")
    missing = {token for token in re.findall(r"var\((--[\w-]+)", style) if f"{token}:" not in theme}
    assert missing == set()


@pytest.fixture
def used(root: Path) -> str:
    folder = root / TEMPLATES
    return "\n".join(
        path.read_text("utf-8") for path in (*folder.glob("templates/*.html"), *folder.rglob("*.py"))
    )


def test_every_text_is_used(used: str) -> None:
    assert {name for name in vars(labels("th")) if not re.search(rf"\bt\.{name}\b", used)} == set()


def test_every_class_is_used(style: str, used: str) -> None:
    classes = {name for name in re.findall(r"\.(pr-[\w-]+)", style) if not MADE_UP.fullmatch(name)}
    assert {name for name in classes if name not in used} == set()
