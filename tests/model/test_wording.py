"""Words for values that pages and files share."""

import pytest

from prongsai.model import wording
from prongsai.model.framework import Covers, Element


@pytest.mark.parametrize(
    ("covers", "text"),
    [
        ("current", "ข้อมูลของปีงบประมาณ 2566"),
        ("previous", "ข้อมูลของปีงบประมาณ 2565 (ปีก่อนหน้า)"),
        ("first_half", "ข้อมูล 6 เดือนแรกของปีงบประมาณ 2566 (ตุลาคม 2565 – มีนาคม 2566)"),
        ("multi_year", "ข้อมูลหรือแผนที่ครอบคลุมมากกว่า 1 ปี และต้องรวมปีงบประมาณ 2566"),
        ("any", "ของปีใดก็ได้"),
        (None, None),
    ],
)
def test_covers_names_the_years(covers: Covers | None, text: str | None) -> None:
    assert wording.covers(Element(id="a", text="ก", covers=covers), 2566, "th") == text


def test_statuses_are_named_in_both_languages() -> None:
    assert all(text.th and text.en for text in wording.REPORTED.values())
