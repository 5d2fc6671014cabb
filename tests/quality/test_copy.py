"""The address of an item's page, to copy: with scripts by a button, without them by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Run
from tests.quality.looking import visit, window
from tests.quality.server import served

pytestmark = pytest.mark.e2e
ROOT = "https://oit.example.invalid/open/"
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, prongsai: Run) -> Iterator[str]:
    """A small town that said where its site will stand."""
    town = tmp_path_factory.mktemp("copy")
    (town / "content/2566").mkdir(parents=True)
    (town / "content/agency.yml").write_text("name: เทศบาลตำบลทดสอบ\n", "utf-8")
    (town / "content/2566/o1.md").write_text("---\nreported: done\n---\n", "utf-8")
    settings = (
        f"site_name: ทดสอบ\nsite_url: {ROOT}\ndocs_dir: content\ntheme: prongsai\nplugins: [prongsai]\n"
    )
    (town / "mkdocs.yml").write_text(settings, "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    with served(town / "site") as address:
        yield address


def press(page: Page) -> str:
    """Press the button by the keyboard; what is told afterwards."""
    page.get_by_role("button", name="คัดลอกที่อยู่").focus()
    page.keyboard.press("Enter")
    told = page.locator(".pr-here [aria-live]:not(:empty)")
    told.wait_for()
    return told.inner_text()


def test_a_press_copies_and_says_so(browser: Browser, known: str) -> None:
    with window(browser, 360, permissions=["clipboard-read", "clipboard-write"]) as page:
        visit(page, known + "2566/o1/")
        assert press(page) == "คัดลอกแล้ว"
        assert page.evaluate("navigator.clipboard.readText()") == f"{ROOT}2566/o1/"


def test_where_the_clipboard_is_closed_the_address_is_selected(browser: Browser, known: str) -> None:
    with window(browser, 360) as page:
        visit(page, known + "2566/o1/")
        page.evaluate(REFUSE + "document.execCommand = () => false;")
        assert press(page) == "เลือกที่อยู่ไว้ให้แล้ว กดคัดลอกได้เลย"
        assert page.evaluate("getSelection().toString()") == f"{ROOT}2566/o1/"


def test_without_scripts_the_address_is_text(browser: Browser, known: str) -> None:
    with window(browser, 360, prepare="", java_script_enabled=False) as page:
        page.goto(known + "2566/o1/")
        assert page.locator(".pr-here .pr-address").inner_text() == f"{ROOT}2566/o1/"
        assert not page.locator(".pr-here button").is_visible()


def test_a_site_that_does_not_know_its_address_takes_the_readers(
    browser: Browser, sites: dict[str, Path]
) -> None:
    """Without scripts, or opened from a folder, it says at least where the page stands within the site."""
    shown, note, button = ".pr-here .pr-address", ".pr-here__within", ".pr-here button"
    with served(sites["."]) as address:
        with window(browser, 360) as page:
            visit(page, address + "2565/o1/index.html?query=x#tell")
            assert page.locator(shown).inner_text() == f"{address}2565/o1/"
            assert page.locator(button).is_visible()
            assert not page.locator(note).count()
        with window(browser, 360, prepare="", java_script_enabled=False) as page:
            page.goto(address + "2565/o1/")
            assert page.locator(shown).inner_text() == "2565/o1/"
            assert page.locator(note).is_visible()
            assert not page.locator(button).is_visible()
    with window(browser, 360) as page:
        page.goto((sites["."] / "2565/o1/index.html").as_uri())
        page.locator("html:not(.frame-wait)").wait_for()
        assert page.locator(shown).inner_text() == "2565/o1/"
        assert page.locator(note).is_visible()
        assert not page.locator(button).is_visible()
