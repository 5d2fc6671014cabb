"""The sheet that was filed with the assessors: which addresses a year gave them for each item."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

SHEET_FORMAT: Final = "prongsai/filed/1"


@dataclass(frozen=True, slots=True)
class FiledSheet:
    """What was filed: ``filed_at`` is an ISO moment, ``site`` where the site stood (None: it was not given).

    ``items`` hold the addresses of each item, by its code in the year's framework, in their order.
    """

    fiscal_year: int
    filed_at: str
    site: str | None
    items: Mapping[str, tuple[str, ...]]
