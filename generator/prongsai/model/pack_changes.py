"""Two framework packs compared by topic: what is new, gone, has another number or another title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.model.framework import Framework, Item
from prongsai.thai.text import squash


@dataclass(frozen=True)
class Changes:
    """What one pack has that another has not; pairs are of the earlier item and the later one."""

    new: tuple[Item, ...]
    gone: tuple[Item, ...]
    renumbered: tuple[tuple[Item, Item], ...]
    reworded: tuple[tuple[Item, Item], ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.renumbered or self.reworded)


def compare(before: Framework, after: Framework) -> Changes:
    """What ``after`` changes: codes alone mean other things each year, so a topic is the same item."""
    old, later = _by_topic(before), _by_topic(after)
    pairs = [pair for topic, items in later.items() for pair in _pairs(old.get(topic, []), items)]
    kept = {was.code for was, _ in pairs}
    paired = {item.code for _, item in pairs}
    return Changes(
        tuple(item for item in after.items if item.code not in paired),
        tuple(item for item in before.items if item.code not in kept),
        tuple((was, item) for was, item in pairs if was.code != item.code),
        tuple((was, item) for was, item in pairs if squash(was.title) != squash(item.title)),
    )


def _by_topic(framework: Framework) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in framework.items:
        found.setdefault(item.topic, []).append(item)
    return found


def _pairs(known: Sequence[Item], items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """The items of a topic beside those that it had: of the same title first, the others in their order."""
    titles = {squash(was.title): was for was in known}
    same = [(was, item) for item in items if (was := titles.pop(squash(item.title), None)) is not None]
    yield from same
    rest = [was for was in known if was not in [one for one, _ in same]]
    yield from zip(rest, [item for item in items if item not in [one for _, one in same]], strict=False)
