"""The work lists in a browser: axe, the policy, narrow screens and paper."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from prongsai.check import check_project
from prongsai.load.project import load_project
from prongsai.report.worklist.duties import units_of, upcoming
from prongsai.report.worklist.page import worklist_html
from tests.quality.looking import window
from tests.quality.test_axe import violations
from tests.report.test_worklist import DAY

pytestmark = pytest.mark.more


@pytest.fixture
def address(root: Path, tmp_path: Path) -> tuple[str, int]:
    """The page of the real agency, and how many units it has."""
    site = load_project(root).site
    assert site is not None
    year = site.newest
    units = units_of(year, check_project(root, DAY), DAY, "th")
    path = tmp_path / "worklist.html"
    path.write_bytes(worklist_html(site.agency, year, units, upcoming(year, DAY), DAY, "th"))
    return path.as_uri(), len(units)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_for_everybody(width: int, browser: Browser, address: tuple[str, int]) -> None:
    with window(browser, width, bypass_csp=True) as page:
        page.goto(address[0])
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_refused_and_each_unit_has_its_sheet(browser: Browser, address: tuple[str, int]) -> None:
    with window(browser, 1280) as page:
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto(address[0])
        assert page.locator("section").first.evaluate("one => getComputedStyle(one).borderTopWidth") == "2px"
        printed = len(pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages)
    assert told == []
    assert address[1] <= printed <= address[1] + 2
