"""What Material's own parts say in Thai: every key, and the words that Material has wrong."""

import re
from pathlib import Path

import material
import pytest
from jinja2 import Environment, FileSystemLoader

import prongsai_theme

OURS = Path(prongsai_theme.__file__).parent
MATERIALS = Path(material.__file__).parent / "templates"
ENGLISH = dict(
    re.findall(
        r'^  "([\w.]+)": "(.*?)"',
        (MATERIALS / "partials/languages/en.html").read_text("utf-8"),
        flags=re.MULTILINE,
    )
)
SETTINGS = {
    "language",
    "direction",
    "search.config.lang",
    "search.config.pipeline",
    "search.config.separator",
}
"""Read by machines."""


def says(key: str, *folders: Path) -> str:
    """What Material's templates would print for ``key``, with its own detour over English."""
    templates = Environment(loader=FileSystemLoader(folders))
    text = '{% import "partials/language.html" as lang with context %}{{ lang.t(key) }}'
    return templates.from_string(text).render(key=key, config={"theme": {"language": "th"}})


def test_material_has_keys() -> None:
    assert len(ENGLISH) > 50


@pytest.mark.parametrize("key", ENGLISH)
def test_every_key_is_thai(key: str) -> None:
    said = says(key, OURS, MATERIALS)
    own = '{% import "partials/languages/th.html" as lang %}{{ lang.t(key) }}'
    assert Environment(loader=FileSystemLoader(OURS)).from_string(own).render(key=key) == said
    if key in SETTINGS:
        assert said
    else:
        assert re.search("[ก-๙]", said)
        assert ("#" in said) == ("#" in ENGLISH[key])


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("source.file.date.created", "สร้างเมื่อ"),
        ("source.file.date.updated", "ปรับปรุงล่าสุด"),
        ("blog.categories.in", "ใน"),
        ("blog.authors", "ผู้เขียน"),
        ("header", "ส่วนหัว"),
        ("search.result.one", "พบ 1 เอกสารที่ตรงกัน"),
        ("direction", "ltr"),
    ],
)
def test_what_material_has_wrong_or_lacks_is_right(key: str, text: str) -> None:
    assert says(key, OURS, MATERIALS) == text
    assert says(key, MATERIALS) != text or key == "direction"


def test_no_two_dates_say_the_same() -> None:
    dates = [key for key in ENGLISH if key.startswith("source.file.date.")]
    assert len({says(key, OURS, MATERIALS) for key in dates}) == len(dates) == 2
