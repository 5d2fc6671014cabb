"""Hits made of faults."""

from prongsai.errors import Text
from prongsai.model.site import Entry
from prongsai.rules.context import Context
from prongsai.rules.rule import Hit
from prongsai.rules.year._evidence import Fault
from prongsai.rules.year._spans import Span
from prongsai.source.problems import quoted
from prongsai.thai.dates import PartialDate, format_date

NO_ASK = Text("", "")


def evidence_hit(context: Context, entry: Entry, fault: Fault) -> Hit:
    """The hit of a piece of evidence."""
    values = {
        "item": entry.code,
        "value": quoted(fault.said),
        "years": in_words(fault.years),
        "asked": fault.ask.text if fault.ask else NO_ASK,
        "year": entry.fiscal_year,
    }
    return Hit(
        context.item_source(entry),
        fault.loc,
        fault.find,
        values=values,
        fiscal_year=entry.fiscal_year,
        item=entry.code,
        severity=fault.severity,
        confidence=fault.confidence,
    )


def span_hit(span: Span, end: str, **values: object) -> Hit:
    """The hit of a stretch of time, at its start or end."""
    return Hit(
        span.source,
        (*span.loc, end),
        values={"value": quoted(span.text), "year": span.fiscal_year, **values},
        fiscal_year=span.fiscal_year,
        item=span.item,
    )


def in_words(years: tuple[int, ...]) -> str:
    """Years as people write them: 2565, 2566; or 2561-2565."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}-{years[-1]}"
    return ", ".join(map(str, years))


def day_text(day: PartialDate) -> Text:
    """A date in both languages."""
    return Text(format_date(day, style="short"), format_date(day, lang="en", style="short"))
