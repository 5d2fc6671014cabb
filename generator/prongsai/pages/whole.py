"""Compounds that no line break splits where that would be seen most: in headings, labels and menus."""

import re
from functools import lru_cache

from prongsai.thai.compounds import pieces

_SHORT = re.compile(
    r'(<(h[1-6]|th|dt|caption|summary|nav|a|strong|p(?= class="pr-kicker"))\b[^>]*>)(.*?)(</\2>)', re.DOTALL
)
"""What is short and read at a glance."""
_ROW = re.compile(r'<th\b[^>]* scope="row"')
"""The first cell of a row may be as long as a title and as narrow as a label: it breaks where it can."""
_TAG = re.compile(r"(<[^>]*>)")
_LABEL = re.compile(r'(?<= data-label=")[^"]*')
_CLUSTER = re.compile(r"[เแโใไ]?[^เแโใไ][ะัาำิ-ฺๅ็-๎]*")
_THAI = re.compile(r"[ก-๎]\Z")
JOINER = "\u2060"


def keep_whole(html: str) -> str:
    """``html`` with each compound in the text of a heading, a label or a menu kept on one line.

    It is put into an element that is never broken, so that the text stays as it was and what somebody copies
    holds no invisible characters. Labels that a style sheet shows (``data-label``) can hold no element and
    are never copied: there a joiner stands between the letters. Doing it twice changes nothing more. Never
    fails.
    """
    return _LABEL.sub(lambda label: _joined(label[0]), _SHORT.sub(_kept, html))


@lru_cache(maxsize=4096)
def whole_text(text: str) -> str:
    """Escaped ``text`` alone, as it stands in a heading; the menu asks the same on every page.

    A line may break before a compound that follows Thai letters: browsers that see other words there would
    have no place to break at all.
    """
    found = []
    before = ""
    for piece, whole in pieces(text):
        if whole:
            chance = "<wbr>" if _THAI.search(before) else ""
            found.append(f'{chance}<span class="pr-whole">{piece}</span>')
        else:
            found.append(piece)
        before = piece
    return "".join(found)


def _kept(found: re.Match[str]) -> str:
    inside = found[3]
    if 'class="pr-whole"' in inside or _ROW.match(found[1]):
        return found[0]
    parts = _TAG.split(inside)
    return (
        found[1]
        + "".join(part if index % 2 else whole_text(part) for index, part in enumerate(parts))
        + found[4]
    )


@lru_cache(maxsize=1024)
def _joined(label: str) -> str:
    return "".join(JOINER.join(_CLUSTER.findall(piece)) if whole else piece for piece, whole in pieces(label))
