"""What was bought: by month and by method."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from types import SimpleNamespace

from prongsai.errors import Lang
from prongsai.model.tables.read import Row, TypedTable
from prongsai.pages.typed.charts import Line, Value, chart
from prongsai.pages.typed.drawn import Drawn, added, in_words, label_of, largest, month_name, no_chart, value
from prongsai.pages.typed.figures import baht, exact
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView
from prongsai.pages.typed.tables import MOST_ROWS
from prongsai.thai.dates import PartialDate

Part = tuple[str, TypedTable]
"""A table with the id of its section."""


@dataclass(frozen=True)
class _Month:
    """What was bought in a month; ``address`` is where its rows stand on the page, if they do."""

    month: PartialDate
    count: int
    baht: Decimal
    address: str | None


def bought(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """Purchases by month: their number and what was agreed to pay."""
    return overview(id_, [(id_, typed)], w, lang)


def rows_alone(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """The rows of a table that an overview of several draws: under their months, without a chart."""
    return Drawn(group=_heading(id_, _by_month([(id_, typed)]), w, lang))


def is_series(tables: Sequence[TypedTable]) -> bool:
    """Whether several tables are parts of one series: each has months, and none has a month of another."""
    months = [{month for row in typed.data for month in row.months} for typed in tables]
    return len(tables) > 1 and all(months) and len(set().union(*months)) == sum(map(len, months))


def overview(id_: str, parts: Sequence[Part], w: SimpleNamespace, lang: Lang) -> Drawn:
    """Purchases by month, of one table or of several that are parts of one series."""
    months = _by_month(parts)
    purchases = [(typed, row) for _, typed in parts for row in typed.data if row.sort == "data"]
    prices = [typed.figure(row, "price") for typed, row in purchases]
    total = added(prices)
    write = partial(baht, w=w)
    lines = [
        Line(_named(one, w, lang), (Value(one.baht, write(one.baht) if one.count else ""),)) for one in months
    ]
    plain = [Line(month_name(one.month, lang), (Value(one.baht, ""),)) for one in months]
    drawn = chart(f"{id_}-chart", w.chart_bought, in_words(plain, write, w), (), lines) if total else None
    notes: list[str] = []
    if purchases and not drawn:
        notes += no_chart(parts[0][1], ("month", "price"), w)
    unpriced = sum(price is None for price in prices)
    if unpriced and total is not None:
        notes.append(w.note_unpriced.format(count=f"{unpriced:,}"))
    unplaced = sum(row.month is None for _, row in purchases)
    if unplaced and drawn:
        notes.append(w.note_no_month.format(count=f"{unplaced:,}"))
    lead = None
    if total:
        lead = w.lead_bought.format(count=f"{len(purchases):,}", baht=w.baht.format(amount=exact(total)))
    return Drawn(
        lead,
        (drawn,) if drawn else (),
        _summary(months, w, lang) if months else None,
        tuple(notes),
        _heading(id_, months, w, lang) if months else None,
        jump=_jump(months, lang),
    )


def _jump(months: Sequence[_Month], lang: Lang) -> tuple[tuple[str, str], ...]:
    """The way to each month's rows, where there are several to choose from."""
    found = tuple((month_name(one.month, lang), one.address) for one in months if one.address)
    return found if len(found) > 1 else ()


def _named(one: _Month, w: SimpleNamespace, lang: Lang) -> str:
    count = w.items.format(count=one.count) if one.count else w.nothing_bought
    return f"{month_name(one.month, lang)} · {count}"


def _by_month(parts: Sequence[Part]) -> list[_Month]:
    """The months in order; those that a statement covers have no purchases."""
    counts: dict[PartialDate, int] = {}
    sums: dict[PartialDate, Decimal] = {}
    addresses: dict[PartialDate, str] = {}
    for id_, typed in parts:
        for row in typed.data:
            for month in row.months if row.sort == "nil" else [row.month] if row.month else []:
                counts[month] = counts.get(month, 0) + (row.sort == "data")
                sums[month] = sums.get(month, Decimal(0)) + (typed.figure(row, "price") or 0)
        shown = [row for row in typed.rows if row.sort != "heading"][:MOST_ROWS]
        for row in shown:
            place = _place(row)
            if place and row.sort != "total":
                addresses[place] = f"#{_anchor(id_, place)}"
    return [_Month(month, counts[month], sums[month], addresses.get(month)) for month in sorted(counts)]


def _place(row: Row) -> PartialDate | None:
    """The month under which a row stands: its first."""
    return row.months[0] if row.months else None


def _anchor(id_: str, month: PartialDate) -> str:
    return f"{id_}-{month.iso()}"


def _heading(
    id_: str, months: list[_Month], w: SimpleNamespace, lang: Lang
) -> Callable[[Row], tuple[str, str] | None]:
    """Rows stand under their month, with its number and its sum."""
    headings = {
        one.month: (
            w.month_heading.format(
                month=month_name(one.month, lang), count=one.count, baht=w.baht.format(amount=exact(one.baht))
            )
            if one.count
            else month_name(one.month, lang),
            _anchor(id_, one.month),
        )
        for one in months
    }

    def heading(row: Row) -> tuple[str, str] | None:
        if row.sort == "total":
            return w.total, f"{id_}-total"
        month = _place(row)
        other = (w.no_month, f"{id_}-other")
        return headings.get(month, other) if month else other

    return heading


def _summary(months: list[_Month], w: SimpleNamespace, lang: Lang) -> TableView:
    headers = (HeadView(w.month), HeadView(w.count_items, number=True), HeadView(w.agreed, number=True))

    def row(first: CellView, count: int, amount: Decimal, *, total: bool = False) -> RowView:
        cells = (
            first,
            CellView(f"{count:,}", w.count_items, number=True),
            CellView(exact(amount) if count else w.nothing, w.agreed, number=True),
        )
        return RowView(cells, total=total)

    rows = [
        row(
            CellView(month_name(one.month, lang), w.month, address=one.address, month=True),
            one.count,
            one.baht,
        )
        for one in months
    ]
    if len(months) > 1:
        count, amount = sum(one.count for one in months), added(one.baht for one in months) or Decimal(0)
        rows.append(row(CellView(w.total, w.month), count, amount, total=True))
    return TableView(w.by_month, headers, (GroupView(tuple(rows)),))


def by_method(id_: str, typed: TypedTable, w: SimpleNamespace, lang: Lang) -> Drawn:
    """A year's purchases by method."""
    write = partial(baht, w=w)
    lines = [
        Line(
            label_of(typed, row)
            + (f" · {w.items.format(count=exact(count))}" if (count := typed.figure(row, "count")) else ""),
            (value(typed.figure(row, "price"), write),),
        )
        for row in typed.data
    ]
    kept, notes = largest(lines, w)
    drawn = chart(f"{id_}-chart", w.chart_methods, in_words(lines, write, w), (), kept)
    total = added(typed.figure(row, "price") for row in typed.data)
    count = added(typed.figure(row, "count") for row in typed.data)
    lead = None
    if total and count:
        lead = w.lead_bought.format(count=exact(count), baht=w.baht.format(amount=exact(total)))
    if not drawn:
        notes = no_chart(typed, ("price",), w)
    return Drawn(lead, (drawn,) if drawn else (), notes=notes)
