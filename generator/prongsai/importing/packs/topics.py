"""Which earlier item a new one is, by its title: the topic goes on through the years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from prongsai.importing.catalogue import Catalogue, Match
from prongsai.model.framework import Framework, Item
from prongsai.thai.text import squash

SURE: Final = ("exact", "high")
_WORTH_A_LOOK: Final = 0.5


@dataclass(frozen=True)
class Known:
    """An item of an earlier pack, and how alike its title is (0 to 1)."""

    framework: Framework
    item: Item
    match: Match


def find_topics(
    titles: Mapping[str, str], frameworks: Iterable[Framework], fiscal_year: int
) -> dict[str, Known | None]:
    """For each title by code the earlier item that it is, the newest pack first; each item once.

    Where two titles are like the same item, the more alike has it.
    """
    earlier = sorted(
        (one for one in frameworks if one.fiscal_year < fiscal_year), key=lambda one: -one.fiscal_year
    )
    catalogues = [Catalogue(framework) for framework in earlier]
    found = {code: _best(title, catalogues) for code, title in titles.items()}
    best: dict[str, tuple[float, str]] = {}
    for code, known in found.items():
        if known is not None:
            topic, likeness = known.item.topic, known.match.likeness
            if topic not in best or likeness > best[topic][0]:
                best[topic] = (likeness, code)
    return {
        code: known if known is not None and best[known.item.topic][1] == code else None
        for code, known in found.items()
    }


def nearest(
    title: str, frameworks: Iterable[Framework], most: int = 2
) -> list[tuple[float, Framework, Item]]:
    """The earlier items whose titles are most like one that is none of theirs, for a person to choose."""
    plain = squash(title)[:200]
    scored = [
        (SequenceMatcher(None, plain, squash(item.title)[:200], autojunk=False).ratio(), framework, item)
        for framework in frameworks
        for item in framework.items
    ]
    found = [one for one in scored if one[0] >= _WORTH_A_LOOK]
    return sorted(found, key=lambda one: (-one[0], -one[1].fiscal_year))[:most]


def _best(title: str, catalogues: Iterable[Catalogue]) -> Known | None:
    """The newest item of exactly this title, else the most alike."""
    found = []
    for place, catalogue in enumerate(catalogues):
        match = catalogue.by_title(title)
        item = catalogue.item(match.code) if match else None
        if match is not None and item is not None:
            found.append((match.likeness, -place, Known(catalogue.framework, item, match)))
    return max(found, key=lambda one: one[:2])[2] if found else None
