"""What readers come for, found by following what they see from the front page: three clicks at most."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.serving import folder_served

pytestmark = pytest.mark.e2e
MOST = 3
TOWN = "examples/namsai"
REPORTS = (".", "examples/huaruea", "examples/kalase", "examples/plalai", "examples/tako")


class Reader:
    """Somebody with a phone who follows links by what they say."""

    def __init__(self, page: Page, front: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(front)

    def follow(self, words: str) -> None:
        """Click the first link in sight that says ``words``, as the page shows it."""
        link = self.page.locator("main a, header a").filter(has_text=words, visible=True).first
        link.scroll_into_view_if_needed()
        link.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def sees(self, words: str, within: str = "main") -> Locator:
        """The place in sight that says ``words``."""
        found = self.page.locator(within).filter(has_text=words, visible=True).last
        found.wait_for()
        return found


@pytest.fixture(scope="module")
def front(site_of: Callable[[str], Path]) -> Iterator[str]:
    with folder_served(site_of(TOWN)) as found:
        yield found


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def reader(request: pytest.FixtureRequest, browser: Browser, front: str) -> Iterator[Reader]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=request.param, locale="th-TH"
    )
    yield Reader(context.new_page(), front)
    context.close()


@contextmanager
def at_most(reader: Reader, clicks: int = MOST) -> Iterator[None]:
    yield
    assert reader.clicks <= clicks


def test_find_the_mayor_s_telephone(reader: Reader) -> None:
    with at_most(reader, 1):
        reader.follow("ผู้บริหาร")
        mayor = reader.page.locator("main li").filter(has_text="นายกระจ่าง").first
        assert "นายกเทศมนตรี" in mayor.inner_text()
        assert mayor.get_by_text("0 0000 0000 ต่อ 21").is_visible()
        assert mayor.locator("a[href^='tel:']").is_visible()


def test_the_menu_shows_its_last_entry(browser: Browser, front: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for address in ("2567/index.html", "2567/o2/index.html", "2566/index.html"):
        page.goto(front + address)
        box = page.locator(".frame-nav a").last.bounding_box()
        assert box and box["y"] + box["height"] <= 800
        assert box["height"] >= 24
    page.close()


def test_the_search_of_the_front_page_is_as_wide_as_the_content(browser: Browser, front: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(front)
    field = page.locator(".frame-search").bounding_box()
    content = page.locator(".pr-page").bounding_box()
    assert field and content
    assert (field["x"], field["width"]) == (content["x"], content["width"])
    page.close()


def test_report_corruption(reader: Reader) -> None:
    banner = reader.sees("ร้องเรียนการทุจริต", ".pr-banner--corruption")
    assert banner.locator("a[href='https://www.namsai.invalid/integrity/report']").is_visible()
    assert banner.locator("a[href='tel:000000000,19']").is_visible()
    with at_most(reader, 1):
        reader.follow("ช่องทางติดต่อและร้องเรียน")
        section = reader.page.locator("section#corruption, #corruption").first
        assert section.is_visible()
        assert reader.page.locator("a[href='https://www.namsai.invalid/integrity/report']").first.is_visible()


@pytest.mark.parametrize(
    ("links", "month", "bought"),
    [
        (("จัดซื้อจัดจ้าง", "ความก้าวหน้าการจัดซื้อจัดจ้าง"), "ม.ค. 2567", "จ้างขยายท่อประปา ชุมชนท้ายคลอง"),
        (("ปีงบประมาณ 2566", "พัสดุรายเดือน"), "ม.ค. 2566", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"),
    ],
    ids=["newest", "2566"],
)
def test_see_what_was_bought_in_january(
    reader: Reader, links: tuple[str, ...], month: str, bought: str
) -> None:
    with at_most(reader):
        for words in links:
            reader.follow(words)
        reader.follow(month)  # in the summary by month: it leads to the month's own rows
        rows = reader.page.locator(f"[id='{unquote(urlsplit(reader.page.url).fragment)}']")
        assert rows.is_visible()
        assert month in rows.inner_text()
        assert bought in rows.inner_text()


def test_check_o12_of_2566_with_its_proof(reader: Reader) -> None:
    with at_most(reader):
        reader.follow("ปีงบประมาณ 2566")
        reader.follow("o12")
        assert reader.sees("2566", "h1, .pr-kicker, .pr-standing").is_visible()
        evidence = reader.page.locator("[data-oit-evidence='2566/files/action-progress-2566-6m.pdf']")
        assert evidence.locator("a[href$='action-progress-2566-6m.pdf']").is_visible()
        assert "SHA-256" in evidence.inner_text()
        reader.page.locator("main").filter(has_text="ดูที่ หลักฐานที่ 1").wait_for()


def test_print_the_sheet(reader: Reader) -> None:
    with at_most(reader, 1):
        reader.follow("แบบตรวจสำหรับผู้ประเมิน")
        assert reader.page.locator("main tr[data-oit-item]").count() > 30
        assert reader.page.locator("main a[href$='assess.xlsx']").is_visible()
        reader.page.emulate_media(media="print")
        assert reader.page.locator("main tr[data-oit-item]").first.is_visible()
        assert reader.page.locator(".frame-nav").is_hidden()


def links_of(html: str) -> list[str]:
    """The links inside the site of a page's own content, without menu, header and footer."""
    content = html.partition("<main")[2].partition("</main>")[0]
    return [link for link in re.findall(r'<a [^>]*?href="([^"#]+)', content) if "://" not in link]


def clicks_to(site: Path) -> dict[str, int]:
    """How many clicks from the front page each page is, by links in the pages themselves."""
    found, waiting = {"index.html": 0}, deque(["index.html"])
    while waiting:
        page = waiting.popleft()
        for link in links_of((site / page).read_text("utf-8")):
            there = normpath(join(dirname(page), link))
            if there not in found and there.endswith("index.html") and (site / there).is_file():
                found[there] = found[page] + 1
                waiting.append(there)
    return found


@pytest.mark.parametrize("project", [TOWN, *REPORTS])
def test_every_item_of_every_year_is_near(project: str, site_of: Callable[[str], Path]) -> None:
    """Two clicks in the newest year, three in any other; and no page is out of reach."""
    site = site_of(project)
    near = clicks_to(site)
    years = sorted((one.name for one in site.iterdir() if one.name.isdigit()), reverse=True)
    given_up = {page for page in site.rglob("index.html") if "pr-page--moved" in page.read_text("utf-8")}
    items = [one.relative_to(site).as_posix() for one in {*site.glob("[0-9]*/o*/index.html")} - given_up]
    for page in items:
        assert near[page] <= (2 if page.startswith(f"{years[0]}/") else MOST), page
    for name in ("assess", "measures", "scores"):
        assert {near[f"{year}/{name}/index.html"] for year in years} <= {1, 2}
    written = {one.relative_to(site).as_posix() for one in {*site.rglob("index.html")} - given_up} - set(near)
    assert written <= {"about/index.html", "receipts/index.html", "search/index.html"}
