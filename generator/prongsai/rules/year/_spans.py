"""Every stretch of time that the sources give, and the one thing that is wrong with each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import Period
from prongsai.model.framework import Covers
from prongsai.model.measure import Measure, Round
from prongsai.model.site import Entry, Year
from prongsai.rules.context import Context
from prongsai.rules.rule import Loc
from prongsai.rules.year._evidence import FAR
from prongsai.rules.years import LONGEST
from prongsai.thai.dates import PartialDate, fiscal_year_of, fiscal_year_span
from prongsai.thai.digits import to_arabic

What = Literal["period", "round", "milestone"]
Wrong = Literal["implausible", "backwards", "calendar", "outside"]

GRACE = timedelta(days=92)
"""A quarter: last year's results are told, and next year's work begins, within it."""
DUE_BEFORE, DUE_AFTER = timedelta(days=31), timedelta(days=61)
"""A year's plans may be due in the month before it begins, its reports until two months after it ends."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in a source.

    ``asks`` are the times that its item asks for; ``name`` is what a round is called.
    """

    what: What
    source: str
    loc: Loc
    start: PartialDate | None
    end: PartialDate | None
    text: str
    fiscal_year: int
    item: str | None = None
    asks: frozenset[Covers | None] = frozenset()
    name: str = ""


def spans(context: Context) -> Iterator[Span]:
    """All of them: items' periods, measures' and guidance's, rounds and milestones."""
    for year in context.site.years:
        yield from _of_year(context, year)
        for entry in year.entries:
            if entry.disclosure is not None:
                yield from item_spans(context, entry, entry.disclosure)
        for index, measure in enumerate(year.measures.measures if year.measures else ()):
            yield from measure_spans(context, year, index, measure)
        for index, guidance in enumerate(year.measures.guidance if year.measures else ()):
            if guidance.period:
                loc = ("guidance", index, "period")
                yield _span(context.measures_source(year), loc, guidance.period, year.fiscal_year)


def item_spans(context: Context, entry: Entry, disclosure: Disclosure) -> Iterator[Span]:
    """An item's period, or each of its periods."""
    source = context.item_source(entry)
    asks = frozenset(element.covers for element in entry.item.elements)
    if disclosure.period:
        yield _span(source, ("period",), disclosure.period, entry.fiscal_year, entry.code, asks)
    for index, period in enumerate(disclosure.periods):
        yield _span(source, ("periods", index), period, entry.fiscal_year, entry.code, asks)


def measure_spans(context: Context, year: Year, index: int, measure: Measure) -> Iterator[Span]:
    """A measure's period, where it has one."""
    if measure.period:
        loc = ("measures", index, "period")
        yield _span(context.measures_source(year), loc, measure.period, year.fiscal_year)


def _of_year(context: Context, year: Year) -> Iterator[Span]:
    source = context.year_source(year)
    if year.settings.round:
        yield _round(source, year.settings.round, year.fiscal_year)
    for index, stone in enumerate(year.settings.calendar):
        loc = ("calendar", index)
        yield Span("milestone", source, loc, stone.start, stone.end, stone.name, year.fiscal_year)
    if year.measures and year.measures.round:
        yield _round(context.measures_source(year), year.measures.round, year.fiscal_year)


def _round(source: str, found: Round, year: int) -> Span:
    name = found.name or ""
    return Span("round", source, ("round",), found.start, found.end, name, year, name=name)


def _span(
    source: str,
    loc: Loc,
    period: Period,
    year: int,
    item: str | None = None,
    asks: frozenset[Covers | None] = frozenset(),
) -> Span:
    text = period.text or " - ".join(day.iso() for day in (period.start, period.end) if day)
    return Span("period", source, loc, period.start, period.end, text, year, item, asks)


class Due(NamedTuple):
    """A day by which a measure is to be reported on, and the measure's period."""

    source: str
    loc: Loc
    day: PartialDate
    fiscal_year: int
    period: Span | None


def dues(context: Context) -> Iterator[Due]:
    """The days by which measures are to be reported on, but for those that nobody could mean."""
    for year in context.measured():
        source = context.measures_source(year)
        for index, measure in enumerate(year.measures.measures if year.measures else ()):
            period = next(measure_spans(context, year, index, measure), None)
            for at, report in enumerate(measure.reporting):
                if report.due and not is_far(report.due, year.fiscal_year):
                    loc = ("measures", index, "reporting", at, "due")
                    yield Due(source, loc, report.due, year.fiscal_year, period)


def is_due_outside(day: PartialDate, fiscal_year: int) -> bool:
    """Whether a day by which to report is not that year's: plans are due early, reports late."""
    first, last = fiscal_year_span(fiscal_year)
    return not first - DUE_BEFORE <= day.last() <= last + DUE_AFTER


def is_far(day: PartialDate | None, fiscal_year: int) -> bool:
    """Whether a date is so far from the fiscal year that nobody can have meant it."""
    return day is not None and abs(fiscal_year_of(day) - fiscal_year) > FAR


def wrong_with(span: Span) -> tuple[Wrong, str] | None:
    """The one thing wrong with a stretch of time, and its end (``start`` or ``end``) at which that shows."""
    start, end, year = span.start, span.end, span.fiscal_year
    if _is_plan(span):
        return None
    if is_far(start, year) or is_far(end, year):
        return "implausible", "start" if is_far(start, year) else "end"
    if start and end and end.last() < start.first():
        return "backwards", "end"
    if _is_calendar(start, end) or not _fits_name(span):
        return "calendar", "start"
    return _outside(span)


def _is_plan(span: Span) -> bool:
    """The years of a plan, given as the period of the item on it: several, the fiscal year among them."""
    if not span.asks or not span.asks <= {"multi_year"} or not span.start or not span.end:
        return False
    first, last = fiscal_year_span(span.fiscal_year)
    start, end = span.start.first(), span.end.last()
    return (
        start <= first and last <= end and (end - start).days > 2 * 366 and end.year - start.year <= LONGEST
    )


def _is_calendar(start: PartialDate | None, end: PartialDate | None) -> bool:
    """1 January to 31 December of one year."""
    if not start or not end or start.year != end.year or (start.month, end.month) != (1, 12):
        return False
    return start.first().day == 1 and end.last().day == 31


def _fits_name(span: Span) -> bool:
    """A round of six or twelve months begins with a half of the fiscal year and ends with one."""
    if span.what != "round" or not span.start or not span.end:
        return True
    name = to_arabic(span.name).replace(" ", "").replace("หก", "6").replace("สิบสอง", "12")
    months = (span.start.month, span.end.month)
    if "12เดือน" in name:
        return months == (10, 9)
    if "6เดือน" in name:
        return months in {(10, 3), (4, 9)}
    return True


def _outside(span: Span) -> tuple[Wrong, str] | None:
    first, last = fiscal_year_span(span.fiscal_year)
    if span.what == "milestone":
        first, last = first - GRACE, last + GRACE
    if _is_year_before(span, first):
        return None
    if span.start and not first <= span.start.first() <= last:
        return "outside", "start"
    if span.end and not first <= span.end.last() <= last:
        return "outside", "end"
    return None


def _is_year_before(span: Span, first: date) -> bool:
    """The whole year before, given as the time that an item on that year covers."""
    if span.asks != {"previous"} or not span.start or not span.end:
        return False
    before = (first.replace(year=first.year - 1), first - timedelta(days=1))
    return (span.start.first(), span.end.last()) == before
