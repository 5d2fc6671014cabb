"""Finding again where a value stands: a finding's file is read once more, and only then."""

from functools import cache
from pathlib import Path

from prongsai.load.held import cell_place
from prongsai.load.limits import MAX_BYTES, Refused, decode
from prongsai.source import frontmatter, reading, yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems

BODY = "body"


class Places:
    """The places of values in the sources under ``root``; each file is read at most once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read = cache(self._read_file)
        self._table = cache(self._table_text)

    def find(
        self, source: str, loc: tuple[int | str, ...], words: str | None = None, *, key: bool = False
    ) -> Place:
        """The place of the value at ``loc`` in ``source``, of its key, or of ``words`` inside it.

        ``("body",)`` is the text after an item's data. A file that is not there has line 0.
        """
        text, node, body_line = self._read(source)
        if text is None:
            return Place(source)
        if loc == (BODY,):
            return _inside(text, Place(source, body_line, 1), words, within=len(text))
        if node is None or not loc:
            return Place(source, 1, 1)
        place = node.at(loc, key=key)
        return place if key else _inside(text, place, words)

    def of_line(self, source: str, line: int, cell: int | None = None) -> Place:
        """The place of a line of a file that is no source, or of a cell (from 0) of a table's row."""
        if cell is None or not line:
            return Place(source, line, min(line, 1))
        return Place(source, *cell_place(self._table(source), line, cell))

    def value(self, source: str, loc: tuple[int | str, ...]) -> str | None:
        """The text that stands at ``loc`` in ``source``; None where there is no text."""
        node = self._read(source)[1]
        found = node.get(loc) if node else None
        return found.value if found and isinstance(found.value, str) else None

    def text_of(self, source: str, line: int) -> str:
        """A line of a source, from 1; empty where there is none."""
        text = self._read(source)[0]
        lines = text.split("\n") if text else []
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def _table_text(self, source: str) -> str:
        try:
            with (self._root / source).open("rb") as file:
                return decode(file.read(MAX_BYTES))
        except (OSError, Refused):
            return ""

    def _read_file(self, source: str) -> tuple[str | None, yaml.Node | None, int]:
        path = self._root / source
        quiet = Problems()
        text = reading.read_text(path, source, quiet) if path.is_file() else None
        if text is None:
            return None, None, 0
        if path.suffix.lower() != ".md":
            return text, yaml.parse(text, source, quiet), 0
        parts = frontmatter.split(text, source, quiet)
        if parts is None:
            return text, None, 1
        return text, yaml.parse(parts.data, source, quiet, parts.data_line), parts.body_line


def _inside(text: str, place: Place, words: str | None, within: int = 60) -> Place:
    """Where ``words`` begin at or after ``place``; the place itself when they don't soon follow."""
    if not words or not place.line:
        return place
    lines = text.split("\n")
    for number in range(place.line, min(place.line + within, len(lines) + 1)):
        start = place.column - 1 if number == place.line else 0
        column = lines[number - 1].find(words, start)
        if column >= 0:
            return Place(place.path, number, column + 1)
    return place
