"""What lets a reader trust a page: how the year stands, what changed, whom to tell, where the page is."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
import zxingcpp

from prongsai.model.contacts import telephone
from prongsai.model.news import news, news_of
from prongsai.model.site import Site
from prongsai.pages.edition import Publication
from prongsai.pages.front import newest_channel
from prongsai.pages.page import Page
from prongsai.pages.qr import qr_code
from prongsai.pages.render import render_pages
from tests.pages.conftest import agency

ROOT = "https://oit.example.invalid/open/"
DURING = date(2024, 9, 30)
AFTER = date(2024, 10, 1)


def pages(site: Site, day: date | None = None, site_url: str | None = None) -> dict[str, Page]:
    return {page.address: page for page in render_pages(site, publication=Publication(site_url, day))}


def read(code: str) -> list[str]:
    """What a reader of QR codes makes of the drawing, enlarged four times."""
    box = re.search(r'viewBox="0 0 ([0-9]+) ', code)
    assert box
    size, scale = int(box[1]), 4
    rows = [bytearray(b"\xff" * size * scale) for _ in range(size * scale)]
    for left, top, length in re.findall(r"M([0-9]+) ([0-9]+)h([0-9]+)v1", code):
        for row in rows[int(top) * scale : (int(top) + 1) * scale]:
            row[int(left) * scale : (int(left) + int(length)) * scale] = bytes(int(length) * scale)
    picture = memoryview(b"".join(rows)).cast("B", (size * scale, size * scale))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(
    "address", ["https://www.a.invalid/eit/2567", f"{ROOT}2566/o1/", "https://ก.invalid/ข?ค=๑"]
)
def test_a_code_reads_back(address: str) -> None:
    code = qr_code(address, "แบบวัด <b>")
    assert code is not None
    assert read(code) == [address]
    assert "<title>แบบวัด &lt;b&gt;</title>" in code
    assert not re.search(r"\sstyle=|<script", code)


def test_an_address_too_long_for_a_code_has_none() -> None:
    assert qr_code("https://a.invalid/" + "x" * 3000, "x") is None


def test_an_item_gives_its_address_where_the_site_has_one(site: Site) -> None:
    page = pages(site, site_url=ROOT)["2566/o1/"].html
    code = page[page.index("pr-qr__code") :]
    assert read(code) == [f"{ROOT}2566/o1/"]
    assert f"{ROOT}2566/o1/</span>" in page
    unknown = pages(site)["2566/o1/"].html
    assert '<span class="pr-address">2566/o1/</span>' in unknown
    assert "pr-qr__code" not in unknown


def test_a_year_is_over_after_its_last_day(site: Site) -> None:
    assert "สิ้นสุดแล้ว" not in pages(site, DURING)["2567/"].html
    assert "ปีงบประมาณ 2567 สิ้นสุดแล้ว (30 กันยายน 2567)" in pages(site, AFTER)["2567/"].html
    assert "ปีงบประมาณ 2567 สิ้นสุดแล้ว (30 กันยายน 2567)" in pages(site, AFTER)[""].html
    assert "สิ้นสุดแล้ว" not in pages(site)["2565/"].html


def test_an_older_year_leads_to_the_newer_one(site: Site) -> None:
    found = pages(site)
    assert 'มีข้อมูลที่ใหม่กว่า: <a href="../../2567/index.html">ปีงบประมาณ 2567</a>' in found["2566/9.1/"].html
    assert "มีข้อมูลที่ใหม่กว่า" not in found["2567/"].html
    newer = re.search(r'มีข้อมูลที่ใหม่กว่า: <a href="([^"]+)">([^<]+)</a>', found["2565/o1/"].html)
    assert newer
    topic = site.by_year[2565].by_code["o1"].item.topic
    assert newer[1] == f"../../{site.by_topic[topic][0].page}index.html"
    assert "ปีงบประมาณ 2566" in newer[2]


def test_changes_are_told_newest_first_each_with_its_day(site: Site) -> None:
    page = pages(site)["2566/changes/"].html
    days = re.findall(r'<time class="pr-changes__day" datetime="([^"]+)">', page)
    assert days == sorted(days, reverse=True)
    assert len(days) == sum(len(each.happened) for each in news_of(site.by_year[2566])) > 0
    assert "ยังไม่มีรายการ" in pages(site)["2567/changes/"].html


def test_the_front_page_tells_the_newest_of_all_years(site: Site) -> None:
    days = re.findall(r'datetime="([^"]+)"', pages(site)[""].html)
    assert 0 < len(days) <= 5
    assert days[0] == max(each.date.iso() for each in news(site))


def test_whom_to_tell_names_the_item(site: Site) -> None:
    page = pages(site)["2566/o1/"].html
    letter = re.search(r'href="mailto:hello@example\.invalid\?subject=([^"]+)"', page)
    assert letter
    assert re.match("แจ้งแก้ไขข้อมูล o1 .+ ปีงบประมาณ 2566$", unquote(letter[1]))
    assert "../../channels/index.html#corruption" in page


def test_banners_are_there_without_addresses_too(site: Site) -> None:
    front = pages(site)[""].html
    assert re.findall(r"pr-banner pr-banner--([a-z_]+)", front) == ["corruption", "eit", "no_gift", "privacy"]
    assert front.count("pr-banner--missing") == 3


def test_the_channel_of_the_newest_year_is_taken() -> None:
    town = agency(
        channels=[
            {"kind": "eit", "title": "แบบวัด ปี 2566", "url": "https://a.invalid/66"},
            {"kind": "eit", "title": "แบบวัด ปี ๒๕๖๗", "url": "https://a.invalid/67"},
        ]
    )
    newest, other = newest_channel(town, "eit", 2567), newest_channel(town, "eit", 2570)
    assert newest and newest.url == "https://a.invalid/67"
    assert other and other.url == "https://a.invalid/66"
    assert newest_channel(town, "privacy", 2567) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("0 2123 4567", "tel:021234567"),
        ("๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๑", "tel:021234567,11"),
        ("02-123-4567 ต่อ 11, 12", "tel:021234567,11"),
        ("0 2123 4567 ต่อ 19-21", "tel:021234567,19"),
        ("0 2123 4567 ต่อ ๑๙ ถึง ๒๑", "tel:021234567,19"),
        ("0 2123 4567 ext. 5", "tel:021234567,5"),
        ("1567", "tel:1567"),
        ("ถามที่สำนักปลัด", None),
        ("javascript:1", None),
    ],
)
def test_a_telephone_can_be_called(text: str, url: str | None) -> None:
    reach = telephone(text)
    assert reach is not None
    assert (reach.text, reach.url) == (text, url)


def foot(page: Page) -> dict[str, str]:
    """The rows at the foot of a page, without their tags."""
    (section,) = re.findall(r'<section class="pr-section pr-trust">.*?</section>', page.html, re.DOTALL)
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", section, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", " ", told).strip() for name, told in rows}


def test_every_page_tells_what_it_rests_on(site: Site) -> None:
    for page in render_pages(site):
        if page.kind == "moved":  # where an address went rests on nothing
            continue
        rows = foot(page)
        assert list(rows) == ["ผู้รับผิดชอบ", "ปรับปรุงล่าสุด", "ตรวจหลักฐานล่าสุด", "ข้อมูลสำหรับนำไปใช้ต่อ"], page.address
        assert all(rows.values()), page.address


def test_an_item_tells_who_when_and_how_much_was_checked(site: Site) -> None:
    full = foot(pages(site)["2566/o1/"])
    assert "สำนักปลัด" in full["ผู้รับผิดชอบ"]
    assert full["ปรับปรุงล่าสุด"] == "20 มกราคม 2566"
    assert " ".join(full["ตรวจหลักฐานล่าสุด"].split()) == (
        "5 มี.ค. 2565 ตรวจแล้ว 1 จาก 1 ลิงก์ · อีก 1 รายการเป็นไฟล์ในเว็บไซต์นี้ ยืนยันได้ด้วย SHA-256"
    )
    assert foot(pages(site)["2566/o3/"])["ตรวจหลักฐานล่าสุด"] == "ยังไม่เคยตรวจ 1 ลิงก์"
    empty = foot(pages(site)["2565/o1/"])
    assert empty["ผู้รับผิดชอบ"] == "ไม่ได้ระบุผู้รับผิดชอบ"
    assert empty["ปรับปรุงล่าสุด"] == "ข้อมูลต้นทางไม่ได้ระบุวันที่"
    assert empty["ตรวจหลักฐานล่าสุด"] == "ยังไม่มีหลักฐาน"


def test_a_page_over_many_items_takes_the_newest_of_all(site: Site) -> None:
    found = pages(site)
    year = foot(found["2566/"])
    assert year["ปรับปรุงล่าสุด"] == "กุมภาพันธ์ 2566"
    assert foot(found["2566/assess/"])["ปรับปรุงล่าสุด"] == "20 มกราคม 2566"
    assert "ตรวจแล้ว 2 จาก 3 ลิงก์" in year["ตรวจหลักฐานล่าสุด"]
    assert "ตรวจแล้ว 2 จาก 2 ลิงก์" in foot(found["2566/9.1/"])["ตรวจหลักฐานล่าสุด"]
    assert foot(found["2566/measures/"])["ปรับปรุงล่าสุด"] == "กุมภาพันธ์ 2566"
    assert foot(found["channels/"])["ผู้รับผิดชอบ"] == "เทศบาลตำบลตัวอย่าง"


def test_links_are_counted_in_one_word_and_shared_ones_once(site: Site) -> None:
    found = pages(site)["receipts/"]
    assert re.search(r"[0-9] ลิงก์", re.sub("<[^>]+>", "", found.html[: found.html.index("pr-trust")]))
    assert "แห่ง" not in found.html
    assert "นับครั้งเดียว" not in foot(found)["ตรวจหลักฐานล่าสุด"]
    first, year, last = site.years
    again = {**last.disclosures, "o1": year.disclosures["o1"].model_copy(update={"item": "o1"})}
    shared = replace(site, years=(first, year, replace(last, framework=year.framework, disclosures=again)))
    assert "ลิงก์ที่ใช้ในหลายปีนับครั้งเดียว" in foot(pages(shared)["receipts/"])["ตรวจหลักฐานล่าสุด"]
    assert "นับครั้งเดียว" not in foot(pages(shared)["2566/"])["ตรวจหลักฐานล่าสุด"]


def test_the_licence_is_told_where_the_agency_named_one(site: Site) -> None:
    assert 'rel="license"' not in pages(site)["2566/o1/"].html
    named = replace(site, agency=site.agency.model_copy(update={"licence": "cc-by-4.0"}))
    page = pages(named)["2566/o1/"].html
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">Creative Commons' in page
