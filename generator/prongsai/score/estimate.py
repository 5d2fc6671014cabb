"""Estimates OIT: an item counts 100 or 0, and everything above it is a mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from prongsai.model.arithmetic import mean, weigh
from prongsai.model.estimate import Estimate, Gain
from prongsai.model.finding import Finding
from prongsai.model.framework import Framework
from prongsai.model.site import Entry, Year

# To an assessor, evidence of another year or at an address that doesn't hold is no evidence.
_FAMILIES: Final = frozenset({"year", "address"})
_ALL, _NOTHING = Decimal(100), Decimal(0)


@dataclass(frozen=True)
class _Means:
    """Means of items, None where nothing is applicable."""

    oit: Decimal | None
    indicators: dict[str, Decimal | None]
    sub_indicators: dict[str, Decimal | None]


def estimate(year: Year, findings: Iterable[Finding]) -> Estimate | None:
    """What the year's items would score by what they show and by ``findings``; None without a framework."""
    if year.framework is None:
        return None
    against = _against(year, findings)
    entries = [entry for entry in year.entries if entry.reported != "not_applicable"]
    sound = {entry.code for entry in entries if entry.code not in against}
    full = {entry.code for entry in entries if entry.code in sound and entry.shown == "full"}
    shown = {entry.code for entry in entries if entry.code in sound and entry.shown != "none"}
    means = _means(year.framework, entries, full)
    return Estimate(
        fiscal_year=year.fiscal_year,
        framework=year.framework,
        oit=means.oit,
        oit_if_some=_means(year.framework, entries, shown).oit,
        indicators=means.indicators,
        sub_indicators=means.sub_indicators,
        gains=_gains(year.framework, entries, full, against),
        counted=len(full),
        considered=len(entries),
    )


def _against(year: Year, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """By item, the rules whose findings keep it from counting; silenced ones don't."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        counts = finding.family in _FAMILIES and finding.severity != "info" and finding.silenced is None
        if counts and finding.item is not None and finding.fiscal_year == year.fiscal_year:
            found.setdefault(finding.item, {})[finding.rule] = None
    return {item: tuple(rules) for item, rules in found.items()}


def _means(framework: Framework, entries: Sequence[Entry], counted: set[str]) -> _Means:
    values: dict[str, list[Decimal]] = {}
    for entry in entries:
        values.setdefault(entry.sub_indicator.number, []).append(_ALL if entry.code in counted else _NOTHING)
    subs = {sub.number: mean(values.get(sub.number, [])) for sub in framework.sub_indicators}
    indicators = {
        indicator.number: _mean_of_known(subs[sub.number] for sub in indicator.sub_indicators)
        for indicator in framework.indicators
    }
    return _Means(_mean_of_known(indicators.values()), indicators, subs)


def _mean_of_known(values: Iterable[Decimal | None]) -> Decimal | None:
    return mean([value for value in values if value is not None])


def _gains(
    framework: Framework, entries: Sequence[Entry], counted: set[str], against: Mapping[str, tuple[str, ...]]
) -> tuple[Gain, ...]:
    """The items that don't count, those first that would bring most."""
    order = {item.code: place for place, item in enumerate(framework.items)}
    gains = [
        Gain(
            entry.code,
            entry.item.title,
            entry.shown,
            against.get(entry.code, ()),
            oit,
            _overall(framework, oit),
        )
        for entry, oit in _shares(entries)
        if entry.code not in counted
    ]
    return tuple(sorted(gains, key=lambda gain: (-gain.oit, order[gain.item])))


def _shares(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Decimal]]:
    """Each item with what it brings to OIT: one of so many items, in so many subs, in so many indicators."""
    items: dict[str, int] = {}
    subs: dict[str, set[str]] = {}
    for entry in entries:
        sub, indicator = entry.sub_indicator.number, entry.indicator.number
        items[sub] = items.get(sub, 0) + 1
        subs.setdefault(indicator, set()).add(sub)
    for entry in entries:
        count = items[entry.sub_indicator.number] * len(subs[entry.indicator.number]) * len(subs)
        yield entry, weigh([(_ALL, Decimal(1)), (_NOTHING, Decimal(count - 1))]) or _NOTHING


def _overall(framework: Framework, oit: Decimal) -> Decimal | None:
    """What a gain in OIT brings to the overall score by the framework's weights."""
    weights = framework.weights
    if weights is None or weights.iit is None or weights.eit is None or weights.oit is None:
        return None
    return weigh([(oit, weights.oit), (_NOTHING, weights.iit + weights.eit)])
