"""A deadline that has passed, with what was due not reported done."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import Result
from prongsai.model.measure import Measure
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Loc, Rule
from prongsai.rules.year._hits import day_text
from prongsai.rules.year._spans import Span, is_due_outside, is_far, item_spans, measure_spans, wrong_with
from prongsai.source.problems import quoted
from prongsai.thai.dates import BUDDHIST_AHEAD, PartialDate, fiscal_year_span

LONG_CLOSED = timedelta(days=365)
"""A year that ended longer ago is closed: what it left undone is worth knowing, but scores nothing."""
UNFINISHED = ("in_progress", "not_started")


class _Due(NamedTuple):
    """What was due, by when, and where that stands."""

    loc: Loc
    day: PartialDate
    what: str
    doubtful: bool = False


def check(context: Context) -> Iterator[Hit]:
    """One hit for each item, measure and indicator's guidance whose time is over without a result."""
    for year, entry, disclosure in context.disclosed:
        due = _of_item(disclosure, item_spans(context, entry, disclosure), year.fiscal_year, context.today)
        if due:
            yield _hit(context, context.item_source(entry), due, year.fiscal_year, entry.code)
    for year in context.measured():
        report = year.measures
        for index, measure in enumerate(report.measures if report else ()):
            periods = measure_spans(context, year, index, measure)
            due = _of_measure(measure, index, periods, year.fiscal_year, context.today)
            if due:
                yield _hit(context, context.measures_source(year), due, year.fiscal_year)
        for index, guidance in enumerate(report.guidance if report else ()):
            end = guidance.period.end if guidance.period else None
            if end and guidance.reported in UNFINISHED and _is_over(end, year.fiscal_year, context.today):
                what = guidance.name or guidance.indicator or ""
                due = _Due(("guidance", index, "reported"), end, what)
                yield _hit(context, context.measures_source(year), due, year.fiscal_year)


def _is_over(day: PartialDate, year: int, today: date) -> bool:
    return not is_far(day, year) and day.last() < today


def _of_item(disclosure: Disclosure, periods: Iterable[Span], year: int, today: date) -> _Due | None:
    planned = _planned(disclosure.results, (), year, today)
    if planned or any(is_far(result.date, year) for result in disclosure.results):
        return planned
    end = _last_end(periods, year)
    if end is None or not _is_over(end, year, today):
        return None
    if disclosure.reported not in UNFINISHED:
        return _going_on(disclosure.results, (), end)
    words = {"in_progress": "in_progress (กำลังดำเนินการ)", "not_started": "not_started (ยังไม่ดำเนินการ)"}
    return _Due(("reported",), end, words[disclosure.reported])


def _last_end(periods: Iterable[Span], year: int) -> PartialDate | None:
    """The last end of some periods, else the fiscal year's; None where something is wrong with a period."""
    ends = []
    for period in periods:
        if wrong_with(period):
            return None
        ends.append(period.end)
    return max(filter(None, ends), default=PartialDate(year - BUDDHIST_AHEAD, 9, 30))


def _of_measure(measure: Measure, index: int, periods: Iterable[Span], year: int, today: date) -> _Due | None:
    """What a measure that is carried out owes; any result reported counts as one."""
    loc: Loc = ("measures", index)
    planned = _planned(measure.results, loc, year, today)
    if planned or measure.stage == "recommended" or any(is_far(r.date, year) for r in measure.results):
        return planned
    end = _last_end(periods, year)
    over = end if end and _is_over(end, year, today) else None
    if any(result.state in ("done", "recurring", None) for result in measure.results):
        return _going_on(measure.results, loc, over) if over else None
    dues = [
        _Due((*loc, "reporting", at, "due"), report.due, report.text)
        for at, report in enumerate(measure.reporting)
        if report.due and not is_due_outside(report.due, year) and _is_over(report.due, year, today)
    ]
    if over and (measure.results or (measure.period and measure.period.end)):
        dues.append(_Due((*loc, "period"), over, measure.title))
    if not dues or not measure.results:
        return dues[0] if dues else None
    last = len(measure.results) - 1
    return _Due((*loc, "results", last, "state"), dues[0].day, measure.results[last].text)


def _planned(results: Sequence[Result], loc: Loc, year: int, today: date) -> _Due | None:
    """The first plan whose day has passed; doubtful where something is reported done since."""
    done = [result.date.last() for result in results if result.state == "done" and result.date]
    for index, result in enumerate(results):
        day = result.date
        if result.state != "planned" or not day or not _is_over(day, year, today):
            continue
        later = any(day.first() <= other for other in done)
        return _Due((*loc, "results", index, "date"), day, result.text, later)
    return None


def _going_on(results: Sequence[Result], loc: Loc, end: PartialDate) -> _Due | None:
    """The first result that is still under way, or planned for no day, though the time is over."""
    for index, result in enumerate(results):
        if result.state == "in_progress" or (result.state == "planned" and not result.date):
            return _Due((*loc, "results", index, "state"), end, result.text)
    return None


def _hit(context: Context, source: str, due: _Due, year: int, item: str | None = None) -> Hit:
    slight = due.doubtful or _closed(year, context.today)
    return Hit(
        source,
        due.loc,
        values={"what": quoted(due.what), "day": day_text(due.day)},
        fiscal_year=year,
        item=item,
        severity="info" if slight else None,
        confidence="medium" if slight else None,
    )


def _closed(year: int, today: date) -> bool:
    return fiscal_year_span(year)[1] < today - LONG_CLOSED


RULE = Rule(
    code="Y207",
    name="deadline-passed",
    family="year",
    severity="warning",
    title=Text("พ้นกำหนดแล้วยังไม่มีผล", "a deadline passed without a result"),
    what=Text(
        "ข้อที่ยังไม่เสร็จพ้นช่วงดำเนินการแล้ว ผลที่วางแผนไว้เลยวันที่กำหนด"
        " หรือมาตรการเลยกำหนดรายงานโดยไม่มีผล"
        " (ปีที่ปิดไปเกินหนึ่งปีแจ้งเป็นข้อมูลครั้งเดียวต่อข้อ)",
        "the period of an unfinished item is over, a planned result's day has passed, or a measure's report"
        " was due and"
        " there is no result (for years closed for over a year this is only information, once for each item)",
    ),
    why=Text(
        "แผนที่พ้นกำหนดโดยไม่มีผลแสดงว่าทำไม่เสร็จหรือลืมปรับข้อมูล ข้อนั้นเสี่ยงได้ 0 คะแนน",
        "a plan past its day without a result is unfinished or forgotten: the item may score 0",
    ),
    mend=Text(
        "ถ้าทำแล้ว ให้ใส่ผล วันที่ และหลักฐาน แล้วเปลี่ยนสถานะเป็น done ถ้ายังไม่เสร็จ ให้บอกกำหนดใหม่",
        "where it was done, give the result, its day and its evidence and set done; where not, give the new"
        " day",
    ),
    message=Text(
        "พ้นกำหนด {day} แล้ว แต่ {what} ยังไม่มีผลว่าทำแล้ว — ใส่ผลและวันที่ถ้าทำแล้ว หรือบอกกำหนดใหม่",
        "{day} has passed, but {what} has no result yet — give the result and its day, or a new day",
    ),
    example=Example(
        bad={"2566/o12.md": "---\nreported: in_progress\nperiod: 1 ต.ค. 2565 - 31 ม.ค. 2566\n---\n"},
        good={"2566/o12.md": "---\nreported: done\nperiod: 1 ต.ค. 2565 - 31 ม.ค. 2566\n---\n"},
    ),
    check=check,
)
