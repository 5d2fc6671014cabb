"""A reader who sets larger letters in the browser, up to double, and leaves the window as it is."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import launched
from tests.quality.kinds import Sample
from tests.quality.looking import visit, window

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def browser(chromium: str | None) -> Iterator[Browser]:
    """Chromium whose own setting for letters is twice the usual one."""
    with launched(chromium, "--blink-settings=defaultFontSize=32") as browser:
        yield browser


def test_double_letters_fit(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    wrong = {}
    with window(browser, 360) as page:
        for sample in kinds:
            if sample.kind == "lost":
                continue
            visit(page, address_of(sample))
            assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32, sample
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                found = page.evaluate("[...probe.cutText(), ...probe.overlaps()]")
                if found:
                    wrong[sample.name, width] = found
    assert wrong == {}
