"""A finding: something in the sources that a person should look at."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from prongsai.errors import Text
from prongsai.thai.digits import to_arabic

Severity = Literal["error", "warning", "info"]
Family = Literal["complete", "year", "address", "text", "score", "person", "channel", "source"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one place; ``silenced`` holds the reason where somebody silenced it.

    ``evidence`` is the number, from 1, of the piece of its item's evidence that it is about, if any.
    ``about`` is what it is about, where its message may change from one day to the next: the same rule about
    the same thing in the same file is the same finding.
    """

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
    about: str | None = None
    evidence: int | None = None

    @property
    def label(self) -> str:
        """The rule's code and name; once where they are the same."""
        return self.rule if self.name == self.rule else f"{self.rule} {self.name}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their files (``o2.md`` before ``o10.md``), lines and rules."""
    return tuple(
        sorted(findings, key=lambda found: (_natural(found.path), found.line, found.column, found.rule))
    )


def _natural(path: str) -> list[tuple[int, str]]:
    pieces = re.split(r"([0-9]+)", to_arabic(path))
    return [(int(piece), "") if number % 2 else (0, piece) for number, piece in enumerate(pieces)]
