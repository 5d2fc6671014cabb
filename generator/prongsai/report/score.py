"""The document of ``prongsai score --format json``: an estimate of OIT, and what would raise it."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from prongsai.model.estimate import Estimate
from prongsai.report.jsontext import number
from prongsai.report.shapes import Code, FiscalYear, Score


class Gain(TypedDict):
    """An item that doesn't count yet, and by how much it would raise OIT and the overall score."""

    item: Code
    oit: Score
    overall: Score | None


@with_config(ConfigDict(extra="forbid"))
class ScoreDocument(TypedDict):
    """An estimate of OIT from what is shown and found, unrounded; null: not applicable, or unknown."""

    format: Literal["prongsai/score/1"]
    fiscal_year: FiscalYear
    oit: Score | None
    oit_if_some: Annotated[Score | None, Field(description="Counting also what is shown in part")]
    indicators: dict[str, Score | None]
    sub_indicators: dict[str, Score | None]
    gains: Annotated[list[Gain], Field(description="Greatest first")]


def score_document(estimate: Estimate) -> ScoreDocument:
    """The document ``prongsai/score/1``; its numbers are not rounded."""
    return {
        "format": "prongsai/score/1",
        "fiscal_year": estimate.fiscal_year,
        "oit": number(estimate.oit),
        "oit_if_some": number(estimate.oit_if_some),
        "indicators": {key: number(value) for key, value in estimate.indicators.items()},
        "sub_indicators": {key: number(value) for key, value in estimate.sub_indicators.items()},
        "gains": [
            {"item": gain.item, "oit": number(gain.oit) or 0, "overall": number(gain.overall)}
            for gain in estimate.gains
        ],
    }


def no_score_document(fiscal_year: int) -> ScoreDocument:
    """The same for a year without a known framework: nothing can be estimated."""
    return {
        "format": "prongsai/score/1",
        "fiscal_year": fiscal_year,
        "oit": None,
        "oit_if_some": None,
        "indicators": {},
        "sub_indicators": {},
        "gains": [],
    }
