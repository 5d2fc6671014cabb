"""JSON as this project writes it: UTF-8 as it is, one space of indent, a newline at the end."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic_core import to_json

from prongsai.thai.dates import PartialDate


def dump(value: Any) -> bytes:
    """``value`` (plain dicts, lists, texts and numbers) as the text of a JSON file."""
    return to_json(value, indent=1, inf_nan_mode="null") + b"\n"


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: 100 for 100.00, 91.25 for 91.250."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def iso(value: PartialDate | None) -> str | None:
    """``2022-01-25``, ``2022-01`` where only the month is known, or None."""
    return None if value is None else value.iso()


def moment(value: str | None) -> str | None:
    """An ISO moment in the one form ``2022-03-05T04:00:00+00:00``, or None."""
    return None if value is None else datetime.fromisoformat(value).isoformat()
