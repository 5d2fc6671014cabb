"""The measures report of a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from prongsai.model.measure import Guidance, Link, Measure, Report
from prongsai.model.news import news_of
from prongsai.model.site import Year
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.trust import Trust, site_data, trust
from prongsai.pages.views import (
    NoteView,
    ResultView,
    Target,
    note_views,
    result_views,
)
from prongsai.pages.words import Sign
from prongsai.pages.year import data_files, round_text, year_trail
from prongsai.thai import dates


@dataclass(frozen=True, slots=True)
class AimView:
    """An item or question at which a measure aims; ``year`` where it is one of another year's list."""

    code: str
    year: str | None
    published_as: str | None
    title: str | None
    address: str | None
    score: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure in words."""

    id: str
    number: str | None
    title: str
    stage: str
    instrument: str | None
    indicator: str | None
    issue: str | None
    approach: tuple[str, ...]
    steps: tuple[str, ...]
    reporting: tuple[str, ...]
    period: str | None
    responsible: tuple[Target, ...]
    results: tuple[ResultView, ...]
    outcomes: tuple[str, ...]
    recommendations: tuple[str, ...]
    aims: tuple[AimView, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class GuidanceView:
    """The guidance for an indicator in words."""

    id: str
    number: str | None
    name: str | None
    instrument: str | None
    guidance: tuple[str, ...]
    responsible: tuple[Target, ...]
    period: str | None
    status: Sign
    actions: tuple[str, ...]
    notes: tuple[NoteView, ...]


def measures_page(edition: Edition, year: Year) -> Page:
    """The measures of a year by their printed groups; a year without any says so."""
    t, report = edition.t, year.measures
    name = words.year(year.fiscal_year, edition.lang)
    measures = report.measures if report else ()
    groups = _groups(edition, year, measures)
    return edition.page(
        links.part(year.fiscal_year, "measures"),
        "measures",
        f"{t.measures} {name}",
        f"{t.measures} {edition.site.agency.name} {name}",
        year=year.fiscal_year,
        trail=year_trail(edition, year.fiscal_year),
        year_name=name,
        nothing=None if report else t.measures_none.format(year=year.fiscal_year),
        count=_count(edition, measures),
        round=round_text(edition, report.round) if report else None,
        groups=groups,
        contents=len(groups) > 1,
        guidance=[_guidance(edition, one) for one in (report.guidance if report else ())],
        notes=note_views(report.notes, edition.lang) if report else (),
        trust=_trust(edition, year),
    )


def _trust(edition: Edition, year: Year) -> Trust:
    report = year.measures
    if report is None:
        return trust(edition, [], site_data(edition))
    units = [unit for one in report.measures for unit in one.responsible]
    units += [unit for one in report.guidance for unit in one.responsible]
    days = [each.date for each in news_of(year) if each.code is None]
    return trust(edition, [], data_files(edition, year, "measures"), units=units, days=days)


def _count(edition: Edition, measures: tuple[Measure, ...]) -> str | None:
    if not measures:
        return None
    count = str(edition.t.measures_count.format(count=len(measures)))
    groups = len({measure.group for measure in measures if measure.group})
    return f"{count} {edition.t.measures_groups.format(count=groups)}" if groups else count


def _groups(
    edition: Edition, year: Year, measures: Iterable[Measure]
) -> list[tuple[str, str, list[MeasureView]]]:
    """Runs of measures under one printed heading: an anchor, the heading, the measures."""
    return [
        (f"group-{number}", heading or edition.t.ungrouped, [_measure(edition, year, one) for one in run])
        for number, (heading, run) in enumerate(groupby(measures, key=lambda one: one.group), 1)
    ]


def _measure(edition: Edition, year: Year, measure: Measure) -> MeasureView:
    lang = edition.lang
    return MeasureView(
        id=measure.id,
        number=measure.number,
        title=measure.title,
        stage=words.stage(measure.stage, lang),
        instrument=words.instrument(measure.instrument, lang) if measure.instrument else None,
        indicator=_indicator(edition, year, measure.indicator),
        issue=measure.issue,
        approach=measure.approach,
        steps=measure.steps,
        reporting=tuple(_report(edition, one) for one in measure.reporting),
        period=words.period(measure.period, lang),
        responsible=_units(edition, measure.responsible),
        results=result_views(measure.results, lang),
        outcomes=measure.outcomes,
        recommendations=measure.recommendations,
        aims=tuple(_aim(edition, year, aim) for aim in measure.links),
        notes=note_views(measure.notes, lang),
    )


def _units(edition: Edition, units: tuple[str, ...]) -> tuple[Target, ...]:
    return tuple(Target(unit, edition.units.get(unit)) for unit in units)


def _indicator(edition: Edition, year: Year, number: str | None) -> str | None:
    """An indicator by its number, with its name where the year's framework has it."""
    if number is None:
        return None
    name = _names(year).get(number)
    return f"{number} {name}" if name else edition.t.indicator.format(number=number)


def _names(year: Year) -> dict[str, str]:
    framework = year.framework
    if framework is None:
        return {}
    surveyed = {
        one.number: one.name for survey in framework.instruments.values() for one in survey.indicators
    }
    top = {one.number: one.name for one in framework.indicators}
    return surveyed | top | {one.number: one.name for one in framework.sub_indicators}


def _report(edition: Edition, report: Report) -> str:
    t, lang = edition.t, edition.lang
    when = [t.due.format(date=dates.format_date(report.due, lang=lang))] if report.due else []
    if report.every:
        when.append(words.every(report.every, lang))
    return f"{report.text} ({' · '.join(when)})" if when else report.text


def _aim(edition: Edition, year: Year, aim: Link) -> AimView:
    t = edition.t
    item = _known_title(edition, aim)
    printed = aim.published_as if aim.published_as != aim.code else None
    score = words.number(aim.score)
    framework = edition.site.frameworks.get(aim.framework or "")
    other = framework.fiscal_year if framework and framework.fiscal_year != year.fiscal_year else None
    return AimView(
        aim.code,
        words.year(other, edition.lang) if other else None,
        t.printed_code.format(code=printed) if printed else None,
        aim.title or item,
        _address(edition, year, aim),
        t.links_score.format(score=score) if score else t.links_no_score,
    )


def _known_title(edition: Edition, aim: Link) -> str | None:
    framework = edition.site.frameworks.get(aim.framework or "")
    item = framework.by_code.get(aim.code) if framework else None
    return item.title_in(edition.lang) if item else None


def _address(edition: Edition, year: Year, aim: Link) -> str | None:
    """The item's page in the year of its framework, else its row among the scores of the same report."""
    aimed = edition.by_framework.get(aim.framework or "")
    if aimed and aim.code in aimed.by_code:
        return aimed.by_code[aim.code].page
    if _scored(edition, year, aim):
        return f"{links.part(year.fiscal_year, 'scores')}#{aim.code}"
    return None


def _scored(edition: Edition, year: Year, aim: Link) -> bool:
    """Whether the report's scores have the code, and mean the list of the same year by it."""
    scores = year.settings.scores
    if scores is None or not any(question.code == aim.code for question in scores.questions):
        return False
    framework = edition.site.frameworks.get(aim.framework or "")
    return framework is None or scores.assessed_year in (None, framework.fiscal_year)


def _guidance(edition: Edition, one: Guidance) -> GuidanceView:
    lang = edition.lang
    return GuidanceView(
        guidance_anchor(one),
        one.indicator,
        one.name,
        words.instrument(one.instrument, lang) if one.instrument else None,
        one.guidance,
        _units(edition, one.responsible),
        words.period(one.period, lang),
        words.reported(one.reported, lang),
        one.actions,
        note_views(one.notes, lang),
    )


def guidance_anchor(one: Guidance) -> str:
    """Where the guidance for an indicator stands on the page."""
    return f"guidance-{one.indicator}"
