"""On paper: nothing that only a screen needs, no row cut in two, addresses that can be typed in."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.quality.kinds import Sample
from tests.quality.looking import visit, window

pytestmark = pytest.mark.e2e
UNBROKEN = "tbody tr, .pr-items__one, .pr-evidence__one, .pr-card, .pr-channels__one"
"""What must stay on one sheet."""
MARK = """(unbroken) => {
    // A word at the top and at the bottom of each row, which the text of the paper then shows by sheet.
    let number = 0;
    for (const row of document.querySelectorAll(unbroken)) {
        if (!row.checkVisibility() || row.parentElement.closest(unbroken)) continue;
        number += 1;
        row.style.position = "relative";
        const holder = row.tagName === "TR" ? [...row.children].find((cell) => cell.checkVisibility()) : row;
        for (const [edge, word] of [["top", "A"], ["bottom", "Z"]]) {
            const mark = document.createElement("span");
            mark.textContent = `@${word}${number}@`;
            mark.style.cssText = `position: absolute; left: 0; ${edge}: 0; font: 4px/4px monospace`;
            holder.append(mark);
        }
    }
    for (const heading of document.querySelectorAll("main :is(h1, h2, h3)")) heading.append("@H@");
    return number;
}"""
LOOK = """(hidden) => ({
    shown: [...document.querySelectorAll(hidden)].filter((one) => one.checkVisibility()).length,
    addresses: [
        ...[...document.querySelectorAll("main a:is([href^='http'], [href^='mailto'])")]
            .filter((one) => one.checkVisibility()).map((one) => one.href),
        ...[...document.querySelectorAll("main [data-oit-evidence]")].map((one) => one.dataset.oitEvidence),
    ],
    ground: getComputedStyle(document.body).backgroundColor,
    pale: [...document.querySelectorAll("main a")]
        .filter((one) => one.checkVisibility() && !/^rgb\\(0, 0, 0\\)$/.test(getComputedStyle(one).color))
        .map((one) => one.textContent),
})"""
HIDDEN = ".frame-skip, .frame-menu, .frame-search, .frame-nav, .frame-trail, .pr-screen"
SMALLEST = 7.5
"""Points, for the sheet of all items, which carries most."""
A4 = (595, 842)


@dataclass(frozen=True)
class Paper:
    """A printed page: the text of each sheet without white space, which Thai on paper has at random."""

    sheets: tuple[str, ...]
    sizes: frozenset[tuple[int, int]]
    rows: int
    shown: int
    addresses: tuple[str, ...]
    ground: str
    pale: tuple[str, ...]
    small: tuple[str, ...]


def printed(page: Page, address: str) -> Paper:
    """What the printer gets, and what the page was like when it did."""
    visit(page, address)
    page.emulate_media(media="print")
    look = page.evaluate(LOOK, HIDDEN)
    small = page.evaluate(f"probe.smallText({SMALLEST * 96 / 72})")
    rows = page.evaluate(MARK, UNBROKEN)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="screen")
    return Paper(
        sheets=tuple("".join(sheet.extract_text().split()) for sheet in pdf.pages),
        sizes=frozenset((round(one.mediabox.width), round(one.mediabox.height)) for one in pdf.pages),
        rows=rows,
        shown=look["shown"],
        addresses=tuple(look["addresses"]),
        ground=look["ground"],
        pale=tuple(look["pale"]),
        small=tuple(small),
    )


@pytest.fixture(scope="module")
def papers(browser: Browser, kinds: list[Sample], address_of: Callable[[Sample], str]) -> dict[str, Paper]:
    """The fullest page of each kind, printed by somebody whose screen is dark."""
    with window(browser, 1280, color_scheme="dark") as page:
        return {sample.kind: printed(page, address_of(sample)) for sample in kinds}


def cut(paper: Paper) -> list[tuple[int, list[list[int]]]]:
    """Rows whose top and bottom stand on different sheets, or on none."""
    found = []
    for number in range(1, paper.rows + 1):
        at = [
            [index for index, text in enumerate(paper.sheets) if f"@{word}{number}@" in text] for word in "AZ"
        ]
        if at[0] != at[1] or len(at[0]) != 1:
            found.append((number, at))
    return found


def test_no_row_is_cut(papers: dict[str, Paper]) -> None:
    assert papers["assess"].rows >= 43
    assert {kind: found for kind, paper in papers.items() if (found := cut(paper))} == {}


def test_a_cut_row_would_be_seen(browser: Browser) -> None:
    with window(browser, 1280) as page:
        page.goto("about:blank")
        page.set_content(
            "<table><tbody>"
            + "<tr><td>"
            + "ก<br>" * 40
            + "</td></tr>" * 1
            + "</tbody></table>"
            + "<p>ก</p>" * 30
            + "<table><tbody><tr style='break-inside: auto'><td>"
            + "ข<br>" * 60
            + "</td></tr></tbody></table>"
        )
        rows = page.evaluate(MARK, UNBROKEN)
        pdf = PdfReader(BytesIO(page.pdf()))
        sheets = tuple("".join(sheet.extract_text().split()) for sheet in pdf.pages)
    assert cut(Paper(sheets, frozenset(), rows, 0, (), "", (), ()))


def test_no_sheet_ends_with_a_heading(papers: dict[str, Paper]) -> None:
    ends = {kind: [one[-40:] for one, _ in pairwise(paper.sheets)] for kind, paper in papers.items()}
    assert any("@H@" in sheet for paper in papers.values() for sheet in paper.sheets)
    assert {
        kind: found for kind, many in ends.items() if (found := [o for o in many if o.endswith("@H@")])
    } == {}


def test_what_only_a_screen_needs_is_gone(papers: dict[str, Paper]) -> None:
    white = ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    wrong = {
        kind: (one.shown, one.ground) for kind, one in papers.items() if one.shown or one.ground not in white
    }
    assert wrong == {}


def test_links_are_black_where_a_printer_leaves_out_their_ground(papers: dict[str, Paper]) -> None:
    known = {kind: one for kind, one in papers.items() if kind not in ("lost", "written")}
    assert {kind: one.pale for kind, one in known.items() if one.pale} == {}


def test_addresses_can_be_read(papers: dict[str, Paper]) -> None:
    unread = {}
    for kind, paper in papers.items():
        if kind == "lost":  # It has no style sheet that could write an address behind a link.
            continue
        text = "".join(paper.sheets)
        for url in paper.addresses:
            if (
                url.isascii()
                and url.removeprefix("mailto:").removeprefix("https://").removesuffix("/") not in text
            ):
                unread.setdefault(kind, []).append(url)
    assert len(papers["assess"].addresses) >= 43
    assert unread == {}


def test_the_sheet_of_all_items_is_landscape_and_the_rest_upright(papers: dict[str, Paper]) -> None:
    for kind, paper in papers.items():
        if kind == "lost":  # Without a style sheet it takes whatever paper the printer has.
            continue
        assert paper.sizes == {A4[::-1] if kind == "assess" else A4}, kind


def test_letters_are_large_enough(papers: dict[str, Paper]) -> None:
    assert {kind: paper.small for kind, paper in papers.items() if paper.small} == {}
