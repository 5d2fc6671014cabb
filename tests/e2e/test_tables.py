"""Tables of data in a real browser: on a wide screen, on a phone, on paper, and the places of rows."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from prongsai.pages.whole import JOINER
from tests.conftest import Shown
from tests.serving import folder_served

pytestmark = pytest.mark.e2e
PROGRESS = "#data-3 .pr-figures__box--wide"
"""On 2567/o8: what each project spent in each month."""


@pytest.fixture(scope="module")
def site(site_of: Callable[[str], Path]) -> Path:
    return site_of("examples/namsai")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with folder_served(site) as found:
        yield found


def visit(browser: Browser, address: str, width: int, **options: Any) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 740}, **options).new_page()
    page.goto(address)
    page.locator("html:not(.frame-wait)").wait_for()
    return page


def style(one: Locator, name: str) -> str:
    return str(one.evaluate("(one, name) => getComputedStyle(one)[name]", name))


def test_a_wide_table_is_a_table_on_a_desk(shown: Shown, address: str) -> None:
    page = shown(address + "2567/o16/", 1280)
    box = page.get_by_role("region", name="รายละเอียดทุกรายการ")
    cell = box.locator("tbody td.pr-number").first
    assert (style(cell, "display"), style(cell, "textAlign")) == ("table-cell", "end")
    assert "tabular-nums" in style(cell, "fontVariantNumeric")
    assert box.locator("summary").is_hidden()
    assert box.evaluate("one => one.scrollWidth > one.clientWidth + 100")
    box.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('[role=region]').scrollLeft > 100")
    name = box.locator("tbody th[scope=row]").first
    assert name.evaluate("one => one.getBoundingClientRect().left - one.closest('div').offsetLeft") < 2
    page.evaluate("document.querySelector('[role=region]').scrollLeft = 0")


def test_a_phone_shows_few_short_cards(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o8/", 360, java_script_enabled=False)
    box = page.locator(PROGRESS)
    assert box.evaluate("one => one.offsetHeight") < 1_300
    labels = (
        box.locator("tbody tr")
        .first.locator("td")
        .evaluate_all("all => all.filter(one => one.offsetHeight > 8).map(one => one.dataset.label)")
    )
    assert [label.replace(JOINER, "") for label in labels] == ["งบประมาณ", "มี.ค.", "ใช้ไปรวม", "ความคืบหน้า"]
    assert box.get_by_text("เดือนที่ไม่มียอดไม่แสดง").is_visible()
    assert box.locator("tbody tr:visible").count() == 4
    total = box.locator(".pr-figures__total")
    assert "รวม (ทุกรายการ)" in total.inner_text().replace(JOINER, "")
    assert "1,023,800" in total.inner_text()
    box.locator("summary").click()
    assert box.locator("tbody tr:visible").count() == 9
    page.context.close()


@pytest.mark.parametrize(
    ("path", "width", "told"),
    [("2567/o16/", 1280, True), ("2567/o8/", 1024, True), ("2567/o8/", 1280, False)],
)
def test_a_table_with_columns_out_of_sight_says_so(
    path: str, width: int, told: bool, shown: Shown, address: str
) -> None:
    page = shown(address + path, width)
    box = page.locator(".pr-figures__box--wide").last
    assert box.evaluate("one => one.scrollWidth > one.clientWidth") == told
    hint = box.locator(".pr-figures__sideways")
    page.wait_for_timeout(100)
    assert hint.is_visible() == told
    assert hint.text_content() == "เลื่อนไปด้านข้างเพื่อดูคอลัมน์ที่เหลือ"
    assert "gradient" in style(box, "backgroundImage")


def test_the_headers_of_a_wide_table_stay_in_sight(shown: Shown, address: str) -> None:
    page = shown(address + "2567/o16/", 1024)
    box = page.locator("#data-1 .pr-figures__box--wide")
    assert box.evaluate("one => one.offsetHeight < innerHeight")
    box.evaluate("one => one.scrollTo(0, 1000)")
    gap = "one => one.getBoundingClientRect().top - one.closest('div').getBoundingClientRect().top"
    assert abs(box.locator("thead th").first.evaluate(gap)) < 2


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_frame_of_a_month_is_whole(width: int, shown: Shown, address: str) -> None:
    """And in sight, with the headers of the columns above it."""
    page = shown(address + "2567/o16/#data-1-2024-01", width)
    page.locator("html:not(.frame-wait)").wait_for()
    page.wait_for_timeout(300)
    month = page.locator("#data-1-2024-01")
    assert style(month, "outlineWidth") == "0px" or style(month, "outlineStyle") == "none"
    name = month.locator(".pr-figures__heading")
    assert style(name, "outlineWidth") == "3px"
    head = page.locator("#data-1 .pr-figures__box--wide thead th").first
    places = [one.bounding_box() for one in (head, name)]
    assert all(places)
    (above, below) = [one for one in places if one]
    assert above["y"] > -1
    assert above["y"] + above["height"] <= below["y"]


def test_values_of_a_card_stand_in_one_column(shown: Shown, address: str) -> None:
    page = shown(address + "2567/o16/", 360)
    starts = (
        page.locator("#data-1 .pr-figures__box--wide tbody tr")
        .nth(1)
        .locator("td")
        .evaluate_all(
            """all => all.filter(one => one.offsetHeight > 8).map(one => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const box = range.getBoundingClientRect();
            return one.classList.contains('pr-number') ? ['end', box.right] : ['start', box.left];
        })"""
        )
    )
    assert len(starts) == 10
    for edge in ("start", "end"):
        places = [place for kind, place in starts if kind == edge]
        assert max(places) - min(places) < 2, (edge, places)


def test_a_voice_tells_headers_once_and_without_joiners(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o8/", 360)
    client = page.context.new_cdp_session(page)
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    found = client.send("DOM.querySelector", {"nodeId": root, "selector": f"{PROGRESS} table"})
    nodes = client.send("Accessibility.queryAXTree", {"nodeId": found["nodeId"]})["nodes"]
    said = [
        (one["role"]["value"], one.get("name", {}).get("value", "")) for one in nodes if not one["ignored"]
    ]
    assert ("columnheader", "งบประมาณ") in said
    row = said.index(("rowheader", "ขยายท่อประปา ชุมชนท้ายคลอง"))
    cells = [name for role, name in said[row:] if role == "cell"]
    assert cells[:8] == ["1,200,000", "0", "0", "0", "0", "0", "343,500", "343,500"]
    assert not any(JOINER in name for _, name in said)
    page.context.close()


def test_every_row_that_search_finds_has_its_place(site: Path, browser: Browser, address: str) -> None:
    documents = json.loads((site / "data/documents.json").read_text("utf-8"))["documents"]
    page = visit(browser, address, 360, java_script_enabled=False)
    tables = [one for one in documents if one.get("at")]
    assert len(tables) > 8
    for one in tables:
        page.goto(address + one["page"])
        numbers = one.get("rows") or range(1, len(one["pages"]) + 1)
        ids = set(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
        assert {f"{one['at']}-{number}" for number in numbers} <= ids, one["file"]
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", [True, False])
def test_a_row_is_shown_where_its_address_leads(
    width: int, script: bool, browser: Browser, address: str
) -> None:
    page = visit(browser, address + "2567/o16/#data-1-6", width, java_script_enabled=script)
    row = page.locator("#data-1-6")
    page.wait_for_timeout(300)
    box = row.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 370
    assert "จ้างขยายท่อประปา" in row.inner_text()
    assert float(style(row, "outlineWidth").removesuffix("px")) >= 3
    page.context.close()


def test_a_place_in_a_page_is_found_on_a_disk(site: Path, browser: Browser) -> None:
    """The page waits there for its fonts and is shown after the browser has looked for the place."""
    page = visit(browser, (site / "2567/o16/index.html").as_uri() + "#data-1-2024-01", 360)
    page.wait_for_function("document.querySelector(':target').getBoundingClientRect().top < 370")
    page.context.close()


def test_the_way_to_a_month_is_at_the_top_of_the_data(shown: Shown, address: str) -> None:
    page = shown(address + "2566/o21/", 360)
    link = page.get_by_role("navigation", name="เลือกเดือน").get_by_role("link", name="ม.ค. 2566")
    section = page.locator("section:has(nav) > h2")
    top, start = link.bounding_box(), section.bounding_box()
    assert top is not None
    assert start is not None
    assert 0 < top["y"] - start["y"] < 370
    assert top["height"] >= 24


@pytest.mark.parametrize(
    ("width", "rows"), [(360, ["ต.ค. 2565 – ม.ค. 2566", "ก.พ.", "มี.ค.", "รวม"]), (1280, [])]
)
def test_months_without_complaints_are_one_line(
    width: int, rows: list[str], shown: Shown, address: str
) -> None:
    page = shown(address + "2566/o29/", width)
    line = "ต.ค. 2565 – ม.ค. 2566 ไม่มีเรื่องร้องเรียน"
    assert page.locator(".pr-chart__label").first.inner_text() == line
    shown_rows = page.locator("#data-1 tbody tr:visible").all_inner_texts()
    assert len(shown_rows) == (len(rows) or 7)
    assert all(text.startswith(name) for text, name in zip(shown_rows, rows, strict=False))


@pytest.mark.parametrize("width", [360, 1280])
def test_values_stand_at_the_ends_of_their_bars(width: int, shown: Shown, address: str) -> None:
    page = shown(address + "2567/o8/", width)
    for chart in page.locator(".pr-chart").all():
        gaps, left = chart.evaluate(
            """chart => {
                const all = [...chart.querySelectorAll('.pr-chart__row')];
                const rows = all.filter(row => row.children.length > 1);
                const boxes = rows.map(row => [...row.children].map(one => one.getBoundingClientRect()));
                const most = Math.max(...boxes.map(([, words]) => words.right));
                const left = chart.getBoundingClientRect().right - most;
                return [boxes.map(([bar, words]) => words.left - bar.right), left];
            }"""
        )
        assert all(-1 < gap < 12 for gap in gaps)
        assert left < 60


@pytest.mark.parametrize(
    ("path", "table", "display"),
    [("2567/o8/", PROGRESS, "table-row"), ("2567/o16/", "#data-1 .pr-figures__box--wide", "grid")],
)
def test_paper_has_tables_where_they_fit(
    path: str, table: str, display: str, browser: Browser, address: str
) -> None:
    page = visit(browser, address + path, 700)
    page.emulate_media(media="print")
    rows = page.locator(f"{table} tbody tr:has(td[data-label])")
    assert {style(row, "display") for row in rows.all()} == {display}
    assert page.locator(f"{table} .pr-none:not(:visible)").count() == 0
    assert page.locator(table).evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    page.context.close()
