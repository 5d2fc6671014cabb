"""What the pages of a host have in common, known from those it gives for addresses that cannot exist."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote, urlsplit

from prongsai.evidence.lasting import lasting
from prongsai.evidence.page import Page

MARK: Final = "prongsai"
"""Stands in every address that is made up, so that a page that repeats it is known."""

_MADE_UP: Final = re.compile(rf"/?{MARK}[\W_]{{0,3}}[0-9a-f]{{12}}(?:\.\w{{1,5}})?", re.I)
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_LINES: Final = 4000
_MOST_ECHOES: Final = 20

Slot = tuple[int, int]
"""The lines before and after, which both stay."""


@dataclass(frozen=True, slots=True)
class Template:
    """The lines of a page that anybody gets, as hashes.

    ``echoes`` are the beginnings and ends of lines that repeat the address; ``varying`` are the places where
    such a page differs from one time to the next; ``missing`` are lines of its own words, not of its frame.
    """

    title: str
    lines: Sequence[int]
    known: frozenset[int]
    echoes: frozenset[tuple[str, str]]
    documents: frozenset[str]
    pictures: int
    frames: int
    varying: frozenset[Slot] = frozenset()

    def varied(self, other: "Template") -> "Template":
        """With what ``other``, got the same way, has besides: what changes by itself belongs to it."""
        common = self.known & other.known
        slots = [slot for each in (self, other) for slot, _ in _runs(each.lines, common)]
        return replace(
            self,
            known=self.known | other.known,
            echoes=self.echoes | other.echoes,
            documents=self.documents | other.documents,
            pictures=max(self.pictures, other.pictures) + abs(self.pictures - other.pictures),
            frames=max(self.frames, other.frames),
            varying=frozenset(slots),
        )

    def own(self, page: Page, url: str) -> list[str]:
        """The lines of ``page`` that the template does not account for."""
        lines = list(_lines(page, url))
        marks = [hash(_plain(line)) for line in lines]
        words = _words(url)
        own: list[str] = []
        for slot, run in _runs(marks, self.known):
            if slot not in self.varying:
                own += (lines[place] for place in run if not self._is_echo(lines[place], words))
        return own

    def shared(self, page: Page, url: str) -> Iterator[str]:
        """The lines of ``page`` that it shares with the template, as they stand."""
        return (line for line in _lines(page, url) if hash(_plain(line)) in self.known)

    def _is_echo(self, line: str, words: frozenset[str]) -> bool:
        for before, after in self.echoes:
            if len(line) >= len(before) + len(after) and line.startswith(before) and line.endswith(after):
                middle = line[len(before) : len(line) - len(after)]
                if frozenset(map(str.lower, _WORD.findall(middle))) <= words:
                    return True
        return False


def template_of(page: Page, url: str) -> Template:
    """What ``page``, got for the made-up address ``url``, says to anybody."""
    lines: list[int] = []
    echoes: set[tuple[str, str]] = set()
    for line in _lines(page, url):
        if len(lines) >= _MOST_LINES:
            break
        lines.append(hash(_plain(line)))
        parts = re.split("…", line) if "…" in line else _MADE_UP.split(line)
        if len(parts) > 1 and len(echoes) < _MOST_ECHOES:
            echoes.add((parts[0], parts[-1]))
    return Template(page.title, lines, frozenset(lines), frozenset(echoes), frozenset(page.documents),
                    page.pictures, page.frames)  # fmt: skip


def _runs(lines: Sequence[int], known: frozenset[int]) -> Iterator[tuple[Slot, list[int]]]:
    """The stretches of lines that are not ``known``, each with the known lines around it."""
    before, run = 0, list[int]()
    for place, line in enumerate(lines):
        if line not in known:
            run.append(place)
            continue
        if run:
            yield (before, line), run
            run = []
        before = line
    if run:
        yield (before, 0), run


def _lines(page: Page, url: str) -> Iterator[str]:
    """The lasting lines, without the address itself, which error pages repeat."""
    split = urlsplit(url)
    spellings = {url, split.path, unquote(url), unquote(split.path), split.query}
    spellings.add(split.path.rpartition("/")[2])
    spellings |= {value.partition("=")[2] for value in split.query.split("&")}
    named = sorted((each for each in spellings if len(each) > 3), key=len, reverse=True)
    for line in lasting(page):
        for each in named:
            line = line.replace(each, "…")
        yield line


def _plain(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _words(url: str) -> frozenset[str]:
    split = urlsplit(url)
    return frozenset(map(str.lower, _WORD.findall(unquote(f"{split.path} {split.query}".replace("+", " ")))))
