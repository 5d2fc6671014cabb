"""The whole of what is published: one agency through its years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from prongsai.model.addresses import Moved
from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure, Evidence, HeldFile, Proof
from prongsai.model.filed import FiledSheet
from prongsai.model.framework import Element, Framework, Indicator, Item, SubIndicator, Topic
from prongsai.model.measure import Measure, MeasuresReport
from prongsai.model.receipt import Filing, Receipt
from prongsai.model.structure import Structure
from prongsai.model.year import YearSettings

Shown = Literal["full", "some", "none"]
Reported = Literal["done", "in_progress", "not_started", "not_applicable"]


@dataclass(frozen=True)
class Entry:
    """An item of a framework beside what the agency discloses for it (None: nothing reported)."""

    fiscal_year: int
    indicator: Indicator
    sub_indicator: SubIndicator
    item: Item
    disclosure: Disclosure | None

    @property
    def code(self) -> str:
        """The item's code in its framework."""
        return self.item.code

    @property
    def page(self) -> str:
        """The page's address from the site's root."""
        return f"{self.fiscal_year}/{self.code}/"

    @property
    def reported(self) -> Reported | None:
        """What the agency says of the item."""
        return self.disclosure.reported if self.disclosure else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence in order."""
        return self.disclosure.evidence if self.disclosure else ()

    def proof(self, element: Element) -> Proof:
        """What shows the element; empty when nothing does."""
        proofs = self.disclosure.elements if self.disclosure else {}
        return proofs.get(element.id, _NO_PROOF)

    @cached_property
    def shown(self) -> Shown:
        """How much is shown: derived from evidence and elements, never typed."""
        required = [element for element in self.item.elements if element.required]
        if required and all(_is_shown(self.proof(element)) for element in required):
            return "full"
        return "some" if self.evidence else "none"


_NO_PROOF = Proof()


def _is_shown(proof: Proof) -> bool:
    return bool(proof.evidence) or proof.none is not None


@dataclass(frozen=True)
class Summary:
    """Counts over items."""

    items: int
    done: int
    in_progress: int
    not_started: int
    not_applicable: int
    unreported: int
    with_evidence: int
    evidence: int


def summarise(entries: tuple[Entry, ...]) -> Summary:
    """Count items by what is reported, and their evidence."""
    reported = [entry.reported for entry in entries]
    return Summary(
        items=len(entries),
        done=reported.count("done"),
        in_progress=reported.count("in_progress"),
        not_started=reported.count("not_started"),
        not_applicable=reported.count("not_applicable"),
        unreported=reported.count(None),
        with_evidence=sum(bool(entry.evidence) for entry in entries),
        evidence=sum(len(entry.evidence) for entry in entries),
    )


@dataclass(frozen=True)
class Year:
    """One fiscal year: its framework (None: unknown) and everything disclosed under it.

    ``filed`` are the receipts as they stood when the year was filed, for the appeal; ``sheet`` holds the
    addresses that were filed.
    """

    fiscal_year: int
    framework: Framework | None
    settings: YearSettings
    disclosures: Mapping[str, Disclosure]
    measures: MeasuresReport | None
    held: tuple[HeldFile, ...] = ()
    filed: Filing | None = None
    structure: Structure | None = None
    sheet: FiledSheet | None = None

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every item of the framework in order, whether or not anything is reported for it."""
        if self.framework is None:
            return ()
        return tuple(
            Entry(
                self.fiscal_year, *self.framework.place_of[item.code], item, self.disclosures.get(item.code)
            )
            for item in self.framework.items
        )

    @cached_property
    def by_code(self) -> dict[str, Entry]:
        """Entries by their code in this year's framework."""
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def by_topic(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by topic, in order."""
        topics: dict[str, list[Entry]] = {}
        for entry in self.entries:
            topics.setdefault(entry.item.topic, []).append(entry)
        return {topic: tuple(entries) for topic, entries in topics.items()}

    @cached_property
    def summary(self) -> Summary:
        """Counts over all items."""
        return summarise(self.entries)

    @cached_property
    def aims(self) -> dict[tuple[str, str], tuple[Measure, ...]]:
        """The measures that aim at an item, by framework and code."""
        found: dict[tuple[str, str], list[Measure]] = {}
        for measure in self.measures.measures if self.measures else ():
            for link in measure.links:
                if link.framework and measure not in found.setdefault((link.framework, link.code), []):
                    found[link.framework, link.code].append(measure)
        return {key: tuple(measures) for key, measures in found.items()}


@dataclass(frozen=True)
class Site:
    """An agency, its years (newest first) and the topics that run through them.

    ``receipts`` are those of the agency's own last visits, by address; ``copies`` are the copies of
    documents that the agency kept and may publish, by the address at which each was found. ``published`` are
    the addresses ever published, with their lines in the lock file; ``moved`` says of those that were given
    up where they went. ``own_packs`` are the names of those frameworks that are the agency's own.
    """

    agency: Agency
    years: tuple[Year, ...]
    topics: Mapping[str, Topic]
    frameworks: Mapping[str, Framework]
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    copies: Mapping[str, HeldFile] = field(default_factory=dict)
    published: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[str, Moved] = field(default_factory=dict)
    own_packs: tuple[str, ...] = ()

    @property
    def newest(self) -> Year:
        """The newest year."""
        return self.years[0]

    @cached_property
    def by_year(self) -> dict[int, Year]:
        """Years by fiscal year."""
        return {year.fiscal_year: year for year in self.years}

    @cached_property
    def by_topic(self) -> dict[str, tuple[Entry, ...]]:
        """For each topic that some year has, its entries, newest year first."""
        found: dict[str, list[Entry]] = {}
        for year in self.years:
            for topic, entries in year.by_topic.items():
                found.setdefault(topic, []).extend(entries)
        return {topic: tuple(entries) for topic, entries in found.items()}
