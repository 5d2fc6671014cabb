"""The shapes of ``measures.json``: what its writer returns and what its schema is made from."""

from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict

from prongsai.model.fields import Instrument, Reported
from prongsai.model.measure import Every
from prongsai.report.shapes import CLOSED, AgencyName, Code, Day, FiscalYear, Note, Period, Result, Score


class Round(TypedDict):
    """The reporting round."""

    name: str | None
    start: Day | None
    end: Day | None


class Reporting(TypedDict):
    """When a measure is reported on."""

    text: str
    due: Day | None
    every: Every | None


class Link(TypedDict):
    """An item or question at which a measure aims."""

    code: Code
    published_as: str | None
    framework: str | None
    title: str | None
    score: Score | None


class Measure(TypedDict):
    """One measure."""

    id: str
    number: str | None
    title: str
    group: str | None
    stage: Literal["reported", "implemented", "recommended"]
    instrument: Instrument | None
    indicator: str | None
    issue: str | None
    approach: list[str]
    steps: list[str]
    reporting: list[Reporting]
    period: Period | None
    responsible: list[str]
    results: list[Result]
    outcomes: list[str]
    recommendations: list[str]
    links: list[Link]
    notes: list[Note]


class Guidance(TypedDict):
    """What to do for an indicator, and how far it is."""

    indicator: str | None
    name: str | None
    instrument: Instrument | None
    guidance: list[str]
    responsible: list[str]
    period: Period | None
    reported: Reported | None
    actions: list[str]
    notes: list[Note]


@with_config(CLOSED)
class Measures(TypedDict):
    """A year's measures report and its guidance by indicator."""

    format: Literal["prongsai/measures/1"]
    agency: AgencyName
    fiscal_year: FiscalYear
    round: Round | None
    measures: list[Measure]
    guidance: list[Guidance]
    notes: list[Note]
