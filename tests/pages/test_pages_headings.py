"""Compounds in headings stay whole, and nothing else changes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from prongsai.pages.headings import keep_whole

TEXT = st.lists(
    st.sampled_from(["งบประมาณ", "การ", "จัดซื้อ", " o1 ", "&amp;", "<b>", "</b>", "<a title='งบประมาณ'>"])
)


def test_a_heading_is_kept_and_a_paragraph_left() -> None:
    html = '<h1 id="งบประมาณ"><a href="งบประมาณ">การใช้จ่ายงบประมาณ</a></h1><p>งบประมาณ</p>'
    assert keep_whole(html) == (
        '<h1 id="งบประมาณ"><a href="งบประมาณ">การ<span class="pr-whole">ใช้จ่าย</span>'
        '<span class="pr-whole">งบประมาณ</span></a></h1><p>งบประมาณ</p>'
    )


@given(TEXT.map("".join), st.integers(1, 6))
def test_the_text_stays_as_it_was(text: str, level: int) -> None:
    html = f"<p>งบประมาณ</p><h{level} class='x'>{text}</h{level}><p>ช่องทาง</p>"
    kept = keep_whole(html)
    assert re.sub(r'<span class="pr-whole">(.*?)</span>', r"\1", kept) == html
    assert keep_whole(kept) == kept
