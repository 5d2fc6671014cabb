"""Compounds that stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.compounds import COMPOUNDS, pieces
from prongsai.thai.text import clean


def test_the_longer_compound_counts() -> None:
    assert pieces("แผนการใช้จ่ายงบประมาณประจำปี o18") == (
        ("แผนการ", False),
        ("ใช้จ่าย", True),
        ("งบประมาณ", True),
        ("ประจำปี", True),
        (" o18", False),
    )
    assert pieces("ปีงบประมาณ 2566") == (("ปีงบประมาณ", True), (" 2566", False))


@pytest.mark.parametrize("text", ["", "Q&A", "Social Network"])
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert not any(whole for _, whole in pieces(text))


@given(st.lists(st.sampled_from([*COMPOUNDS, "การ", " ", "ก", "<b>"])).map("".join))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text


def test_the_list_is_clean_and_fits_a_phone() -> None:
    assert len(set(COMPOUNDS)) == len(COMPOUNDS)
    for word in COMPOUNDS:
        assert word == clean(word)
        assert len(word) <= 18
