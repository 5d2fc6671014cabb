"""Receipts as people meet them: on a phone, by keyboard, on paper."""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from prongsai.model.receipt import CLASS_OF, RECEIPTS_FORMAT
from tests.conftest import Run, Shown

pytestmark = pytest.mark.e2e
LONG = "%E0%B9%81%E0%B8%9C%E0%B8%99" * 20
URLS = {verdict: f"https://www.test.invalid/{verdict}/{LONG}.pdf" for verdict in CLASS_OF}
UNVISITED = f"https://www.test.invalid/new/{'a' * 300}"
MKDOCS = "site_name: ทดสอบ\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def receipt(verdict: str) -> dict[str, object]:
    return {
        "verdict": verdict,
        "reason": f"เหตุผลของ {verdict} {LONG}",
        "final_url": f"https://www.test.invalid/elsewhere/{LONG}",
        "media_type": "application/pdf",
        "bytes": 1_234_567,
        "sha256": sha256(verdict),
        "checked_at": "2023-03-05T04:00:00+00:00",
        "first_ok": "2023-01-05T04:00:00+00:00",
        "last_ok": "2023-02-05T04:00:00+00:00",
        "failures": 1,
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, prongsai: Run) -> Path:
    """A site with a receipt of each verdict on one item, and one of each as filed."""
    root = tmp_path_factory.mktemp("visited")
    year = root / "content/2566"
    (year / "files").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (root / "content/agency.yml").write_text("name: เทศบาลตำบลทดสอบ\n", "utf-8")
    (year / "files/chart.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    evidence = "".join(f"  - title: {url[25:40]}\n    url: {url}\n" for url in (*URLS.values(), UNVISITED))
    held = "  - title: ผัง\n    file: files/chart.pdf\n"
    (year / "o1.md").write_text(f"---\nreported: done\nevidence:\n{held}{evidence}---\n", "utf-8")
    entries = {url: receipt(verdict) for verdict, url in URLS.items()}
    document = {"format": RECEIPTS_FORMAT, "receipts": entries}
    (root / "content/receipts.lock.json").write_text(json.dumps(document), "utf-8")
    filed = document | {"fiscal_year": 2566, "filed_at": "2023-04-10T04:00:00+00:00"}
    (year / "receipts.filed.json").write_text(json.dumps(filed), "utf-8")
    done = prongsai("build", "--site-dir", root / "site", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def visit(browser: Browser, site: Path, page: str, width: int) -> Page:
    opened = browser.new_context(viewport={"width": width, "height": 740}).new_page()
    opened.goto((site / page / "index.html").as_uri())
    return opened


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", ["2566/o1", "2566/assess", "topics/structure", "receipts"])
def test_long_addresses_and_hashes_stay_inside(path: str, width: int, shown: Shown, site: Path) -> None:
    page = shown((site / path / "index.html").as_uri(), width)
    for summary in page.locator("details.pr-fold summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    over = """() => [...document.querySelectorAll('.pr-receipt, .pr-receipt *, .pr-hash, .pr-command')]
        .filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth).length"""
    assert page.evaluate(over) == 0


def test_each_evidence_has_its_verdict_in_the_page_itself(browser: Browser, site: Path) -> None:
    for path in ("2566/o1", "2566/assess"):
        page = visit(browser, site, path, 360)
        for verdict, url in URLS.items():
            row = page.locator(f'[data-oit-evidence="{url}"]')
            assert row.locator("[data-oit-receipt]").get_attribute("data-oit-receipt") == verdict
        row = page.locator(f'[data-oit-evidence="{UNVISITED}"]')
        assert row.locator("[data-oit-receipt]").count() == 0
        assert row.get_by_text("ยังไม่ได้ตรวจ").is_visible()
        page.context.close()


def test_a_whole_hash_is_opened_by_keyboard_and_chosen_at_once(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "2566/o1", 360)
    fold = page.locator(f'[data-oit-evidence="{URLS["ok"]}"] details')
    whole = fold.locator("code")
    assert not whole.is_visible()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert whole.inner_text() == sha256("ok")
    whole.click()
    assert page.evaluate("getSelection().toString()").strip() == sha256("ok")
    page.context.close()


def test_states_are_told_apart_without_colour(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "2566/o1", 1280)
    shapes = {}
    for verdict in ("ok", "moved", "not_found", "changed", "timeout"):
        sign = page.locator(f'[data-oit-receipt="{verdict}"] .pr-sign')
        shapes[verdict] = (sign.inner_text(), sign.locator("path").get_attribute("d"))
    assert len({text for text, _ in shapes.values()}) == len({shape for _, shape in shapes.values()}) == 5
    page.context.close()


def test_the_sheet_prints_whole_hashes_across(browser: Browser, site: Path) -> None:
    page = visit(browser, site, "2566/assess", 1280)
    page.emulate_media(media="print")
    assert page.get_by_text(sha256("ok")).first.is_visible()
    assert page.get_by_text("prongsai verify --site").count() == 0
    pdf = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841." in pdf
    page.context.close()
