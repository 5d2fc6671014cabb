"""How an entry of the search's index is put together: texts by how they count, none of them twice."""

from collections.abc import Iterable, Iterator
from typing import Any

from prongsai.pages.page import Kind
from prongsai.thai.matching import plain

MAX_SAID = 2_000
"""How many letters of what a page says at length are searched."""

Fields = dict[str, Iterable[str | None]]
"""Texts by how they count: names, words, near, also, asks, shown, units, said, from much to little."""


def entry_of(
    page: str,
    kind: Kind,
    title: str,
    year: int | None = None,
    code: str | None = None,
    topic: str | None = None,
) -> dict[str, Any]:
    entry = {"page": page, "kind": kind, "title": title, "code": code, "year": year, "topic": topic}
    return {key: value for key, value in entry.items() if value is not None}


def part_of(anchor: str, title: str, **fields: Iterable[str | None]) -> dict[str, Any]:
    return {"at": anchor, "title": title} | fields_of(fields)


def parts_of(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    found = list(parts)
    return {"parts": found} if found else {}


def fields_of(fields: Fields) -> dict[str, Any]:
    """The texts by how they count; none twice, and none that says nothing."""
    seen: set[str] = set()
    found = {name: list(_new(texts, seen)) for name, texts in fields.items()}
    return {name: texts for name, texts in found.items() if texts}


def distinct(texts: Iterable[str | None]) -> list[str]:
    return list(_new(texts, set()))


def _new(texts: Iterable[str | None], seen: set[str]) -> Iterator[str]:
    for text in texts:
        key = plain(text or "")
        if text and key and key not in seen:
            seen.add(key)
            yield " ".join(text.split())


def within(texts: Iterable[str | None]) -> list[str]:
    """As much of the texts as is searched: ``MAX_SAID`` letters of all."""
    room, found = MAX_SAID, []
    for text in texts:
        if text and room > 0:
            found.append(text.strip()[:room])
            room -= len(found[-1])
    return found
