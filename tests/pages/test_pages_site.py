"""What holds for all pages of a site together."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin

import pytest

from prongsai.errors import Text
from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import Frozen
from prongsai.model.finding import Finding
from prongsai.model.framework import Topic
from prongsai.model.measure import Link
from prongsai.model.site import Site
from prongsai.pages.edition import ComputedScores, Publication
from prongsai.pages.page import Page
from prongsai.pages.render import render_pages

VOID = {"rect", "path"}
HELD = "2566/files/โครงสร้าง ใหม่.pdf"
Build = Callable[..., Site]
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}&amp;"


class Outline(HTMLParser):
    """The elements of a fragment, checked for balance."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag != "wbr":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture
def pages(site: Site, computed: Mapping[int, ComputedScores]) -> dict[str, Page]:
    return {page.address: page for page in render_pages(site, computed)}


def test_addresses_of_the_contract(pages: dict[str, Page]) -> None:
    always = {"", "topics/", "units/", "channels/", "receipts/", "search/", "widget/"}
    yearly = {
        f"{year}/{name}"
        for year in (2565, 2566, 2567)
        for name in ("", "assess/", "measures/", "scores/", "changes/")
    }
    parts = {f"{year}/{name}/" for year in (2565, 2566) for name in ("9", "10", "9.1", "9.3", "10.1")}
    items = {"2565/o1/", "2565/o2/", "2565/o3/", "2566/o1/", "2566/o2/", "2566/o3/", "2566/o4/"}
    topics = {
        f"topics/{topic}/" for topic in ("structure", "executives", "procurement-monthly", "no-gift-policy")
    }
    given_up = {"2566/o40/", "2566/files/draft.docx/"}
    assert set(pages) == always | yearly | parts | items | topics | given_up


def test_no_address_twice(site: Site) -> None:
    counts = Counter(page.address for page in render_pages(site))
    assert [address for address, count in counts.items() if count > 1] == []


def test_links_lead_to_pages_and_anchors(pages: dict[str, Page]) -> None:
    root = "http://site.invalid/"
    anchors = {address: set(Outline(page.html).values("id")) for address, page in pages.items()}
    for page in pages.values():
        for href in Outline(page.html).values("href"):
            if re.match("(https?|mailto|tel):", href):
                continue
            path, anchor = urldefrag(urljoin(f"{root}{page.address}index.html", href))
            address = unquote(path.removeprefix(root))
            if address.startswith(("data/", "copies/")) or address in (HELD, "feed.xml"):
                continue
            assert address.endswith("index.html"), (page.address, href)
            address = address.removesuffix("index.html")
            assert address in pages, (page.address, href)
            assert not anchor or unquote(anchor) in anchors[address], (page.address, href)


def test_links_of_the_model_lead_to_pages(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for link in (*page.trail, page.previous, page.next):
            assert link is None or link.address in pages, page.address
        assert page.address == "" or page.trail[0].address == ""


def test_page_is_sound_html(pages: dict[str, Page]) -> None:
    for page in pages.values():
        outline = Outline(page.html)
        tags = [tag for tag, _ in outline.elements]
        assert tags[0] == "article"
        assert tags.count("h1") == 1, page.address
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), page.address
        ids = outline.values("id")
        assert len(ids) == len(set(ids)), page.address
        names = {name for _, attributes in outline.elements for name in attributes}
        assert not {name for name in names if name == "style" or name.startswith("on")}
        assert not {"script", "style", "iframe"} & set(tags)


def test_tables_have_captions_and_labels(pages: dict[str, Page]) -> None:
    found = 0
    for page in pages.values():
        outline = Outline(page.html)
        tags = [tag for tag, _ in outline.elements]
        assert tags.count("table") == tags.count("caption")
        found += tags.count("table")
        for tag, attributes in outline.elements:
            if tag == "td":
                assert attributes["data-label"]
            if tag == "th":
                assert attributes["scope"] in ("col", "row", "colgroup")
    assert found


def test_marks(pages: dict[str, Page]) -> None:
    for page in pages.values():
        root = Outline(page.html).elements[0][1]
        assert root.get("data-oit-year") == (str(page.fiscal_year) if page.fiscal_year else None)
        assert root.get("data-oit-item") == page.item
    evidence = [HELD, "https://www.example.invalid/a?b=1&c=2#top"]
    assert Outline(pages["2566/o1/"].html).values("data-oit-evidence") == evidence
    sheet = Outline(pages["2566/assess/"].html)
    assert sheet.values("data-oit-item") == ["o1", "o2", "o3", "o4"]
    assert sheet.values("data-oit-evidence")[:2] == evidence


def test_the_sheet_tells_everything_of_an_item(site: Site) -> None:
    silenced = [
        Finding(
            "Y101",
            "later_year",
            "year",
            "warning",
            Text(f"พบที่ {place}", ""),
            "",
            fiscal_year=2566,
            item=item,
            silenced=f"เหตุที่{place}",
        )
        for place, item in (("ข้อ", "o1"), ("ปี", None))
    ]
    pages = {page.address: page.html for page in render_pages(site, silenced=silenced)}
    sheet = Outline(pages["2566/assess/"])
    assert {"../../data/2566/assess.xlsx", "../../data/2566/assess.csv"} <= set(sheet.values("href"))
    for said in ("พบที่ ข้อ", "เหตุที่ข้อ", "พบที่ ปี", "เหตุที่ปี"):
        assert said in pages["2566/assess/"]
        assert said not in pages["2565/assess/"]
    for entry in site.by_year[2566].entries:
        for text in entry.disclosure.documents if entry.disclosure else ():
            assert text in pages["2566/assess/"]
    unknown = Outline(pages["2567/assess/"])
    assert "../../data/2567/assess.xlsx" not in unknown.values("href")


def test_the_sheet_tells_a_silenced_finding_beside_the_evidence_that_it_is_about(site: Site) -> None:
    about = [
        Finding(
            *("A312", "changed-evidence", "address", "warning", Text(f"พบ {place}", ""), ""),
            fiscal_year=2566,
            item="o1",
            silenced=f"เหตุ {place}",
            evidence=place,
        )
        for place in (2, 9, None)
    ]
    html = {page.address: page.html for page in render_pages(site, silenced=about)}["2566/assess/"]
    second = html.index('id="o1-evidence-2"')
    assert second < html.index("พบ 2") < html.index("</li>", second)
    first = html.index('id="o1-evidence-1"')
    assert html.index("พบ 9") < first, "a number that no evidence bears: with the item"
    assert html.index("พบ None") < first


def test_the_sheet_gives_whole_addresses_where_the_site_is_known_to_stand(
    site: Site, pages: dict[str, Page]
) -> None:
    known = Publication("https://town.example/ita/")
    sheet = {page.address: page.html for page in render_pages(site, publication=known)}["2566/assess/"]
    outline = Outline(sheet)
    assert ">https://town.example/ita/2566/files/โครงสร้าง%20ใหม่.pdf</a>" in sheet
    assert f"https://town.example/ita/{quote(HELD)}" in outline.values("href")
    assert ">https://town.example/ita/2566/assess/</a>" in sheet
    assert outline.values("data-oit-evidence")[0] == HELD
    said = "ให้เติมที่อยู่หน้าแรกของเว็บไซต์นี้ไว้ข้างหน้า"
    assert said not in sheet
    assert said in pages["2566/assess/"].html
    assert f">{HELD}</a>" in pages["2566/assess/"].html


def test_the_sheet_says_what_a_held_file_is(pages: dict[str, Page]) -> None:
    sheet = pages["2566/assess/"].html
    start = sheet.index('id="o1-evidence-1"')
    assert re.search(r"ไฟล์ในเว็บไซต์นี้ · PDF · \S+ (?:KB|MB|ไบต์)", sheet[start : sheet.index("</li>", start)])


def test_unknown_framework_is_said(pages: dict[str, Page]) -> None:
    for address in ("2567/", "2567/assess/"):
        assert "ยังไม่มีรายการข้อ OIT ของปีงบประมาณ 2567" in pages[address].html
    assert "ยังไม่มีรายงานมาตรการของปีงบประมาณ 2567" in pages["2567/measures/"].html
    assert "ยังไม่มีผลการประเมินในข้อมูลของปีงบประมาณ 2567" in pages["2567/scores/"].html


def test_invented_agency_is_said_on_every_page(pages: dict[str, Page], build_site: Build) -> None:
    assert all("หน่วยงานสมมุติ" in page.html for page in pages.values())
    assert not any("หน่วยงานสมมุติ" in page.html for page in render_pages(build_site(invented=False)))


def test_evidence_comes_before_the_rest(pages: dict[str, Page]) -> None:
    html = pages["2566/o1/"].html
    headings = re.findall("<h2>([^<]+)</h2>", html)
    assert headings[:2] == ["หลักฐาน", "สิ่งที่ข้อนี้ต้องแสดง"]
    assert "ยังไม่มีที่อยู่หลักฐาน" in pages["2565/o1/"].html


def test_corruption_channel_comes_first(pages: dict[str, Page]) -> None:
    ids = Outline(pages["channels/"].html).values("id")
    assert ids == ["corruption", "information", "social", "contact", "agency"]


def test_items_lead_to_measures_and_other_years(pages: dict[str, Page]) -> None:
    links = Outline(pages["2566/o1/"].html).values("href")
    assert {
        "../measures/index.html#m1",
        "../../2565/o2/index.html",
        "../../topics/structure/index.html",
    } <= set(links)
    page = pages["2566/o2/"]
    assert page.previous and page.previous.address == "2566/o1/"
    assert page.next and page.next.address == "2566/o3/"
    assert pages["2566/o1/"].previous is None
    assert pages["2566/o4/"].next is None


def test_executives_stand_where_they_belong(pages: dict[str, Page]) -> None:
    assert [address for address, page in pages.items() if "นางสาวสมมุติ ใจดี" in page.html] == ["2566/o2/"]


def test_what_the_line_of_progress_says_is_not_said_again(site: Site) -> None:
    """Where all items are reported there is no list of statuses; where they aren't there is one."""
    half = site.by_year[2566]
    done = {one.code: Disclosure(code=one.code, reported="done") for one in half.entries}
    whole = replace(site, years=(replace(half, disclosures=done),))
    for shown, expected in ((site, True), (whole, False)):
        html = {page.address: page.html for page in render_pages(shown)}
        assert ("pr-counts" in html["2566/"]) is expected
        assert "pr-counts" in html["2566/assess/"]
    assert "รายงานแล้ว 4 จาก 4 ข้อ" in {page.address: page.html for page in render_pages(whole)}[""]


def test_an_aim_of_another_years_list_says_its_year(site: Site) -> None:
    """Else a report that names an item of two years would seem to name it twice."""
    year = site.by_year[2566]
    assert year.measures
    first, *others = year.measures.measures
    links = (
        Link(code="o1", framework="nacc-2565", score=Decimal(0)),
        Link(code="o1", framework="nacc-2566"),
    )
    aiming = first.model_copy(update={"links": links})
    report = year.measures.model_copy(update={"measures": (aiming, *others)})
    other = replace(site, years=(site.years[0], replace(year, measures=report), site.years[2]))
    html = {page.address: page.html for page in render_pages(other)}["2566/measures/"]
    scores = re.findall('pr-aims__score">([^<]+)<', html)
    assert scores == ["ปีงบประมาณ 2565 · คะแนน 0", "ไม่มีคะแนน"]


def test_english(computed: Mapping[int, ComputedScores], build_site: Build) -> None:
    pages = {page.address: page for page in render_pages(build_site(language="en"), computed)}
    assert "Structure" in pages["2566/o1/"].html
    assert "25 January 2023 – 20 April 2023" in pages["2566/o1/"].html
    assert pages["topics/structure/"].title == "Structure"


def _hostile(value: Any) -> Any:
    """A validated record with every free text in it made hostile."""
    free = {
        "title",
        "text",
        "name",
        "reason",
        "about",
        "published",
        "issue",
        "group",
        "asks",
        "by",
        "position",
    }
    changes: dict[str, Any] = {}
    for name in type(value).model_fields:
        found = getattr(value, name)
        if name in free and isinstance(found, str):
            changes[name] = EVIL
        elif name in ("responsible", "documents", "method", "steps", "words") and found:
            changes[name] = (EVIL,)
        elif isinstance(found, tuple) and found and isinstance(found[0], Frozen):
            changes[name] = tuple(map(_hostile, found))
        elif isinstance(found, Frozen):
            changes[name] = _hostile(found)
    return value.model_copy(update=changes)


def test_hostile_text_is_escaped(computed: Mapping[int, ComputedScores], build_site: Build) -> None:
    tame = build_site()
    years = []
    for year in tame.years:
        framework = year.framework and _hostile(year.framework)
        said: dict[str, Disclosure] = {code: _hostile(one) for code, one in year.disclosures.items()}
        years.append(
            replace(
                year,
                framework=framework,
                disclosures=said,
                settings=_hostile(year.settings),
                measures=year.measures and _hostile(year.measures),
            )
        )
    topics = {name: Topic(th=EVIL, about=EVIL, words=(EVIL,)) for name in tame.topics}
    site = Site(_hostile(tame.agency), tuple(years), topics, {})
    for page in render_pages(site, computed):
        tags = {tag for tag, _ in Outline(page.html).elements}
        assert not {"script", "img"} & tags, page.address
        assert "<script" not in page.html
