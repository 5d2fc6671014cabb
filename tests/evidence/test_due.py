"""Which receipts are young enough to stand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from prongsai.errors import Text
from prongsai.evidence.due import due
from prongsai.evidence.links import Wanted
from prongsai.model.receipt import CLASS_OF, Receipt

URL = "https://a.invalid/1.pdf"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
WEEK = NOW - timedelta(days=7)
KEPT = Receipt(URL, "ok", Text("", ""), sha256="aa", accepted="aa", checked_at="2026-03-05T00:00:00+00:00")
LINK = Wanted(URL, sha256="aa")


def is_due(kept: Receipt | None, link: Wanted = LINK, always: tuple[str, ...] = ()) -> bool:
    return due([link], {URL: kept} if kept else {}, WEEK, NOW, always) == [link]


@pytest.mark.parametrize("verdict", CLASS_OF)
def test_only_what_passed_stands(verdict: str) -> None:
    receipt = replace(KEPT, verdict=verdict)  # type: ignore[arg-type]
    assert is_due(receipt) is (verdict not in ("ok", "moved"))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-03-05T00:00:00+00:00", False),
        ("2026-03-03T12:00:00+00:00", False),
        ("2026-03-03T11:59:59+00:00", True),
        ("2026-03-03T18:59:59+07:00", True),
        ("2026-03-10T12:00:00+00:00", False),
        ("2026-03-10T12:00:01+00:00", True),
        ("2569-03-05T00:00:00+00:00", True),
        ("yesterday", True),
        (None, True),
    ],
)
def test_the_age_of_a_receipt(when: str | None, expected: bool) -> None:
    assert is_due(replace(KEPT, checked_at=when)) is expected


def test_what_was_never_looked_at_or_no_longer_fits_or_is_asked_for() -> None:
    assert is_due(None)
    assert is_due(KEPT, replace(LINK, sha256="bb"))
    assert is_due(KEPT, always=(URL,))
    assert not is_due(KEPT, replace(LINK, sha256=None))
