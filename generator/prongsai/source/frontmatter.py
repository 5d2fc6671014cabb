"""Splitting an item's file into its data and its text."""

from typing import NamedTuple

from prongsai.source.place import Place
from prongsai.source.problems import Problems


class Parts(NamedTuple):
    """``data`` begins in line ``data_line`` of the file, ``body`` in line ``body_line`` (from 1)."""

    data: str
    data_line: int
    body: str
    body_line: int


def split(text: str, shown: str, problems: Problems) -> Parts | None:
    """The YAML between the first two lines ``---`` and the Markdown after them; None and a problem without them."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None or lines[start].rstrip() != "---":
        problems.add("S121", Place(shown, (start or 0) + 1, 1))
        return None
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    if end is None:
        problems.add("S121", Place(shown, start + 1, 1))
        return None
    return Parts("\n".join(lines[start + 1 : end]) + "\n", start + 2, "\n".join(lines[end + 1 :]), end + 2)
