"""The work lists in a browser: axe, the policy, narrow screens and paper."""

import re
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


def test_a_unit_with_every_item_prints_whole_rows_under_its_name(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    """43 items of nobody's: a few sheets, each row on one of them, each sheet with whose it is."""
    project = root / "examples/huaruea"
    site = load_project(project).site
    assert site is not None
    year = site.newest
    units = units_of(year, check_project(project, DAY), DAY, "th")
    assert (units[0].name, len(units[0].needs)) == (None, 43)
    path = tmp_path / "worklist.html"
    path.write_bytes(worklist_html(site.agency, year, units[:1], upcoming(year, DAY), DAY, "th"))
    with window(browser, 1280) as page:
        page.goto(path.as_uri())
        printed = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert 2 <= len(printed) <= 6  # as wide as this machine's letters are
    codes: list[str] = []
    for sheet in printed:
        text = sheet.extract_text()
        assert "2566 · " in text
        found = re.findall(r"^o[0-9]+ ", text, re.MULTILINE)
        boxes = text.count("☐")
        assert found
        assert boxes >= 2 * len(found)  # an item's ☐ stands on the sheet on which it begins
        codes += found
    assert codes == [f"o{number} " for number in range(1, 44)]
