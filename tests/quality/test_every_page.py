"""Pages drawn from every site: of the repository, an English one, a new one, and one of the longest texts.

What each page weighs is reckoned; of each site every so-manieth is opened on the narrowest phone and, as axe
takes longest, a few by axe.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.conftest import Run
from tests.quality.looking import SPACED, restyle, visit, window
from tests.quality.server import compressed, served
from tests.quality.test_axe import violations
from tests.quality.test_first_visit import BUDGET, MATERIAL
from tests.quality.test_reading import LAYOUT, WORDS

pytestmark = pytest.mark.more
HEADERS = 500
"""Bytes of the headers of an answer, as a strict server sends them."""
ASSETS = ("theme.css", "pages.css", "fonts.js", "frame.js", "icon.svg", "fonts/*-latin-*", "fonts/*-thai-*")
MOVED = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 20);
})"""
THAI = ("กลุ่มงานติดตามและประเมินผลแผนพัฒนาท้องถิ่น" * 8)[:300]
WORD = "W" * 300
ADDRESS = f"https://www.example.invalid/{'a' * 300}?"
NAME = ("เทศบาลตำบลที่มีชื่อยาวมากจนไม่มีที่ให้เว้นวรรค" * 3)[:120]


def write(path: Path, values: Mapping[str, Any], before: str = "", after: str = "") -> None:
    """A source, between ``before`` and ``after``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(f"{before}{text}{after}", "utf-8")


def longest(town: Path, root: Path) -> None:
    """A town whose every text is as long as somebody could make it."""
    content = town / "content"
    pack = yaml.safe_load((root / "generator/prongsai/frameworks/nacc-2567.yml").read_text("utf-8"))
    first, second, *_ = pack["indicators"][0]["sub_indicators"][0]["items"]
    first["title"], second["title"] = "ก" * 300, WORD
    first["elements"] = [{"id": f"e{n}", "text": (THAI, WORD, "สั้น")[n % 3]} for n in range(30)]
    write(content / "frameworks/own-2567.yml", {**pack, "framework": "own-2567", "scheme": "own"})
    (town / "mkdocs.yml").write_text(
        "site_name: ทดสอบ\ndocs_dir: content\ntheme: prongsai\nplugins: [prongsai]\n", "utf-8"
    )
    kinds = ("corruption", "opinions", "questions", "information", "contact")
    agency = {
        "name": NAME,
        "website": f"https://www.{'example' * 8}.invalid/{'path/' * 30}",
        "address": f"{THAI} {WORD}",
        "phone": "0 0000 0000, " * 20,
        "email": f"{'a' * 60}@{'b' * 60}.invalid",
        "channels": [
            {"kind": kind, "title": (THAI, WORD)[n % 2], "url": f"{ADDRESS}{n}"}
            for n, kind in enumerate(kinds)
        ],
    }
    write(content / "agency.yml", agency)
    write(content / "2567/year.yml", {"framework": "own-2567"})
    proofs = [{"title": (THAI, WORD, f"ที่ {n}")[n % 3], "url": f"{ADDRESS}{n}"} for n in range(60)]
    item = {
        "reported": "done",
        "title_published": WORD,
        "responsible": [THAI, WORD],
        "breadcrumbs": [[THAI, WORD, "หน้าแรก"]],
        "method": [THAI, WORD],
        "results": [{"text": WORD, "state": "done", "by": THAI}],
        "evidence": proofs,
        "elements": {f"e{n}": list(range(n, n + 9)) for n in range(0, 30, 2)},
    }
    body = f"{WORD}\n\n    {WORD}\n\n| ก | ข |\n| --- | --- |\n| {WORD} | {THAI} |\n\n## {WORD}\n\n- {THAI}\n"
    write(content / "2567/o1.md", item, "---\n", f"---\n{body}")
    table = {"reported": "done", "evidence": [{"title": THAI, "file": "data/wide.csv"}], "documents": [WORD]}
    write(content / "2567/o2.md", table, "---\n", "---\n")
    row = ",".join([WORD, ADDRESS, THAI, *["999999999999"] * 5])
    (content / "2567/data").mkdir()
    (content / "2567/data/wide.csv").write_text(f"{','.join('กขคงจฉชซ')}\n{row}\n{row}\n", "utf-8")
    measures = [
        {"id": f"m{n}", "title": WORD, "approach": [WORD], "steps": [THAI, WORD], "responsible": [THAI]}
        for n in range(1, 3)
    ]
    write(content / "2567/measures.yml", {"fiscal_year": 2567, "measures": measures})


@pytest.fixture(scope="module")
def all_sites(
    sites: dict[str, Path], prongsai: Run, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The built sites of the repository, and three that stand nowhere in it."""
    place = tmp_path_factory.mktemp("every")
    named = "--name=เทศบาลตำบลใหม่", "--district=ก", "--province=ลำพูน", "--subdistrict=ข", "--website="
    assert prongsai("new", place / "new", *named).returncode == 0
    shutil.copytree(root / "examples/namsai", place / "english", ignore=shutil.ignore_patterns("site", ".*"))
    settings = place / "english/content/agency.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: th", "language: en"), "utf-8")
    longest(place / "longest", root)
    built = dict(sites)
    for name in ("new", "english", "longest"):
        done = prongsai("build", "--project", place / name, "--site-dir", place / name / "site")
        assert done.returncode == 0, done.stderr
        built[name] = place / name / "site"
    return built


@pytest.fixture(scope="module")
def roots(all_sites: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Where each site is served."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(site)) for name, site in all_sites.items()}


def pages_of(site: Path, every: int = 1) -> list[str]:
    """The addresses of a site's pages; of so many one, where that is asked for."""
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return [f"{address}/".removeprefix("./") for address in found[::every]]


def test_the_first_visit_of_every_page_keeps_the_budget(all_sites: dict[str, Path]) -> None:
    heavy = {}
    for name, site in all_sites.items():
        assets = [path for one in ASSETS for path in (site / "assets/prongsai").glob(one)]
        beside = sum(len(compressed(path)) + HEADERS for path in assets)
        assert len(assets) == 9
        for address in pages_of(site):
            page = site / address / "index.html"
            ours = b'class="pr-page' in page.read_bytes()
            total = beside + len(compressed(page)) + HEADERS
            if total > BUDGET + (0 if ours else MATERIAL):
                heavy[name, address] = total
    assert heavy == {}


def told(page: Page, address: str) -> list[str]:
    """What is wrong with a page on the narrowest phone."""
    visit(page, address)
    moved = page.evaluate(MOVED)
    wrong: list[str] = page.evaluate(f"[...{LAYOUT}, ...{WORDS}, ...probe.smallText(14)]")
    return [*wrong, *([f"moved by {moved}"] if moved else [])]


def test_pages_drawn_from_all_fit_the_narrowest_phone(
    browser: Browser, all_sites: dict[str, Path], roots: dict[str, str]
) -> None:
    wrong: dict[tuple[str, str], list[str]] = {}
    with window(browser, 320) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for name, site in all_sites.items():
            for address in pages_of(site, 1 if name == "longest" else 3):
                found = [*told(page, roots[name] + address), *said]
                said.clear()
                if found:
                    wrong[name, address] = found
    assert wrong == {}


@pytest.mark.parametrize(("width", "every"), [(320, 2), (768, 4)])
def test_pages_drawn_from_all_bear_the_spaces_of_a_reader(
    width: int, every: int, browser: Browser, all_sites: dict[str, Path], roots: dict[str, str]
) -> None:
    """WCAG 2.2, 1.4.12, on the narrowest phone and where tables and the sheet have just room."""
    wrong = {}
    with window(browser, width) as page:
        for name, site in all_sites.items():
            sheets = {address for address in pages_of(site) if address.endswith("assess/")}
            for address in sorted({*pages_of(site, every), *sheets}):
                visit(page, roots[name] + address)
                restyle(page, SPACED)
                found = page.evaluate(LAYOUT)
                if found:
                    wrong[name, address] = found
    assert wrong == {}


@pytest.mark.parametrize(("width", "scheme", "every"), [(360, "light", 29), (1280, "dark", 31)])
def test_axe_finds_nothing_on_pages_drawn_from_all(
    width: int,
    scheme: str,
    every: int,
    browser: Browser,
    all_sites: dict[str, Path],
    roots: dict[str, str],
) -> None:
    wrong = {}
    with window(browser, width, color_scheme=scheme) as page:
        for name, site in all_sites.items():
            fullest = {"2567/o1/", "2567/o2/"} if name == "longest" else set()
            for address in sorted({*pages_of(site, every), *fullest}):
                visit(page, roots[name] + address)
                found = [*violations(page), *page.evaluate(LAYOUT)]
                if found:
                    wrong[name, address] = found
    assert wrong == {}
