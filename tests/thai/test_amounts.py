"""Amounts as tables write them: what is read, what is nothing, and why something is no amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.amounts import AmountError, last_amount, read_amount, scale_in
from prongsai.thai.digits import to_thai


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("97500", "97500"),
        ("97,500", "97500"),
        ("1,500,000.50", "1500000.50"),
        ("๑,๕๐๐,๐๐๐ บาท", "1500000"),
        ("25,000.-", "25000"),
        ("25,000/-", "25000"),
        ("1,500 บาทถ้วน", "1500"),
        ("฿500", "500"),
        ("1.5 ล้านบาท", "1500000"),
        ("12 ราย", "12"),
        ("ร้อยละ 45.5", "45.5"),
        ("45 %", "45"),
        ("(500)", "-500"),
        ("-500", "-500"),
        ("\u200b500\u00a0", "500"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "...", "ไม่มี", "ไม่มีข้อมูล", "ไม่ระบุ", "n/a", "N.A."])
def test_nothing(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("=SUM(B1:B2)", "formula"),
        ("+1+1", "formula"),
        ("@SUM(A1)", "formula"),
        ("1.5E+06", "exponent"),
        ("1,5000", "commas"),
        ("1.500.000,00", "commas"),
        ("1 2", "commas"),
        ("9" * 20, "commas"),
        ("สองเรื่อง", "no_number"),
        ("500 ต้น", "no_number"),
        ("(500", "no_number"),
        ("500 + 20", "no_number"),
        ("ต.ค. 65", "no_number"),
        ("1" * 70, "commas"),
    ],
)
def test_no_amount(text: str, reason: str) -> None:
    with pytest.raises(AmountError) as caught:
        read_amount(text)
    assert caught.value.reason == reason


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.booleans(), st.booleans())
def test_a_written_amount_comes_back(amount: Decimal, thai: bool, unit: bool) -> None:
    written = f"{amount:,.2f}" + (" บาท" if unit else "")
    assert read_amount(to_thai(written) if thai else written) == amount


@given(st.text(max_size=200))
def test_any_text_gives_an_amount_nothing_or_the_one_error(text: str) -> None:
    try:
        found = read_amount(text)
    except AmountError:
        return
    assert found is None or found.is_finite()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("ร้านคลองสวย 97,500", "97500"),
        ("บริษัท ก จำกัด ราคา ๑,๒๐๐,๐๐๐.๕๐ บาท", "1200000.50"),
        ("ร้าน ก 5,000 บาท; ร้าน ข 4,000 บาท", "4000"),
        ("จ. 1/2566", None),
        ("ร้าน 99 สาขา", None),
        ("", None),
    ],
)
def test_the_last_amount_in_words(text: str, amount: str | None) -> None:
    assert last_amount(text) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        ("งบประมาณ (บาท)", 1),
        ("งบประมาณ (ล้านบาท)", 1_000_000),
        ("วงเงิน [พันบาท]", 1_000),
        ("หน่วย : แสนบาท", 100_000),
    ],
)
def test_the_unit_of_a_column(header: str, scale: int) -> None:
    assert scale_in(header) == scale
