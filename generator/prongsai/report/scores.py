"""``scores.json``: the results of an assessment as a report gives them, beside what follows from them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol

from prongsai.model.agency import Agency
from prongsai.model.fields import Instrument
from prongsai.model.site import Year
from prongsai.model.year import Analysis, Mention, Scores, Stated
from prongsai.report import score_shapes
from prongsai.report.agency import agency_name, notes
from prongsai.report.jsontext import number


class ComputedScores(Protocol):
    """Scores worked out from the indicators' stated ones; None where something needed is missing."""

    @property
    def overall(self) -> Decimal | None:
        """All instruments, weighted."""

    @property
    def instruments(self) -> Mapping[str, Decimal | None]:
        """By instrument: iit, eit, oit."""


_NO_SCORES = Scores()
_NOT_STATED = Stated()


def scores_file(agency: Agency, year: Year, computed: ComputedScores | None) -> score_shapes.Scores:
    """The scores that the year's report gives; null and empty for a year without any."""
    scores = year.settings.scores or _NO_SCORES

    def instrument(key: Instrument) -> score_shapes.Stated:
        value = computed.instruments.get(key) if computed else None
        return _stated(scores.instruments.get(key, _NOT_STATED), value)

    return {
        "format": "prongsai/scores/1",
        "agency": agency_name(agency),
        "fiscal_year": year.fiscal_year,
        "assessed_year": scores.assessed_year,
        "target": number(scores.target),
        "overall": _stated(scores.overall, computed.overall if computed else None),
        "instruments": {"iit": instrument("iit"), "eit": instrument("eit"), "oit": instrument("oit")},
        "indicators": [
            {
                "number": each.number,
                "name": each.name,
                "instrument": each.instrument,
                "stated": number(each.stated),
            }
            for each in scores.indicators
        ],
        "questions": [
            {"code": each.code, "text": each.text, "score": number(each.score)} for each in scores.questions
        ],
        "analysis": _analysis(scores.analysis),
        "notes": notes(scores.notes),
    }


def _stated(stated: Stated, computed: Decimal | None) -> score_shapes.Stated:
    return {
        "stated": number(stated.stated),
        "computed": number(computed),
        "grades_stated": list(stated.grades_stated),
    }


def _mentions(mentions: Iterable[Mention]) -> list[score_shapes.Mention]:
    return [{"number": each.number, "name": each.name, "stated": number(each.stated)} for each in mentions]


def _analysis(analysis: Analysis) -> score_shapes.Analysis:
    return {
        "strengths": _mentions(analysis.strengths),
        "weaknesses": _mentions(analysis.weaknesses),
        "highest": _mentions(analysis.highest),
        "lowest": _mentions(analysis.lowest),
        "improve": [
            {
                "instrument": each.instrument,
                "indicator": each.indicator,
                "issue": each.issue,
                "text": each.text,
            }
            for each in analysis.improve
        ],
    }
