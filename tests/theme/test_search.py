"""The search box with an index of its own: how words are matched, ranked and shown, and the keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

import prongsai_theme

pytestmark = pytest.mark.e2e

ASSETS = Path(prongsai_theme.__file__).parent / "assets" / "prongsai"
DOCUMENT = """<!doctype html>
<html lang="th">
<head><meta charset="utf-8"><title>ทดสอบ</title><script src="{assets}/frame.js" defer></script></head>
<body>
<form class="frame-search" role="search" action="topics/index.html" data-root="./">
<input type="search" name="query">
<div class="frame-found"><p role="status"></p></div>
</form>
<a href="#after">ถัดไป</a>
</body>
</html>"""


def entry(page: str, kind: str, title: str, *words: str, code: str | None = None) -> dict[str, object]:
    year = int(page[:4]) if page[:4].isdigit() else None
    return {"page": page, "kind": kind, "title": title, "code": code, "year": year, "words": list(words)}


ENTRIES = [
    entry("", "front", "เทศบาลตำบลทดสอบ"),
    entry("2566/", "year", "ปีงบประมาณ 2566"),
    entry("2566/9.1/", "sub_indicator", "9.1 ข้อมูลพื้นฐาน"),
    entry("2566/o1/", "item", "โครงสร้าง", "ผังองค์กร", code="o1"),
    entry("2566/o12/", "item", "แผนการจัดซื้อจัดจ้าง", "พัสดุ", "ประมูล", code="o12"),
    entry("2566/o13/", "item", "แผนปฏิบัติการ", "น้ำประปา", code="o13"),
    entry("2565/", "year", "ปีงบประมาณ 2565"),
    entry("2565/o11/", "item", "แผนการจัดซื้อจัดจ้าง", "พัสดุ", code="o11"),
    entry("2565/o12/", "item", "รายงานประจำปี", code="o12"),
    entry("topics/procurement/", "topic", "แผนการจัดซื้อจัดจ้าง", "พัสดุ"),
    entry("channels/", "channels", "ช่องทาง <img src=x onerror=alert(1)>", "ร้องเรียนการทุจริต"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, chromium: str | None) -> Iterator[Page]:
    """A page on disk: no server, so the index comes as a script."""
    folder = tmp_path_factory.mktemp("search")
    (folder / "data").mkdir()
    (folder / "2566/o13").mkdir(parents=True)
    (folder / "2566/o13/index.html").write_text("<!doctype html><title>o13</title>", "utf-8")
    (folder / "index.html").write_text(DOCUMENT.replace("{assets}", ASSETS.as_uri()), "utf-8")
    (folder / "data/search.js").write_text(f"globalThis.prongsaiSearch={json.dumps(ENTRIES)};", "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto((folder / "index.html").as_uri())
        yield opened
        browser.close()


def ask(page: Page, query: str) -> list[str]:
    """The pages found, by rank."""
    box = page.locator("input[name=query]")
    box.fill("")
    box.fill(query)
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    links = page.locator("[data-oit-result]").all()
    return [str(link.get_attribute("href")).removeprefix("./").removesuffix("index.html") for link in links]


@pytest.mark.parametrize(
    "query", ["o12", "O12", "o๑๒", "๐๑๒", "ข้อ 12", "ข้อที่ ๑๒", "OIT o12", "o 12", "012", "12"]
)
def test_a_code_leads_to_the_newest_year_first(query: str, page: Page) -> None:
    assert ask(page, query)[:2] == ["2566/o12/", "2565/o12/"]


def test_a_year_beside_the_words_is_obeyed(page: Page) -> None:
    assert ask(page, "o12 2565")[0] == "2565/o12/"
    assert ask(page, "จัดซื้อ ปี ๒๕๖๕")[0] == "2565/o11/"
    assert ask(page, "2565")[0] == "2565/"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("โครงสร้าง", "2566/o1/"),
        ("ผัง องค์กร", "2566/o1/"),
        ("ประมูล", "2566/o12/"),
        ("เเผนการ", "2566/o12/"),
        ("แผน จัดจ้าง", "2566/o12/"),
        ("แผนปฎิบัติ", "2566/o13/"),
        ("นํ้าประปา", "2566/o13/"),
        ("น\u200bํ้าประปา", "2566/o13/"),
        ("9.1", "2566/9.1/"),
        ("ร้องเรียน", "channels/"),
        ("โครงส้าง", "2566/o1/"),
        ("รายงานประจำป", "2565/o12/"),
    ],
)
def test_words_are_found_however_they_are_typed(query: str, first: str, page: Page) -> None:
    assert ask(page, query)[0] == first


def test_the_years_of_a_topic_stand_together(page: Page) -> None:
    assert ask(page, "แผนการจัดซื้อ") == ["2566/o12/", "topics/procurement/"]
    assert page.locator(".frame-found__years a").all_inner_texts() == ["ปี 2565 (o11)"]


def test_the_number_found_is_told(page: Page) -> None:
    ask(page, "แผนปฏิบัติการ")
    assert page.locator("[role=status]").inner_text() == "พบ 1 รายการ"
    assert ask(page, "ฮฮฮฮฮฮ") == []
    assert page.locator("[role=status]").inner_text().startswith("ไม่พบ")


def test_results_say_what_they_are(page: Page) -> None:
    ask(page, "o12")
    first = page.locator("[data-oit-result]").first
    assert first.get_attribute("data-oit-result") == "o12"
    assert "o12 · ปี 2566" in first.inner_text()
    ask(page, "9.1")
    assert page.locator("[data-oit-result]").first.get_attribute("data-oit-result") == "sub_indicator"


def test_a_hostile_title_stays_text(page: Page) -> None:
    ask(page, "ช่องทาง")
    assert page.locator(".frame-found img").count() == 0
    assert "<img src=x" in page.locator("[data-oit-result]").first.inner_text()


def test_the_keyboard_walks_through_the_results(page: Page) -> None:
    def focus() -> str:
        return str(
            page.evaluate("document.activeElement.dataset.oitResult || document.activeElement.name || ''")
        )

    ask(page, "o12")
    page.keyboard.press("ArrowDown")
    assert focus() == "o12"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focus() == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert focus() == "query"
    assert page.locator(".frame-found").is_hidden()
    assert page.locator("input[name=query]").input_value() == "o12"
    page.keyboard.type(" ")
    assert page.locator(".frame-found").is_visible()


def test_odd_queries_do_no_harm(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for query in ("(", "\\", "*", "...", "ฯลฯ", "ๆ", "\u200b", "25650", "[object Object]", "ก" * 100):
        page.locator("input[name=query]").fill(query)
    assert errors == []


def test_enter_opens_the_first_result(page: Page) -> None:
    ask(page, "o๑๓")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("2566/o13/index.html")
