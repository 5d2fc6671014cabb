"""Thai on a screen: large enough, enough space, no mark cut off, no compound broken in a heading."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from prongsai.thai.compounds import COMPOUNDS
from tests.quality.kinds import Sample
from tests.quality.looking import over, window

pytestmark = pytest.mark.e2e
INVISIBLE = {"\u2060", "\u200b", "\u00ad", "\ufeff"}


@pytest.mark.parametrize("width", [360, 1280])
def test_sizes_and_spaces(
    width: int, browser: Browser, pages: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """Nothing under 14 px; headings 700, 1.5 and unspaced; text 1.75; no mark cut."""
    ask = """() => [
        ...probe.smallText(14), ...probe.setting(), ...probe.cutMarks().map((one) => `mark ${one}`)
    ]"""
    with window(browser, width) as page:
        assert over(page, pages, address_of, ask) == {}


@pytest.mark.parametrize("width", [320, 360, 412, 768, 1280])
def test_headings_break_between_words(
    width: int, browser: Browser, pages: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    with window(browser, width) as page:
        assert over(page, pages, address_of, f"probe.brokenWords({list(COMPOUNDS)})") == {}


def test_the_probe_sees_what_is_wrong(browser: Browser) -> None:
    """A page with each fault: a probe that finds nothing would pass for ever."""
    with window(browser, 360) as page:
        page.set_content(
            "<main><h1 style='font: 400 32px/32px serif; letter-spacing: 1px; overflow: hidden; width: 130px;"
            "word-break: break-all'>ซื้อน้ำงบประมาณที่นี่</h1><p style='font: 13px/15px serif'>เล็ก</p></main>"
        )
        assert page.evaluate("probe.smallText(14)")
        wrong = " ".join(page.evaluate("probe.setting()"))
        assert all(word in wrong for word in ("weight 400", "letter-spacing", "line-height"))
        assert page.evaluate("probe.brokenWords(['งบประมาณ'])")
        page.set_content("<main><h1 style='font: 700 32px/10px serif; overflow: hidden'>ซื้อน้ำ</h1></main>")
        assert page.evaluate("probe.cutMarks()")


def test_text_stays_clean_when_copied(sites: dict[str, Path]) -> None:
    """No invisible characters keep words together: they would come along when somebody copies."""
    polluted = {
        path
        for site in sites.values()
        for path in site.rglob("*.html")
        if not INVISIBLE.isdisjoint(path.read_text("utf-8"))
    }
    assert polluted == set()
