"""Mending Thai text that looks right on a screen but compares wrongly.

The mendings follow the storage order of Thai in the Unicode Standard (Southeast Asia chapter, Thai):
consonant, vowel above or below, tone mark, and only then the vowel am.
"""

import re
import unicodedata

from prongsai.thai.digits import to_arabic

_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47"  # ◌ั ◌ิ ◌ี ◌ึ ◌ื ◌ุ ◌ู ◌ฺ ◌็
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"  # ◌่ ◌้ ◌๊ ◌๋
_SILENT = "\u0e4c"  # ◌์
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)
_NO_BREAK = dict.fromkeys([0x00A0, 0x2007, 0x202F], " ")
_CHARACTERS = _INVISIBLE | _NO_BREAK

_UNUSUAL = re.compile("[" + "".join(map(chr, _CHARACTERS)) + "]")

_MARKS = re.compile(f"(?<![{_TONES}{_SILENT}])[{_TONES}{_SILENT}]+[{_VOWELS}][{_VOWELS}{_TONES}{_SILENT}]*")
_SPLIT_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]*){_SARA_AA}")
_AM_AND_TONES = re.compile(f"(?<!{_SARA_AM}){_SARA_AM}+[{_TONES}][{_SARA_AM}{_TONES}]*")
_IGNORED_IN_TITLES = re.compile(r"""[\s.·…\-‐‑‒–—―−'"`´‘’‚“”„«»/\\]+""")


def fold_spaces(text: str) -> str:
    """Return ``text`` without outer white space and with each inner run of it as one space.

    Line ends and tabs count as white space. Never fails.
    """
    return " ".join(text.split())


def line_width(text: str) -> int:
    """How many letters of ``text`` take room on the line: marks above and below take none. Never fails."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _vowels_first(match: re.Match[str]) -> str:
    """Put the vowels of a run of marks before its tone marks, each in the order written."""
    return "".join(sorted(match.group(), key=lambda mark: mark not in _VOWELS))


def _tones_first(match: re.Match[str]) -> str:
    """Put the tone marks of a run of them and ◌ำ before the latter."""
    return "".join(sorted(match.group(), key=lambda mark: mark == _SARA_AM))


def clean(text: str) -> str:
    """Return ``text`` as it looks, in one spelling; white space otherwise stays.

    NFC; zero-width characters and soft hyphens removed; no-break spaces as plain ones; two เ as แ;
    ◌ํ + า as ◌ำ, also around a tone mark; vowels above or below before tone marks, tone marks before
    ◌ำ. Cleaning twice changes nothing more. Never fails; linear in the length.
    """
    if text.isascii():
        return text
    if _UNUSUAL.search(text):
        text = text.translate(_CHARACTERS)
    text = unicodedata.normalize("NFC", text)
    text = text.replace("เเ", "แ")
    text = _SPLIT_AM.sub(rf"\1{_SARA_AM}", text)
    text = _AM_AND_TONES.sub(_tones_first, text)
    return unicodedata.normalize("NFC", _MARKS.sub(_vowels_first, text))


def squash(text: str) -> str:
    """Return a form of a title for comparing only, never for showing.

    Cleaned, with ASCII digits and lower case, without white space, dots, hyphens and dashes, quotes
    and slashes. Never fails; squashing twice changes nothing more.
    """
    folded = to_arabic(clean(text)).lower()
    return clean(_IGNORED_IN_TITLES.sub("", folded))
