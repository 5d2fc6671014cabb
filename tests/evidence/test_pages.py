"""Pages of many systems, judged by themselves and beside what their hosts say to any address."""

import pytest

from tests.evidence.bodies import page
from tests.evidence.pages import GOOD, MISSING, OTHER, divs, tables
from tests.evidence.test_judge import look, nowhere

HOME = "<h1>ยินดีต้อนรับ</h1><p>ข่าวประชาสัมพันธ์ล่าสุด</p><ul><li>รับสมัครงาน</li><li>วันสงกรานต์</li></ul>"
SORRY = "<h1>ขออภัย</h1><p>ไม่พบหน้าที่ท่านต้องการ</p>"
ANYWHERE = {
    f"{name} in {frame.__name__}": frame(middle)
    for name, middle in (("home", HOME), ("sorry", SORRY), ("nothing", ""))
    for frame in (page, divs, tables)
}
"""What hosts say to any address."""


@pytest.mark.parametrize("name", MISSING)
def test_missing(name: str) -> None:
    """By itself."""
    found = look(MISSING[name])
    assert found.verdict == "soft_404", found


@pytest.mark.parametrize("name", MISSING)
def test_missing_where_every_address_is(name: str) -> None:
    """And where the host says the same to any address."""
    found = look(MISSING[name], probe=nowhere(MISSING[name]))
    assert found.verdict == "soft_404", found


@pytest.mark.parametrize("name", GOOD)
def test_good(name: str) -> None:
    """By itself."""
    found = look(GOOD[name])
    assert found.verdict == "ok", found


@pytest.mark.parametrize("anywhere", ANYWHERE)
def test_good_where_every_address_answers(anywhere: str) -> None:
    """And where the host has something to say to any address."""
    told = {name: look(body, probe=nowhere(ANYWHERE[anywhere])) for name, body in GOOD.items()}
    assert {name: found for name, found in told.items() if found.verdict != "ok"} == {}


@pytest.mark.parametrize("name", OTHER)
def test_other(name: str) -> None:
    """Neither missing nor good."""
    body, verdict = OTHER[name]
    found = look(body)
    assert found.verdict in verdict.split("|"), found


@pytest.mark.parametrize("name", MISSING)
def test_missing_for_a_pdf(name: str) -> None:
    """Where a PDF was claimed, no apology passes."""
    assert look(MISSING[name], expect="pdf").verdict in ("soft_404", "wrong_type")


def test_cases_are_many() -> None:
    """And no two the same."""
    bodies = [*MISSING.values(), *GOOD.values(), *(body for body, _ in OTHER.values())]
    assert len(MISSING) > 55 and len(GOOD) > 55 and len(OTHER) > 30
    assert len(set(bodies)) == len(bodies)
