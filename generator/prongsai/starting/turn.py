"""The turn of the year: what last year's items give to the next year's, by topic, whatever their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from prongsai.model.disclosure import Evidence
from prongsai.model.framework import Element, Framework, Item
from prongsai.model.site import Entry, Year
from prongsai.rules.years import mentioned, read_name_years, read_years
from prongsai.starting.stub import Carried
from prongsai.thai.text import squash


@dataclass(frozen=True)
class Turn:
    """A new year beside the one before (None: there is none to take from)."""

    before: Year | None
    framework: Framework
    fiscal_year: int

    @cached_property
    def origins(self) -> Mapping[str, tuple[Entry, ...]]:
        """By the code of each new item, the old ones of its topic; where both have several, one each."""
        found: dict[str, tuple[Entry, ...]] = {}
        topics: dict[str, list[Item]] = {}
        for item in self.framework.items:
            topics.setdefault(item.topic, []).append(item)
        for topic, items in topics.items():
            entries = self.before.by_topic.get(topic, ()) if self.before else ()
            for number, item in enumerate(items):
                alike = len(items) == len(entries)
                found[item.code] = (entries[number],) if alike else entries
        return found

    @cached_property
    def carried(self) -> Mapping[str, Carried]:
        """What each new item takes over, by its code; items that are new are not in it."""
        return {
            item.code: self._carried(item, entries)
            for item in self.framework.items
            if (entries := self.origins[item.code])
        }

    @cached_property
    def new(self) -> tuple[Item, ...]:
        """Items about something that the old framework did not ask."""
        return tuple(item for item in self.framework.items if not self.origins[item.code])

    @cached_property
    def gone(self) -> tuple[Entry, ...]:
        """Old items about something that is not asked any more."""
        topics = {item.topic for item in self.framework.items}
        return tuple(entry for entry in self._entries() if entry.item.topic not in topics)

    @cached_property
    def renumbered(self) -> tuple[tuple[Entry, Item], ...]:
        """Items that have another number now."""
        return tuple((old, item) for old, item in self._pairs() if old.code != item.code)

    @cached_property
    def reworded(self) -> tuple[tuple[Entry, Item], ...]:
        """Items whose title is another one now."""
        return tuple(
            (old, item) for old, item in self._pairs() if squash(old.item.title) != squash(item.title)
        )

    def _entries(self) -> tuple[Entry, ...]:
        return self.before.entries if self.before else ()

    def _pairs(self) -> Iterator[tuple[Entry, Item]]:
        for item in self.framework.items:
            for entry in self.origins[item.code]:
                yield entry, item

    def _carried(self, item: Item, entries: tuple[Entry, ...]) -> Carried:
        responsible: dict[str, None] = {}
        breadcrumbs: list[tuple[str, ...]] = []
        standing: list[Evidence] = []
        ties: dict[str, list[int]] = {}
        documents: list[str] = []
        renew: list[str] = []
        for entry in entries:
            disclosure = entry.disclosure
            if disclosure is None:
                continue
            responsible.update(dict.fromkeys(disclosure.responsible))
            ways: dict[int, int] = {}
            for number, steps in enumerate(disclosure.breadcrumbs, 1):
                if self._is_of_other_year(" > ".join(steps)):
                    renew.append(" > ".join(steps))
                else:
                    breadcrumbs.append(steps)
                    ways[number] = len(breadcrumbs)
            for number, one in enumerate(disclosure.evidence, 1):
                if not self._stands(one, number, entry, item):
                    renew.append(f"{one.title} — {one.address}")
                    continue
                way = ways.get(one.way) if one.way else None
                standing.append(one.model_copy(update={"published_as": None, "way": way}))
                for name in _shown_by(number, entry):
                    if any(element.id == name for element in item.elements):
                        ties.setdefault(name, []).append(len(standing))
            (documents if _is_of_any_year(item) else renew).extend(disclosure.documents)
            renew += [f"{table.title or table.file} — {table.file}" for table in disclosure.tables]
        return Carried(
            entries[0].fiscal_year,
            tuple(entry.code for entry in entries),
            tuple(responsible),
            tuple(breadcrumbs),
            tuple(standing),
            tuple((name, tuple(numbers)) for name, numbers in ties.items()),
            tuple(documents),
            tuple(renew),
        )

    def _is_of_other_year(self, text: str) -> bool:
        """Whether a text speaks of years, and not of this one."""
        years = mentioned(read_years(text))
        return bool(years) and self.fiscal_year not in years

    def _stands(self, evidence: Evidence, number: int, entry: Entry, item: Item) -> bool:
        """Whether a piece of evidence is as good in the new year: of any year, or of years with that one.

        What it shows counts, where that is said; else what the whole item asks. Where a framework does not
        say which time is asked for, it is made anew.
        """
        shown = set(_shown_by(number, entry))
        asked = [element for element in item.elements if element.id in shown] if shown else _required(item)
        covers = {element.covers for element in asked}
        if covers == {"any"}:
            return True
        return bool(covers) and covers <= {"any", "multi_year"} and self.fiscal_year in _years(evidence)


def _is_of_any_year(item: Item) -> bool:
    return {element.covers for element in _required(item)} == {"any"}


def _required(item: Item) -> list[Element]:
    return [element for element in item.elements if element.required]


def _shown_by(number: int, entry: Entry) -> list[str]:
    """The elements to which the evidence of that number is tied."""
    proofs = entry.disclosure.elements if entry.disclosure else {}
    return [name for name, proof in proofs.items() if number in proof.evidence]


def _years(evidence: Evidence) -> frozenset[int]:
    """The years that a piece of evidence is said to cover, or else that its title or name speaks of."""
    if evidence.fiscal_years:
        return frozenset(evidence.fiscal_years)
    return mentioned((*read_years(evidence.title), *read_name_years(evidence.address)))
