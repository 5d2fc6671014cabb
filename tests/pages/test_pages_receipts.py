"""What pages say of receipts: the town's own, dated, never harsher than what is known."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, Receipt, Verdict
from prongsai.model.site import Site
from prongsai.model.verdicts import WORDS
from prongsai.pages.render import render_pages
from tests.pages.conftest import COPY, GONE, GOOD, receipts

UNKNOWN = [verdict for verdict, group in CLASS_OF.items() if group == "unknown"]
FAIL = [verdict for verdict, group in CLASS_OF.items() if group == "fail"]
BROKEN = re.compile("เปิดไม่ได้|Does not open")
Build = Callable[..., Site]


def row(site: Site, page: str = "2566/o2/") -> str:
    """The first piece of evidence on a page."""
    html = next(one.html for one in render_pages(site) if one.address == page)
    return html.split("data-oit-evidence=", 1)[1].split("</li>", 1)[0]


def visited(build: Build, **changes: Any) -> Site:
    """The small site whose o2 has a receipt with these changes."""
    site = build()
    receipt = replace(receipts()[GONE], **changes)
    return replace(site, receipts={GONE: receipt}, copies={GONE: COPY}, years=tuple(unfiled(site)))


def unfiled(site: Site) -> list[Any]:
    return [replace(year, filed=None) for year in site.years]


@pytest.mark.parametrize("verdict", UNKNOWN)
def test_unknown_is_not_broken_until_it_has_failed_three_times(verdict: Verdict, build_site: Build) -> None:
    for failures in (0, 1, 2):
        html = row(visited(build_site, verdict=verdict, failures=failures, reason=Text("เหตุ", "cause")))
        assert f'data-oit-receipt="{verdict}"' in html
        assert "ตรวจไม่ได้ในครั้งล่าสุด" in html
        assert not BROKEN.search(html)
        assert "สำเนา" not in html
    html = row(visited(build_site, verdict=verdict, failures=3, reason=Text("เหตุ", "cause")))
    assert BROKEN.search(html)
    assert "ตรวจไม่ได้ในครั้งล่าสุด" not in html
    assert "ตรวจไม่สำเร็จติดกัน 3 ครั้ง" in html
    assert f'href="../../{COPY.address}"' in html


@pytest.mark.parametrize("verdict", FAIL)
def test_what_failed_says_so_and_offers_the_copy(verdict: Verdict, build_site: Build) -> None:
    html = row(visited(build_site, verdict=verdict))
    assert f'data-oit-receipt="{verdict}"' in html
    assert WORDS[verdict].label.th in html
    assert "pr-receipt--fail" in html
    assert "พบครั้งล่าสุด 1 ก.พ. 2565" in html
    assert "สำเนาที่หน่วยงานเก็บไว้" in html
    assert "พบต้นฉบับครั้งล่าสุด 1 ก.พ. 2565" in html
    assert COPY.sha256 in html


def test_a_document_that_is_there(site: Site) -> None:
    html = next(one.html for one in render_pages(site) if one.address == "2566/o1/")
    assert "พบเอกสาร PDF 1.2 MB" in html
    # 18:30 in Greenwich is the next day in Thailand.
    assert '<time datetime="2022-03-04T18:30:00+00:00">5 มี.ค. 2565</time>' in html
    assert "a" * 64 in html
    assert "pr-copy" not in html


def test_without_a_date_or_a_known_kind(build_site: Build) -> None:
    bare = Receipt(GONE, "ok", Text("พบเอกสาร", "found"), media_type="video/mp4")
    site = replace(build_site(), receipts={GONE: bare}, years=tuple(unfiled(build_site())))
    assert re.search(r"ตรวจล่าสุด\s*: พบเอกสาร<", row(site))


def test_never_visited(build_site: Build) -> None:
    site = replace(build_site(), receipts={}, copies={}, years=tuple(unfiled(build_site())))
    pages = {one.address: one.html for one in render_pages(site)}
    assert "ยังไม่ได้ตรวจ" in pages["2566/o2/"]
    assert "หน่วยงานยังไม่ได้ตรวจที่อยู่หลักฐาน" in pages["2566/assess/"]
    assert not any("data-oit-receipt" in html for html in pages.values())
    # A file held on the site needs no visit.
    held = pages["2566/o1/"].split("data-oit-evidence=")[1]
    assert "ยังไม่ได้ตรวจ" not in held
    assert "0" * 64 in held


@pytest.mark.parametrize("final", ["javascript:alert(1)", "data:text/html,x", "//evil.invalid/", "", None])
def test_only_a_web_address_is_offered_as_the_new_one(final: str | None, build_site: Build) -> None:
    html = row(visited(build_site, verdict="moved", final_url=final))
    assert "ขณะนี้อยู่ที่" not in html
    assert html.count("href=") == 1


def test_where_a_moved_document_is_now(build_site: Build) -> None:
    html = row(visited(build_site, verdict="moved", final_url="https://example.invalid/new"))
    assert 'href="https://example.invalid/new"' in html


def test_a_foreign_target_is_told_but_not_linked(build_site: Build) -> None:
    evil = "https://slot.invalid/"
    reason = Text(f"อยู่บนโฮสต์ {evil}", evil)
    html = row(visited(build_site, verdict="wrong_host", final_url=evil, reason=reason))
    assert evil in html
    assert f'href="{evil}"' not in html


def test_receipts_are_not_trusted_as_html(build_site: Build) -> None:
    bad = "\"'><script>alert(1)</script>"
    reason = Text(bad * 50, bad)
    site = visited(
        build_site, verdict="soft_404", reason=reason, sha256=bad, final_url=f"https://x.invalid/{bad}"
    )
    moved = visited(build_site, verdict="moved", final_url=f"https://x.invalid/{bad}", media_type=bad)
    for page in (*render_pages(site), *render_pages(moved)):
        assert "<script" not in page.html
    assert len(row(site)) < 3_000


def test_as_filed(site: Site) -> None:
    html = row(site)
    assert re.search(r"เมื่อยื่น <time[^>]*>10 เม.ย. 2566</time>: พบเอกสาร PDF 1.2 MB", html)
    page = next(one.html for one in render_pages(site) if one.address == "2566/o1/")
    assert "เป็นไฟล์เดียวกับที่ตรวจล่าสุด" in page
    other = replace(site, receipts={GOOD: replace(receipts()[GOOD], sha256="b" * 64)})
    page = next(one.html for one in render_pages(other) if one.address == "2566/o1/")
    assert "ไม่ใช่ไฟล์เดียวกับที่ตรวจล่าสุด" in page


def test_the_sheet_says_whose_receipts_they_are(site: Site) -> None:
    pages = {one.address: one.html for one in render_pages(site)}
    sheet = pages["2566/assess/"]
    assert "ผลตรวจเหล่านี้เป็นของหน่วยงานเอง" in sheet
    assert "prongsai verify" not in sheet
    assert re.search(r'href="[^"]*receipts/index.html#again"', sheet)
    assert 'id="again"' in pages["receipts/"]
    assert "data/2566/receipts-filed.json" in sheet
    for verdict in ("ok", "not_found"):
        assert f'data-oit-receipt="{verdict}"' in sheet
    assert "ผลตรวจเหล่านี้เป็นของหน่วยงานเอง" in pages["2566/o1/"]
    told = pages["receipts/"].replace("\n", "")
    assert told.count("prongsai verify --site") == 1
    assert re.search(
        r"<details[^>]*><summary>สำหรับผู้ตรวจที่ใช้โปรแกรม</summary>((?!</details>).)*prongsai verify --site", told
    )


def test_every_verdict_is_explained(site: Site) -> None:
    html = next(one.html for one in render_pages(site) if one.address == "receipts/")
    for words in WORDS.values():
        assert words.label.th in html
        assert words.meaning.th in html
    for command in ("certutil -hashfile", "sha256sum", "shasum -a 256"):
        assert command in html


def test_in_english(build_site: Build) -> None:
    site = build_site(language="en")
    html = row(site)
    assert "Does not open" in html
    assert "Last checked" in html
    assert "5 Mar 2022" in html
    assert "not there (404)" in html
