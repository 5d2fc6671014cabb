"""Charts of horizontal bars, as numbers for a drawing.

Widths are in per cent of the drawing and heights in pixels, so that the text keeps its size on a phone and on
paper. What a bar is stands beside it in words: neither colour nor length carries it alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Style = Literal["full", "hatch", "line"]
STYLES: Final[tuple[Style, ...]] = ("full", "hatch", "line")

MOST_ROWS: Final = 12
_LONGEST: Final = Decimal(52)
"""Per cent of the width for the largest value: the rest is for its words."""
_SHORTEST: Final = Decimal("0.5")
_LABEL: Final = 20
_BAR: Final = 16
_STEP: Final = 22
_GAP: Final = 14
_LABEL_LETTERS: Final = 32


@dataclass(frozen=True, slots=True)
class Value:
    """A value to draw and its words; None is drawn as nothing."""

    amount: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a row of the chart is about, and its values in the order of the series."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar: its place, its width in per cent (empty for none), its style and the words at its end."""

    y: int
    width: str
    style: Style
    text: str
    text_y: int


@dataclass(frozen=True, slots=True)
class LineView:
    """A row of the chart."""

    label: str
    y: int
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with everything that its drawing says; ``legend`` is empty where there is one series."""

    id: str
    title: str
    text: str
    height: int
    bar: int
    legend: tuple[tuple[Style, str], ...]
    lines: tuple[LineView, ...]


def chart(id_: str, title: str, text: str, series: Sequence[str], lines: Sequence[Line]) -> ChartView | None:
    """The chart of ``lines``; None where there is nothing above zero to draw."""
    largest = max((value.amount for line in lines for value in line.values if value.amount), default=None)
    if not largest or largest < 0:
        return None
    views = []
    top = 0
    for line in lines:
        bars = tuple(
            BarView(
                y=top + _LABEL + 4 + number * _STEP,
                width=_width(value.amount, largest),
                style=STYLES[number],
                text=value.text,
                text_y=top + _LABEL + 4 + number * _STEP + _BAR - 3,
            )
            for number, value in enumerate(line.values)
        )
        views.append(LineView(_short(line.label), top + _LABEL - 4, bars))
        top += _LABEL + len(line.values) * _STEP + _GAP
    legend = tuple(zip(STYLES, series, strict=False)) if len(series) > 1 else ()
    return ChartView(id_, title, text, top - _GAP + 6, _BAR, legend, tuple(views))


def _width(amount: Decimal | None, largest: Decimal) -> str:
    if not amount or amount < 0:
        return ""
    return f"{max(amount * _LONGEST / largest, _SHORTEST):.2f}"


def _short(label: str) -> str:
    """A label that has room on a phone: letters on the line are counted, marks over them are not."""
    letters = 0
    for at, letter in enumerate(label):
        letters += not _is_mark(letter)
        if letters > _LABEL_LETTERS:
            return f"{label[:at].rstrip()}…"
    return label


def _is_mark(letter: str) -> bool:
    return letter == "\u0e31" or "\u0e34" <= letter <= "\u0e3a" or "\u0e47" <= letter <= "\u0e4e"
