"""A framework: what one scheme asks in one fiscal year. What an agency shows for it is a disclosure."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from prongsai.errors import Lang
from prongsai.model.fields import (
    Code,
    Date,
    FiscalYear,
    Frozen,
    Line,
    Lines,
    Number,
    Whole,
    as_list,
    read_number,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Covers = Literal["current", "previous", "first_half", "multi_year", "any"]
Certainty = Literal["certain", "likely", "unsure"]


class Origin(Frozen):
    """Where facts come from: an agency's report, a public page, or memory."""

    id: Slug
    kind: Literal["report", "public", "official", "recalled"]
    text: Line


class Basis(Frozen):
    """The origin of a fact and how sure it is."""

    source: Slug
    certainty: Certainty
    note: Line | None = None


class Title(Frozen):
    """A name in both languages."""

    th: Line
    en: Line | None = None

    def in_(self, lang: Lang) -> str:
        """The name in ``lang``, in Thai where nobody has translated it."""
        return (self.en if lang == "en" else None) or self.th


class Element(Frozen):
    """One thing that an item must show.

    ``covers`` is the time it must cover; ``at_least`` what it must name; ``min_count`` how many of it there
    must be; ``nil`` the statement that may stand in its place when there was nothing.
    """

    id: Slug
    text: Line
    covers: Covers | None = None
    required: bool = True
    at_least: Lines = ()
    min_count: Whole | None = None
    nil: Line | None = None


class OtherTitle(Frozen):
    """A title by which another source knows the item."""

    title: Line
    source: Slug | None = None
    note: Line | None = None


class Item(Frozen):
    """One disclosure that the framework asks for."""

    code: Code
    title: Line
    title_en: Line | None = None
    topic: Slug
    group: Line | None = None
    asks: Line | None = None
    other_titles: Annotated[tuple[OtherTitle, ...], BeforeValidator(as_list)] = ()
    elements: tuple[Element, ...] = ()

    def title_in(self, lang: Lang) -> str:
        """The title in ``lang``, the official Thai one where nobody has translated it."""
        return (self.title_en if lang == "en" else None) or self.title


class SubIndicator(Frozen):
    """A group of items that is scored together."""

    number: Annotated[
        str, BeforeValidator(read_number), StringConstraints(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}$")
    ]
    name: Line
    name_en: Line | None = None
    items: tuple[Item, ...]

    def name_in(self, lang: Lang) -> str:
        """The name in ``lang``, the official Thai one where nobody has translated it."""
        return (self.name_en if lang == "en" else None) or self.name


class Indicator(Frozen):
    """An indicator of public disclosure (OIT)."""

    number: Annotated[str, BeforeValidator(read_number), StringConstraints(pattern=r"^[0-9]{1,2}$")]
    name: Line
    name_en: Line | None = None
    sub_indicators: tuple[SubIndicator, ...]

    def name_in(self, lang: Lang) -> str:
        """The name in ``lang``, the official Thai one where nobody has translated it."""
        return (self.name_en if lang == "en" else None) or self.name


class SurveyIndicator(Frozen):
    """An indicator that is measured by a questionnaire (IIT or EIT)."""

    number: Annotated[str, BeforeValidator(read_number), StringConstraints(pattern=r"^[0-9]{1,2}$")]
    name: Line
    name_en: Line | None = None


class Survey(Frozen):
    """A questionnaire and its indicators."""

    name: Line
    name_en: Line | None = None
    indicators: tuple[SurveyIndicator, ...] = ()


class Weights(Frozen):
    """What each instrument counts in the overall score, in per cent."""

    iit: Number
    eit: Number
    oit: Number


class Band(Frozen):
    """A grade: from which overall score, and which score each instrument must reach (None: no such floor)."""

    name: Line
    overall_min: Number
    each_min: Number = None
    basis: Basis | None = None


class Milestone(Frozen):
    """A span of the scheme's calendar."""

    id: Slug | None = None
    name: Line
    start: Date = None
    end: Date = None
    basis: Basis | None = None


class Question(Frozen):
    """A question of a questionnaire."""

    code: Code
    text: Line


class Remark(Frozen):
    """Something to know of a pack."""

    about: Line
    text: Line


Subject = Literal["services", "money", "voice", "office", "plans", "people", "integrity"]


class Topic(Frozen):
    """An item's identity through the years, with the words by which citizens look for it.

    ``subject`` is what it is about in a word: by it topics stand together.
    """

    th: Line
    en: Line | None = None
    subject: Subject | None = None
    about: Line | None = None
    words: Lines = ()


class Framework(Frozen):
    """A scheme's list for a fiscal year."""

    framework: Slug
    scheme: Slug
    fiscal_year: FiscalYear
    title: Title
    sources: tuple[Origin, ...] = ()
    basis: dict[str, Basis] = Field(default_factory=dict)
    weights: Weights | None = None
    bands: tuple[Band, ...] = ()
    calendar: tuple[Milestone, ...] = ()
    instruments: dict[Literal["iit", "eit"], Survey] = Field(default_factory=dict)
    indicators: tuple[Indicator, ...]
    questions: tuple[Question, ...] = ()
    topics: dict[Slug, Topic] = Field(default_factory=dict)
    notes: tuple[Remark, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the framework."""
        return tuple(item for sub in self.sub_indicators for item in sub.items)

    @cached_property
    def sub_indicators(self) -> tuple[SubIndicator, ...]:
        """All sub-indicators in order."""
        return tuple(sub for indicator in self.indicators for sub in indicator.sub_indicators)

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Items by their code in this framework."""
        return {item.code: item for item in self.items}

    @cached_property
    def place_of(self) -> dict[str, tuple[Indicator, SubIndicator]]:
        """The indicator and sub-indicator of each code."""
        return {
            item.code: (indicator, sub)
            for indicator in self.indicators
            for sub in indicator.sub_indicators
            for item in sub.items
        }
