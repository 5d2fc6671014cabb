"""Thai on any screen: large enough, enough space, nothing cut off, no compound broken in what is short.

All pages are walked once, each looked at in every way that the tests ask about.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from prongsai.thai.compounds import COMPOUNDS
from tests.quality.kinds import Sample
from tests.quality.looking import SPACED, restyle, visit, window

pytestmark = pytest.mark.e2e
SHOWN_BY_STYLE = re.compile(r' data-label="[^"]*"')
INVISIBLE = {"\u2060", "\u200b", "\u00ad", "\ufeff"}


@dataclass(frozen=True)
class Look:
    """A way of looking at a page: the window's width in CSS pixels and a style of the reader's own."""

    name: str
    width: int
    css: str = ""


NARROW = Look("narrowest: 1280 px at 400 %", 320)
PHONE = Look("phone", 360)
ZOOMED = Look("1280 px at 200 %", 640)
DESK = Look("desk", 1280)
TABLET = Look("tablet", 768)
PLAIN = (NARROW, PHONE, Look("large phone", 412), ZOOMED, TABLET, DESK)
SPACES = tuple(Look(f"spaced {look.name}", look.width, SPACED) for look in (NARROW, PHONE, TABLET, DESK))
LOOKS = (*PLAIN, *SPACES)
TYPE = "[...probe.smallText(14), ...probe.setting(), ...probe.cutMarks()]"
LAYOUT = "[...probe.cutText(), ...probe.overlaps()]"
WORDS = f"probe.brokenWords({list(COMPOUNDS)})"
ASKED: dict[str, tuple[tuple[Look, ...], str]] = {
    "type": ((PHONE, DESK), TYPE),
    "layout": (LOOKS, LAYOUT),
    "words": (PLAIN, WORDS),
}
Survey = dict[tuple[str, str], dict[str, list[str]]]


@pytest.fixture(scope="module")
def survey(browser: Browser, pages: list[Sample], address_of: Callable[[Sample], str]) -> Survey:
    """What the probe answers, by question and look, for the pages where it has something to say."""
    told: Survey = {}
    with window(browser, 360) as page:
        for sample in pages:
            if sample.kind == "lost":
                continue
            visit(page, address_of(sample))
            for width in sorted({look.width for look in LOOKS}):
                page.set_viewport_size({"width": width, "height": 800})
                for look in (one for one in LOOKS if one.width == width):
                    restyle(page, look.css)
                    for name, answer in answers(page, look).items():
                        found = told.setdefault((name, look.name), {})
                        if answer:
                            found[f"{sample.kind} {sample.project} /{sample.path}"] = answer
    return told


def answers(page: Page, look: Look) -> dict[str, list[str]]:
    """What the probe answers to each question that is asked of this look."""
    return {name: page.evaluate(ask) for name, (looks, ask) in ASKED.items() if look in looks}


@pytest.mark.parametrize("look", ASKED["type"][0], ids=lambda look: look.name)
def test_sizes_and_spaces(look: Look, survey: Survey) -> None:
    """Nothing under 14 px; headings 700, 1.5 and unspaced; text 1.75; no mark cut off."""
    assert survey["type", look.name] == {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_nothing_is_cut_or_covered(look: Look, survey: Survey) -> None:
    """No sideways scrolling down to 320 px, nor with the spaces that a reader may set."""
    assert survey["layout", look.name] == {}


@pytest.mark.parametrize("look", ASKED["words"][0], ids=lambda look: look.name)
def test_headings_labels_and_menus_break_between_words(look: Look, survey: Survey) -> None:
    assert survey["words", look.name] == {}


def test_the_probe_sees_what_is_wrong(browser: Browser) -> None:
    """A page with each fault: a probe that finds nothing would pass for ever."""
    with window(browser, 360) as page:
        page.goto("about:blank")
        page.set_content(
            "<main><h1 style='font: 400 32px/32px serif; letter-spacing: 1px; width: 130px;"
            "word-break: break-all'>ซื้อน้ำงบประมาณที่นี่</h1><p style='font: 13px/15px serif'>เล็ก</p></main>"
        )
        assert page.evaluate("probe.smallText(14)")
        wrong = " ".join(page.evaluate("probe.setting()"))
        assert all(word in wrong for word in ("weight 400", "letter-spacing", "line-height"))
        assert page.evaluate("probe.brokenWords(['งบประมาณ'])")
        page.set_content("<main><h1 style='font: 700 32px/10px serif; overflow: hidden'>ซื้อน้ำ</h1></main>")
        assert page.evaluate("probe.cutMarks()")
        page.set_content(
            "<main><p style='width: 40px; overflow: hidden; white-space: nowrap'>ยาวเกินกล่องไปมาก</p>"
            "<p style='margin-top: -35px'>ซ้อนกัน</p><p style='width: 700px'>กว้าง</p></main>"
        )
        wrong = " ".join(page.evaluate(LAYOUT))
        assert all(word in wrong for word in ("cut off by", "over p", "scrolls sideways"))


def test_an_empty_box_of_results_takes_no_room(
    browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    """Not even with the space that a reader puts after paragraphs."""
    item = next(sample for sample in kinds if sample.kind == "item")
    with window(browser, 320) as page:
        visit(page, address_of(item))
        restyle(page, SPACED)
        assert page.locator(".frame-found").evaluate("(box) => box.getBoundingClientRect().height") == 0


def test_text_stays_clean_when_copied(sites: dict[str, Path]) -> None:
    """No invisible characters keep words together: they would come along when somebody copies.

    What a style sheet shows of an attribute cannot be copied.
    """
    polluted = {
        path
        for site in sites.values()
        for path in site.rglob("*.html")
        if not INVISIBLE.isdisjoint(SHOWN_BY_STYLE.sub("", path.read_text("utf-8")))
    }
    assert polluted == set()
