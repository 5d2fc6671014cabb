"""The search on a slow phone: a keystroke answers before anybody notices, whatever the size of the site."""

import pytest

from benchmarks.search import measure, scripts

pytestmark = pytest.mark.e2e


@pytest.mark.more  # alone on the machine: beside other tests the clock would measure them
def test_a_keystroke_answers_within_50_ms_at_a_thousand_pages_and_a_fourth_of_the_speed(
    chromium: str | None,
) -> None:
    found = measure(18, chromium, 4)
    assert found["pages"] >= 1_000
    assert found["keystroke_median_ms"] <= 50, found


def test_the_scripts_stay_small() -> None:
    assert sum(scripts().values()) <= 25_000
