"""What is drawn of a table: a sentence, charts, sums; and helpers that the kinds of tables share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace

from prongsai.errors import Lang
from prongsai.model.tables.read import Row, TypedTable
from prongsai.pages.typed.charts import MOST_ROWS, ChartView, Line, Value
from prongsai.pages.typed.table_views import TableView
from prongsai.pages.typed.texts import tidy
from prongsai.thai.dates import PartialDate, format_date

Write = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Lull:
    """Rows of months one after another without any case, and the line that tells of all of them."""

    rows: tuple[Row, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a kind of table makes of its figures.

    ``group`` gives the heading under which a row stands, ``jump`` leads to months by name and address, and
    ``lulls`` are the rows that are told in one line.
    """

    lead: str | None = None
    charts: tuple[ChartView, ...] = ()
    summary: TableView | None = None
    notes: tuple[str, ...] = ()
    group: Callable[[Row], tuple[str, str] | None] | None = None
    jump: tuple[tuple[str, str], ...] = ()
    lulls: tuple[Lull, ...] = ()


def month_name(month: PartialDate, lang: Lang) -> str:
    """``ต.ค. 2565``."""
    return format_date(month, lang=lang, style="short")


def span_name(months: Sequence[PartialDate], lang: Lang) -> str:
    """A month, or the first and the last of several."""
    return " – ".join(dict.fromkeys((month_name(months[0], lang), month_name(months[-1], lang))))


def added(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are given; None where none is."""
    given = [amount for amount in amounts if amount is not None]
    return sum(given, Decimal(0)) if given else None


def label_of(typed: TypedTable, row: Row) -> str:
    """What names a row."""
    return tidy(row.cells[typed.labels]) if typed.labels is not None else ""


def value(amount: Decimal | None, write: Write, name: str = "") -> Value:
    """An amount to draw with its words, the series' name first; nothing where there is no amount."""
    if amount is None:
        return Value(None, "")
    return Value(amount, f"{name} {write(amount)}".strip())


def largest(lines: Sequence[Line], w: SimpleNamespace) -> tuple[list[Line], tuple[str, ...]]:
    """As many lines as a chart has room for, those with the largest first values; a note where not all."""
    if len(lines) <= MOST_ROWS:
        return list(lines), ()
    kept = sorted(lines, key=lambda line: -(line.values[0].amount or 0))[:MOST_ROWS]
    note = w.note_most.format(count=MOST_ROWS, all=f"{len(lines):,}")
    return kept, (note,)


def in_words(lines: Sequence[Line], write: Write, w: SimpleNamespace) -> str:
    """What a chart shows in a sentence: the sum of its first series and where it is largest."""
    amounts = [(line.values[0].amount or Decimal(0), line.label) for line in lines]
    if not amounts:
        return ""
    most, label = max(amounts, key=lambda pair: pair[0])
    total = sum((amount for amount, _ in amounts), Decimal(0))
    return str(w.chart_sum.format(total=write(total), label=label, value=write(most)))


def no_chart(typed: TypedTable, names: Sequence[str], w: SimpleNamespace) -> tuple[str, ...]:
    """The note that there is no chart for want of columns."""
    columns = " ".join(typed.shape.by_id[name].wordings[0] for name in names)
    return (w.note_no_chart.format(columns=columns),)
