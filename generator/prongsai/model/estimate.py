"""An estimate of what an assessment would give for public disclosure (OIT)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.framework import Framework
from prongsai.model.site import Shown


@dataclass(frozen=True)
class Gain:
    """An item that does not count yet, why, and by how much OIT and the overall score would rise if it did.

    ``rules`` are the codes of the findings that keep it from counting; ``overall`` is None where the
    framework's weights are not known.
    """

    item: str
    title: str
    shown: Shown
    rules: tuple[str, ...]
    oit: Decimal
    overall: Decimal | None


@dataclass(frozen=True)
class Estimate:
    """Unrounded scores of a year as they follow from what is shown and found: no assessor has seen it.

    ``oit_if_some`` also counts items for which only some is shown. What is wholly not applicable has None.
    ``counted`` of ``considered`` items count; those not applicable are not considered. ``gains`` begin with
    the greatest.
    """

    fiscal_year: int
    framework: Framework
    oit: Decimal | None
    oit_if_some: Decimal | None
    indicators: Mapping[str, Decimal | None]
    sub_indicators: Mapping[str, Decimal | None]
    gains: tuple[Gain, ...]
    counted: int
    considered: int
