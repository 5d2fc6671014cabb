"""Licences as officers write them: known by name or by address, and nothing else."""

import pytest
from pydantic import ValidationError

from prongsai.model.agency import Agency
from prongsai.model.licences import LICENCES, licence_of


def agency(licence: object) -> Agency:
    return Agency.model_validate({"name": "เทศบาลตำบลทดสอบ", "licence": licence})


@pytest.mark.parametrize(
    ("written", "licence"),
    [
        (None, None),
        ("cc-by-4.0", "cc-by-4.0"),
        ("CC BY 4.0", "cc-by-4.0"),
        ("CC0", "cc0-1.0"),
        ("DGA-Open", "dga-open"),
        (" https://example.go.th/licence ", "https://example.go.th/licence"),
    ],
)
def test_what_is_understood(written: str | None, licence: str | None) -> None:
    assert agency(written).licence == licence


@pytest.mark.parametrize("written", ["open", "cc-by-9.0", "javascript://x", 4, ["cc-by-4.0"]])
def test_what_is_not_is_told(written: object) -> None:
    with pytest.raises(ValidationError) as raised:
        agency(written)
    assert raised.value.errors()[0]["type"] in ("S203", "S207")


def test_american_spelling_is_the_same_key() -> None:
    assert Agency.model_validate({"name": "x", "license": "cc0-1.0"}).licence == "cc0-1.0"


def test_an_address_is_its_own_name() -> None:
    found = licence_of("https://example.go.th/licence")
    assert found
    assert (found.id, found.gdc, found.url) == (None, found.url, "https://example.go.th/licence")
    assert all(known.url.startswith("https://") for known in LICENCES.values())
