"""What is due when: the scheme's calendar, and by when measures are reported on and items are done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.fields import Period
from prongsai.model.measure import Measure
from prongsai.model.site import Entry, Site, Year
from prongsai.thai.dates import PartialDate, fiscal_year_span


@dataclass(frozen=True)
class Span:
    """Whole days, first and last; ``key`` tells the event apart from the agency's others.

    ``caution`` says where the days are not certain.
    """

    key: str
    title: str
    first: date
    last: date
    address: str
    caution: Text | None = None
    title_en: str | None = None

    def title_in(self, lang: Lang) -> str:
        """The title in ``lang``; what somebody called it stays as it is."""
        return (self.title_en if lang == "en" else None) or self.title


_CAUTION: Final = {
    "certain": None,
    "likely": Text(
        "กำหนดการนี้มาจากแหล่งที่น่าเชื่อ แต่ควรตรวจกับประกาศของปี",
        "From a source that can be believed, but check it with the year's announcement.",
    ),
    "unsure": Text(
        "กำหนดการนี้ยังไม่แน่ใจ ต้องตรวจกับประกาศของปี", "Not certain: check it with the year's announcement."
    ),
}


def deadlines(site: Site) -> tuple[Span, ...]:
    """Every dated deadline in order of time; where there is none, the newest round or fiscal year alone."""
    found = {span.key: span for year in site.years for span in (*_calendar(year), *_reporting(year))}
    spans = list(found.values()) or [_whole(year) for year in site.years[:1]]
    return tuple(sorted(spans, key=lambda span: (span.first, span.last, span.key)))


def spans_of(year: Year) -> tuple[Span, ...]:
    """One year's dated deadlines in order of time; where there is none, its round or the year itself."""
    found = {span.key: span for span in (*_calendar(year), *_reporting(year))}
    spans = list(found.values()) or [_whole(year)]
    return tuple(sorted(spans, key=lambda span: (span.last, span.first, span.key)))


def _calendar(year: Year) -> Iterable[Span]:
    """The year's own milestones, and those of its own framework that it does not name itself."""
    own = year.settings.calendar
    names = {milestone.id for milestone in own if milestone.id} | {milestone.name for milestone in own}
    framework = year.framework
    scheme = framework.calendar if framework and framework.fiscal_year == year.fiscal_year else ()
    for milestone in (*own, *(each for each in scheme if not {each.id, each.name} & names)):
        key = f"{year.fiscal_year}/calendar/{milestone.id or milestone.name}"
        title = f"{milestone.name} (ITA ปีงบประมาณ {year.fiscal_year})"
        if span := _span(key, title, milestone.start, milestone.end, f"{year.fiscal_year}/"):
            caution = _CAUTION[milestone.basis.certainty] if milestone.basis else None
            english = f"{milestone.name} (ITA fiscal year {year.fiscal_year})"
            yield replace(span, caution=caution, title_en=english)


def unit_deadlines(site: Site) -> Mapping[str, tuple[Span, ...]]:
    """By the unit that answers: the calendar of its years, its reports on measures, its items' planned ends.

    A unit that answers for nothing dated is left out.
    """
    found: dict[str, dict[str, Span]] = {}
    for year in site.years:
        for unit, spans in _of_units(year).items():
            found.setdefault(unit, {}).update({span.key: span for span in (*_calendar(year), *spans)})
    return {
        unit: tuple(sorted(spans.values(), key=lambda span: (span.first, span.last, span.key)))
        for unit, spans in sorted(found.items())
        if spans
    }


def _of_units(year: Year) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for entry in year.entries:
        for unit in dict.fromkeys(entry.disclosure.responsible if entry.disclosure else ()):
            found.setdefault(unit, []).extend(_planned(entry))
    for measure in year.measures.measures if year.measures else ():
        for unit in dict.fromkeys(measure.responsible):
            found.setdefault(unit, []).extend(_due(year, measure))
    return found


def _planned(entry: Entry) -> Iterable[Span]:
    """The day by which an item is to be done, by its own plan."""
    if entry.disclosure is None:
        return
    periods: tuple[Period | None, ...] = (entry.disclosure.period, *entry.disclosure.periods)
    for day in dict.fromkeys(period.end.last() for period in periods if period and period.end):
        title = f"{entry.code} {entry.item.title} (ปีงบประมาณ {entry.fiscal_year})"
        english = f"{entry.code} {entry.item.title_in('en')} (fiscal year {entry.fiscal_year})"
        key = f"{entry.fiscal_year}/{entry.code}/{day.isoformat()}"
        yield Span(key, title, day, day, entry.page, title_en=english)


def _reporting(year: Year) -> Iterable[Span]:
    for measure in year.measures.measures if year.measures else ():
        yield from _due(year, measure)


def _due(year: Year, measure: Measure) -> Iterable[Span]:
    for number, report in enumerate(measure.reporting, start=1):
        if report.due:
            key = f"{year.fiscal_year}/measures/{measure.id}/{number}"
            last = report.due.last()
            title = f"{measure.title}: {report.text}"
            yield Span(key, title, last, last, f"{year.fiscal_year}/measures/")


def _span(
    key: str, title: str, start: PartialDate | None, end: PartialDate | None, address: str
) -> Span | None:
    first = start.first() if start else end.last() if end else None
    last = end.last() if end else start.last() if start else None
    if first is None or last is None:
        return None
    return Span(key, title, min(first, last), max(first, last), address)


def _whole(year: Year) -> Span:
    round_ = year.settings.round
    address = f"{year.fiscal_year}/"
    if round_ and round_.start and round_.end:
        title = f"{round_.name or 'รอบการรายงาน'} ปีงบประมาณ {year.fiscal_year}"
        if span := _span(f"{year.fiscal_year}/round", title, round_.start, round_.end, address):
            english = f"{round_.name or 'reporting round'}, fiscal year {year.fiscal_year}"
            return replace(span, title_en=english)
    first, last = fiscal_year_span(year.fiscal_year)
    title, english = f"ปีงบประมาณ {year.fiscal_year}", f"fiscal year {year.fiscal_year}"
    return Span(f"{year.fiscal_year}/year", title, first, last, address, title_en=english)
