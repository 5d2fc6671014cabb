"""The estimate of OIT: items count or don't, all above them are means, and the missing ones are weighed."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.cli.score_text import no_score_text, score_text
from prongsai.errors import Text
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.model.disclosure import Disclosure
from prongsai.model.estimate import Estimate
from prongsai.model.finding import Family, Finding, Severity
from prongsai.model.framework import Framework
from prongsai.model.site import Year
from prongsai.model.year import YearSettings
from prongsai.report.score import no_score_document, score_document
from prongsai.score.estimate import estimate

ROOT = Path(__file__).parents[2]
Shown = Literal["full", "some", "none", "not_applicable"]


def framework(layout: Mapping[str, Mapping[str, int]], **changes: Any) -> Framework:
    """Indicators → sub-indicators → how many items, each with one required element; codes count through."""
    codes = iter(range(1, 100))

    def item() -> dict[str, Any]:
        number = next(codes)
        element = {"id": "what", "text": "สิ่งที่ต้องมี"}
        return {"code": f"o{number}", "title": f"ข้อที่ {number}", "topic": f"t-{number}", "elements": [element]}

    indicators = [
        {"number": number, "name": f"ตัวชี้วัด {number}", "sub_indicators": [
            {"number": sub, "name": f"ย่อย {sub}", "items": [item() for _ in range(count)]}
            for sub, count in subs.items()
        ]}
        for number, subs in layout.items()
    ]  # fmt: skip
    plain = {
        "framework": "demo-2566", "scheme": "demo", "fiscal_year": 2566, "title": {"th": "ตัวอย่าง"},
        "weights": {"iit": 30, "eit": 30, "oit": 40}, "indicators": indicators,
    }  # fmt: skip
    return Framework.model_validate({**plain, **changes})


SMALL = framework({"9": {"9.1": 4, "9.2": 2}, "10": {"10.1": 1}})


def disclosure(pack: Framework, code: str, shown: Shown) -> Disclosure:
    required = [element.id for element in pack.by_code[code].elements]
    return Disclosure.model_validate(
        {
            "code": code,
            "reported": "not_applicable" if shown == "not_applicable" else "done",
            "evidence": [{"title": "เอกสาร", "url": "https://a.go.th/x"}]
            if shown in ("full", "some")
            else [],
            "elements": dict.fromkeys(required, 1) if shown == "full" else {},
        }
    )


def year(shown: Mapping[str, Shown] | None = None, pack: Framework = SMALL) -> Year:
    given_ = {code: disclosure(pack, code, each) for code, each in (shown or {}).items()}
    return Year(pack.fiscal_year, pack, YearSettings(), given_, None)


def finding(
    item: str | None = "o1", family: Family = "year", severity: Severity = "warning", **more: Any
) -> Finding:
    given_: dict[str, Any] = {"fiscal_year": 2566, "item": item, **more}
    return Finding("Y201", "a", family, severity, Text("ก", "a"), "content/2566/o1.md", **given_)


def estimated(of: Year, findings: Iterable[Finding] = ()) -> Estimate:
    found = estimate(of, findings)
    assert found is not None
    return found


def test_every_step_is_a_mean() -> None:
    found = estimated(year({"o1": "full", "o2": "some", "o5": "full", "o6": "full"}))
    assert found.sub_indicators == {"9.1": 25, "9.2": 100, "10.1": 0}
    assert found.indicators == {"9": Decimal("62.5"), "10": 0}
    assert (found.oit, found.oit_if_some) == (Decimal("31.25"), Decimal("37.5"))
    assert (found.counted, found.considered) == (3, 7)


def test_nothing_reported_scores_nothing() -> None:
    found = estimated(year())
    assert (found.oit, found.oit_if_some, found.counted, found.considered) == (0, 0, 0, 7)
    assert sum(gain.oit for gain in found.gains) == 100


def test_not_applicable_is_left_out_of_every_mean() -> None:
    found = estimated(
        year({"o1": "full", "o2": "not_applicable", "o5": "not_applicable", "o6": "not_applicable"})
    )
    assert found.sub_indicators == {"9.1": pytest.approx(Decimal(100) / 3), "9.2": None, "10.1": 0}
    assert found.indicators["9"] == found.sub_indicators["9.1"]
    assert {gain.item: gain.oit for gain in found.gains}.keys() == {"o3", "o4", "o7"}
    assert found.gains[0].oit == 50


def test_a_whole_indicator_may_be_left_out() -> None:
    found = estimated(year({"o1": "full", "o7": "not_applicable"}))
    assert found.indicators == {"9": Decimal("12.5"), "10": None}
    assert found.oit == Decimal("12.5")
    assert [gain.oit for gain in found.gains] == [25, 25, Decimal("12.5"), Decimal("12.5"), Decimal("12.5")]


def test_with_nothing_applicable_there_is_no_score() -> None:
    found = estimated(year(dict.fromkeys((f"o{number}" for number in range(1, 8)), "not_applicable")))
    assert (found.oit, found.oit_if_some, found.gains) == (None, None, ())
    assert score_document(found)["oit"] is None
    assert "ไม่เกี่ยวข้อง" in score_text(found, "th")


@pytest.mark.parametrize("against", [finding(), finding(family="address"), finding(severity="error")])
def test_findings_of_year_and_address_keep_an_item_from_counting(against: Finding) -> None:
    found = estimated(year({"o1": "full", "o2": "some"}), [against, against])
    assert found.sub_indicators["9.1"] == 0
    assert found.oit_if_some == Decimal("6.25")
    gains = {gain.item: gain for gain in found.gains}
    assert (gains["o1"].shown, gains["o1"].rules) == ("full", ("Y201",))
    assert gains["o2"].rules == ()


@pytest.mark.parametrize(
    "harmless",
    [
        finding(severity="info"),
        finding(family="complete"),
        finding(family="person", severity="error"),
        finding(silenced="เอกสารฉบับเดียวใช้สองปี"),
        finding(fiscal_year=2565),
        finding(fiscal_year=None),
        finding(item="o2"),
        finding(item=None),
    ],
)
def test_other_findings_don_t(harmless: Finding) -> None:
    assert estimated(year({"o1": "full"}), [harmless]).sub_indicators["9.1"] == 25


def test_one_of_two_is_worth_more_than_eleven_of_nine() -> None:
    pack = shipped().frameworks["nacc-2565"]
    found = estimated(year(pack=pack))
    gains = {gain.item: gain for gain in found.gains}
    assert (gains["o42"].oit, gains["o42"].overall) == (Decimal("12.5"), 5)
    assert round(gains["o1"].oit, 2) == Decimal("1.11")
    assert gains["o42"].oit > 11 * gains["o1"].oit
    assert [gain.item for gain in found.gains[:3]] == ["o42", "o43", "o34"]
    assert [gain.item for gain in found.gains[-2:]] == ["o8", "o9"]
    assert round(sum(gain.oit for gain in found.gains), 20) == 100


def test_equal_gains_are_in_the_order_of_items() -> None:
    pack = framework({"9": {"9.1": 12}})
    assert [gain.item for gain in estimated(year(pack=pack)).gains] == [f"o{each}" for each in range(1, 13)]


@given(st.lists(st.sampled_from(["full", "some", "none", "not_applicable"]), min_size=7, max_size=7))
def test_a_gain_is_what_the_item_s_counting_adds(shown: list[Shown]) -> None:
    given_ = {f"o{number}": each for number, each in enumerate(shown, start=1)}
    before = estimated(year(given_))
    for gain in before.gains:
        after = estimated(year({**given_, gain.item: "full"}))
        assert after.oit is not None and before.oit is not None
        assert round(after.oit - before.oit - gain.oit, 20) == 0
        assert gain.overall is not None and round(gain.overall - gain.oit * Decimal("0.4"), 20) == 0
    assert before.oit is None or round(before.oit + sum(gain.oit for gain in before.gains), 20) == 100
    assert before.oit is None or (before.oit_if_some or 0) >= before.oit


def test_without_weights_nothing_is_said_of_the_overall_score() -> None:
    pack = framework({"9": {"9.1": 2}}, weights=None)
    assert [gain.overall for gain in estimated(year(pack=pack)).gains] == [None, None]
    assert "คะแนนรวม" not in score_text(estimated(year(pack=pack)), "th")


def test_without_a_framework_there_is_no_estimate() -> None:
    assert estimate(Year(2568, None, YearSettings(), {}, None), ()) is None
    assert no_score_document(2568)["oit"] is None
    assert "2568" in no_score_text(2568, "th") and "2568" in no_score_text(2568, "en")


def test_the_document() -> None:
    pack = framework({"9": {"9.1": 3}, "10": {"10.1": 1}})
    shown: dict[str, Shown] = {"o1": "full", "o2": "some", "o4": "full"}
    document = score_document(estimated(year(shown, pack)))
    assert document == {
        "format": "prongsai/score/1",
        "fiscal_year": 2566,
        "oit": pytest.approx(400 / 6),
        "oit_if_some": pytest.approx(500 / 6),
        "indicators": {"9": pytest.approx(100 / 3), "10": 100},
        "sub_indicators": {"9.1": pytest.approx(100 / 3), "10.1": 100},
        "gains": [
            {"item": code, "oit": pytest.approx(100 / 6), "overall": pytest.approx(40 / 6)}
            for code in ("o2", "o3")
        ],
    }


def test_the_text_says_what_it_is_and_what_to_do() -> None:
    shown: dict[str, Shown] = {"o1": "full", "o2": "some", "o3": "full"}
    lines = score_text(estimated(year(shown), [finding("o3")]), "th").splitlines()
    assert lines[0] == "คะแนน OIT โดยประมาณ ปี 2566: 6.25 จาก 100 (นับได้ 1 จาก 7 ข้อ)"
    assert lines[1] == "ถ้านับข้อที่แสดงไว้บางส่วนด้วย: 12.50"
    assert "ยังไม่มีผู้ประเมินตรวจ" in lines[3]
    assert "   12.50  9 ตัวชี้วัด 9" in lines
    assert "     25.00  9.1 ย่อย 9.1" in lines
    assert lines[-7:-4] == [
        "ทำข้อเหล่านี้ก่อน จะเพิ่มคะแนนได้มากที่สุด",
        "  OIT +50.00, คะแนนรวม +20.00  o7 ข้อที่ 7 — ยังไม่มีหลักฐาน",
        "  OIT +12.50, คะแนนรวม +5.00  o5 ข้อที่ 5 — ยังไม่มีหลักฐาน",
    ]
    assert "  OIT +6.25, คะแนนรวม +2.50  o2 ข้อที่ 2 — ผูกหลักฐานกับองค์ประกอบให้ครบ" in lines
    assert "  OIT +6.25, คะแนนรวม +2.50  o3 ข้อที่ 3 — แก้ Y201" in lines


def test_the_text_names_ten_items_and_what_is_not_certain() -> None:
    text = score_text(estimated(year(pack=shipped().frameworks["nacc-2567"])), "th")
    assert text.count("OIT +") == 10
    assert text.endswith("และอีก 25 ข้อที่ยังไม่นับ")
    assert "กรอบปี 2567 ที่ใช้คิดยังไม่ยืนยันทั้งหมด: การแบ่งตัวชี้วัดย่อย, องค์ประกอบของข้อ" in text


def test_the_text_in_english() -> None:
    text = score_text(estimated(year(pack=shipped().frameworks["nacc-2565"])), "en")
    assert text.startswith(
        "Estimated OIT score of 2565: 0.00 of 100 (0 of 43 items count)\n\nThis is an estimate"
    )
    assert "OIT +12.50, overall +5.00  o42 Measures" in text


def test_the_invented_town_shows_all() -> None:
    site = load_project(ROOT / "examples/namsai").site
    assert site is not None
    for each in site.years:
        found = estimated(each)
        assert (found.oit, found.gains) == (100, ())
        assert score_text(found, "th").endswith("ทุกข้อนับคะแนนแล้ว")
