"""QR codes as drawings that stand in a page."""

from functools import cache
from typing import Final

import segno
from markupsafe import Markup
from segno.encoder import DataOverflowError

_QUIET_ZONE: Final = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


@cache
def qr_code(address: str, title: str) -> Markup | None:
    """The QR code of an address as SVG with its name; None where the address is too long for one.

    Dark on white whatever the page's colours: readers need that.
    """
    try:
        code = segno.make_qr(address, error="m")
    except (DataOverflowError, ValueError):
        return None
    size = code.symbol_size(border=_QUIET_ZONE)[0]
    lines = " ".join(
        f"M{left + _QUIET_ZONE} {top + _QUIET_ZONE}h{length}v1h-{length}z"
        for top, row in enumerate(code.matrix)
        for left, length in _runs(row)
    )
    return Markup(
        '<svg class="pr-qr__code" viewBox="0 0 {size} {size}" width="{shown}" height="{shown}" role="img" '
        'shape-rendering="crispEdges"><title>{title}</title><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        '<path fill="#000" d="{lines}"/></svg>'
    ).format(size=size, shown=size * 4, title=title, lines=lines)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Where dark modules begin in a row, and how many stand together."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
