"""The page of an item: what must be disclosed and who answers, then the evidence, each a link to press."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from prongsai.model.held import Table
from prongsai.model.site import Site
from prongsai.pages.edition import Publication
from prongsai.pages.render import render_pages
from tests.pages.conftest import HELD

ROOT = "https://oit.example.invalid/open/"
ALL = re.compile(r"<[^>]+>")
Build = Callable[..., Site]


def page(site: Site, address: str = "2566/o1/", **options: object) -> str:
    return next(one.html for one in render_pages(site, **options) if one.address == address)  # type: ignore[arg-type]


def said(html: str) -> str:
    """The words, as a reader gets them."""
    return " ".join(ALL.sub("", html).split())


def changed(site: Site, **changes: object) -> Site:
    """The site whose o1 of 2566 has these values."""
    year = site.by_year[2566]
    own = year.disclosures["o1"].model_copy(update=changes)
    years = [
        replace(one, disclosures={**one.disclosures, "o1": own}) if one is year else one for one in site.years
    ]
    return replace(site, years=tuple(years))


def evidence(html: str) -> list[str]:
    return re.findall(r"<li class=\"pr-evidence__one\".*?</li>", html, re.DOTALL)


def test_the_title_is_the_link_and_says_what_opens(site: Site) -> None:
    held, elsewhere = evidence(page(site))
    first, second = (re.search(r"<a class=\"pr-evidence__link.*?</a>", row) for row in (held, elsewhere))
    assert first and second
    assert said(first[0]) == "ผังโครงสร้าง (PDF 48 KB)"
    assert "PDF\u00a048\u00a0KB" in first[0]  # a number and its unit stay on one line
    assert said(second[0]) == "หน้าโครงสร้าง (PDF 1.2 MB example.invalid)"


def test_address_and_hash_stand_together_in_one_fold(site: Site) -> None:
    held, elsewhere = evidence(page(site, publication=Publication(ROOT)))
    (fold,) = re.findall(r"<details.*?</details>", held, re.DOTALL)
    assert "<summary>ที่อยู่และ SHA-256</summary>" in fold
    assert f"{ROOT}2566/files/" in fold
    assert "0" * 64 in fold
    (fold,) = re.findall(r"<details.*?</details>", elsewhere, re.DOTALL)
    assert "https://www.example.invalid/a?b=1&amp;c=2#top</span>" in fold
    assert "ในต้นฉบับพิมพ์ว่า" in fold
    assert f">{HELD.address}</span>" in evidence(page(site))[0]


def test_the_question_has_its_lead_and_a_short_answer_comes_before_the_evidence(site: Site) -> None:
    html = page(site)
    asks = site.by_year[2566].by_code["o1"].item.asks
    assert f"<strong>ข้อนี้ต้องเปิดเผย</strong> {asks}" in html
    assert html.index("pr-answer") < html.index('id="evidence"')
    for long in ("<p>" + "ก" * 400 + "</p>", "<p>ก</p>\n<p>ข</p>", "<ul><li>ก</li></ul>"):
        told = page(changed(site, html=long))
        assert "pr-answer" not in told
        assert told.index('id="evidence"') < told.index("คำอธิบายของหน่วยงาน") < told.index(long)


def test_who_answers_stands_at_the_head(site: Site) -> None:
    head = page(site).partition("</header>")[0]
    assert "ผู้รับผิดชอบ สำนักปลัด, กอง &lt;คลัง&gt; &amp; พัสดุ" in said(head)
    many = page(changed(site, responsible=("ก", "ข", "ค", "ง"))).partition("</header>")[0]
    assert "ผู้รับผิดชอบ ก, ข และอีก 2 หน่วย" in said(many)
    assert "ผู้รับผิดชอบ" not in page(changed(site, responsible=())).partition("</header>")[0]


def test_the_year_is_not_said_twice(site: Site) -> None:
    open_, over = (
        page(site, publication=Publication(None, day)).partition("</header>")[0]
        for day in (date(2023, 3, 1), date(2023, 10, 1))
    )
    assert "<span>ปีงบประมาณ 2566</span>" in open_
    assert "<span>ปีงบประมาณ 2566</span>" not in over
    assert "ปีงบประมาณ 2566 สิ้นสุดแล้ว" in over


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1, 2, 3, 4, 5, 6, 7), "ดูที่ หลักฐานที่ 1–หลักฐานที่ 7"),
        ((1, 2), "ดูที่ หลักฐานที่ 1, หลักฐานที่ 2"),
        ((1, 2, 3, 5), "ดูที่ หลักฐานที่ 1–หลักฐานที่ 3, หลักฐานที่ 5"),
        ((5, 4, 3), "ดูที่ หลักฐานที่ 5, หลักฐานที่ 4, หลักฐานที่ 3"),
    ],
)
def test_numbers_that_follow_each_other_are_told_by_their_ends(
    numbers: tuple[int, ...], words: str, site: Site
) -> None:
    own = site.by_year[2566].disclosures["o1"]
    many = tuple(own.evidence[1] for _ in range(7))
    proofs = {"chart": own.elements["chart"].model_copy(update={"evidence": numbers})}
    html = page(changed(site, evidence=many, elements=proofs))
    (shown,) = re.findall(r"<p class=\"pr-shown\">(ดู.*?)</p>", html)
    assert said(shown) == words
    # For eyes the word stands once.
    assert said(re.sub(r"<span class=\"pr-unseen\">.*?</span>", "", shown)).count("หลักฐานที่") == 1
    ends = {f"#o1-evidence-{number}" for number in (numbers[0], numbers[-1])}
    assert ends <= set(re.findall('href="([^"]+)"', shown))


def test_an_element_leads_to_the_table_that_its_evidence_draws(site: Site) -> None:
    own = site.by_year[2566].disclosures["o1"]
    held = own.evidence[0].held
    assert held
    file = held.model_copy(update={"address": "2566/data/a.csv", "media_type": "text/csv"})
    shown = own.evidence[0].model_copy(update={"held": file})
    made = changed(site, evidence=(own.evidence[1], shown))
    html = page(made, tables={"2566/data/a.csv": Table(("ก", "ข"), (("1", "2"),))})
    assert '<a class="pr-screen" href="#data-1">ดูตารางในหน้านี้</a>' in evidence(html)[1]
    assert 'href="#data-1">ตารางจากหลักฐานที่ 2 ในหน้านี้</a>' in html
    assert 'id="data-1"' in html
    assert "#data-1" not in page(made)
