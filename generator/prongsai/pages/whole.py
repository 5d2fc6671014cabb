"""What no line break splits: compounds in headings, labels and menus, dates anywhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prongsai.thai.compounds import pieces
from prongsai.thai.date_words import EN_LONG, EN_SHORT, TH_LONG, TH_SHORT

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
_MONTH = "|".join(map(re.escape, (*TH_LONG, *TH_SHORT, *EN_LONG, *EN_SHORT)))
_DATE = re.compile(rf"(?:(?<!\d)\d{{1,2}} )?(?:{_MONTH}) (?:พ\.ศ\. )?\d{{4}}(?!\d)")
_DATE_OR_OTHER = re.compile(
    rf'<(script|style|svg|textarea|time|span(?= class="pr-whole"))\b.*?</\1>|<[^>]*>|{_DATE.pattern}',
    re.DOTALL,
)
"""A date, or what is no text or is kept whole already."""
JOINER = "\u2060"


def keep_whole(html: str) -> str:
    """``html`` with each compound in a heading, a label or a menu, and each date, kept on one line.

    It is put into an element that is never broken, so that the text stays as it was and what somebody copies
    holds no invisible characters. Labels that a style sheet shows (``data-label``) can hold no element and
    are never copied: there a joiner stands between the letters. Doing it twice changes nothing more. Never
    fails.
    """
    kept = _LABEL.sub(lambda label: _joined(label[0]), _SHORT.sub(_kept, html))
    return _DATE_OR_OTHER.sub(_dated, kept) if _DATE.search(kept) else kept


@lru_cache(maxsize=4096)
def whole_text(text: str) -> str:
    """Escaped ``text`` alone, as it stands in a heading; the menu asks the same on every page.

    A line may break before a compound that follows Thai letters: browsers that see other words there would
    have no place to break at all.
    """
    found = []
    before = ""
    for piece, whole in _pieces(text):
        if whole:
            chance = "<wbr>" if _THAI.search(before) else ""
            found.append(f"{chance}{_unbroken(piece)}")
        else:
            found.append(piece)
        before = piece
    return "".join(found)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for date in _DATE.finditer(text):
        yield from pieces(text[end : date.start()])
        yield date[0], True
        end = date.end()
    yield from pieces(text[end:])


def _unbroken(text: str) -> str:
    return f'<span class="pr-whole">{text}</span>'


def _dated(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("<") else _unbroken(found[0])


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
