"""Folding texts and comparing names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rules.folding import distance, fold, grams, misspells
from prongsai.thai.digits import to_thai

THAI = "".join(map(chr, range(0x0E01, 0x0E5C))).replace("\u0e3b", "")
MESSY = st.text(THAI + " .-/'\u200baAé1", max_size=25) | st.lists(
    st.sampled_from(["พ.ศ.", "พศ", "อบต.", "องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เ", "2566", "๒", " "]),
    max_size=6,
).map("".join)
WORD = st.text("กขคงเ้", max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ลงเว็บไซต์ของ อบต. แล้ว", "ลงเว็บไซต์ขององค์การบริหารส่วนตำบลแล้ว"),
        ("ทต.เขาย้อย", "เทศบาลตำบล เขาย้อย"),
        ("ปี พ.ศ. ๒๕๖๖", "ปี 2566"),
        ("งาน ปชส.", "งานประชาสัมพันธ์"),
        ("รายงานผล (รอบ ๖ เดือน)", "รายงานผลรอบ 6 เดือน"),
        ("ผู้ช่วย จพง. ธุรการ", "ผู้ช่วยเจ้าพนักงานธุรการ"),
    ],
)
def test_two_ways_of_writing_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_other_words_stay_apart() -> None:
    assert fold("แผนจัดซื้อ") != fold("แผนจัดจ้าง")
    assert fold("ปี 2565") != fold("ปี 2566")


@given(MESSY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MESSY)
def test_digits_and_spaces_count_for_nothing(text: str) -> None:
    assert fold(to_thai(text)) == fold(text)
    assert fold(f"  {text}\n") == fold(text)


@given(WORD, WORD, st.integers(0, 4))
def test_distance_is_the_same_both_ways(one: str, other: str, limit: int) -> None:
    away = distance(one, other, limit)
    assert away == distance(other, one, limit)
    assert 0 <= away <= limit + 1
    assert (away == 0) == (one == other)


@given(WORD, st.integers(0, 7), st.sampled_from("กขค"))
def test_one_letter_put_in_is_one_away(word: str, place: int, letter: str) -> None:
    assert distance(word, word[:place] + letter + word[place:], 2) == 1


@pytest.mark.parametrize(("written", "right"), [("ลิเกา", "สิเกา"), ("เขาฉวย", "เขาย้อย"), ("เพรชบุรี", "เพชรบุรี")])
def test_a_letter_or_two_is_a_misspelling(written: str, right: str) -> None:
    assert misspells(written, right)


@pytest.mark.parametrize(
    ("written", "right"), [("สิเกา", "สิเกา"), ("ตราด", "ตรัง"), ("เขาใหญ่", "เขาย้อย"), ("ท่ายาง", "เขาย้อย")]
)
def test_another_name_is_none(written: str, right: str) -> None:
    assert not misspells(written, right)


def test_grams_of_a_short_text_are_none() -> None:
    assert grams("กข") == frozenset()
    assert grams("กขคงจ") == {"กขคง", "ขคงจ"}
