"""The snippet for the agency's main site: plain, whole, and harmless wherever it is pasted."""

from dataclasses import replace
from html.parser import HTMLParser

from prongsai.model.site import Site
from prongsai.pages.edition import Publication, edition
from prongsai.pages.page import Page
from prongsai.pages.render import render_pages
from prongsai.pages.widget import snippet
from tests.pages.conftest import agency

ROOT = "https://oit.example.invalid/open/"


class Tags(HTMLParser):
    """Tags and attributes in order, and whether each is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(site: Site, site_url: str | None) -> Page:
    return next(
        one for one in render_pages(site, publication=Publication(site_url, None)) if one.kind == "widget"
    )


def made(site: Site) -> str:
    found = snippet(edition(site, {}, publication=Publication(ROOT, None)))
    assert found
    return found


def test_the_snippet_is_plain_links_to_addresses_that_stay(site: Site) -> None:
    tags = Tags(made(site))
    assert tags.open == []
    assert {tag for tag, _ in tags.tags} == {"nav", "p", "strong", "a", "ul", "li"}
    assert {name for _, attributes in tags.tags for name in attributes} == {"aria-label", "href"}
    links = [attributes["href"] for tag, attributes in tags.tags if tag == "a"]
    assert links == [ROOT, f"{ROOT}topics/", f"{ROOT}channels/#corruption", f"{ROOT}channels/"]


def test_a_name_cannot_break_out_of_the_snippet_nor_of_its_box(site: Site) -> None:
    hostile = replace(site, agency=agency(name='</textarea><script>alert(1)</script>"'))
    assert [tag for tag, _ in Tags(made(hostile)).tags if tag == "script"] == []
    tags = Tags(page(hostile, ROOT).html)
    assert "script" not in {tag for tag, _ in tags.tags}


def test_the_page_shows_the_code_and_what_it_looks_like(site: Site) -> None:
    html = page(site, ROOT).html
    assert html.count(f'<a href="{ROOT}topics/">') == 1
    assert f"&lt;a href=&#34;{ROOT}topics/&#34;&gt;" in html


def test_without_a_host_the_page_says_what_is_missing(site: Site) -> None:
    html = page(site, None).html
    assert "site_url" in html
    assert "<textarea" not in html
