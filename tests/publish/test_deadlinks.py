"""Dead links inside a site: pages, files and places; never a false alarm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai.publish.deadlinks import dead_links
from prongsai.publish.listing import listing_of


def dead(folder: Path, html: str, site_url: str | None = None) -> list[str]:
    (folder / "2566/o1").mkdir(parents=True)
    (folder / "2566/o2").mkdir()
    (folder / "2566/files").mkdir()
    (folder / "2566/files/แผน 1.pdf").write_bytes(b"%PDF")
    (folder / "2566/o2/index.html").write_text('<h1 id="ก ข">x</h1><a name="old"></a>', "utf-8")
    (folder / "2566/o1/index.html").write_text(f'<h1 id="here">x</h1>{html}', "utf-8")
    (folder / "index.html").write_text("front", "utf-8")
    (folder / "404.html").write_text('<a href="/nowhere/">x</a>', "utf-8")
    return [each.link for each in dead_links(folder, listing_of(folder), site_url)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../o2/index.html#%E0%B8%81%20%E0%B8%82">',
        '<a href="../o2/#old">',
        '<a href="../o2/">',
        '<a href="../o2">',
        '<a href="#here">',
        '<a href="#">',
        '<a href="#top">',
        '<a href="">',
        '<a href="../../">',
        '<a href="/2566/o2/">',
        '<a href="../files/%E0%B9%81%E0%B8%9C%E0%B8%99%201.pdf#page=2">',
        '<a href="https://elsewhere.invalid/none">',
        '<a href="//elsewhere.invalid/none">',
        '<a href="mailto:a@b.invalid"> <a href="tel:1">',
        '<!-- <a href="none.html"> -->',
        "<script>document.write('<a href=\"none.html\">')</script>",
        '<pre>&lt;a href="none.html"&gt;</pre>',
        "<a href='../o2/index.html?x=1'>",
        '<a title="> href=none.html" href="../o2/">',
        '<meta content="x" data="none.html">',
        '<a data-href="none.html" href="../o2/">',
    ],
)
def test_no_false_alarm(html: str, tmp_path: Path) -> None:
    assert dead(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="../o3/index.html">', "../o3/index.html"),
        ('<a href="../o2/index.html#none">', "../o2/index.html#none"),
        ('<a href="#none">', "#none"),
        ('<a href="../../../">', "../../../"),
        ('<img src="none.png">', "none.png"),
        ('<script src="none.js"></script>', "none.js"),
        ("<link rel=stylesheet href=none.css>", "none.css"),
        ('<img srcset="none.png 2x">', "none.png"),
        ('<a href="/none/">', "/none/"),
        ('<form action="none/">', "none/"),
        ('<a href="../files/plan%201.pdf">', "../files/plan%201.pdf"),
        ('<a href="../o2&#47;none">', "../o2/none"),
    ],
)
def test_what_leads_nowhere_is_told(html: str, link: str, tmp_path: Path) -> None:
    assert dead(tmp_path, html) == [link]


def test_addresses_of_the_site_itself_are_looked_at_too(tmp_path: Path) -> None:
    html = '<a href="https://town.invalid/oit/2566/o2/"><a href="https://town.invalid/oit/2566/o9/">'
    assert dead(tmp_path, html, "https://town.invalid/oit") == ["https://town.invalid/oit/2566/o9/"]


@pytest.mark.parametrize("project", [".", "examples/namsai"])
def test_sites_of_ours_have_none(project: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(project)
    assert list(dead_links(site, listing_of(site))) == []
