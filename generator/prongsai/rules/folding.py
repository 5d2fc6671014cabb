"""Folding Thai text so that two ways of writing the same thing compare as equal. Pure; for comparing only."""

import re
from functools import lru_cache

from prongsai.thai.text import clean, squash

# Long form to the abbreviation that officers write for it, both as ``squash`` leaves them.
_SHORT = (
    ("องค์การบริหารส่วนตำบล", "อบต"),
    ("องค์การบริหารส่วนจังหวัด", "อบจ"),
    ("เทศบาลตำบล", "ทต"),
    ("เทศบาลเมือง", "ทม"),
    ("เทศบาลนคร", "ทน"),
    ("ประชาสัมพันธ์", "ปชส"),
    ("เจ้าพนักงาน", "จพง"),
    ("เว็ปไซต์", "เว็บไซต์"),
    ("เว็บไซด์", "เว็บไซต์"),
    ("เวปไซต์", "เว็บไซต์"),
    ("เวบไซต์", "เว็บไซต์"),
    ("พุทธศักราช", "พศ"),
)
_LONG = re.compile("|".join(long for long, _ in _SHORT))
_SHORT_OF = dict(_SHORT)
_ERA = re.compile(r"(?:พศ)+(?=[0-9])")
_NO_LETTER = re.compile(r"[^0-9a-zก-ฮะ-ฺเ-ๆ็-๎]+")
_TONES = re.compile("[็-๎]")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Letters and ASCII digits alone, in lower case, with common long forms as their abbreviations.

    ``อบต. ๒๕๖๖`` and ``องค์การบริหารส่วนตำบล พ.ศ. 2566`` fold to the same. Folding twice changes nothing more.
    """
    folded = clean(_NO_LETTER.sub("", squash(text)))
    return _ERA.sub("", _LONG.sub(lambda match: _SHORT_OF[match[0]], folded))


def bare(name: str) -> str:
    """A name's letters without tone marks and other marks above, which scans and typists lose first."""
    return _TONES.sub("", name)


def grams(folded: str, size: int = 4) -> frozenset[str]:
    """The pieces of ``size`` letters in a folded text: what two texts share tells how alike they are."""
    return frozenset(folded[start : start + size] for start in range(len(folded) - size + 1))


def distance(one: str, other: str, limit: int) -> int:
    """How many letters to put in, take out or change to make one of the other; ``limit + 1`` when more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for column, against in enumerate(other, 1):
            cheapest = min(row[column] + 1, row[column - 1] + 1, before + (letter != against))
            before, row[column] = row[column], cheapest
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def misspells(written: str, right: str) -> bool:
    """Whether ``written`` is ``right`` with a letter or two wrong: one in a short name, two from six letters.

    A lost or wrong tone mark counts for nothing when the letters are two away.
    """
    if written == right:
        return False
    limit = 1 if len(right) < 6 else 2
    if distance(written, right, limit) <= limit:
        return True
    return len(right) >= 6 and distance(bare(written), bare(right), 2) <= 2
