"""The register of administrative areas."""

import pytest

from prongsai.rules import areas


def test_the_register_is_whole() -> None:
    assert len(areas.provinces()) == 77
    assert sum(len(areas.districts(name)) for name in areas.provinces()) == 928


@pytest.mark.parametrize(
    ("province", "district", "subdistrict"),
    [
        ("ตรัง", "สิเกา", "กะลาเส"),
        ("อุบลราชธานี", "เมืองอุบลราชธานี", "หัวเรือ"),
        ("นครราชสีมา", "ห้วยแถลง", "ตะโก"),
        ("เพชรบุรี", "เขาย้อย", "เขาย้อย"),
    ],
)
def test_the_agencies_of_the_reports_are_in_it(province: str, district: str, subdistrict: str) -> None:
    assert subdistrict in areas.subdistricts(province, district)


def test_names_are_read_as_people_write_them() -> None:
    assert areas.full_province("จ.ตรัง") == areas.full_province("จังหวัดตรัง") == "ตรัง"
    assert areas.full_province("กทม.") == "กรุงเทพมหานคร"
    assert areas.full_district("อ.เมือง", "ตรัง") == "เมืองตรัง"
    assert areas.full_subdistrict("ตำบลกะลาเส") == "กะลาเส"


def test_the_nearest_name() -> None:
    assert areas.nearest("ลิเกา", areas.districts("ตรัง")) == ("สิเกา", 1)
    assert areas.nearest("เชียงใหม่", areas.districts("ตรัง")) is None
    assert areas.nearest("กข", ["กค", "กง"]) is None


def test_a_place_that_there_is_not_is_empty() -> None:
    assert areas.districts("ลิเกา") == {}
    assert areas.subdistricts("ตรัง", "ลิเกา") == frozenset()
