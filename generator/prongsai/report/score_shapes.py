"""The shapes of the results of an assessment, as their file for machines gives them."""

from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict

from prongsai.model.fields import Instrument
from prongsai.report.shapes import CLOSED, AgencyName, Code, FiscalYear, Note, Score


class Stated(TypedDict):
    """A score as printed, and as it follows, unrounded, from the indicators' stated scores."""

    stated: Score | None
    computed: Score | None
    grades_stated: list[str]


class Instruments(TypedDict):
    """The three instruments."""

    iit: Stated
    eit: Stated
    oit: Stated


class IndicatorScore(TypedDict):
    """An indicator's score as printed."""

    number: str | None
    name: str | None
    instrument: Instrument | None
    stated: Score | None


class QuestionScore(TypedDict):
    """The score of a question or an item as printed."""

    code: Code
    text: str | None
    score: Score | None


class Mention(TypedDict):
    """An indicator that the analysis names."""

    number: str | None
    name: str | None
    stated: Score | None


class Improvement(TypedDict):
    """What the analysis says should be bettered."""

    instrument: Instrument | None
    indicator: str | None
    issue: str | None
    text: str | None


class Analysis(TypedDict):
    """What the source reads out of its scores, as printed."""

    strengths: list[Mention]
    weaknesses: list[Mention]
    highest: list[Mention]
    lowest: list[Mention]
    improve: list[Improvement]


@with_config(CLOSED)
class Scores(TypedDict):
    """The results of an assessment, as a year's report gives them."""

    format: Literal["prongsai/scores/1"]
    agency: AgencyName
    fiscal_year: FiscalYear
    assessed_year: FiscalYear | None
    target: Score | None
    overall: Stated
    instruments: Instruments
    indicators: list[IndicatorScore]
    questions: list[QuestionScore]
    analysis: Analysis
    notes: list[Note]
