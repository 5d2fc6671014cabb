"""Counts: people served, at the counter and online, and complaints."""

import re
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Final, Literal

from prongsai.errors import Lang
from prongsai.model.tables.read import Row, TypedTable
from prongsai.pages.typed.charts import ChartView, Line, Value, chart
from prongsai.pages.typed.drawn import Drawn, added, in_words, label_of, largest, no_chart, span_name, value
from prongsai.pages.typed.figures import exact
from prongsai.pages.typed.lulls import lulls
from prongsai.pages.typed.texts import tidy
from prongsai.thai.dates import PartialDate

Channel = Literal["counter", "online", "any"]
_CHANNELS: Final[tuple[Channel, ...]] = ("counter", "online", "any")
_Span = tuple[PartialDate, ...]
_Point = tuple[_Span, str, Channel, Decimal]


def people(amount: Decimal, w: SimpleNamespace) -> str:
    """``172 ราย``."""
    return str(w.people.format(count=exact(amount)))


def services(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """People served by month, at the counter and online where the table tells them apart, and by service."""
    points = [point for row in typed.data for point in _points(typed, row)]
    write = partial(people, w=w)
    channels = [each for each in _CHANNELS if any(point[2] == each for point in points)]
    split = {"counter", "online"} <= set(channels)
    charts = [_by_month(f"{id_}-chart", points, split, w, lang), _by_service(f"{id_}-services", points, w)]
    found = tuple(one for one in charts if one)
    total = added(amount for *_, amount in points)
    lead = None
    if total and split:
        sums = {
            each: write(added(amount for *_, channel, amount in points if channel == each) or Decimal(0))
            for each in _CHANNELS
        }
        lead = w.lead_channels.format(count=write(total), counter=sums["counter"], online=sums["online"])
    elif total:
        lead = w.lead_served.format(count=write(total))
    return Drawn(lead, found, notes=() if found or not typed.data else no_chart(typed, ("month", "count"), w))


def _points(typed: TypedTable, row: Row) -> list[_Point]:
    """The figures of a row: each with its month, its service and its channel. Sums of others are left out."""
    header = typed.header
    service, channel = typed.text(row, "service"), typed.text(row, "channel")
    if header.months:
        return [
            (months, service, _channel(typed, channel, service), row.figures[cell])
            for cell, months in header.months.items()
            if cell in row.figures
        ]
    own = [cell for cell in typed.series if cell in row.figures]
    if own:
        return [
            (
                row.months,
                _service(typed, header.cells[cell]),
                _channel(typed, header.cells[cell]),
                row.figures[cell],
            )
            for cell in own
        ]
    count = typed.figure(row, "count")
    if count is None:
        count = typed.figure(row, "total")
    return [] if count is None else [(row.months, service, _channel(typed, channel, service), count)]


def _channel(typed: TypedTable, *words: str) -> Channel:
    """By which channel people came, by the marks that the register knows."""
    for name in ("online", "counter"):
        marks = typed.shape.by_id[name].marks
        if marks and any(re.search(marks, word, re.IGNORECASE) for word in words):
            return "online" if name == "online" else "counter"
    return "any"


def _service(typed: TypedTable, header: str) -> str:
    """A column's service: its header without the unit, and without the channel at its start."""
    name = re.sub(r"[(\[（][^)\]）]*[)\]）]", "", header)
    for column in ("counter", "online"):
        for words in typed.shape.by_id[column].wordings:
            rest = name[len(words) :] if name.lower().startswith(words.lower()) else ""
            name = rest.strip(" :-–/") or name
    return tidy(name)


def _by_month(
    id_: str, points: list[_Point], split: bool, w: SimpleNamespace, lang: Lang
) -> ChartView | None:
    write = partial(people, w=w)
    months = sorted({span for span, *_ in points if span})
    if len(months) < 2:
        return None
    names = {"counter": w.counter, "online": w.online}

    def values(month: _Span) -> tuple[Value, ...]:
        if not split:
            return (value(added(amount for one, *_, amount in points if one == month), write),)
        return tuple(
            value(
                added(amount for one, _, channel, amount in points if one == month and channel == each),
                exact,
                name,
            )
            for each, name in names.items()
        )

    lines = [Line(span_name(month, lang), values(month)) for month in months]
    text = in_words([Line(line.label, line.values) for line in lines], write, w)
    return chart(id_, w.chart_served, text, tuple(names.values()) if split else (), lines)


def _by_service(id_: str, points: list[_Point], w: SimpleNamespace) -> ChartView | None:
    write = partial(people, w=w)
    sums: dict[str, Decimal] = {}
    for _, service, _, amount in points:
        sums[service] = sums.get(service, Decimal(0)) + amount
    if len(sums) < 2:
        return None
    lines = [Line(service, (value(amount, write),)) for service, amount in sums.items()]
    kept, _ = largest(lines, w)
    return chart(id_, w.chart_services, in_words(lines, write, w), (), kept)


def complaints(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """Complaints received, closed and open."""
    names = {"received": w.received, "closed": w.closed, "open": w.open}
    present = {name: word for name, word in names.items() if name in typed.header.columns}
    quiet = lulls(typed, w, lang)
    told = {row.line for lull in quiet for row in lull.rows}
    lines = {
        row.line: Line(
            span_name(row.months, lang) if row.months else label_of(typed, row),
            tuple(value(_case(typed, row, name), exact, word) for name, word in present.items()),
        )
        for row in typed.data
        if row.line not in told
    }
    sums = {name: added(_case(typed, row, name) for row in typed.data) for name in present}

    def cases(amount: Decimal) -> str:
        return str(w.cases.format(count=exact(amount)))

    kept, notes = largest(list(lines.values()), w)
    if not notes:
        silent = {lull.rows[0].line: Line(lull.text, ()) for lull in quiet}
        kept = [line for _, line in sorted({**lines, **silent}.items())]
    text = in_words(list(lines.values()), cases, w)
    drawn = chart(f"{id_}-chart", w.chart_complaints, text, tuple(present.values()), kept)
    lead = None
    received, closed = sums.get("received"), sums.get("closed")
    if typed.data and not typed.unread and sums and not any(sums.values()):
        lead = w.lead_no_complaints
    elif received is not None and closed is not None:
        lead = w.lead_complaints.format(received=cases(received), closed=cases(closed))
        left = _left(typed)
        lead += f" {w.lead_open.format(open=cases(left))}" if left is not None else ""
    missing = "received" not in present
    return Drawn(
        lead,
        (drawn,) if drawn else (),
        notes=no_chart(typed, ("received",), w) if missing else notes,
        lulls=quiet,
    )


def _case(typed: TypedTable, row: Row, name: str) -> Decimal | None:
    """A count of a row; none where it says that there were no complaints."""
    given = typed.figure(row, name)
    return Decimal(0) if given is None and row.sort == "nil" else given


def _left(typed: TypedTable) -> Decimal | None:
    """How many are open: at the end of the last month, or in all where the rows are no months."""
    counts = [(row.months, _case(typed, row, "open")) for row in typed.data]
    last = max((months for months, count in counts if months and count is not None), default=())
    return added(count for months, count in counts if months == last or not last)
