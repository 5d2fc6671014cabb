"""Compounds in headings, labels and menus stay whole, and nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.pages.whole import JOINER, keep_whole, whole_text

TEXT = st.lists(
    st.sampled_from(["งบประมาณ", "การ", "จัดซื้อ", " o1 ", "&amp;", "<b>", "</b>", "<a title='งบประมาณ'>"])
)


def test_a_heading_is_kept_and_a_paragraph_left() -> None:
    html = '<h1 id="งบประมาณ"><a href="งบประมาณ">การใช้จ่ายงบประมาณ</a></h1><p>งบประมาณ</p>'
    assert keep_whole(html) == (
        '<h1 id="งบประมาณ"><a href="งบประมาณ">การ<wbr><span class="pr-whole">ใช้จ่าย</span>'
        '<wbr><span class="pr-whole">งบประมาณ</span></a></h1><p>งบประมาณ</p>'
    )


def test_labels_and_menus_are_kept_and_the_first_cell_of_a_row_left() -> None:
    kept = '<span class="pr-whole">งบประมาณ</span>'
    html = (
        '<table><tr><th scope="col">{0}</th></tr><tr><th scope="row"><a>งบประมาณ</a></th></tr></table>'
        '<nav class="x"><a href="งบประมาณ">{0}</a></nav><dl><dt>{0}</dt><dd>งบประมาณ</dd></dl>'
    )
    assert keep_whole(html.format("งบประมาณ")) == html.format(kept)
    assert whole_text("9.3 งบประมาณ &amp;") == f"9.3 {kept} &amp;"


def test_a_label_that_a_style_sheet_shows_holds_joiners_and_its_cell_none() -> None:
    html = '<td class="a" data-label="ใช้จ่าย (บาท)">งบประมาณ</td>'
    kept = keep_whole(html)
    assert kept.replace(JOINER, "") == html
    assert f'data-label="ใช้{JOINER}จ่า{JOINER}ย (บาท)">งบประมาณ</td>' in kept
    assert keep_whole(kept) == kept


@pytest.mark.parametrize(
    "date", ["30 กันยายน 2566", "๑ ตุลาคม พ.ศ. ๒๕๖๕", "25 ม.ค. 2565", "มีนาคม 2566", "1 October 2022"]
)
def test_a_date_stands_on_one_line_wherever_it_is_read(date: str) -> None:
    kept = f'<span class="pr-whole">{date}</span>'
    html = (
        '<p title="{1}">ครบกำหนด {0}. <time datetime="x">{1}</time></p><td data-label="ถึง {1}">{0}</td>'
        '<script type="application/ld+json">"{1}"</script><svg><text>{1}</text></svg><h2>ถึง {0}</h2>'
    )
    assert keep_whole(html.format(date, date)) == html.format(kept, date)
    assert keep_whole(html.format(kept, date)) == html.format(kept, date)
    assert keep_whole("<p>130 กันยายน 25661</p>") == "<p>130 กันยายน 25661</p>"


@given(TEXT.map("".join), st.integers(1, 6))
def test_the_text_stays_as_it_was(text: str, level: int) -> None:
    html = f"<p>งบประมาณ</p><h{level} class='x'>{text}</h{level}><p>ช่องทาง</p>"
    kept = keep_whole(html)
    assert re.sub(r'(?:<wbr>)?<span class="pr-whole">(.*?)</span>', r"\1", kept) == html
    assert keep_whole(kept) == kept
