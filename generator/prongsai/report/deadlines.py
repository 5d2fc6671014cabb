"""``deadlines.ics``: the scheme's calendar and the dates by which measures are reported on (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from prongsai.model.site import Site, Year
from prongsai.report.feed import identity
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
    caution: str | None = None


_CAUTION: Final = {
    "certain": None,
    "likely": "กำหนดการนี้มาจากแหล่งที่น่าเชื่อ แต่ควรตรวจกับประกาศของปี",
    "unsure": "กำหนดการนี้ยังไม่แน่ใจ ต้องตรวจกับประกาศของปี",
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
            yield replace(span, caution=_CAUTION[milestone.basis.certainty] if milestone.basis else None)


def _reporting(year: Year) -> Iterable[Span]:
    for measure in year.measures.measures if year.measures else ():
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
            return span
    first, last = fiscal_year_span(year.fiscal_year)
    return Span(f"{year.fiscal_year}/year", f"ปีงบประมาณ {year.fiscal_year}", first, last, address)


def ics(site: Site, built: int, site_url: str | None = None) -> bytes:
    """The calendar: whole days that take up nobody's time."""
    calendar = Calendar()
    calendar.add("prodid", "-//Prongsai//Deadlines//TH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"กำหนดการ ITA: {site.agency.name}")
    stamp = datetime.fromtimestamp(built, UTC)
    for span in deadlines(site):
        calendar.add_component(_event(site, span, stamp, site_url))
    text: bytes = calendar.to_ical()
    return text


def _event(site: Site, span: Span, stamp: datetime, site_url: str | None) -> Event:
    event = Event()
    event.add("uid", str(identity(site.agency, span.key)))
    event.add("dtstamp", stamp)
    event.add("summary", span.title)
    event.add("dtstart", span.first)
    event.add("dtend", span.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if span.caution:
        event.add("description", span.caution)
    if site_url:
        event.add("url", f"{site_url.rstrip('/')}/{span.address}")
    return event
