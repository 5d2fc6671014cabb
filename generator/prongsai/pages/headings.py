"""Headings whose compounds no line break splits, in HTML that is finished."""

import re

from prongsai.thai.compounds import pieces

_HEADING = re.compile(r"(<h([1-6])\b[^>]*>)(.*?)(</h\2>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")


def keep_whole(html: str) -> str:
    """``html`` with each compound in a heading's text put into an element that is never broken.

    The text stays as it was, so what somebody copies holds no invisible characters. Attributes are left
    alone. Doing it twice wraps nothing twice. Never fails.
    """
    return _HEADING.sub(lambda heading: heading[1] + _whole(heading[3]) + heading[4], html)


def _whole(inside: str) -> str:
    if 'class="pr-whole"' in inside:
        return inside
    parts = _TAG.split(inside)
    return "".join(part if index % 2 else _wrapped(part) for index, part in enumerate(parts))


def _wrapped(text: str) -> str:
    return "".join(
        f'<span class="pr-whole">{piece}</span>' if whole else piece for piece, whole in pieces(text)
    )
