"""An item's page on a phone and on paper: the evidence at hand, links for thumbs, nothing left folded."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.quality.looking import visit, window
from tests.quality.server import served

pytestmark = pytest.mark.e2e
PHONE = (360, 740)
NEAR = 150
"""So far below the first screen the evidence may begin where a title, a note and an answer are long."""
THUMB, POINTER = 44, 24
TALL = "links => links.map(link => link.getBoundingClientRect().height)"


@pytest.mark.parametrize(
    ("project", "path"),
    [
        ("examples/namsai", "2567/o2/"),
        ("examples/namsai", "2567/o8/"),
        ("examples/namsai", "2566/o12/"),
        ("examples/kalase", "2566/o43/"),
        (".", "2565/o33/"),
    ],
)
def test_the_evidence_is_at_hand(
    project: str, path: str, browser: Browser, site_of: Callable[[str], Path]
) -> None:
    with served(site_of(project)) as address, window(browser, *PHONE) as page:
        visit(page, address + path)
        heading = page.locator("#evidence h2").bounding_box()
        assert heading
        assert heading["y"] < PHONE[1] + NEAR
        for link in page.locator("a[href='#evidence']").all():
            box = link.bounding_box()
            assert box and box["y"] < PHONE[1]


def test_links_of_evidence_are_for_thumbs(browser: Browser, site_of: Callable[[str], Path]) -> None:
    with served(site_of("examples/namsai")) as address:
        for width, least in ((360, THUMB), (1280, POINTER)):
            with window(browser, width) as page:
                visit(page, address + "2566/o21/")
                for name in (".pr-evidence__link", *(() if width == PHONE[0] else (".pr-fold summary",))):
                    found = page.locator(name)
                    assert found.count() >= 7
                    assert min(found.evaluate_all(TALL)) >= least, (name, width)


def test_folds_are_open_on_paper(browser: Browser, site_of: Callable[[str], Path]) -> None:
    """The whole hash and the whole address are read from the paper itself."""
    with served(site_of("examples/namsai")) as address, window(browser, 1280) as page:
        visit(page, address + "2566/o12/")
        hashes = page.locator(".pr-evidence .pr-hash").all_text_contents()
        where = page.locator(".pr-evidence details .pr-address").all_text_contents()
        page.emulate_media(media="print")
        paper = "".join(
            "".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(page.pdf())).pages
        )
    assert len(hashes) == len(where) == 2
    assert all(one in paper for one in (*hashes, *where))
    assert all(one.startswith("https://oit.namsai.invalid/2566/") for one in where)
    assert "▶" not in paper
