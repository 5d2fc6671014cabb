"""The search on a whole built site: without scripts, on its own page, and in the documents."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Run
from tests.serving import folder_served

NAMSAI = "examples/namsai"


@pytest.fixture(scope="module")
def address(site_of: Callable[[str], Path]) -> Iterator[str]:
    with folder_served(site_of(NAMSAI)) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


@pytest.mark.e2e
def test_without_scripts_the_box_leads_to_the_list_of_all_items(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}2567/o1/")
    page.locator("input[name=query]").fill("แผน")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.startswith(f"{address}search/index.html?query=")
    assert page.locator("[data-oit-item] a").count() == 35 + 43
    assert page.locator("[data-search-page]").is_hidden()
    told = page.locator("main noscript").inner_text()
    assert "ยังไม่ได้ค้นคำที่พิมพ์" in told
    assert "Ctrl+F" in told
    assert "ช่องค้นหา" not in page.locator(".pr-head .pr-lead").inner_text()
    with page.expect_navigation():
        page.get_by_role("link", name="2566 o12").click()
    assert page.url.startswith(f"{address}2566/o12/")
    context.close()


@pytest.mark.e2e
def test_the_page_of_the_search_shows_what_was_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}search/?query=o๑๒")
    first = page.locator("[data-oit-result]").first
    first.wait_for()
    assert first.get_attribute("data-oit-result") == "o12"
    assert page.locator("input[name=query]").input_value() == "o๑๒"
    assert page.locator("main [role=status]").inner_text().startswith("พบ")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("input[name=query]").fill("ประมูล")
    page.wait_for_function("document.querySelector('[data-oit-result]').dataset.oitResult === 'o15'")


@pytest.mark.e2e
def test_the_whole_list_is_one_step_from_the_box(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("input[name=query]").fill("รายงาน")
    page.get_by_role("link", name="ดูผลทั้งหมด").click()
    page.wait_for_url("**/search/index.html?query=*")
    page.locator("[data-oit-result]").nth(14).wait_for()


@pytest.mark.e2e
def test_the_number_of_documents_is_true_and_the_rest_one_step_away(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("input[name=query]").fill("2566")
    page.get_by_role("link", name="ดูผลทั้งหมด").wait_for()
    told = page.locator("form [role=status]").inner_text()
    found = re.search(r"ในเอกสาร (\d+) ฉบับ แสดง 5 ฉบับแรก", told)
    assert found, told
    assert page.locator(".frame-found__documents li").count() == 5
    page.get_by_role("link", name="ดูผลทั้งหมด").click()
    page.locator(".frame-found__documents li").nth(5).wait_for()
    assert page.locator(".frame-found__documents li").count() == int(found[1])
    assert page.locator("main [role=status]").inner_text() == f"พบ 4 รายการ และในเอกสาร {found[1]} ฉบับ"


def where(page: Page) -> str:
    """The keyboard's place."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.dataset.oitResult"))


@pytest.mark.e2e
def test_the_page_of_the_search_leads_the_keyboard_to_its_results(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("input[name=query]").fill("โกง")
    with page.expect_navigation():
        page.get_by_role("search").get_by_role("button").click()
    page.wait_for_function("document.activeElement.id === 'found'")
    levels = page.locator("main :is(h1, h2, h3):visible").evaluate_all("all => all.map((one) => one.tagName)")
    assert levels[:2] == ["H1", "H2"]
    page.keyboard.press("Tab")
    assert page.evaluate("'oitResult' in document.activeElement.dataset")
    page.locator("input[name=query]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "ข้ามไปที่ผลการค้นหา"
    page.keyboard.press("Enter")
    assert where(page) == "found"
    page.keyboard.press("Tab")
    assert page.evaluate("'oitResult' in document.activeElement.dataset")


@pytest.mark.e2e
@pytest.mark.parametrize("served", [True, False])
def test_the_page_of_the_search_keeps_what_is_asked(
    served: bool, page: Page, address: str, site_of: Callable[[str], Path]
) -> None:
    place = f"{address}search/" if served else (site_of(NAMSAI) / "search/index.html").as_uri()
    page.goto(f"{place}?query=o12")
    page.locator("main [data-oit-result='o12']").first.wait_for()
    assert page.title().startswith("o12 · ค้นหา · ")
    box = page.locator("input[name=query]")
    box.fill("ประมูล")
    box.press("Enter")
    assert page.url == f"{place}?query={quote('ประมูล')}"
    assert page.title().startswith("ประมูล · ค้นหา · ")
    assert where(page) == "found"
    box.fill("โกง")
    page.wait_for_url(f"{place}?query={quote('โกง')}")
    page.reload()
    page.locator("main [data-oit-result]").first.wait_for()
    assert box.input_value() == "โกง"
    second = page.locator("main li > a[data-oit-result]").nth(1)
    code = second.get_attribute("data-oit-result")
    second.click()
    page.wait_for_url(lambda url: "search" not in url)
    page.go_back()
    page.wait_for_function("code => document.activeElement.dataset.oitResult === code", arg=code)
    assert box.input_value() == "โกง"


@pytest.mark.e2e
def test_before_the_search_has_come_its_page_keeps_what_is_asked_too(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.route("**/search*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{address}search/")
    page.locator("input[name=query]").fill("แผน")
    page.locator("input[name=query]").press("Enter")
    assert page.url == f"{address}search/?query={quote('แผน')}"
    assert where(page) == "found"
    context.close()


@pytest.mark.e2e
def test_no_mark_of_the_example_in_the_box_is_cut(browser: Browser, address: str) -> None:
    context = browser.new_context(device_scale_factor=3)
    page = context.new_page()
    for path in ("", "2567/o12/"):
        page.goto(address + path)
        box = page.locator("input[name=query]")
        shown = box.screenshot()
        page.add_style_tag(content="input::placeholder { overflow: clip !important }")
        assert box.screenshot() != shown, "nothing would be cut, or all of it is"
        page.add_style_tag(content="input::placeholder { overflow: visible !important; line-height: 2.2 }")
        assert box.screenshot() == shown
    context.close()


@pytest.mark.e2e
def test_documents_answer_with_the_page_that_opens_there(
    page: Page, address: str, site_of: Callable[[str], Path]
) -> None:
    data = json.loads((site_of(NAMSAI) / "data/documents.json").read_text("utf-8"))
    document = next(one for one in data["documents"] if len(one["pages"]) > 1 and len(one["pages"][1]) > 60)
    words = document["pages"][1][20:50].strip()
    page.goto(address)
    page.locator("input[name=query]").fill(words)
    link = page.locator(f".frame-found__documents a[href$='{document['file']}#page=2']").first
    link.wait_for()
    assert (site_of(NAMSAI) / document["file"]).is_file()
    assert page.locator(".frame-found__documents mark").count() > 0


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("ขยายท่อประปา 1,145,000", 6),
        ("ท่อประปา ม.ค. 2567", 6),
        ("สัญญา จ. 3/๒๕๖๗", 6),
        ("ผู้ได้รับคัดเลือก สมมุติแล็บ", 2),
    ],
)
def test_tables_answer_with_the_item_and_the_row(page: Page, address: str, query: str, row: int) -> None:
    page.goto(address)
    page.locator("input[name=query]").fill(query)
    place = f"2567/o16/index.html#data-1-{row}"
    link = page.locator(f".frame-found__documents a[href$='{place}']").first
    link.wait_for()
    assert f"แถวที่ {row}" in link.inner_text()
    assert "o16 · ปี 2567" in link.inner_text()
    assert link.get_attribute("data-oit-result") == "o16"
    assert link.locator("mark").count() > 0
    link.click()
    page.wait_for_url(f"**/{place}")
    assert page.locator("#data-1[data-oit-table='2567/data/procurement-2567.csv']").is_visible()


def test_no_number_of_a_person_is_in_what_the_search_finds(town: Path, prongsai: Run) -> None:
    note = town / "content/2566/files/list.txt"
    note.write_text("ผู้รับเงิน นายก 1-2345-67890-12-1 โทร 081 234 5678 ซื้อเครื่องสูบน้ำ", "utf-8")
    item = town / "content/2566/o1.md"
    item.write_text(item.read_text("utf-8").replace("files/chart.pdf", "files/list.txt"), "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    text = (town / "site/data/documents.json").read_text("utf-8")
    assert "เครื่องสูบน้ำ" in text
    assert "67890" not in text
    assert "5678" not in text


def test_what_was_kept_and_what_is_read_anew_give_the_same_site(town: Path, program: Run) -> None:
    (town / "content/2566/files/notes.txt").write_text("บันทึกการประชุม", "utf-8")
    made = []
    for _ in range(2):
        assert program("build", cwd=town).returncode == 0
        made.append((town / "site/data/documents.js").read_bytes())
    shutil.rmtree(town / ".prongsai")
    assert program("build", cwd=town).returncode == 0
    made.append((town / "site/data/documents.js").read_bytes())
    assert len(set(made)) == 1
