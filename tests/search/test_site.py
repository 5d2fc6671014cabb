"""The search on a whole built site: without scripts, on its own page, and in the documents."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Run
from tests.search.test_queries import Quiet

NAMSAI = "examples/namsai"


@pytest.fixture(scope="module")
def address(site_of: Callable[[str], Path]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site_of(NAMSAI))))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


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
        ("ขยายท่อประปา 1,145,000", "แถวที่ 6"),
        ("ท่อประปา ม.ค. 2567", "แถวที่ 6"),
        ("สัญญา จ. 3/๒๕๖๗", "แถวที่ 6"),
        ("ผู้ได้รับคัดเลือก สมมุติแล็บ", "แถวที่ 2"),
    ],
)
def test_tables_answer_with_the_item_and_the_row(page: Page, address: str, query: str, row: str) -> None:
    page.goto(address)
    page.locator("input[name=query]").fill(query)
    link = page.locator(".frame-found__documents a[href$='2567/o16/index.html#data-1']").first
    link.wait_for()
    assert row in link.inner_text()
    assert "o16 · ปี 2567" in link.inner_text()
    assert link.get_attribute("data-oit-result") == "o16"
    assert link.locator("mark").count() > 0
    link.click()
    page.wait_for_url("**/2567/o16/index.html#data-1")
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
