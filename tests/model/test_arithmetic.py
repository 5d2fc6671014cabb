"""Means and weights are exact, and silent where something is missing."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.model.agency import Agency
from prongsai.model.arithmetic import Computed, assessed_framework, compute, compute_years, mean, weigh
from prongsai.model.framework import Framework
from prongsai.model.site import Site, Year
from prongsai.model.year import Scores, YearSettings

TAKO = {
    "iit": ["97.25", "86.57", "93.92", "86.58", "93.46"],
    "eit": ["87.89", "85.14", "83.20"],
    "oit": ["82.50", "51.25"],
}
NOTHING = {"iit": None, "eit": None, "oit": None}


def framework(year: int = 2566, **changes: Any) -> Framework:
    """The indicators and weights of the scheme, with one item each."""

    def survey(numbers: range) -> dict[str, Any]:
        return {
            "name": "แบบวัด",
            "indicators": [{"number": str(each), "name": f"ตัวชี้วัด {each}"} for each in numbers],
        }

    def indicator(number: int) -> dict[str, Any]:
        item = {"code": f"o{number}", "title": f"ข้อ {number}", "topic": f"topic-{number}"}
        sub = {"number": f"{number}.1", "name": "ย่อย", "items": [item]}
        return {"number": str(number), "name": f"ตัวชี้วัด {number}", "sub_indicators": [sub]}

    given_ = {
        "framework": f"nacc-{year}", "scheme": "nacc", "fiscal_year": year, "title": {"th": "กรอบ"},
        "weights": {"iit": 30, "eit": 30, "oit": 40},
        "instruments": {"iit": survey(range(1, 6)), "eit": survey(range(6, 9))},
        "indicators": [indicator(9), indicator(10)],
    }  # fmt: skip
    return Framework.model_validate({**given_, **changes})


def indicators(stated: dict[str, list[str]] = TAKO, *, instrument: bool = True) -> list[dict[str, Any]]:
    """Indicators numbered through, as a year's file gives them."""
    flat = [(key, score) for key, scores in stated.items() for score in scores]
    return [
        {"number": str(number), "instrument": key if instrument else None, "stated": score}
        for number, (key, score) in enumerate(flat, start=1)
    ]


def scores(rows: list[dict[str, Any]] | None = None, **more: Any) -> Scores:
    return Scores.model_validate({"indicators": indicators() if rows is None else rows, **more})


def test_the_ten_indicators_of_tako() -> None:
    found = compute(scores(), framework())
    assert found.instruments == {"iit": Decimal("91.556"), "eit": Decimal("85.41"), "oit": Decimal("66.875")}
    assert found.overall == Decimal("79.8398")


def test_instruments_follow_from_numbers_where_not_named() -> None:
    assert compute(scores(indicators(instrument=False)), framework()) == compute(scores(), framework())


def test_an_indicator_without_score_silences_its_instrument_and_the_whole() -> None:
    rows = indicators()
    rows[6]["stated"] = None
    found = compute(scores(rows), framework())
    assert found.instruments == {"iit": Decimal("91.556"), "eit": None, "oit": Decimal("66.875")}
    assert found.overall is None


@pytest.mark.parametrize(
    "rows", [indicators()[:-1], [*indicators(), indicators()[-1]]], ids=["missing", "twice"]
)
def test_the_list_of_indicators_must_be_complete(rows: list[dict[str, Any]]) -> None:
    found = compute(scores(rows), framework())
    assert found.instruments["oit"] is None
    assert found.instruments["iit"] == Decimal("91.556")
    assert found.overall is None


def test_nothing_follows_from_nothing() -> None:
    assert compute(scores([]), framework()) == Computed(None, NOTHING) == Computed()


def test_nothing_follows_without_a_framework() -> None:
    assert compute(scores(), None) == Computed()


def test_no_overall_without_weights() -> None:
    found = compute(scores(), framework(weights=None))
    assert found.overall is None
    assert found.instruments["iit"] == Decimal("91.556")
    assert compute(scores(), framework(weights={"iit": None, "eit": 30, "oit": 40})).overall is None


def test_an_instrument_whose_indicators_the_framework_does_not_list() -> None:
    found = compute(scores(), framework(instruments={}))
    assert found.instruments == {"iit": None, "eit": None, "oit": Decimal("66.875")}


def test_means_are_not_rounded() -> None:
    third = mean([Decimal(100), Decimal(100), Decimal(50)])
    assert third is not None
    assert float(third) == 250 / 3
    assert mean([]) is None
    assert weigh([(Decimal(1), Decimal(0))]) is None


@given(st.lists(st.decimals(0, 100, places=3), min_size=1, max_size=50))
def test_a_mean_lies_between_its_ends(values: list[Decimal]) -> None:
    found = mean(values)
    assert found is not None
    assert min(values) <= found <= max(values)


def year_of(fiscal_year: int, own: Framework | None, assessed: int | None) -> Year:
    given_ = scores(assessed_year=assessed)
    return Year(fiscal_year, own, YearSettings(scores=given_), {}, None)


def site_of(*years: Year, known: tuple[int, ...] = ()) -> Site:
    frameworks = {f"nacc-{each}": framework(each) for each in known}
    return Site(Agency(name="เทศบาลตำบลตัวอย่าง"), years, {}, frameworks)


def test_the_framework_is_that_of_the_assessed_year() -> None:
    own = framework(2567)
    year = year_of(2567, own, 2566)
    found = assessed_framework(site_of(year, known=(2566, 2567)), year)
    assert found is not None and found.framework == "nacc-2566"
    assert assessed_framework(site_of(year, known=(2567,)), year) is own
    unsaid = year_of(2567, own, None)
    assert assessed_framework(site_of(unsaid, known=(2566,)), unsaid) is own


def test_a_year_without_a_framework_uses_that_of_the_assessed_year() -> None:
    year = year_of(2568, None, 2567)
    found = assessed_framework(site_of(year, known=(2567,)), year)
    assert found is not None and found.framework == "nacc-2567"
    assert assessed_framework(site_of(year), year) is None


def test_an_agency_s_other_scheme_comes_first() -> None:
    other = framework(2566, framework="school-2566", scheme="school", weights=None)
    year = year_of(2567, None, 2566)
    assert assessed_framework(site_of(year, replace(year, fiscal_year=2566, framework=other)), year) is other


def test_every_year_has_its_scores() -> None:
    without = Year(2565, None, YearSettings(), {}, None)
    found = compute_years(site_of(year_of(2566, framework(), 2566), without))
    assert found[2566].overall == Decimal("79.8398")
    assert found[2565] == Computed()
