"""Charts of horizontal bars, as numbers for a drawing.

Widths are in per cent of the room for the bars; how much that is, the words beside them decide, whatever size
and spacing a reader gives them. What a bar is stands beside it in words: neither colour nor length carries it
alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from prongsai.thai.text import line_width

Style = Literal["full", "hatch", "line"]
STYLES: Final[tuple[Style, ...]] = ("full", "hatch", "line")

MOST_ROWS: Final = 12
_LONGEST: Final = Decimal(99)
"""Per cent of the room for the largest value: the rest is for the line around it."""
_SHORTEST: Final = Decimal(1)
_LABEL_LETTERS: Final = 80


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
    """A bar: its width in per cent (empty for none), its style and the words beside it."""

    width: str
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A row of the chart."""

    label: str
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with everything that its drawing says; ``legend`` is empty where there is one series."""

    id: str
    title: str
    text: str
    legend: tuple[tuple[Style, str], ...]
    lines: tuple[LineView, ...]

    @property
    def widest(self) -> str:
        """The words of a value that take most room, which every bar leaves to them."""
        return max((bar.text for line in self.lines for bar in line.bars), key=line_width, default="")


def chart(id_: str, title: str, text: str, series: Sequence[str], lines: Sequence[Line]) -> ChartView | None:
    """The chart of ``lines``; None where there is nothing above zero to draw."""
    largest = max((value.amount for line in lines for value in line.values if value.amount), default=None)
    if not largest or largest < 0:
        return None
    views = tuple(
        LineView(
            _short(line.label),
            tuple(
                BarView(_width(value.amount, largest), style, value.text)
                for style, value in zip(STYLES, line.values, strict=False)
            ),
        )
        for line in lines
    )
    legend = tuple(zip(STYLES, series, strict=False)) if len(series) > 1 else ()
    return ChartView(id_, title, text, legend, views)


def _width(amount: Decimal | None, largest: Decimal) -> str:
    if not amount or amount < 0:
        return ""
    return f"{max(amount * _LONGEST / largest, _SHORTEST):.2f}"


def _short(label: str) -> str:
    """A label of two lines or three on a phone: letters on the line are counted, marks over them are not."""
    letters = 0
    for at, letter in enumerate(label):
        letters += line_width(letter)
        if letters > _LABEL_LETTERS:
            return f"{label[:at].rstrip()}…"
    return label
