"""An item as the texts of its cells."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from prongsai.model.disclosure import Disclosure, Evidence
from prongsai.model.fields import Period, Result
from prongsai.model.framework import Item
from prongsai.model.site import Entry
from prongsai.report.editing.columns import REPORTED, STATES, fields_of
from prongsai.thai import dates
from prongsai.thai.digits import to_arabic

Cells = dict[str, str]
"""Texts by field."""

_SHOWN, _MISSING = "☑", "☐"


def item_cells(disclosure: Disclosure | None, item: Item) -> Cells:
    """The row of an item; lists have a line for each entry."""
    if disclosure is None:
        return dict.fromkeys(fields_of("items"), "")
    periods = ((disclosure.period,) if disclosure.period else ()) + disclosure.periods
    return {
        "reported": REPORTED[disclosure.reported] if disclosure.reported else "",
        "updated": _day(disclosure.updated),
        "responsible": "\n".join(disclosure.responsible),
        "periods": "\n".join(map(period_text, periods)),
        "breadcrumbs": "\n".join(map(way_text, disclosure.breadcrumbs)),
        "method": "\n".join(disclosure.method),
        "nil": "\n".join(_nil_lines(disclosure, item)),
        "documents": "\n".join(disclosure.documents),
        "body": disclosure.body,
    }


def _nil_lines(disclosure: Disclosure, item: Item) -> Iterable[str]:
    for number, element in enumerate(item.elements, 1):
        proof = disclosure.elements.get(element.id)
        if proof and proof.none:
            yield f"{number}: {proof.none}"


def evidence_cells(disclosure: Disclosure | None, item: Item) -> tuple[Cells, ...]:
    """The rows of an item's evidence."""
    if disclosure is None:
        return ()
    return tuple(
        _evidence(evidence, shown_by(disclosure, item, number))
        for number, evidence in enumerate(disclosure.evidence, 1)
    )


def _evidence(evidence: Evidence, shows: Sequence[int]) -> Cells:
    return {
        "name": evidence.title,
        "address": evidence.url or evidence.file or "",
        "way": "" if evidence.way is None else str(evidence.way),
        "shows": ", ".join(map(str, shows)),
        "years": ", ".join(map(str, evidence.fiscal_years)),
    }


def shown_by(disclosure: Disclosure, item: Item, number: int) -> tuple[int, ...]:
    """The numbers, from 1, of the elements that the piece of evidence ``number`` shows."""
    return tuple(
        place
        for place, element in enumerate(item.elements, 1)
        if (proof := disclosure.elements.get(element.id)) and number in proof.evidence
    )


def result_cells(disclosure: Disclosure | None) -> tuple[Cells, ...]:
    """The rows of an item's results."""
    return tuple(map(_result, disclosure.results)) if disclosure else ()


def _result(result: Result) -> Cells:
    return {
        "text": result.text,
        "date": _day(result.date),
        "state": STATES[result.state] if result.state else "",
        "by": result.by or "",
    }


def _day(day: dates.PartialDate | None) -> str:
    return dates.format_date(day, style="short") if day else ""


def period_text(period: Period) -> str:
    """A period as somebody wrote it, else by its dates."""
    return period.text or dates.format_period(dates.Period(period.start, period.end), style="short")


def way_text(way: Iterable[str]) -> str:
    """A way through menus on one line."""
    return " > ".join(way)


def asks_text(entry: Entry) -> str:
    """What an item must show, numbered, each with whether something is tied to it."""
    lines = []
    for number, element in enumerate(entry.item.elements, 1):
        proof = entry.proof(element)
        sign = _SHOWN if proof.evidence or proof.none else _MISSING
        names = f" ({', '.join(element.at_least)})" if element.at_least else ""
        lines.append(f"{sign} {number}. {element.text}{names}")
    return "\n".join(lines) or (entry.item.asks or "")


def folded(text: str) -> str:
    """A cell's text for comparing: digits in one script, white space folded line by line, no empty lines."""
    lines = (" ".join(line.split()) for line in to_arabic(text).split("\n"))
    return "\n".join(line for line in lines if line)


def fingerprint(rows: Iterable[Sequence[str]]) -> str:
    """The hidden sheet's own sum: whether its rows came back as they went out."""
    kept = json.dumps([[folded(cell) for cell in row] for row in rows], ensure_ascii=False)
    return hashlib.sha256(kept.encode("utf-8", "replace")).hexdigest()
