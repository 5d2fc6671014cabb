"""The form in which texts are compared: the same in the compiler and in the browser."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

import prongsai_theme
from prongsai.thai.matching import plain
from tests.conftest import launched

SCRIPT = Path(prongsai_theme.__file__).parent / "assets" / "prongsai" / "search-text.js"
VECTORS: list[list[str]] = json.loads((Path(__file__).parent / "folding.json").read_text("utf-8"))
LETTERS = [*map(chr, range(0xE00, 0xE5C)), *"aZ09 .-é/\u200b\u00a0\ufeffｏ１№ﬁ😀𝟙٣\u0301\n"]


@pytest.fixture(scope="module")
def page(chromium: str | None) -> Iterator[Page]:
    with launched(chromium) as browser:
        opened = browser.new_page()
        opened.add_script_tag(path=SCRIPT)
        yield opened


def random_texts(count: int) -> list[str]:
    draw = random.Random(2566)
    return ["".join(draw.choices(LETTERS, k=draw.randrange(16))) for _ in range(count)]


@pytest.mark.parametrize(("text", "form"), VECTORS)
def test_the_compiler_folds_as_written(text: str, form: str) -> None:
    assert plain(text) == form


@given(st.text(st.sampled_from(LETTERS) | st.characters()))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("marks", ["่้", "ิี", "ำ่", "ํ่า", "เ", "่้์ัิ"])
def test_a_text_of_marks_alone_is_quick(marks: str) -> None:
    started = time.perf_counter()
    plain(marks * 50_000)
    assert time.perf_counter() - started < 5


@pytest.mark.e2e
def test_the_browser_folds_as_written(page: Page) -> None:
    texts = [text for text, _ in VECTORS]
    found = page.evaluate("(texts) => texts.map(prongsaiText.plain)", texts)
    assert dict(zip(texts, found, strict=True)) == dict(VECTORS)


@pytest.mark.e2e
def test_the_browser_folds_any_text_as_the_compiler_does(page: Page) -> None:
    draw = random.Random(9)
    marks = ["".join(draw.choices("กเ่้๊์ัิีุ็ํำา", k=14)) for _ in range(5_000)]
    texts = random_texts(5_000) + marks
    found = page.evaluate("(texts) => texts.map(prongsaiText.plain)", texts)
    different = [
        (text, plain(text), got) for text, got in zip(texts, found, strict=True) if plain(text) != got
    ]
    assert different == []


@pytest.mark.e2e
def test_a_stretch_of_the_form_is_found_again_in_the_text(page: Page) -> None:
    wrong = page.evaluate(
        """(texts) => texts.map((text) => text.normalize("NFC")).filter((text) => {
          const { plain, at } = prongsaiText.fold(text);
          if (plain.length !== at.length) return true;
          for (let start = 0; start < plain.length; start += 1) {
            const [from, to] = prongsaiText.stretch(text, at, start, start + 1);
            const cut = (place) => place > 0 && /^[\\p{M}\\u0e33]/u.test(text.slice(place));
            if (from < 0 || to > text.length || from >= to || cut(from) || cut(to)) return true;
          }
          return false;
        })""",
        random_texts(2_000),
    )
    assert wrong == []
