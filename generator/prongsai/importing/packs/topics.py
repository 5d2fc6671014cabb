"""Which item of another year a new one is: its topic goes on, whatever its number and wording."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from prongsai.importing.catalogue import SURE as ALIKE
from prongsai.importing.catalogue import Confidence, Match
from prongsai.importing.packs.likeness import Texts
from prongsai.model.framework import Framework, Item
from prongsai.rules.complete._titles import titles_of
from prongsai.thai.text import squash

SURE: Final = ("exact", "high")
_WORTH_A_LOOK: Final = 0.5
_TITLE, _ASKED, _UNDER, _PLACE = 1.0, 0.5, 0.2, 0.2
"""How much title, elements, sub-indicator and place in the table say: chosen by leaving each pack out
(``tests/importing/test_packs.py``)."""
_ENOUGH: Final = 0.45
_CLEAR: Final = 0.03
"""How much less alike titles of other topics must be for a match to be sure."""


@dataclass(frozen=True)
class Sought:
    """An item whose topic is not known: its title, what it must show, the name of its sub-indicator."""

    code: str
    title: str
    asked: str = ""
    under: str = ""


@dataclass(frozen=True)
class Known:
    """An item of another pack, and how alike its title is (0 to 1)."""

    framework: Framework
    item: Item
    match: Match


@dataclass(frozen=True)
class _Old:
    framework: Framework
    item: Item
    titles: tuple[str, ...]
    asked: str
    under: str
    place: float


@dataclass(frozen=True)
class _Pair:
    """A sought item beside a known one; what is exact stands above all likeness."""

    exact: bool
    likeness: float
    sought: Sought
    old: _Old


def find_topics(
    sought: Sequence[Sought], frameworks: Iterable[Framework], fiscal_year: int
) -> dict[str, Known | None]:
    """For each item by code the one of another year that it is, the nearest year first; each topic once.

    Title, elements, sub-indicator and place count together, the most alike pair of all is taken first.
    """
    others = [one for one in frameworks if one.fiscal_year != fiscal_year]
    others.sort(key=lambda one: (abs(one.fiscal_year - fiscal_year), -one.fiscal_year))
    pairs = _pairs(sought, [old for framework in others for old in _items(framework)])
    found: dict[str, Known | None] = dict.fromkeys(one.code for one in sought)
    taken: set[str] = set()
    for pair in pairs:
        topic = pair.old.item.topic
        if found[pair.sought.code] is None and topic not in taken:
            taken.add(topic)
            found[pair.sought.code] = Known(pair.old.framework, pair.old.item, _match(pair, pairs))
    return found


def _items(framework: Framework) -> Iterable[_Old]:
    number = 0
    for sub in framework.sub_indicators:
        for item in sub.items:
            asked = " ".join(element.text for element in item.elements)
            place = number / len(framework.items)
            yield _Old(framework, item, tuple(titles_of(item)), asked, sub.name, place)
            number += 1


def _pairs(sought: Sequence[Sought], known: Sequence[_Old]) -> list[_Pair]:
    """All pairs that are alike enough, the most alike first."""
    titles = Texts([*(one.title for one in sought), *(title for old in known for title in old.titles)])
    asked = Texts([*(one.asked for one in sought), *(old.asked for old in known)])
    under = Texts([*(one.under for one in sought), *(old.under for old in known)])
    found = []
    for number, one in enumerate(sought):
        for old in known:
            parts = [(_TITLE, max(titles.likeness(one.title, title) for title in old.titles))]
            parts.append((_PLACE, 1 - abs(number / len(sought) - old.place)))
            if one.asked and old.asked:
                parts.append((_ASKED, asked.likeness(one.asked, old.asked)))
            if one.under:
                parts.append((_UNDER, under.likeness(one.under, old.under)))
            likeness = sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)
            exact = squash(one.title) in map(squash, old.titles)
            if exact or likeness >= _ENOUGH:
                found.append(_Pair(exact, likeness, one, old))
    # Of the items that are exactly it, the nearest year's comes first: sorting keeps the order.
    return sorted(found, key=lambda pair: 2.0 if pair.exact else pair.likeness, reverse=True)


def _match(pair: _Pair, pairs: Iterable[_Pair]) -> Match:
    """How sure a pair is: by the title alone, and where no other topic is nearly as alike."""
    item = pair.old.item
    plain = squash(pair.sought.title)
    alike = max(_ratio(plain, squash(title)) for title in pair.old.titles)
    rivals = (
        alike - _ratio(plain, squash(title)) < _CLEAR
        for other in pairs
        if other.sought == pair.sought and other.old.item.topic != item.topic
        for title in other.old.titles
    )
    sure: Confidence = "high" if alike >= ALIKE and not any(rivals) else "low"
    return Match(item.code, item.title, alike, "exact" if pair.exact else sure)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:200], other[:200], autojunk=False).ratio()


def nearest(
    title: str, frameworks: Iterable[Framework], most: int = 2
) -> list[tuple[float, Framework, Item]]:
    """The earlier items whose titles are most like one that is none of theirs, for a person to choose."""
    plain = squash(title)[:200]
    scored = [
        (_ratio(plain, squash(item.title)), framework, item)
        for framework in frameworks
        for item in framework.items
    ]
    found = [one for one in scored if one[0] >= _WORTH_A_LOOK]
    return sorted(found, key=lambda one: (-one[0], -one[1].fiscal_year))[:most]
