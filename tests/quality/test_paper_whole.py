"""On paper: headings whole and with what they head, and no last sheet for the sake of a foot."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.quality.looking import visit, window
from tests.quality.server import served

pytestmark = pytest.mark.e2e
PAGES = {"": 2, "2567/o8/": 7, "2567/o16/": 5, "2567/9.3/": 1, "2567/measures/": 4}
"""Pages with headings that came to the foot of a sheet, and how many sheets each may take."""
MARK = """() => {
    // Words at the top and bottom of each heading and of what comes with it, for the text of the paper.
    const put = (holder, word, edge) => {
        const mark = document.createElement("span");
        mark.textContent = word;
        mark.style.cssText = `position: absolute; left: 0; ${edge}: 0; font: 4px/4px monospace`;
        holder.style.position = "relative";
        holder.append(mark);
    };
    let number = 0;
    for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4):not(.pr-unseen)")) {
        if (!heading.checkVisibility()) continue;
        number += 1;
        put(heading, `@A${number}@`, "top");
        put(heading, `@Z${number}@`, "bottom");
    }
    for (const one of document.querySelectorAll(".pr-measure")) {
        number += 1;
        put(one.querySelector("h3"), `@A${number}@`, "top");
        put(one.querySelector("dd"), `@Z${number}@`, "bottom");
    }
    return number;
}"""


@dataclass(frozen=True)
class Paper:
    """The text of each sheet without white space, and how many pairs of marks there are."""

    sheets: tuple[str, ...]
    pairs: int


def sheets_of(page: Page) -> tuple[str, ...]:
    """What the printer gets."""
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return tuple("".join(sheet.extract_text().split()) for sheet in pdf.pages)


@pytest.fixture(scope="module")
def papers(browser: Browser, sites: dict[str, Path]) -> dict[str, Paper]:
    """Each of the pages as printed."""
    found = {}
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        for path in PAGES:
            visit(page, root + path)
            page.emulate_media(media="print")
            pairs = page.evaluate(MARK)
            found[path] = Paper(sheets_of(page), pairs)
            page.emulate_media(media="screen")
    return found


def test_headings_are_whole_and_with_the_first_of_what_they_head(papers: dict[str, Paper]) -> None:
    torn = [
        (path, number)
        for path, paper in papers.items()
        for number in range(1, paper.pairs + 1)
        if not any(f"@A{number}@" in text and f"@Z{number}@" in text for text in paper.sheets)
    ]
    assert papers["2567/measures/"].pairs > 10
    assert torn == []


def test_no_sheet_for_the_sake_of_a_foot(papers: dict[str, Paper]) -> None:
    assert {path: len(paper.sheets) for path, paper in papers.items()} == PAGES


def test_marks_above_a_heading_stay_on_its_sheet(browser: Browser, sites: dict[str, Path]) -> None:
    """A margin is gone at the head of a sheet: what keeps them there is padding."""
    room = """() => [...document.querySelectorAll("main :is(h2, h3):not(.pr-unseen)")].map((one) => {
        const style = getComputedStyle(one);
        return [one.textContent, parseFloat(style.paddingTop) / parseFloat(style.fontSize)];
    })"""
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        visit(page, f"{root}2567/o2/")
        page.emulate_media(media="print")
        headings = page.evaluate(room)
    assert len(headings) > 4
    within = ("ที่มาของข้อมูลหน้านี้",)  # under the edge of a box
    assert [one for one in headings if one[0] not in within and one[1] < 0.35] == []


def test_what_nobody_opens_on_paper_is_left_out(browser: Browser, sites: dict[str, Path]) -> None:
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        visit(page, f"{root}2567/o2/")
        assert page.locator(".pr-trust").get_by_text("JSON").first.is_visible()
        page.emulate_media(media="print")
        assert (
            not page.locator("body")
            .get_by_text("JSON")
            .or_(page.locator("body").get_by_text("CSV"))
            .filter(visible=True)
            .count()
        )
        address, code = page.locator(".pr-here__address"), page.locator(".pr-here .pr-qr__code")
        one, two = address.bounding_box(), code.bounding_box()
        assert one and two
        assert two["y"] < one["y"] < two["y"] + two["height"]
        assert two["x"] > one["x"] + one["width"] / 2


def test_an_address_behind_a_heading_is_small_and_below_it(browser: Browser, sites: dict[str, Path]) -> None:
    style = """(link) => {
        const {fontWeight, fontSize, display} = getComputedStyle(link, "::after");
        return [fontWeight, parseFloat(fontSize) < parseFloat(getComputedStyle(link).fontSize), display];
    }"""
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        visit(page, root)
        page.emulate_media(media="print")
        found = page.locator(".pr-banner__title a[href^=http]").first.evaluate(style)
    assert found == ["400", True, "inline-block"]
