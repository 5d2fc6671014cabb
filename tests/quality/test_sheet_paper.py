"""The assessor's sheets of all sites: heads with their rows on paper, whole addresses, what scripts add."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.quality.kinds import PROJECTS
from tests.quality.looking import visit, window
from tests.quality.server import served

pytestmark = pytest.mark.e2e
MARK = """() => {
    // Words that the text of the paper shows: where a head stands, and where each row begins and ends.
    const put = (holder, word, edge) => {
        const mark = document.createElement("span");
        mark.textContent = word;
        mark.style.cssText = `position: absolute; left: 0; ${edge}: 0; font: 4px/4px monospace`;
        holder.append(mark);
    };
    const within = (place) => {
        place.style.position = "relative";
        return place;
    };
    document.querySelectorAll(".pr-page h2").forEach((head, n) => {
        const next = head.nextElementSibling;
        if (!next?.matches(".pr-sheet")) return;
        put(within(head), `@H${n}@`, "top");
        put(within(next.querySelector("tbody th")), `@B${n}@`, "top");
    });
    document.querySelectorAll(".pr-sheet").forEach((table, n) => {
        put(within(table.querySelector("thead th")), `@T${n}@`, "top");
        const cells = [...table.querySelectorAll("tbody th")].map(within);
        cells.forEach((cell) => put(cell, `@R${n}@`, "top"));
    });
    document.querySelectorAll(".pr-sheet tbody tr").forEach((row, n) => {
        put(within(row.cells[0]), `@A${n}@`, "top");
        put(row.cells[0], `@Z${n}@`, "bottom");
    });
    return document.querySelectorAll(".pr-sheet tbody tr").length;
}"""


@dataclass(frozen=True)
class Sheets:
    """A printed page: the text of each sheet without white space, which Thai on paper has at random."""

    texts: tuple[str, ...]
    rows: int


@pytest.fixture(scope="module")
def papers(browser: Browser, sites: dict[str, Path]) -> dict[str, Sheets]:
    """Each assessor's sheet that has rows, of every year of every site."""
    found = {}
    with window(browser, 1280) as page:
        for project, site in sites.items():
            with served(site) as root:
                for path in sorted(site.glob("2*/assess/index.html")):
                    if 'class="pr-table pr-sheet"' not in path.read_text("utf-8"):
                        continue
                    year = path.parent.parent.name
                    visit(page, f"{root}{year}/assess/")
                    page.emulate_media(media="print")
                    rows = page.evaluate(MARK)
                    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
                    page.emulate_media(media="screen")
                    texts = tuple("".join(sheet.extract_text().split()) for sheet in pdf.pages)
                    found[f"{project} {year}"] = Sheets(texts, rows)
    return found


def marks(kind: str, text: str) -> Iterator[int]:
    """The numbers of the marks of a kind on a sheet."""
    return map(int, re.findall(rf"@{kind}(\d+)@", text))


def test_every_site_has_a_sheet(papers: dict[str, Sheets]) -> None:
    assert {name.split()[0] for name in papers} >= set(PROJECTS) - {"examples/plalai"}
    assert all(paper.rows >= 35 for paper in papers.values())


def test_no_head_stands_without_a_row(papers: dict[str, Sheets]) -> None:
    """Heads of columns stand on each sheet on which their table goes on; rows are never cut (see below)."""
    alone = [
        (name, number, head, row)
        for name, paper in papers.items()
        for number, text in enumerate(paper.texts, 1)
        for head, row in ("TR", "HB")
        if set(marks(head, text)) - set(marks(row, text))
    ]
    assert alone == []


def test_no_head_stands_without_a_row_wherever_it_falls(browser: Browser, sites: dict[str, Path]) -> None:
    """The tables pushed down by a few millimetres at a time, so that heads come to the foot of a sheet."""
    alone = []
    with window(browser, 1280) as page:
        visit(page, f"{sites['examples/kalase'].as_uri()}/2566/assess/index.html")
        page.emulate_media(media="print")
        page.evaluate(MARK)
        for room in range(12, 60, 12):
            page.evaluate(
                "(mm) => { document.querySelector('.pr-head').style.paddingBottom = `${mm}mm` }", room
            )
            for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages:
                text = "".join(sheet.extract_text().split())
                alone += [
                    room for head, row in ("TR", "HB") if set(marks(head, text)) - set(marks(row, text))
                ]
    assert alone == []


def test_no_row_is_cut(papers: dict[str, Sheets]) -> None:
    cut = [
        (name, row)
        for name, paper in papers.items()
        for row in range(paper.rows)
        if not any(f"@A{row}@" in text and f"@Z{row}@" in text for text in paper.texts)
    ]
    assert cut == []


def test_each_sheet_says_which_it_is_and_whose(papers: dict[str, Sheets]) -> None:
    for name, paper in papers.items():
        year = name.split()[1]
        for number, text in enumerate(paper.texts, 1):
            assert f"ปงบประมาณ{year}" in _plain(text), (name, number)
            assert re.search(rf"{number}\D+{len(paper.texts)}(?!\d)", text), (name, number)


def _plain(text: str) -> str:
    """Text without the marks above and below, which paper gives in another order or loses."""
    return re.sub("[\0ัิ-ฺ็-๎]", "", text)


def test_addresses_are_whole(papers: dict[str, Sheets]) -> None:
    for name, paper in papers.items():
        text = "".join(paper.texts)
        assert f"/{name.split()[1]}/assess/" in text
        files = re.findall(r"(.{9})/\d{4}/(?:files|data)/", text)
        # The address at which the page stands, or the one that mkdocs.yml gives the site.
        assert all(re.search(r"(:\d{4,5}|\.invalid)$", before) for before in files), (name, files)


def test_without_scripts_the_sheet_says_how_to_complete_them(
    browser: Browser, sites: dict[str, Path]
) -> None:
    with served(sites["examples/kalase"]) as root, window(browser, 1280, java_script_enabled=False) as page:
        page.goto(f"{root}2566/assess/")
        assert page.locator("[data-completed]").is_visible()
        assert page.locator("a[data-within]").first.inner_text() == "2566/assess/"
        assert page.locator("[data-print]").is_hidden()


def test_a_press_prints(sites: dict[str, Path], press: Callable[[str], int]) -> None:
    assert press(f"{sites['examples/namsai'].as_uri()}/2566/assess/index.html") == 1


@pytest.fixture
def press(browser: Browser) -> Callable[[str], int]:
    """How often a page asked for the printer after its button was pressed by keyboard."""

    def pressed(address: str) -> int:
        with window(browser, 360, prepare="window.asked = 0; window.print = () => { asked += 1 }") as page:
            visit(page, address)
            button = page.get_by_role("button", name="พิมพ์แบบตรวจนี้")
            button.focus()
            page.keyboard.press("Enter")
            return int(page.evaluate("asked"))

    return pressed


def test_heads_stay_in_sight_and_hide_nothing_from_the_keyboard(
    browser: Browser, sites: dict[str, Path]
) -> None:
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        visit(page, f"{root}2566/assess/")
        page.evaluate("document.querySelector('#o12').scrollIntoView()")
        table = page.locator(".pr-sheet", has=page.locator("#o12"))
        assert table.locator("thead th[scope=col]").first.bounding_box()["y"] == 0  # type: ignore[index]
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        link = page.locator("#o12 a").last
        link.focus()
        page.keyboard.press("Shift+Tab")
        hidden = page.evaluate("""() => {
            const {x, y} = document.activeElement.getBoundingClientRect();
            return !document.activeElement.contains(document.elementFromPoint(x + 2, y + 2));
        }""")
        assert not hidden
        page.locator(".pr-sheet caption a").last.click()
        assert page.url.endswith("#indicators")


def test_compounds_in_titles_stay_whole(browser: Browser, sites: dict[str, Path]) -> None:
    with served(sites["examples/namsai"]) as root, window(browser, 1280) as page:
        visit(page, f"{root}2566/assess/")
        lines = page.evaluate("""() => [...document.querySelectorAll("#o12 th .pr-whole")].map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return [one.textContent, new Set([...range.getClientRects()].map((box) => box.top)).size];
        })""")
        assert ["งบประมาณ", 1] in lines
        assert {count for _, count in lines} == {1}
