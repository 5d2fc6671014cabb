"""Thai and ASCII digits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.digits import to_arabic, to_thai


@pytest.mark.parametrize(
    ("thai", "arabic"),
    [
        ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
        ("ข้อ ๑๒ พ.ศ. ๒๕๖๕", "ข้อ 12 พ.ศ. 2565"),
        ("", ""),
        ("ไม่มีเลข", "ไม่มีเลข"),
    ],
)
def test_examples(thai: str, arabic: str) -> None:
    assert to_arabic(thai) == arabic
    assert to_thai(arabic) == thai


@pytest.mark.parametrize("text", ["１２", "²", "٣", "๚", "฿", "\u00a0 \u200b"])
def test_nothing_else_changes(text: str) -> None:
    assert to_arabic(text) == text == to_thai(text)


@settings(deadline=None)
@given(st.text() | st.text("๐๑๙019กO o"))
def test_idempotent_and_inverse(text: str) -> None:
    arabic, thai = to_arabic(text), to_thai(text)
    assert to_arabic(arabic) == arabic == to_arabic(thai)
    assert to_thai(thai) == thai == to_thai(arabic)
    assert len(arabic) == len(text) == len(thai)
