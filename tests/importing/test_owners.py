"""Units that own a table, named above it."""

import pytest

from tests.importing.test_unseen import HEAD, TITLES, markdown, sheet, sources

HEADER = ("| ข้อ | ข้อมูล | ผู้จัดทำ |", "| - | - | - |")


def test_the_unit_above_a_table_is_that_of_its_rows_beside_the_position() -> None:
    found = markdown(
        "๑. กองคลัง (จำนวน ๑ ข้อ)",
        "",
        *HEADER,
        f"| O1 | {TITLES[0]} | นักวิชาการพัสดุ |",
        "",
        "๒. กองช่าง (จำนวน ๒ ข้อ)",
        "",
        *HEADER,
        f"| O2 | {TITLES[1]} | นายช่างโยธา |",
        f"| O3 | {TITLES[2]} | สำนักปลัดเทศบาล |",
    )
    assert found["o1"]["responsible"] == ["กองคลัง", "นักวิชาการพัสดุ"]
    assert found["o2"]["responsible"] == ["กองช่าง", "นายช่างโยธา"]
    assert found["o3"]["responsible"] == ["สำนักปลัดเทศบาล"]


def test_a_unit_above_everything_may_have_written_it_alone() -> None:
    found = markdown(
        "สำนักปลัดเทศบาล", "", *HEADER, f"| O1 | {TITLES[0]} | นิติกร |", f"| O2 | {TITLES[1]} | นิติกร |"
    )
    assert found["o1"]["responsible"] == ["นิติกร"]


def test_a_row_that_lacks_its_code_alone_is_a_row_of_its_own() -> None:
    found = markdown(
        "| ข้อ | ข้อมูลที่ต้องเปิดเผย | ผู้รับผิดชอบ | ระยะเวลา |",
        "| - | - | - | - |",
        f"| O1 | {TITLES[0]} | กองคลัง | มี.ค. 2566 |",
        f"|  | {TITLES[1]} | กองช่าง | เม.ย. 2566 |",
        f"| O3 | {TITLES[2]} | กองคลัง | มี.ค. 2566 |",
    )
    assert [found[code]["responsible"] for code in ("o1", "o2", "o3")] == [["กองคลัง"], ["กองช่าง"], ["กองคลัง"]]


@pytest.mark.parametrize("form", ["{}", "ส่วนราชการ: {}", "{} (๒ ข้อ)", "ข้อมูลของ{}"])
def test_units_in_rows_of_one_sheet(form: str) -> None:
    header = ("ข้อ", "ข้อมูล", "ระยะเวลา")
    found = sources(
        sheet(
            (HEAD,),
            (form.format("กองคลัง"),),
            header,
            ("o1", TITLES[0], "มี.ค. 2566"),
            ("o2", TITLES[1], "มี.ค. 2566"),
            (form.format("กองช่าง"),),
            header,
            ("o3", TITLES[2], "มี.ค. 2566"),
        )
    )
    assert [found[code]["responsible"] for code in ("o1", "o2", "o3")] == [["กองคลัง"], ["กองคลัง"], ["กองช่าง"]]
