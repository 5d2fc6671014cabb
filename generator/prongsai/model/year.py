"""A fiscal year's settings and the scores that the agency was given."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from prongsai.model.fields import (
    Code,
    FiscalYear,
    Frozen,
    IndicatorNumber,
    Instrument,
    Line,
    Lines,
    Notes,
    Score,
    WrittenInstrument,
    as_list,
)
from prongsai.model.framework import Milestone, Slug
from prongsai.model.measure import Round


class Stated(Frozen):
    """A score as the source prints it, with the grades printed beside it."""

    stated: Score = None
    grades_stated: Lines = ()


class IndicatorScore(Frozen):
    """The printed score of an indicator."""

    number: IndicatorNumber = None
    name: Line | None = None
    instrument: WrittenInstrument = None
    stated: Score = None


class QuestionScore(Frozen):
    """The printed score of a question or an item."""

    code: Code
    text: Line | None = None
    score: Score = None


class Mention(Frozen):
    """An indicator that an analysis names."""

    number: IndicatorNumber = None
    name: Line | None = None
    stated: Score = None


class Improvement(Frozen):
    """Something that an analysis says should be bettered."""

    instrument: WrittenInstrument = None
    indicator: Line | None = None
    issue: Line | None = None
    text: Line | None = None


class Analysis(Frozen):
    """What the source reads out of its scores, as printed."""

    strengths: Annotated[tuple[Mention, ...], BeforeValidator(as_list)] = ()
    weaknesses: Annotated[tuple[Mention, ...], BeforeValidator(as_list)] = ()
    highest: Annotated[tuple[Mention, ...], BeforeValidator(as_list)] = ()
    lowest: Annotated[tuple[Mention, ...], BeforeValidator(as_list)] = ()
    improve: Annotated[tuple[Improvement, ...], BeforeValidator(as_list)] = ()


class Scores(Frozen):
    """The results of an assessment as a source gives them; ``assessed_year`` is the one that was assessed."""

    assessed_year: FiscalYear | None = None
    target: Score = None
    overall: Stated = Stated()
    instruments: dict[Instrument, Stated] = Field(default_factory=dict)
    indicators: Annotated[tuple[IndicatorScore, ...], BeforeValidator(as_list)] = ()
    questions: Annotated[tuple[QuestionScore, ...], BeforeValidator(as_list)] = ()
    analysis: Analysis = Analysis()
    notes: Notes = ()


class YearSettings(Frozen):
    """The file of a year. ``framework`` null says: none that is known."""

    fiscal_year: FiscalYear | None = None
    framework: Slug | None = None
    round: Round | None = None
    calendar: Annotated[tuple[Milestone, ...], BeforeValidator(as_list)] = ()
    scores: Scores | None = None
    notes: Notes = ()
    silence: dict[str, Line] = Field(default_factory=dict)
