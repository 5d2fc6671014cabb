"""What the pages of a host have in common, known from those it gives for addresses that cannot exist."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final
from urllib.parse import unquote, urlsplit

from prongsai.evidence.lasting import Line, lasting
from prongsai.evidence.page import Page

MARK: Final = "prongsai"
"""Stands in every address that is made up, so that a page that repeats it is known."""

_MADE_UP: Final = re.compile(rf"/?{MARK}[\W_]{{0,3}}[0-9a-f]{{12}}(?:\.\w{{1,5}})?", re.I)
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_LINES: Final = 4000
_MOST_ECHOES: Final = 20


@dataclass(frozen=True, slots=True)
class Template:
    """The lines of a page that anybody gets, as hashes, each with its slot.

    ``echoes`` are the beginnings and ends of lines that repeat the address; ``varying`` are the slots in
    which such a page differs from one time to the next, with the number of lines that stand there.
    """

    title: str
    lines: Sequence[tuple[int, int]]
    known: frozenset[int]
    echoes: frozenset[tuple[str, str]]
    documents: frozenset[str]
    pictures: int
    frames: int
    varying: Mapping[int, int] = field(default_factory=dict)

    def varied(self, other: "Template") -> "Template":
        """With what ``other``, got the same way, has besides: what changes by itself belongs to it."""
        common = self.known & other.known
        slots = {slot for each in (self, other) for mark, slot in each.lines if mark not in common}
        sizes = [Counter(slot for _, slot in each.lines if slot in slots) for each in (self, other)]
        return replace(
            self,
            known=self.known | other.known,
            echoes=self.echoes | other.echoes,
            documents=self.documents | other.documents,
            pictures=max(self.pictures, other.pictures) + abs(self.pictures - other.pictures),
            frames=max(self.frames, other.frames),
            varying=sizes[0] | sizes[1],
        )

    def own(self, page: Page, url: str) -> list[Line]:
        """The lines of ``page`` that the template does not account for.

        In a slot that changes by itself, as many new lines as usually stand there are none of the page's own.
        """
        words = _words(url)
        own = [
            line
            for line in _lines(page, url)
            if hash(_plain(line.text)) not in self.known and not self._is_echo(line.text, words)
        ]
        new = Counter(line.slot for line in own)
        return [line for line in own if new[line.slot] > self.varying.get(line.slot, 0)]

    def shared(self, page: Page, url: str) -> Iterator[str]:
        """The lines of ``page`` that it shares with the template, as they stand."""
        return (line.text for line in _lines(page, url) if hash(_plain(line.text)) in self.known)

    def _is_echo(self, line: str, words: frozenset[str]) -> bool:
        for before, after in self.echoes:
            if len(line) >= len(before) + len(after) and line.startswith(before) and line.endswith(after):
                middle = line[len(before) : len(line) - len(after)]
                if frozenset(map(str.lower, _WORD.findall(middle))) <= words:
                    return True
        return False


def template_of(page: Page, url: str) -> Template:
    """What ``page``, got for the made-up address ``url``, says to anybody."""
    lines: list[tuple[int, int]] = []
    echoes: set[tuple[str, str]] = set()
    for text, slot, _ in islice(_lines(page, url), _MOST_LINES):
        lines.append((hash(_plain(text)), slot))
        parts = text.split("…") if "…" in text else _MADE_UP.split(text)
        if len(parts) > 1 and len(echoes) < _MOST_ECHOES:
            echoes.add((parts[0], parts[-1]))
    return Template(page.title, lines, frozenset(mark for mark, _ in lines), frozenset(echoes),
                    frozenset(page.documents), page.pictures, page.frames)  # fmt: skip


def _lines(page: Page, url: str) -> Iterator[Line]:
    """The lasting lines, without the address itself, which error pages repeat."""
    split = urlsplit(url)
    spellings = {url, split.path, unquote(url), unquote(split.path), split.query}
    spellings.add(split.path.rpartition("/")[2])
    spellings |= {value.partition("=")[2] for value in split.query.split("&")}
    named = sorted((each for each in spellings if len(each) > 3), key=len, reverse=True)
    for line in lasting(page):
        text = line.text
        for each in named:
            text = text.replace(each, "…")
        yield line._replace(text=text)


def _plain(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _words(url: str) -> frozenset[str]:
    split = urlsplit(url)
    return frozenset(map(str.lower, _WORD.findall(unquote(f"{split.path} {split.query}".replace("+", " ")))))
