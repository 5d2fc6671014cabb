"""Months in cells: every way in which officers and spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai.dates import PartialDate, format_date
from prongsai.thai.digits import to_thai
from prongsai.thai.months import months_of


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2023-10",
            "2023-10-05",
            "2566-10",
            "2566/10",
            "ต.ค. 66",
            "ต.ค.66",
            "ตค 66",
            "ตุลาคม 2566",
            "ตุลาคม ๒๕๖๖",
        ),
        *("ตุลาคม พ.ศ. 2566", "เดือนตุลาคม 2566", "ประจำเดือน ต.ค. 66", "Oct-23", "oct 2023", "October 2023"),
        *(
            "ต.ค.-66",
            "ต.ค.-2566",
            "10/2566",
            "10/66",
            "10-2566",
            "18/10/2566",
            "18 ต.ค. 66",
            "ตุลาคม",
            "ต.ค.",
            "oct",
        ),
    ],
)
def test_one_month(text: str) -> None:
    assert [month.iso() for month in months_of(text, 2567)] == ["2023-10"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ต.ค. - ธ.ค. 66", ["2023-10", "2023-11", "2023-12"]),
        ("พ.ย. 66 ถึง ม.ค. 67", ["2023-11", "2023-12", "2024-01"]),
        ("ไตรมาส 1", ["2023-10", "2023-11", "2023-12"]),
        ("ไตรมาสที่ ๒/๒๕๖๗", ["2024-01", "2024-02", "2024-03"]),
        ("Q4/2566", ["2023-07", "2023-08", "2023-09"]),
    ],
)
def test_several_months(text: str, months: list[str]) -> None:
    assert [month.iso() for month in months_of(text, 2567)] == months


@pytest.mark.parametrize(
    "text",
    ["", "2566", "2565-13", "13/2566", "ธันวาคมม 2566", "ต.ค. 66 ซื้อวัสดุ", "รวม", "ม", "ต.ค. 2500 - ต.ค. 2566"],
)
def test_no_month(text: str) -> None:
    assert months_of(text, 2567) == ()


@given(st.integers(2560, 2580), st.integers(1, 12), st.sampled_from(["short", "long"]), st.booleans())
def test_a_written_month_comes_back(year: int, month: int, style: str, thai: bool) -> None:
    day = PartialDate(year - 543, month)
    written = format_date(day, style=style, digits="thai" if thai else "arabic")  # type: ignore[arg-type]
    for text in (written, to_thai(day.iso()) if thai else day.iso(), f"{month}/{year}"):
        assert months_of(text, 2567) == (day,)


@given(st.text(max_size=80))
def test_any_text_gives_few_months(text: str) -> None:
    assert len(months_of(text, 2567)) <= 60
