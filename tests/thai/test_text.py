"""Cleaning and comparing Thai text."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.text import clean, fold_spaces, line_width, squash

THAI = "".join(map(chr, range(0x0E01, 0x0E5C))).replace("\u0e3b", "")
MESSY = st.text(THAI + " .-/'\u200b\u00a0\u0301aAé1\u0331", max_size=25)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  ก  ข ", "ก ข"), ("ก\t\r\nข", "ก ข"), ("ก\u00a0\u3000ข", "ก ข"), ("", ""), (" \n", "")],
)
def test_fold_spaces(text: str, folded: str) -> None:
    assert fold_spaces(text) == folded


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("e\u0301", "é"),
        ("งบ\u200bประ\u2060มาณ\ufeff", "งบประมาณ"),
        ("รา\u00adยงาน", "รายงาน"),
        ("ก\u00a0ข\u202fค", "ก ข ค"),
        ("เเผน", "แผน"),
        ("เ\u200bเผน", "แผน"),
        ("น\u0e4d\u0e32", "น\u0e33"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("น\u0e33\u0e33\u0e49", "น\u0e49\u0e33\u0e33"),
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
        ("ผ\u0e49\u0e39", "ผ\u0e39\u0e49"),
        ("ส\u0e34\u0e17ธ\u0e4c\u0e34", "ส\u0e34\u0e17ธ\u0e34\u0e4c"),
        ("  ก  ข\n", "  ก  ข\n"),
        ("แผนการจัดซื้อจัดจ้างประจำปี พ.ศ. ๒๕๖๕", "แผนการจัดซื้อจัดจ้างประจำปี พ.ศ. ๒๕๖๕"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("แผนดำเนินงาน ปี 2565", "เเผนดําเนินงาน  ปี ๒๕๖๕"),
        ("รายงานผล (รอบ 6 เดือน)", "รายงานผล(รอบ ๖ เดือน)"),
        ("E-Service", "e service"),
        ("No Gift Policy", "“NO GIFT-POLICY”"),
        ("พ.ศ. 2565/1", "พศ ๒๕๖๕ 1"),
        ("Q & A", "q&a"),
    ],
)
def test_squash_makes_titles_equal(one: str, other: str) -> None:
    assert squash(one) == squash(other)


def test_squash_keeps_different_titles_apart() -> None:
    assert squash("รอบ 6 เดือน") != squash("รอบ 12 เดือน")
    assert squash("แผน (ก)") != squash("แผน (ข)")


@settings(deadline=None)
@given(MESSY | st.text())
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert squash(squash(text)) == squash(text) == squash(clean(text))
    assert fold_spaces(fold_spaces(text)) == fold_spaces(text)


@settings(deadline=None)
@given(MESSY | st.text())
def test_cleaned_text_is_normal(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\u200b\u200c\u200d\u2060\ufeff\u00a0")
    assert "เเ" not in cleaned
    assert "\u0e4d\u0e32" not in cleaned


@settings(deadline=None)
@given(MESSY | st.text())
def test_squashed_text_has_no_separators(text: str) -> None:
    squashed = squash(text)
    assert not any(character.isspace() or character in ".-'\"/" for character in squashed)
    assert not set(squashed) & set("๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize("piece", ["่ิ", "เ", "ํ", "ํ่า", "ำ่", "\u200b", " ", "-.", "้"])
def test_linear(piece: str) -> None:
    started = time.process_time()
    squash(piece * 50_000)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "letters"), [("", 0), ("มี.ค. 2566", 9), ("ต.ค. 2565", 9), ("น้ำ", 2), ("2,980,000", 9), ("ที่นี่", 2)]
)
def test_marks_take_no_room_on_the_line(text: str, letters: int) -> None:
    assert line_width(text) == letters
