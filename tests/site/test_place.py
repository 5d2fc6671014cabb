"""A site works wherever it is put: in a folder of a host, at its root, or nobody knows where."""

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from prongsai.report.headers import header_files
from tests.conftest import Run
from tests.quality.kinds import PROJECTS

WHERE = "https://www.test.invalid/oit/"


class Links(HTMLParser):
    """All addresses that a page names, and the words on it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.addresses: list[tuple[str, str]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action") and value:
                self.addresses.append((tag, value))


@pytest.fixture
def placed(town: Path, prongsai: Run) -> Path:
    """The town's site for a folder on its own host."""
    settings = town / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}site_url: {WHERE}\n", "utf-8")
    (town / "content/agency.yml").write_text(
        "name: เทศบาลตำบลทดสอบ\nemail: saraban@town.test.invalid\n", "utf-8"
    )
    item = town / "content/2566/o5.md"
    item.write_text(item.read_text("utf-8").replace("---\n", "---\nupdated: 9 มี.ค. 2566\n", 1), "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    assert "site_url" not in done.stderr
    return town / "site"


def test_the_sitemap_names_every_page_with_the_day_of_its_content(placed: Path) -> None:
    inside = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {
        entry.findtext(f"{inside}loc", ""): entry.findtext(f"{inside}lastmod")
        for entry in ElementTree.parse(placed / "sitemap.xml").getroot()
    }
    pages = {path.parent.relative_to(placed).as_posix() for path in placed.rglob("index.html")}
    assert set(found) == {WHERE if page == "." else f"{WHERE}{page}/" for page in pages}
    dates = {
        url.removeprefix(WHERE): date.fromisoformat(changed) for url, changed in found.items() if changed
    }
    changed = {
        "2566/o5/",
        "2566/",
        "2566/assess/",
        "2566/changes/",
        "",
        "topics/",
        "search/",
        "2566/9/",
        "2566/9.1/",
    }
    assert {address for address in dates if not address.startswith("topics/contact")} - {
        address for address in dates if address.startswith("topics/") and address != "topics/"
    } == changed
    assert set(dates.values()) == {date(2023, 3, 9)}
    assert len([address for address in dates if re.fullmatch("topics/[a-z-]+/", address)]) == 1


def test_files_with_a_dot_are_there(placed: Path) -> None:
    for address, data in header_files(WHERE).items():
        assert (placed / address).read_bytes() == data
    assert (placed / ".nojekyll").is_file()
    assert "Contact: mailto:saraban@town.test.invalid\n" in (placed / ".well-known/security.txt").read_text()
    assert f"Sitemap: {WHERE}sitemap.xml" in (placed / "robots.txt").read_text()


def test_pages_say_where_they_belong(placed: Path) -> None:
    page = (placed / "2566/o5/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{WHERE}2566/o5/">' in page


def test_the_page_for_the_lost_stands_alone(placed: Path, site_of: Callable[[str], Path]) -> None:
    """It is shown at any depth and needs no file; its links lead to the site itself, or there are none."""
    assert Links(placed / "404.html").addresses == [
        ("a", f"{WHERE}index.html"), ("a", f"{WHERE}topics/index.html"), ("a", f"{WHERE}channels/index.html"),
    ]  # fmt: skip
    assert Links(site_of(".") / "404.html").addresses == [("a", "http://www.khaoyocity.go.th")]


def test_without_a_host_the_build_says_what_is_left_out(town: Path, prongsai: Run, mkdocs: Run) -> None:
    done = prongsai("build", cwd=town)
    assert done.returncode == 0
    (said,) = [line for line in done.stderr.splitlines() if "site_url" in line]
    assert "sitemap.xml" in said
    assert not (town / "site/sitemap.xml").exists()
    assert not (town / "site/sitemap.xml.gz").exists()
    assert "canonical" not in (town / "site/2566/o5/index.html").read_text("utf-8")
    done = mkdocs("build", cwd=town)
    assert [line for line in done.stderr.splitlines() if "site_url" in line and line.startswith("INFO")]


@pytest.mark.parametrize("project", PROJECTS)
def test_every_link_inside_is_relative_and_ends_in_a_file(
    project: str, site_of: Callable[[str], Path]
) -> None:
    """So a site opens from a folder, and at any depth of any host."""
    site = site_of(project)
    wrong = []
    for page in site.rglob("index.html"):
        for tag, address in Links(page).addresses:
            parts = urlsplit(address)
            if parts.scheme or (tag == "a" and address.startswith("#")):
                continue
            target = (page.parent / unquote(parts.path)).resolve()
            if parts.netloc or address.startswith("/") or not target.is_relative_to(site.resolve()):
                wrong.append((page.relative_to(site).as_posix(), address, "leads out"))
            elif not target.is_file():
                wrong.append((page.relative_to(site).as_posix(), address, "is no file"))
    assert wrong == []
