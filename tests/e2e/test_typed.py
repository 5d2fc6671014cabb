"""Items with data in a real browser: a phone's width, sizes of letters, sums on paper, tasks of citizens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Shown
from tests.quality.looking import SPACED, restyle
from tests.serving import folder_served

pytestmark = pytest.mark.e2e
ITEMS = ["2567/o1/", "2567/o2/", "2567/o8/", "2567/o12/", "2567/o14/", "2567/o16/", "2567/o17/", "2567/o24/"]
ITEMS += ["2566/o12/", "2566/o19/", "2566/o21/", "2566/o29/"]


@pytest.fixture(scope="module")
def address(site_of: Callable[[str], Path]) -> Iterator[str]:
    with folder_served(site_of("examples/namsai")) as found:
        yield found


def visit(browser: Browser, address: str, width: int = 360, **options: object) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 740}, **options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize("path", ITEMS)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(path: str, width: int, shown: Shown, address: str) -> None:
    page = shown(address + path, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


SMALL = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    const size = (part) => parseFloat(getComputedStyle(one, part).fontSize);
    const shown = walker.currentNode.data.trim() && one.checkVisibility() && one.offsetHeight !== 0;
    if (shown && Math.min(size(), size('::before')) < 14) found.add(one.className + ': ' + one.textContent);
  }
  return [...found];
}"""


@pytest.mark.parametrize("path", ITEMS)
@pytest.mark.parametrize("width", [320, 360, 1024, 1280])
def test_no_letters_are_too_small(path: str, width: int, shown: Shown, address: str) -> None:
    assert shown(address + path, width).evaluate(SMALL) == []


BARS = """() => [...document.querySelectorAll('.pr-chart')].flatMap(chart => {
  const frame = chart.getBoundingClientRect();
  const inked = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range;
  };
  const words = [...chart.querySelectorAll('.pr-chart__label, .pr-chart__value')];
  const texts = words.map(one => [one, inked(one).getBoundingClientRect()]);
  const bars = [...chart.querySelectorAll('rect.pr-chart__bar')].map(one => one.getBoundingClientRect());
  const meets = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return texts.flatMap(([one, box]) => [
    ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? ['outside: ' + one.textContent] : []),
    ...(parseFloat(getComputedStyle(one).fontSize) < 14 ? ['small: ' + one.textContent] : []),
    ...bars.filter(bar => meets(bar, box)).map(() => 'on a bar: ' + one.textContent),
    ...texts.filter(([it, its]) => it !== one && meets(its, box)).map(() => 'on text: ' + one.textContent),
  ]);
})"""


@pytest.mark.parametrize("path", [path for path in ITEMS if path not in ("2567/o1/", "2567/o2/")])
@pytest.mark.parametrize(("width", "css"), [(360, ""), (1280, ""), (320, SPACED), (360, SPACED)])
def test_the_words_of_charts_are_whole_and_apart(
    path: str, width: int, css: str, shown: Shown, address: str
) -> None:
    page = shown(address + path, width)
    page.evaluate("document.fonts.ready")
    restyle(page, css)
    assert page.evaluate(BARS) == []


FIGURES = """() => [...document.querySelectorAll('.pr-figures__table')].flatMap(table => {
  const box = table.parentElement;
  const room = box.getBoundingClientRect();
  const figures = [...table.querySelectorAll('td:not(:empty)')].filter(cell => {
    const range = document.createRange();
    const texts = [...cell.childNodes].filter(one => one.data);
    const tops = texts.flatMap(one => {
      range.selectNodeContents(one);
      return [...range.getClientRects()].map(box => box.top);
    });
    return /\\d{3}/.test(cell.textContent) && Math.max(...tops) - Math.min(...tops) > 8;
  });
  const scrolls = box.tabIndex === 0 && getComputedStyle(box).overflowX === 'auto';
  const beyond = table.getBoundingClientRect().right - room.right;
  const wide = !scrolls && beyond > 1 ? ['too wide: ' + box.className] : [];
  return [...wide, ...figures.map(cell => 'broken: ' + cell.textContent)];
})"""
LONG = {
    "known": "โครงการ,งบประมาณ,ใช้ไป\nโครงการหนึ่งที่มีชื่อยาวพอสมควร,{0},{0}\nโครงการสอง,{0},{0}\n",
    "more": "โครงการ,งบประมาณ,ใช้ไป,ความคืบหน้า\nโครงการพัฒนาคุณภาพชีวิตผู้สูงอายุ,{0},{0},ดี\n",
    "month": "เดือน,งบประมาณ (บาท),ใช้ไป (บาท)\nมี.ค. 2565,{0},{0}\nเม.ย. 2565,{0},{0}\n",
    "unknown": "ก,ข,ค,ง\n{0},{0},{0},{0}\n",
    "one": "โครงการ,งบประมาณ\nโครงการหนึ่ง,{0}\nโครงการสอง,{0}\n",
}


def test_long_figures_stay_whole(
    browser: Browser, town: Path, tmp_path: Path, prongsai: Callable[..., object]
) -> None:
    """Figures of nine, twelve and eighteen digits, read or not, on each screen, spaced or not."""
    folder = town / "content/2566/data"
    folder.mkdir(exist_ok=True)
    figures = ("3265000", "99999999.50", "299999999998.25", "999999999999999999")
    named = []
    for name, text in LONG.items():
        for figure in figures:
            path = folder / f"{name}-{len(figure)}.csv"
            path.write_text(text.format(figure), "utf-8")
            named.append(f"  - data/{path.name}\n")
    (town / "content/2566/o12.md").write_text(f"---\nreported: done\ntables:\n{''.join(named)}---\n", "utf-8")
    prongsai("build", "--project", town, "--site-dir", tmp_path / "site")
    page = visit(browser, (tmp_path / "site/2566/o12/index.html").as_uri())
    page.wait_for_function("!document.documentElement.classList.contains('frame-wait')")
    assert page.locator(".pr-figures__table").count() == len(LONG) * len(figures)
    wrong = {}
    for width in (320, 360, 768, 1280):
        for css in ("", SPACED):
            page.set_viewport_size({"width": width, "height": 740})
            restyle(page, css)
            found = page.evaluate(FIGURES)
            if found:
                wrong[width, bool(css)] = found
    assert wrong == {}
    page.context.close()


def test_the_longest_words_of_charts_are_apart_on_a_phone(
    browser: Browser, town: Path, tmp_path: Path, prongsai: Callable[..., object]
) -> None:
    amounts = (999_999, 999_998, 1_234_567, 123_456_789, 98_765_432_100)
    for number, most in enumerate(amounts):
        rows = "".join(
            f"โครงการพัฒนาคุณภาพชีวิตผู้สูงอายุและผู้ด้อยโอกาส {n},{most - n},{most - n},ดี\n" for n in range(3)
        )
        path = town / f"content/2566/data/{number}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"โครงการ,งบประมาณ,ใช้ไป,ความคืบหน้า\n{rows}", "utf-8")
    named = "".join(f"  - data/{number}.csv\n" for number in range(len(amounts)))
    (town / "content/2566/o12.md").write_text(f"---\nreported: done\ntables:\n{named}---\n", "utf-8")
    prongsai("build", "--project", town, "--site-dir", tmp_path / "site")
    page = visit(browser, (tmp_path / "site/2566/o12/index.html").as_uri())
    page.wait_for_function("!document.documentElement.classList.contains('frame-wait')")
    assert page.locator(".pr-chart").count() == len(amounts)
    assert page.evaluate(BARS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()


def test_pictures_keep_their_place_while_they_load(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "one => window.shift += one.value)).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address + "2567/o2/")
    for _ in range(6):
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(100)
    pictures = page.locator("img.pr-person__photo")
    assert pictures.count() == 8
    assert pictures.first.evaluate("one => one.naturalWidth") == 220
    assert page.evaluate("window.shift") < 0.01
    page.context.close()


def test_the_mayors_telephone_is_on_the_item_about_executives(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o2/", java_script_enabled=False)
    card = page.locator(".pr-person").first
    assert "นายกเทศมนตรี" in card.inner_text()
    assert "0 0000 0000 ต่อ 21" in card.inner_text()
    page.context.close()


@pytest.mark.parametrize("start", ["", "topics/executives/"])
def test_the_door_to_the_executives_leads_to_their_cards(start: str, browser: Browser, address: str) -> None:
    """On a phone: not to the top of the item, where its documents are."""
    page = visit(browser, address + start, java_script_enabled=False)
    page.locator("main").get_by_role("link", name="ชื่อ ตำแหน่ง และเบอร์โทร").click()
    mayor = page.locator(".pr-person").first
    box = mayor.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 740 - box["height"]
    assert mayor.locator("a[href^='tel:']").is_visible()
    page.context.close()


def test_the_telephone_is_on_the_first_screen_and_under_each_page(browser: Browser, address: str) -> None:
    page = visit(browser, address, java_script_enabled=False)
    box = page.locator("main .pr-head a[href^='tel:']").bounding_box()
    assert box is not None
    assert box["y"] < 740
    page.goto(address + "2567/o12/")
    assert page.locator("footer a[href^='tel:']").is_visible()
    assert page.locator("footer a[href^='mailto:']").is_visible()
    page.context.close()


def test_what_was_bought_in_a_month_is_one_click_from_its_sum(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o16/", java_script_enabled=False)
    page.get_by_role("navigation", name="เลือกเดือน").get_by_role("link", name="ม.ค. 2567").click()
    group = page.locator("#data-1-2024-01")
    assert group.evaluate("one => one.getBoundingClientRect().top") < 740
    assert "จ้างขยายท่อประปา ชุมชนท้ายคลอง" in group.inner_text()
    page.context.close()


def test_a_chart_is_one_picture_with_a_name_and_its_table_has_the_figures(
    browser: Browser, address: str
) -> None:
    page = visit(browser, address + "2567/o8/", 1280)
    chart = page.get_by_role("img", name="งบประมาณที่ตั้งไว้และที่ใช้ไป").first
    assert chart.is_visible()
    rows = page.locator("#data-1 table tbody tr")
    assert rows.count() == 9
    assert "14,200,000" in rows.first.inner_text()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_bars_stand_out_from_the_ground(scheme: str, browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o12/", color_scheme="dark" if scheme == "dark" else "light")
    if scheme == "print":
        page.emulate_media(media="print")
    fills = page.evaluate(
        "() => ['.pr-chart__bar--full fill', '.pr-chart__gap fill', '.pr-chart__value color']"
        ".map(one => one.split(' ')).map("
        "([name, what]) => getComputedStyle(document.querySelector(name))[what].match(/\\d+/g).map(Number))"
    )
    bar, ground, ink = (sum(parts[:3]) for parts in fills)
    assert abs(bar - ground) > 250
    assert abs(ink - ground) > 400
    page.context.close()


def test_rows_on_paper_keep_their_names(browser: Browser, address: str) -> None:
    page = visit(browser, address + "2567/o16/", 1000)
    page.emulate_media(media="print")
    label = page.locator("#data-1 .pr-figures__box--wide td").first.evaluate(
        "one => getComputedStyle(one, '::before').content"
    )
    assert "วงเงินงบประมาณ" in label.replace("\u2060", "")
    page.context.close()
