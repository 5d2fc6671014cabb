"""Columns that say on which day something begins, and on which it ends."""

import pytest

from tests.importing.test_unseen import TITLES, markdown


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("วันเริ่ม", "วันส่งงาน"),
        ("เริ่มทำ", "ต้องเสร็จ"),
        ("เริ่มต้น", "สิ้นสุด"),
        ("เริ่มดำเนินการ", "ดำเนินการแล้วเสร็จ"),
        ("เริ่มวันที่", "สิ้นสุดวันที่"),
        ("วันรับงาน", "ครบกำหนด"),
        ("Start date", "Due date"),
    ],
)
def test_both_are_the_period(start: str, end: str) -> None:
    found = markdown(
        f"| ข้อ | ข้อมูล | {start} | {end} | สถานะ |",
        "| - | - | - | - | - |",
        f"| O1 | {TITLES[0]} | ๔ ม.ค. ๖๖ | ๑๕ ก.พ. ๖๖ | ดำเนินการแล้ว |",
        f"| O2 | {TITLES[1]} | ๖ ม.ค. ๖๖ | ๒๘ ก.พ. ๖๖ | ดำเนินการแล้ว |",
    )
    assert found["o1"]["period"] == "๔ ม.ค. ๖๖ - ๑๕ ก.พ. ๖๖"
    assert found["o2"]["period"] == "๖ ม.ค. ๖๖ - ๒๘ ก.พ. ๖๖"


def test_a_column_that_is_called_so_and_holds_no_days_is_none() -> None:
    found = markdown(
        "| ข้อ | ข้อมูล | เริ่ม | ระยะเวลา | ส่ง |",
        "| - | - | - | - | - |",
        f"| O1 | {TITLES[0]} | แล้ว | มี.ค. 2566 | ครบ |",
        f"| O2 | {TITLES[1]} | แล้ว | เม.ย. 2566 | ครบ |",
    )
    assert [found[code]["period"] for code in ("o1", "o2")] == ["มี.ค. 2566", "เม.ย. 2566"]
