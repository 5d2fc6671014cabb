"""A position in a source file, as an editor shows it."""

from typing import NamedTuple


class Place(NamedTuple):
    """``path`` is relative to the project, with forward slashes.

    ``line`` and ``column`` count from 1; 0 is the whole file.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"
