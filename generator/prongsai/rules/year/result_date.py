"""A result dated before its undertaking began, long after its year, or in the future."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.fields import Result
from prongsai.model.finding import Severity
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence, Example, Hit, Loc, Rule
from prongsai.rules.year._hits import day_text
from prongsai.rules.year._spans import GRACE, Span, is_far, item_spans, measure_spans, wrong_with
from prongsai.source.problems import quoted
from prongsai.thai.dates import PartialDate, fiscal_year_span

AFTER = timedelta(days=61)
"""By the end of November the last year's results are told."""
LATE = timedelta(days=183)
"""Half a year after its period's end, and after the fiscal year's, nothing is that undertaking's result."""
NEAR = timedelta(days=7)
"""A few days before an item's period are no matter."""


class _Undertaking(NamedTuple):
    """An item or a measure with its results, its period where that can be trusted, and its year."""

    source: str
    loc: Loc
    results: Sequence[Result]
    start: PartialDate | None
    end: PartialDate | None
    year: int
    item: str | None = None


def check(context: Context) -> Iterator[Hit]:
    """For each item and measure at most one result before its time and one after it."""
    for found in _undertakings(context):
        dated = [
            (index, result.date)
            for index, result in enumerate(found.results)
            if result.date and result.state in ("done", None) and not is_far(result.date, found.year)
        ]
        if dated:
            yield from _early(found, dated)
            yield from _late(found, dated, context.today)


def _undertakings(context: Context) -> Iterator[_Undertaking]:
    for year, entry, disclosure in context.disclosed:
        if disclosure.results:
            start, end = _limits(tuple(item_spans(context, entry, disclosure)))
            yield _Undertaking(
                context.item_source(entry), (), disclosure.results, start, end, year.fiscal_year, entry.code
            )
    for year in context.measured():
        for index, measure in enumerate(year.measures.measures if year.measures else ()):
            if measure.results:
                start, end = _limits(tuple(measure_spans(context, year, index, measure)))
                loc = ("measures", index)
                source = context.measures_source(year)
                yield _Undertaking(source, loc, measure.results, start, end, year.fiscal_year)


def _limits(spans: Sequence[Span]) -> tuple[PartialDate | None, PartialDate | None]:
    """The first start and the last end; none of a period in which something is wrong."""
    if not spans or any(wrong_with(span) for span in spans):
        return None, None
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    return min(filter(None, starts)) if all(starts) else None, max(filter(None, ends)) if all(ends) else None


def _early(found: _Undertaking, dated: Sequence[tuple[int, PartialDate]]) -> Iterator[Hit]:
    index, day = min(dated, key=lambda pair: pair[1])
    first, _ = fiscal_year_span(found.year)
    since = found.start.first() if found.start else first - GRACE
    # What an item shows may be older than the work on it, if it is of the year.
    within = found.item is not None and day.last() >= first
    if day.last() >= (since - NEAR if within else since):
        return
    told = _BEFORE_YEAR
    if found.start:
        start = day_text(found.start)
        told = Text(f"ก่อนเริ่มดำเนินการ ({start.th})", f"before the work began ({start.en})")
    yield _hit(found, index, day, told, "info" if within else None, "medium" if within else None)


_BEFORE_YEAR = Text("ก่อนปีงบประมาณ", "before the fiscal year")


def _late(found: _Undertaking, dated: Sequence[tuple[int, PartialDate]], today: date) -> Iterator[Hit]:
    index, day = max(dated, key=lambda pair: pair[1])
    _, last = fiscal_year_span(found.year)
    if day.first() > today:
        yield _hit(found, index, day, Text("ซึ่งยังมาไม่ถึง", "which is yet to come"))
    elif day.first() > last + AFTER or (
        found.end and day.first() > last and day.first() > found.end.last() + LATE
    ):
        yield _hit(found, index, day, Text("หลังสิ้นปีงบประมาณไปนาน", "long after the fiscal year"))


def _hit(
    found: _Undertaking,
    index: int,
    day: PartialDate,
    told: Text,
    severity: Severity | None = None,
    confidence: Confidence | None = None,
) -> Hit:
    values = {"what": quoted(found.results[index].text), "day": day_text(day), "told": told}
    loc = (*found.loc, "results", index, "date")
    return Hit(
        found.source,
        loc,
        values=values,
        fiscal_year=found.year,
        item=found.item,
        severity=severity,
        confidence=confidence,
    )


RULE = Rule(
    code="Y208",
    name="result-date",
    family="year",
    severity="warning",
    title=Text("วันที่ของผลไม่เข้ากับช่วงดำเนินการ", "a result's date does not fit its undertaking"),
    what=Text(
        "ผลที่ทำแล้วลงวันที่ก่อนเริ่มดำเนินการ หลังสิ้นปีงบประมาณไปนาน หรือในอนาคต",
        "a result that is done is dated before its undertaking began, long after the fiscal year, or in the"
        " future",
    ),
    why=Text(
        "ผลที่เกิดก่อนเริ่มทำหรือยังมาไม่ถึงทำให้ผู้ประเมินสงสัยว่าทำจริงหรือไม่",
        "a result from before the work began, or from days to come, makes an assessor doubt that it was done",
    ),
    mend=Text(
        "ตรวจวันที่ของผลกับช่วงดำเนินการ แล้วแก้ตัวที่ผิด ถ้าทำมาก่อนจริง ให้ขยายช่วงดำเนินการ",
        "compare the result's date with the period and mend the wrong one; where it was done before, widen"
        " the period",
    ),
    message=Text(
        "ผล {what} ลงวันที่ {day} {told} — ตรวจวันที่ของผลและช่วงดำเนินการ",
        "the result {what} is dated {day}, {told} — look at its date and at the period",
    ),
    example=Example(
        bad={
            "2566/measures.yml": """\
measures:
  - id: m1
    title: ทะเบียนยืมทรัพย์สินของราชการ
    period: 15 ธ.ค. 2565 - 31 มี.ค. 2566
    results:
      - {text: ทะเบียนกลางเปิดใช้ครบทุกกอง, date: 2022-11-09, state: done}
""",
        },
        good={
            "2566/measures.yml": """\
measures:
  - id: m1
    title: ทะเบียนยืมทรัพย์สินของราชการ
    period: 15 ธ.ค. 2565 - 31 มี.ค. 2566
    results:
      - {text: ทะเบียนกลางเปิดใช้ครบทุกกอง, date: 2023-01-09, state: done}
""",
        },
    ),
    check=check,
)
