"""A year that nobody could mean."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.fields import Result
from prongsai.model.site import Year
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Loc, Rule
from prongsai.rules.year._evidence import FAR, evidence_faults
from prongsai.rules.year._hits import day_text, evidence_hit, span_hit
from prongsai.rules.year._spans import is_far, spans, wrong_with
from prongsai.thai.dates import PartialDate


class _Day(NamedTuple):
    """A date in a source."""

    source: str
    loc: Loc
    day: PartialDate | None
    year: int
    item: str | None = None


def check(context: Context) -> Iterator[Hit]:
    """Dates and years further from the fiscal year than anybody can have meant."""
    for span in spans(context):
        wrong = wrong_with(span)
        if wrong and wrong[0] == "implausible":
            yield span_hit(span, wrong[1])
    for found in _days(context):
        if found.day and is_far(found.day, found.year):
            values = {"value": day_text(found.day), "year": found.year}
            yield Hit(found.source, found.loc, values=values, fiscal_year=found.year, item=found.item)
    for year in context.site.years:
        yield from _assessed(context, year)
    for entry, fault in evidence_faults(context, "implausible"):
        yield evidence_hit(context, entry, fault)


def _days(context: Context) -> Iterator[_Day]:
    for year, entry, disclosure in context.disclosed:
        source, number = context.item_source(entry), year.fiscal_year
        yield _Day(source, ("updated",), disclosure.updated, number, entry.code)
        for loc, day in _result_days((), disclosure.results):
            yield _Day(source, loc, day, number, entry.code)
    for year in context.measured():
        source, number = context.measures_source(year), year.fiscal_year
        for index, measure in enumerate(year.measures.measures if year.measures else ()):
            for loc, day in _result_days(("measures", index), measure.results):
                yield _Day(source, loc, day, number)
            for at, report in enumerate(measure.reporting):
                yield _Day(source, ("measures", index, "reporting", at, "due"), report.due, number)


def _result_days(loc: Loc, results: Iterable[Result]) -> Iterator[tuple[Loc, PartialDate | None]]:
    for index, result in enumerate(results):
        yield (*loc, "results", index, "date"), result.date


def _assessed(context: Context, year: Year) -> Iterator[Hit]:
    """Scores of a year that is not over when the report is made, or long past."""
    assessed = year.settings.scores.assessed_year if year.settings.scores else None
    if assessed is not None and not year.fiscal_year - FAR <= assessed <= year.fiscal_year:
        values = {"value": assessed, "year": year.fiscal_year}
        loc = ("scores", "assessed_year")
        yield Hit(context.year_source(year), loc, values=values, fiscal_year=year.fiscal_year)


RULE = Rule(
    code="Y204",
    name="implausible-year",
    family="year",
    severity="warning",
    title=Text("ปีที่ไม่น่าเป็นไปได้", "a year that nobody could mean"),
    what=Text(
        f"วันที่หรือปีอยู่ห่างจากปีงบประมาณเกิน {FAR} ปี เช่น 2655 หรือ 2556 ในปี 2565 หรือคะแนนเป็นของปีที่ยังมาไม่ถึง",
        f"a date or a year is more than {FAR} years away from the fiscal year, such as 2655 or 2556 in"
        f" 2565, or scores"
        " are of a year to come",
    ),
    why=Text(
        "ตัวเลขสลับที่หรือพิมพ์เกินทำให้ข้อมูลดูเป็นของยุคอื่น ผู้ประเมินอาจนับว่าไม่ใช่ข้อมูลของปีนี้",
        "digits that changed places make the information look like another age's: an assessor may not count"
        " it",
    ),
    mend=Text("แก้ปีให้ตรงกับที่ตั้งใจ", "write the year that is meant"),
    message=Text(
        "{value} อยู่ห่างจากปีงบประมาณ {year} มากจนไม่น่าเป็นไปได้ — ตรวจตัวเลขของปีว่าสลับที่หรือพิมพ์ผิดหรือไม่",
        "{value} is too far from fiscal year {year} to be meant — look whether digits of the year changed"
        " places",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\nperiod: 3 ต.ค. 2556 - 10 ต.ค. 2565\n---\n"},
        good={"2566/o1.md": "---\nreported: done\nperiod: 3 ต.ค. 2565 - 10 ต.ค. 2565\n---\n"},
    ),
    check=check,
)
