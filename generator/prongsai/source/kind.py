"""What a problem with a source is: its sort."""

from dataclasses import dataclass
from typing import Literal

from prongsai.errors import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem: a code, a name for people who search for it, and what to say."""

    code: str
    name: str
    text: Text
    severity: Literal["error", "warning"] = "error"


def error(code: str, name: str, th: str, en: str) -> Kind:
    """A sort that stops the sources from being read."""
    return Kind(code, name, Text(th, en))
