"""Measures by which an agency betters itself, and the guidance that it follows by indicator."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from prongsai.model.fields import (
    Code,
    Date,
    FiscalYear,
    Frozen,
    IndicatorNumber,
    Line,
    Lines,
    Notes,
    Period,
    Results,
    Score,
    WrittenInstrument,
    WrittenPeriod,
    WrittenReported,
    as_list,
    as_text_record,
)
from prongsai.model.framework import Slug

Every = Literal["month", "quarter", "six_months", "year", "event"]


class Report(Frozen):
    """When a measure is reported on: by a date, or every so often."""

    text: Line
    due: Date = None
    every: Every | None = None


class Link(Frozen):
    """An item or question at which a measure aims, with the score that is reported for it."""

    code: Code
    published_as: Line | None = None
    framework: Slug | None = None
    title: Line | None = None
    score: Score = None


class Measure(Frozen):
    """One measure. ``number`` is the printed one."""

    id: Slug
    number: Line | None = None
    title: Line
    group: Line | None = None
    stage: Literal["reported", "implemented", "recommended"] = "reported"
    instrument: WrittenInstrument = None
    indicator: IndicatorNumber = None
    issue: Line | None = None
    approach: Lines = ()
    steps: Lines = ()
    reporting: Annotated[
        tuple[Annotated[Report, BeforeValidator(as_text_record)], ...], BeforeValidator(as_list)
    ] = ()
    period: WrittenPeriod | None = None
    responsible: Lines = ()
    results: Results = ()
    outcomes: Lines = ()
    recommendations: Lines = ()
    links: Annotated[tuple[Link, ...], BeforeValidator(as_list)] = ()
    notes: Notes = ()


class Guidance(Frozen):
    """What to do for an indicator, and how far it is."""

    indicator: IndicatorNumber
    name: Line | None = None
    instrument: WrittenInstrument = None
    guidance: Lines = ()
    responsible: Lines = ()
    period: WrittenPeriod | None = None
    reported: WrittenReported = None
    actions: Lines = ()
    notes: Notes = ()


class Round(Frozen):
    """The reporting round that a source speaks of."""

    name: Line | None = None
    start: Date = None
    end: Date = None


class MeasuresReport(Frozen):
    """A year's measures and guidance."""

    fiscal_year: FiscalYear | None = None
    round: Round | None = None
    measures: Annotated[tuple[Measure, ...], BeforeValidator(as_list)] = ()
    guidance: Annotated[tuple[Guidance, ...], BeforeValidator(as_list)] = ()
    notes: Notes = ()
    silence: dict[str, Line] = Field(default_factory=dict)


__all__ = ["Guidance", "Link", "Measure", "MeasuresReport", "Period", "Report", "Round"]
