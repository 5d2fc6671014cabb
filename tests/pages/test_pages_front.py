"""What leads others into the site says only what holds: banners, progress, scores, trust, changes, topics."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from prongsai.load.frameworks import shipped
from prongsai.model.disclosure import Disclosure
from prongsai.model.news import news_of
from prongsai.model.site import Site
from prongsai.model.vocabulary import Vocabulary
from prongsai.pages import words
from prongsai.pages.front import newest_channel
from prongsai.pages.navigation import navigation
from prongsai.pages.render import render_pages
from prongsai.pages.search_index import search_index
from tests.pages.conftest import HELD, agency

UNREACHED: dict[str, Any] = {"phone": None, "email": None, "website": None, "address": None}
NAMED: list[dict[str, Any]] = [
    {"kind": "corruption", "title": "ช่องทางบนเว็บไซต์หลัก"},
    {"kind": "eit", "title": "QR Code แบบวัด EIT"},
    {"kind": "information", "title": "ศูนย์ข้อมูลข่าวสาร"},
]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def text(html: str) -> str:
    """What a page says, without its elements."""
    parser = _Text()
    parser.feed(html)
    return " ".join("".join(parser.found).split())


def html(site: Site, address: str) -> str:
    return next(page.html for page in render_pages(site) if page.address == address)


def with_agency(site: Site, **changes: Any) -> Site:
    return replace(site, agency=agency(**changes))


def disclosing(site: Site, **disclosures: dict[str, Any]) -> Site:
    """The site with these disclosures of 2566 and no others; a file among the evidence is held."""
    made = {}
    for code, facts in disclosures.items():
        one = Disclosure.model_validate({"code": code, **facts})
        held = tuple(
            piece.model_copy(update={"held": HELD}) if piece.file else piece for piece in one.evidence
        )
        made[code] = one.model_copy(update={"evidence": held})
    first, year, last = site.years
    return replace(site, years=(first, replace(year, disclosures=made), last), receipts={})


def assessing(site: Site, assessed: int | None) -> Site:
    first, year, last = site.years
    assert year.settings.scores
    scores = year.settings.scores.model_copy(update={"assessed_year": assessed})
    settings = year.settings.model_copy(update={"scores": scores})
    return replace(site, years=(first, replace(year, settings=settings), last))


FILE = {"title": "ผัง", "file": "files/a.pdf"}
LINK = {"title": "หน้า", "url": "https://www.example.invalid/x"}


def test_a_score_stands_under_the_year_that_was_assessed(site: Site) -> None:
    other = assessing(site, 2565)
    page = next(page for page in render_pages(other) if page.address == "2566/scores/")
    assert page.title == "ผลการประเมิน ITA ปีงบประมาณ 2565"
    assert "ผลการประเมิน ITA ปีงบประมาณ 2565" in page.description
    said = text(page.html)
    assert said.count("ผลการประเมิน ITA ปีงบประมาณ 2565")
    assert "ปีงบประมาณ 2565 ซึ่งใช้จัดทำมาตรการของปีงบประมาณ 2566" in said
    assert "ผลการประเมิน ITA ปี 2565 คะแนนรวม 79.84" in text(html(other, "2566/"))
    assert "ผลการประเมิน ITA ปี 2566 คะแนนรวม 79.84" in text(html(site, "2566/"))
    assert "ผลการประเมิน ITA ปี 2567 ยังไม่มีข้อมูล" in text(html(site, "2567/"))
    assert "ผลการประเมินปี 2566" in [link.title for link in navigation(site).years[1].reports]
    assert "ผลการประเมินปี 2565" in [link.title for link in navigation(other).years[1].reports]
    indexed = search_index(other, Vocabulary())["pages"]
    found = [one["title"] for one in indexed if one["page"] == "2566/scores/"]
    assert found == ["ผลการประเมิน ITA ปีงบประมาณ 2565"]


def test_a_score_of_its_own_year_needs_no_word(site: Site) -> None:
    page = next(page for page in render_pages(site) if page.address == "2566/scores/")
    assert page.title == "ผลการประเมิน ITA ปีงบประมาณ 2566"
    assert "ซึ่งใช้จัดทำมาตรการ" not in page.html
    unsaid = assessing(site, None)
    assert "ไม่ได้บอกว่าเป็นผลการประเมินของปีใด" in text(html(unsaid, "2566/scores/"))
    assert "ผลการประเมิน ITA คะแนนรวม 79.84 · ไม่ได้ระบุปีที่ประเมิน" in text(html(unsaid, "2566/"))
    assert "ผลการประเมิน (ไม่ระบุปี)" in [link.title for link in navigation(unsaid).years[1].reports]


def test_a_score_of_another_year_in_english(site: Site) -> None:
    other = assessing(with_agency(site, language="en"), 2565)
    page = next(page for page in render_pages(other) if page.address == "2566/scores/")
    assert page.title == "Assessment results Fiscal year 2565"
    assert "the measures of 2566 are built on them" in page.html


def test_nothing_is_promised_of_a_channel_that_is_only_named(site: Site) -> None:
    front = html(with_agency(site, channels=NAMED, **UNREACHED), "")
    assert "แจ้งที่นี่" not in front
    assert "สแกน" not in front
    banner = front[front.index("pr-banner--corruption") : front.index("pr-banner--eit")]
    assert "ยังไม่ได้ให้ที่อยู่เว็บหรือเบอร์โทร" in banner
    assert re.findall('href="(tel:[^"]+)"', banner) == ["tel:1205", "tel:1206", "tel:1567"]
    assert 'href="https://www.nacc.go.th"' in banner
    assert "เว็บไซต์ภายนอก" in banner


def test_a_banner_without_a_channel_leads_to_the_item_on_its_matter(site: Site) -> None:
    first, year, last = site.years
    assert year.framework
    items = year.framework.indicators[0].sub_indicators[0].items
    topics = dict(zip((item.code for item in items), ("complaint-channel", "no-gift-policy"), strict=False))

    def turned(site: Site) -> Site:
        assert year.framework
        facts = year.framework.model_dump()
        for indicator in facts["indicators"]:
            for sub in indicator["sub_indicators"]:
                for item in sub["items"]:
                    item["topic"] = topics.get(item["code"], item["topic"])
        pack = type(year.framework).model_validate(facts)
        return replace(site, years=(first, replace(year, framework=pack, disclosures={}), last))

    front = html(turned(with_agency(site, channels=[], **UNREACHED)), "")
    gift = front[front.index("pr-banner--no_gift") : front.index("pr-banner--privacy")]
    assert f'href="2566/{items[1].code}/index.html"' in gift
    assert "เจ้าหน้าที่ทุกคนไม่รับของขวัญ" not in gift
    corruption = front[front.index("pr-banner--corruption") : front.index("pr-banner--eit")]
    assert f'href="2566/{items[0].code}/index.html"' in corruption


def test_only_a_drawing_is_scanned(site: Site) -> None:
    town = with_agency(site, channels=[{"kind": "eit", "title": "แบบวัด", "phone": "0 2123 4567"}])
    assert "สแกน" not in html(town, "")
    short = with_agency(site, channels=[{"kind": "eit", "title": "แบบวัด", "url": "https://a.invalid/"}])
    assert "สแกนหรือกดได้เลย" in html(short, "")


def test_a_channel_that_leads_somewhere_goes_before_one_that_is_named() -> None:
    town = agency(
        channels=[
            {"kind": "eit", "title": "แบบวัด ปี 2567"},
            {"kind": "eit", "title": "แบบวัด", "url": "https://a.invalid/"},
        ]
    )
    found = newest_channel(town, "eit", 2567)
    assert found and found.url == "https://a.invalid/"


def test_whoever_reads_an_item_finds_a_way(site: Site) -> None:
    town = with_agency(site, channels=NAMED, **UNREACHED)
    item = html(town, "2566/o1/")
    assert 'href="../../channels/index.html#tell"' in item
    assert 'href="../../channels/index.html#information"' in item
    channels = html(town, "channels/")
    tell = channels[channels.index('id="tell"') :]
    assert "tel:1567" in tell
    ask = channels[channels.index('id="information"') : channels.index('id="tell"')]
    assert "https://www.oic.go.th" in ask
    reached = html(site, "channels/")
    assert 'id="tell"' not in reached
    assert 'id="information"' in reached
    assert re.findall('href="(tel:1[0-9]+)"', reached)[1:] == ["tel:1205", "tel:1206", "tel:1567"]


def test_what_is_reported_and_cannot_be_seen_has_a_sign_of_its_own(site: Site) -> None:
    only = disclosing(site, o1={"reported": "done"}, o2={"reported": "done", "evidence": [LINK]})
    page = html(only, "2566/o1/")
    assert "pr-sign--told" in page
    assert text(page).count("รายงานแล้ว ยังไม่มีหลักฐาน") == 1
    assert words.told("th").shape not in {words.reported(one, "th").shape for one in ("done", "in_progress")}
    assert "pr-sign--done" in html(only, "2566/o2/")
    year = html(only, "2566/")
    assert "pr-bar__told" in year
    assert "pr-bar__shown" in year
    assert "รายงานแล้ว ยังไม่มีหลักฐาน 1 ข้อ" in text(year)


def test_where_nothing_lacks_there_is_no_bar(site: Site) -> None:
    year = site.by_year[2566]
    whole = disclosing(site, **{e.code: {"reported": "done", "evidence": [LINK]} for e in year.entries})
    page = html(whole, "2566/")
    count = len(year.entries)
    assert f"ครบ {count} จาก {count} ข้อ มีหลักฐานทุกข้อ" in text(page)
    assert "pr-bar" not in page
    assert "pr-bar" in html(disclosing(site, o1={"reported": "done", "evidence": [LINK]}), "2566/")


@pytest.mark.parametrize(
    ("evidence", "note"),
    [
        ([], "ยังไม่มีหลักฐาน"),
        ([FILE, FILE], "หลักฐานทั้งหมด 2 รายการเป็นไฟล์ในเว็บไซต์นี้ ยืนยันได้ด้วย SHA-256"),
        ([LINK], "ยังไม่เคยตรวจ 1 ลิงก์"),
        ([LINK, FILE], "ยังไม่เคยตรวจ 1 ลิงก์ · อีก 1 รายการเป็นไฟล์ในเว็บไซต์นี้"),
    ],
)
def test_the_trust_box_says_what_evidence_there_is(
    site: Site, evidence: list[dict[str, Any]], note: str
) -> None:
    page = html(disclosing(site, o1={"reported": "done", "evidence": evidence}), "2566/o1/")
    assert note in text(page[page.index("pr-trust") :])


def test_that_data_were_brought_up_to_date_is_told_where_nothing_else_is(site: Site) -> None:
    result = {"text": "ขึ้นเว็บไซต์แล้ว", "date": "2023-01-15", "state": "done"}
    same = disclosing(site, o1={"updated": "2023-01-15", "results": [result]})
    apart = disclosing(site, o1={"updated": "2023-01-16", "results": [result]})

    def told(site: Site) -> list[str | None]:
        return [text for each in news_of(site.by_year[2566]) if each.code for _, text in each.happened]

    assert told(same) == ["ขึ้นเว็บไซต์แล้ว"]
    assert told(apart) == [None, "ขึ้นเว็บไซต์แล้ว"]


def test_topics_stand_by_subject(site: Site) -> None:
    assert all(topic.subject for topic in shipped().topics.values())
    topics = {
        name: topic.model_copy(update={"subject": shipped().topics[name].subject})
        for name, topic in site.topics.items()
    }
    page = html(replace(site, topics=topics), "topics/")
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert [text(one) for one in headings][:2] == ["เงินและการจัดซื้อจัดจ้าง", "รู้จักและติดต่อหน่วยงาน"]
    links = re.findall(r'href="#(subject-[a-z]+)"', page)
    assert links == re.findall(r'id="(subject-[a-z]+)"', page)
