"""Tables of scores: which column holds them, and whose they are."""

import pytest

from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, sheet, sources

NAMES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การป้องกันการทุจริต")
NUMBERS = ("1", "2", "10")
SCORES = (93.1, 88.64, 87.5)


def rows(headers: tuple[str, ...], *beside: tuple[object, ...], names: tuple[str, ...] = NAMES) -> Imported:
    lines = [
        (f"ตัวชี้วัดที่ {number} {name}", *cells)
        for number, name, cells in zip(NUMBERS, names, zip(*beside, strict=True), strict=True)
    ]
    return convert([sheet((HEAD,), headers, *lines)], shipped().frameworks, Wanted())


@pytest.mark.parametrize(
    ("headers", "beside"),
    [
        (("คะแนนเต็ม", "คะแนนที่ได้"), ((100, 100, 100), SCORES)),
        (("คะแนนที่ได้", "น้ำหนักคะแนน"), (SCORES, (30, 30, 40))),
        (("คะแนน", "คะแนนเป้าหมาย"), (SCORES, (95, 90, 95))),
        (("คะแนน", "คะแนน (ฐาน)"), (SCORES, (100, 100, 100))),
        (("คะแนน",), (("93,10", "88,64", "87,5"),)),
    ],
)
def test_the_column_of_the_scores_among_others(
    headers: tuple[str, ...], beside: tuple[tuple[object, ...], ...]
) -> None:
    result = rows(("ตัวชี้วัด", *headers), *beside)
    text = result.files["content/2566/year.yml"]
    assert all(f"stated: {score}\n" in text for score in SCORES)
    assert result.doubts == []


def test_two_columns_of_scores_that_nothing_tells_apart_are_doubted() -> None:
    result = rows(("ตัวชี้วัด", "คะแนน ก", "คะแนน ข"), SCORES, (80.5, 81.5, 82.5))
    assert [(one.doubt.key, one.doubt.value) for one in result.doubts] == [("scores", "คะแนน ข")]


def test_means_that_stand_once_for_several_rows_are_not_the_scores() -> None:
    result = convert(
        [
            sheet(
                (HEAD,),
                ("ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ยเครื่องมือ"),
                ("1 การปฏิบัติหน้าที่", 93.1, 90.87),
                ("2 การใช้งบประมาณ", 88.64, None),
                ("9 การเปิดเผยข้อมูล", 92.5, 90.0),
                ("10 การป้องกันการทุจริต", 87.5, None),
                merged=("C3:C4", "C5:C6"),
            )
        ],
        shipped().frameworks,
        Wanted(),
    )
    text = result.files["content/2566/year.yml"]
    assert all(f"stated: {score}\n" in text for score in (93.1, 88.64, 92.5, 87.5))
    assert [one.doubt.key for one in result.doubts] == ["scores"]


def test_names_in_an_order_of_their_own_with_a_letter_misprinted() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ลำดับ", "ตัวชี้วัด", "คะแนน"),
            (1, "การป้องกนการทุจริต", 87.5),
            (2, "การปฏิบัติหน้าที่", 93.1),
        )
    )
    assert {one["number"]: one["stated"] for one in found["year"]["scores"]["indicators"]} == {
        "10": "87.5",
        "1": "93.1",
    }


def test_the_place_in_a_list_is_an_indicators_number_with_a_doubt_alone() -> None:
    document = sheet(
        (HEAD,), ("ลำดับ", "ตัวชี้วัด", "คะแนน"), (1, "ความสุขในงาน", 87.5), (2, "การใช้งบประมาณ", 93.1)
    )
    doubts = convert([document], shipped().frameworks, Wanted()).doubts
    assert [(one.doubt.key, one.doubt.value) for one in doubts] == [("scores", "1 ความสุขในงาน")]


def test_a_title_that_names_the_year_of_the_scores_before_its_own() -> None:
    title = "ผลการประเมิน ITA ปี 2565 และมาตรการ ประจำปีงบประมาณ พ.ศ. 2566 เทศบาลตำบลไม้งาม"
    found = sources(
        sheet(
            (title,),
            ("ตัวชี้วัด", "คะแนน"),
            *((f"ตัวชี้วัดที่ {n} {name}", 90.5) for n, name in zip(NUMBERS, NAMES, strict=True)),
        )
    )
    assert (found["year"]["fiscal_year"], found["year"]["scores"]["assessed_year"]) == ("2566", "2565")


def test_scores_of_two_years_beside_each_other() -> None:
    rows = [("IIT", f"{n}. {name}", 80 + int(n), 90 + int(n)) for n, name in zip(NUMBERS, NAMES, strict=True)]
    document = sheet((HEAD,), ("เครื่องมือ", "ตัวชี้วัด", "ปี 2565", "ปี 2566"), *rows)
    assert sources(document)["year"]["scores"]["assessed_year"] == "2566"
    assert sources(document)["year"]["scores"]["indicators"][0]["stated"] == "91"
    doubts = convert([document], shipped().frameworks, Wanted()).doubts
    assert [(one.doubt.key, one.doubt.value) for one in doubts] == [("scores", "ปี 2565")]


def test_indicators_by_rank_with_their_numbers_beside_and_the_year_above() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ปีงบประมาณ พ.ศ. 2565 ได้คะแนนรวม 85.95 คะแนน โดย IIT ได้ 83.65 และ EIT ได้ 82.85",),
            ("อันดับ", "ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"),
            (1, 3, "การใช้อำนาจ", 92.5),
            (2, 1, "การปฏิบัติหน้าที่", 89.12),
            (3, 2, "การใช้งบประมาณ", 84.95),
        )
    )["year"]["scores"]
    assert {one["number"]: one["stated"] for one in found["indicators"]} == {
        "3": "92.5",
        "1": "89.12",
        "2": "84.95",
    }
    assert {name: one["stated"] for name, one in found["instruments"].items()} == {
        "iit": "83.65",
        "eit": "82.85",
    }
    assert found["assessed_year"] == "2565"
