"""Money planned and spent: by project, by heading, by month, by purchase."""

from decimal import Decimal
from functools import partial
from types import SimpleNamespace

from prongsai.errors import Lang
from prongsai.model.tables.read import Row, TypedTable
from prongsai.pages.typed.charts import ChartView, Line, chart
from prongsai.pages.typed.drawn import (
    Drawn,
    added,
    in_words,
    label_of,
    largest,
    month_name,
    no_chart,
    span_name,
    value,
)
from prongsai.pages.typed.figures import baht, exact, percent


def purchases(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """The purchases of a plan by their budget."""
    return _planned(id_, typed, w, w.chart_purchases)


def projects(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """The projects of a plan by their budget."""
    return _planned(id_, typed, w, w.chart_projects)


def spending(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """Projects with what is planned and spent, and what was spent in each month where the table says so."""
    return _spent(id_, typed, w, lang, w.chart_spending)


def budget(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """Headings or months with what is planned and spent; a plan alone where nothing is said to be spent."""
    if any(_spent_of(typed, row) is not None for row in typed.data):
        return _spent(id_, typed, w, lang, w.chart_budget)
    return _planned(id_, typed, w, w.chart_planned)


def _planned(id_: str, typed: TypedTable, w: SimpleNamespace, title: str) -> Drawn:
    write = partial(baht, w=w)
    lines = [Line(label_of(typed, row), (value(typed.figure(row, "budget"), write),)) for row in typed.data]
    kept, notes = largest(lines, w)
    drawn = chart(f"{id_}-chart", title, in_words(lines, write, w), (), kept)
    plan = added(typed.figure(row, "budget") for row in typed.data)
    lead = None
    if plan:
        lead = w.lead_planned.format(plan=w.baht.format(amount=exact(plan)), count=f"{len(typed.data):,}")
    if not drawn:
        notes = no_chart(typed, ("budget",), w) if typed.data else ()
    return Drawn(lead, (drawn,) if drawn else (), notes=notes)


def _spent(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang, title: str) -> Drawn:
    write = partial(baht, w=w)
    by_month = "heading" not in typed.header.columns and "month" in typed.header.columns
    lines = [
        Line(
            month_name(row.month, lang) if by_month and row.month else label_of(typed, row),
            (
                value(typed.figure(row, "budget"), write, w.plan),
                value(_spent_of(typed, row), write, w.spent),
            ),
        )
        for row in typed.data
    ]
    kept, notes = largest(lines, w)
    drawn = chart(f"{id_}-chart", title, in_words(lines, write, w), (w.plan, w.spent), kept)
    charts = [one for one in (drawn, _months_across(f"{id_}-months", typed, w, lang)) if one]
    plan = added(typed.figure(row, "budget") for row in typed.data)
    spent = added(_spent_of(typed, row) for row in typed.data)
    lead = None
    if plan and spent is not None:
        lead = w.lead_spent.format(
            spent=w.baht.format(amount=exact(spent)),
            plan=w.baht.format(amount=exact(plan)),
            percent=percent(spent, plan),
        )
    if not charts:
        notes = no_chart(typed, ("budget", "spent"), w) if typed.data else ()
    return Drawn(lead, tuple(charts), notes=notes)


def _spent_of(typed: TypedTable, row: Row) -> Decimal | None:
    """What a row says was spent, or else the sum of its months."""
    given = typed.figure(row, "spent")
    return given if given is not None else added(row.figures.get(cell) for cell in typed.header.months)


def _months_across(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> ChartView | None:
    write = partial(baht, w=w)
    months = sorted((months, cell) for cell, months in typed.header.months.items())
    lines = [
        Line(span_name(span, lang), (value(added(row.figures.get(cell) for row in typed.data), write),))
        for span, cell in months
    ]
    return chart(id_, w.chart_months, in_words(lines, write, w), (), lines)
