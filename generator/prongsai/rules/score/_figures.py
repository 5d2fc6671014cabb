"""A year's stated scores as the score rules look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.model.arithmetic import (
    INSTRUMENTS,
    Computed,
    assessed_framework,
    compute,
    mean,
    members,
    overall_of,
)
from prongsai.model.fields import Instrument
from prongsai.model.framework import Framework
from prongsai.model.site import Year
from prongsai.model.year import IndicatorScore, Mention, Scores
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence
from prongsai.rules.score._indicators import Names, names_of

LISTS = ("strengths", "weaknesses", "highest", "lowest")
_TWO = 2


@dataclass(frozen=True)
class Misprint:
    """An indicator's figure that the rest of the report contradicts, and what the rest says."""

    instrument: Instrument
    place: int
    meant: Decimal


@dataclass(frozen=True)
class Figures:
    """The scores of one year beside the framework of the year that was assessed.

    ``own``: that framework is the assessed year's, not one that stands for it.
    """

    year: Year
    source: str
    scores: Scores
    framework: Framework
    own: bool

    @cached_property
    def names(self) -> Names:
        """The framework's indicators."""
        return names_of(self.framework)

    @cached_property
    def computed(self) -> Computed:
        """What follows from the indicators' stated scores."""
        return compute(self.scores, self.framework)

    @property
    def confidence(self) -> Confidence:
        """High, unless another year's framework stands for the assessed one's."""
        return "high" if self.own else "low"

    @cached_property
    def values(self) -> dict[str, Decimal | None]:
        """The instruments' stated scores; None for one that is not stated."""
        stated = self.scores.instruments
        return {key: stated[key].stated if key in stated else None for key in INSTRUMENTS}

    def follows(self, stated: Decimal, value: Decimal, parts: Iterable[Decimal]) -> bool:
        """Whether ``stated`` is ``value``, made of ``parts``, but for the rounding of it and of the parts."""
        return abs(stated - value) <= _half(max(_decimals(stated), self._places)) + _half(_most(parts))

    @cached_property
    def _places(self) -> int:
        """2 where the report prints two decimals anywhere (82.5 is then a short 82.50), or else fewer."""
        stated = [each.stated for each in self.scores.indicators]
        stated += [each.stated for each in (self.scores.overall, *self.scores.instruments.values())]
        return _most(value for value in stated if value is not None)

    def of(self, instrument: Instrument) -> tuple[Decimal, ...]:
        """The stated figures of an instrument's indicators."""
        rows = self.scores.indicators
        places = members(instrument, rows, self.framework) or ()
        return tuple(value for place in places if (value := rows[place].stated) is not None)

    @cached_property
    def rows(self) -> tuple[tuple[int, IndicatorScore, Decimal], ...]:
        """The indicators that have a figure: their place, themselves, the figure without misprints."""
        meant = {each.place: each.meant for each in self.misprints}
        return tuple(
            (place, row, meant.get(place, row.stated))
            for place, row in enumerate(self.scores.indicators)
            if row.stated is not None
        )

    @cached_property
    def doubtful(self) -> frozenset[Instrument]:
        """Instruments with a wrong figure among their indicators, nobody knows which.

        Their score is not the mean, but the overall score bears it out.
        """
        overall, value = self.scores.overall.stated, overall_of(self.values, self.framework)
        stated = [part for part in self.values.values() if part is not None]
        if overall is None or value is None or not self.follows(overall, value, stated):
            return frozenset()
        known = {found.instrument for found in self.misprints}
        return frozenset(key for key in INSTRUMENTS if key not in known and self.off_mean(key))

    def off_mean(self, instrument: Instrument) -> bool:
        """Whether an instrument's stated score is not the mean of its indicators, both being known."""
        stated, value = self.values[instrument], self.computed.instruments[instrument]
        return (
            stated is not None and value is not None and not self.follows(stated, value, self.of(instrument))
        )

    @cached_property
    def ranked(self) -> tuple[tuple[int, IndicatorScore, Decimal], ...]:
        """The rows whose figures can be compared with each other."""
        return tuple(row for row in self.rows if self.instrument_of(row[1]) not in self.doubtful)

    def instrument_of(self, row: IndicatorScore) -> Instrument | None:
        """The instrument of a row, as stated or by its number."""
        return row.instrument or self.names.instruments.get(str(row.number))

    def means(self, row: IndicatorScore, mention: Mention) -> bool:
        """Whether a mention speaks of the row, by its number or by its name."""
        if mention.number and mention.number == row.number:
            return True
        number = self.names.match(mention.name)
        return number is not None and number in (row.number, self.names.match(row.name))

    @cached_property
    def misprints(self) -> tuple[Misprint, ...]:
        """Indicators' figures that a mention gives otherwise, where the instrument's score bears it out."""
        return tuple(found for instrument in INSTRUMENTS for found in self._misprint(instrument))

    def _misprint(self, instrument: Instrument) -> Iterator[Misprint]:
        stated = self.values[instrument]
        if stated is None or not self.off_mean(instrument):
            return
        rows = self.scores.indicators
        places = members(instrument, rows, self.framework) or ()
        printed = {place: value for place in places if (value := rows[place].stated) is not None}
        for place in places:
            for mention in self.mentions:
                if mention.stated in (None, printed[place]) or not self.means(rows[place], mention):
                    continue
                others = list((printed | {place: mention.stated}).values())
                value = mean(others)
                if value is not None and self.follows(stated, value, others):
                    yield Misprint(instrument, place, mention.stated)
                    return

    @property
    def mentions(self) -> Iterator[Mention]:
        """Every mention of the analysis."""
        return (mention for key in LISTS for mention in getattr(self.scores.analysis, key))


def figures(context: Context) -> Iterator[Figures]:
    """The years with scores whose framework is known, or stands in for an unknown one."""
    for year in context.site.years:
        scores = year.settings.scores
        framework = assessed_framework(context.site, year) if scores else None
        if scores is None or framework is None:
            continue
        assessed = scores.assessed_year or year.fiscal_year
        yield Figures(year, context.year_source(year), scores, framework, framework.fiscal_year == assessed)


def plain(value: Decimal) -> str:
    """A score for a message: at most four decimals, at least two where it has any."""
    rounded = round(value, 4)
    text = f"{rounded:f}"
    if "." not in text:
        return text
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(_TWO, '0')}"


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _most(values: Iterable[Decimal]) -> int:
    """The decimals that the values are printed with: at most two, and none of no values."""
    return min(_TWO, max(map(_decimals, values), default=0))


def _half(places: int) -> Decimal:
    """Half a unit of the last of ``places`` decimals."""
    return Decimal((0, (5,), -places - 1))
