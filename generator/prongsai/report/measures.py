"""``measures.json``: a year's measures report and its guidance by indicator."""

from prongsai.model.agency import Agency
from prongsai.model.measure import Guidance, Measure, MeasuresReport, Round
from prongsai.model.site import Year
from prongsai.report import measure_shapes
from prongsai.report.agency import agency_name, notes, period, results
from prongsai.report.jsontext import iso, number

_NOTHING = MeasuresReport()


def measures_file(agency: Agency, year: Year) -> measure_shapes.Measures:
    """The whole report; empty for a year without one."""
    report = year.measures or _NOTHING
    return {
        "format": "prongsai/measures/1",
        "agency": agency_name(agency),
        "fiscal_year": year.fiscal_year,
        "round": _round(report.round),
        "measures": [_measure(each) for each in report.measures],
        "guidance": [_guidance(each) for each in report.guidance],
        "notes": notes(report.notes),
    }


def _round(value: Round | None) -> measure_shapes.Round | None:
    if value is None:
        return None
    return {"name": value.name, "start": iso(value.start), "end": iso(value.end)}


def _measure(measure: Measure) -> measure_shapes.Measure:
    return {
        "id": measure.id,
        "number": measure.number,
        "title": measure.title,
        "group": measure.group,
        "stage": measure.stage,
        "instrument": measure.instrument,
        "indicator": measure.indicator,
        "issue": measure.issue,
        "approach": list(measure.approach),
        "steps": list(measure.steps),
        "reporting": [
            {"text": each.text, "due": iso(each.due), "every": each.every} for each in measure.reporting
        ],
        "period": period(measure.period),
        "responsible": list(measure.responsible),
        "results": results(measure.results),
        "outcomes": list(measure.outcomes),
        "recommendations": list(measure.recommendations),
        "links": [
            {
                "code": link.code,
                "published_as": link.published_as,
                "framework": link.framework,
                "title": link.title,
                "score": number(link.score),
            }
            for link in measure.links
        ],
        "notes": notes(measure.notes),
    }


def _guidance(guidance: Guidance) -> measure_shapes.Guidance:
    return {
        "indicator": guidance.indicator,
        "name": guidance.name,
        "instrument": guidance.instrument,
        "guidance": list(guidance.guidance),
        "responsible": list(guidance.responsible),
        "period": period(guidance.period),
        "reported": guidance.reported,
        "actions": list(guidance.actions),
        "notes": notes(guidance.notes),
    }
