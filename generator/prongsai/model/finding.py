"""A finding: something in the sources that a person should look at."""

from dataclasses import dataclass
from typing import Literal

from prongsai.errors import Text

Severity = Literal["error", "warning", "info"]
Family = Literal["complete", "year", "address", "text", "score", "person", "channel", "source"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one place; ``silenced`` holds the reason where somebody silenced it."""

    rule: str
    name: str
    family: Family
    severity: Severity
    message: Text
    path: str
    line: int = 0
    column: int = 0
    confidence: Literal["high", "medium", "low"] = "high"
    fiscal_year: int | None = None
    item: str | None = None
    silenced: str | None = None
