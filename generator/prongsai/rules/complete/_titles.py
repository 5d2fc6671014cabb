"""Whose name a title is: the item's own, another's, or the item's own with something wrong in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, Literal

from prongsai.model.framework import Framework, Item
from prongsai.model.site import Entry
from prongsai.thai.text import squash

Kind = Literal["misread", "run_together", "other_item", "other_year", "other_item_of_year", "unknown"]

ALIKE: Final = 0.8
"""From which likeness on a title is the official one misread, if no other item's is more alike."""


@dataclass(frozen=True, slots=True)
class Known:
    """A title that a framework gives an item."""

    fiscal_year: int
    framework: str
    item: Item


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a title; ``known`` is whose it is, ``extra`` what was run together with it."""

    kind: Kind
    known: Known | None = None
    extra: str = ""


class Titles:
    """All titles of some frameworks."""

    def __init__(self, frameworks: Mapping[str, Framework]) -> None:
        self._frameworks = frameworks
        self._judged: dict[tuple[str, str, str], Verdict | None] = {}

    @cached_property
    def _known(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for framework in self._frameworks.values():
            for item in framework.items:
                for title in titles_of(item):
                    known = Known(framework.fiscal_year, framework.framework, item)
                    found.setdefault(squash(title), []).append(known)
        return found

    def judge(self, title: str, entry: Entry, framework: Framework) -> Verdict | None:
        """What is wrong with ``title`` as the name of an item; None when nothing is."""
        written = squash(title)
        key = (written, entry.code, framework.framework)
        if key not in self._judged:
            self._judged[key] = self._judge(written, entry, framework)
        return self._judged[key]

    def _judge(self, written: str, entry: Entry, framework: Framework) -> Verdict | None:
        own = [squash(each) for each in titles_of(entry.item)]
        if written in own:
            return None
        if whose := self._whose(written, entry, framework):
            return whose
        if extra := _run_together(written, own, framework, entry):
            return Verdict("run_together", extra=extra)
        likeness = max(_likeness(written, each) for each in own)
        others = (squash(item.title) for item in framework.items if item.code != entry.code)
        if likeness >= ALIKE and not any(_is_more_alike(written, other, likeness) for other in others):
            return Verdict("misread")
        return Verdict("unknown")

    def _whose(self, written: str, entry: Entry, framework: Framework) -> Verdict | None:
        """The item whose title it is: of this year, else of the same topic, else any of another year."""
        found = self._known.get(written, [])
        here = next((known for known in found if known.framework == framework.framework), None)
        if here:
            return Verdict("other_item", here)
        found = sorted(found, key=lambda known: abs(known.fiscal_year - entry.fiscal_year))
        same = next((known for known in found if known.item.topic == entry.item.topic), None)
        if same:
            return Verdict("other_year", same)
        return Verdict("other_item_of_year", found[0]) if found else None


def titles_of(item: Item) -> Iterator[str]:
    """An item's official title, and those by which other sources know it."""
    yield item.title
    for other in item.other_titles:
        yield other.title


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_more_alike(one: str, other: str, likeness: float) -> bool:
    """Whether two texts are at least so alike; quick where they are not."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= likeness and matcher.ratio() >= likeness


def _run_together(written: str, own: list[str], framework: Framework, entry: Entry) -> str:
    """The heading that stands before or after the item's title, with or without its number; else nothing."""
    headings = [entry.indicator.name, entry.sub_indicator.name, entry.item.group]
    headings += [item.group for item in framework.items]
    headings += [sub.name for indicator in framework.indicators for sub in indicator.sub_indicators]
    headings += [item.title for item in framework.items if item.code != entry.code]
    known = {squash(heading): heading for heading in reversed(headings) if heading}
    for title in own:
        for rest in (written.removesuffix(title), written.removeprefix(title)):
            if rest != written and (heading := known.get(rest) or known.get(rest.strip("0123456789"))):
                return heading
    return ""
