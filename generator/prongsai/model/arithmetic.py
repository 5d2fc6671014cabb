"""Means and weights of scores, in decimals and never rounded.

An instrument's score is the mean of its indicators; the overall score weighs the instruments by the
framework. A part that is not wholly known gives None: no score is made up from the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Final

from prongsai.model.fields import Instrument
from prongsai.model.framework import Framework
from prongsai.model.site import Site, Year
from prongsai.model.year import IndicatorScore, Scores

INSTRUMENTS: Final[tuple[Instrument, ...]] = ("iit", "eit", "oit")
_EXACT: Final = Context(prec=60)


@dataclass(frozen=True)
class Computed:
    """Scores worked out from the indicators' stated ones; None where something needed is missing."""

    overall: Decimal | None = None
    instruments: dict[str, Decimal | None] = field(default_factory=lambda: dict.fromkeys(INSTRUMENTS))


def mean(values: Sequence[Decimal]) -> Decimal | None:
    """The unrounded mean; None of nothing."""
    return weigh([(value, Decimal(1)) for value in values])


def weigh(parts: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """The unrounded mean of values by their weights; None when nothing weighs anything."""
    sum_of_weights = sum_of_values = Decimal(0)
    for value, weight in parts:
        sum_of_weights = _EXACT.add(sum_of_weights, weight)
        sum_of_values = _EXACT.add(sum_of_values, _EXACT.multiply(value, weight))
    return _EXACT.divide(sum_of_values, sum_of_weights) if sum_of_weights else None


def compute(scores: Scores, framework: Framework | None) -> Computed:
    """The scores that follow from the indicators', by the framework of the year that was assessed.

    Without a framework nothing follows: neither the list of indicators nor the weights are known.
    """
    if framework is None:
        return Computed()
    instruments: dict[str, Decimal | None] = {
        instrument: _instrument(instrument, scores.indicators, framework) for instrument in INSTRUMENTS
    }
    return Computed(overall_of(instruments, framework), instruments)


def compute_years(site: Site) -> dict[int, Computed]:
    """The computed scores of every year, by the fiscal year of the report that gives them."""
    return {
        year.fiscal_year: compute(year.settings.scores, assessed_framework(site, year))
        if year.settings.scores
        else Computed()
        for year in site.years
    }


def assessed_framework(site: Site, year: Year) -> Framework | None:
    """The framework of the assessed year, of the same scheme; where unknown, that of the report's year."""
    scores = year.settings.scores
    assessed = scores.assessed_year if scores and scores.assessed_year else year.fiscal_year
    own = site.by_year[assessed].framework if assessed in site.by_year else None
    if own is not None:
        return own
    scheme = year.framework.scheme if year.framework else "nacc"
    return site.frameworks.get(f"{scheme}-{assessed}", year.framework)


def members(
    instrument: Instrument, indicators: Sequence[IndicatorScore], framework: Framework
) -> tuple[int, ...] | None:
    """Where an instrument's indicators stand among ``indicators``; None when some lack, or are too many."""
    expected = _expected(instrument, framework)
    own = [place for place, score in enumerate(indicators) if _belongs(score, instrument, expected)]
    complete = expected and sorted(str(indicators[place].number) for place in own) == sorted(expected)
    return tuple(own) if complete else None


def overall_of(instruments: Mapping[str, Decimal | None], framework: Framework) -> Decimal | None:
    """The instruments' scores by the framework's weights; None when a score or a weight lacks."""
    parts: list[tuple[Decimal, Decimal]] = []
    for instrument in INSTRUMENTS:
        value = instruments.get(instrument)
        weight = getattr(framework.weights, instrument) if framework.weights else None
        if value is None or weight is None:
            return None
        parts.append((value, Decimal(weight)))
    return weigh(parts)


def _expected(instrument: Instrument, framework: Framework) -> frozenset[str]:
    """The numbers of an instrument's indicators; empty where the framework does not list them."""
    if instrument == "oit":
        return frozenset(indicator.number for indicator in framework.indicators)
    survey = framework.instruments.get(instrument)
    return frozenset(indicator.number for indicator in survey.indicators) if survey else frozenset()


def _instrument(
    instrument: Instrument, indicators: Sequence[IndicatorScore], framework: Framework
) -> Decimal | None:
    own = members(instrument, indicators, framework)
    stated = [indicators[place].stated for place in own or ()]
    known = [value for value in stated if value is not None]
    return mean(known) if len(known) == len(stated) else None


def _belongs(score: IndicatorScore, instrument: Instrument, expected: frozenset[str]) -> bool:
    if score.instrument is None:
        return score.number in expected
    return score.instrument == instrument
