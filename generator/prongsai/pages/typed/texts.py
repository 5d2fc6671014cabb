"""The text of a cell as pages show it."""

from typing import Final

from prongsai.source.problems import printable

_MOST_LETTERS: Final = 1_000


def tidy(text: str) -> str:
    """A cell's text on one line, printable and bounded."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS]}…"
