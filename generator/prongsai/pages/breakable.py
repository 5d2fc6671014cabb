"""Words that are too long for a cell of a table, with places at which a line may break."""

import re

from markupsafe import Markup, escape

_LONG = re.compile(r"[!-~]{16,}")
_PART = re.compile(r"[^/?&=._,;:-]{1,8}[/?&=._,;:-]*|[/?&=._,;:-]+")


def breakable(text: str) -> Markup:
    """``text`` escaped, with ``<wbr>`` every few letters of each word of 16 or more without Thai.

    A table is as wide as its longest words; an address in a cell would push it out of the page. What somebody
    copies stays as it was. Never fails.
    """
    found, end = [], 0
    for match in _LONG.finditer(text):
        before = text[end : match.start()]
        parts = [""] if before and not before[-1].isspace() else []
        found += [escape(before), Markup("<wbr>").join([*parts, *_PART.findall(match[0])])]
        end = match.end()
    return Markup("").join([*found, escape(text[end:])])
