"""The form in which texts are compared when somebody searches; the browser's script makes the same form.

``assets/prongsai/search-text.js`` does the same, letter by letter, and ``tests/search/folding.json`` holds
both to it.
"""

import re
import unicodedata
from functools import lru_cache

_VOWELS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47")
_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
_ABOVE = _TONES | {"\u0e4c"}
_MARKS = _VOWELS | _ABOVE | {"\u0e4d", "\u0e4e"}
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LEFT_OUT = frozenset("ฯๆ")
_FAR = 8
"""How many marks in a row are put in order: no word has so many, and a text of marks alone stays quick."""


def plain(text: str) -> str:
    """Return ``text`` as letters, marks and ASCII digits alone, in lower case, in the order of storage.

    Compatible forms are one (full-width letters), accents are left out, Thai digits are ASCII digits, two เ
    are แ, ฎ is ฏ, a mark typed twice counts once, ๆ and ฯ are left out. A dot stays between two digits
    (``9.1``). Never fails; applied twice it changes nothing more.
    """
    kept: list[str] = []
    dotted = digit_before = False
    for letter in _INVISIBLE.sub("", _compatible(unicodedata.normalize("NFC", text))):
        digit = letter.isdecimal()
        if digit and dotted:
            kept.append(".")
        dotted = letter == "." and digit_before
        digit_before = digit
        if digit:
            kept.append(str(int(letter)))
        elif unicodedata.category(letter)[0] in "LMN" and letter not in _LEFT_OUT:
            _add(kept, "ฏ" if letter == "ฎ" else letter)
    return "".join(kept)


def _compatible(text: str) -> str:
    """Each letter's compatible form, in lower case and without accents; Thai stays whole."""
    return "".join(letter if "\u0e00" <= letter < "\u0e80" else _without_accents(letter) for letter in text)


@lru_cache(maxsize=1_024)
def _without_accents(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).lower())
    return "".join(part for part in parts if unicodedata.category(part)[0] != "M")


def _add(kept: list[str], letter: str) -> None:
    """Add a letter where it belongs: vowels before tones, tones before the vowel am, a mark once."""
    if letter == "เ" and kept[-1:] == ["เ"]:
        kept[-1] = "แ"
    elif letter == _SARA_AA:
        _add_aa(kept)
    elif letter in _TONES and kept[-1:] == [_SARA_AM]:
        if kept[-2:-1] != [letter]:
            kept.insert(len(kept) if kept[-2:-1] and kept[-2] in _TONES else len(kept) - 1, letter)
    elif letter in _VOWELS:
        _add_vowel(kept, letter)
    elif not (letter in _MARKS and kept[-1:] == [letter]):
        kept.append(letter)


def _add_aa(kept: list[str]) -> None:
    start = len(kept)
    while start and len(kept) - start < _FAR and kept[start - 1] in _TONES:
        start -= 1
    if start and kept[start - 1] == _NIKHAHIT:
        del kept[start - 1]
        kept.append(_SARA_AM)
    else:
        kept.append(_SARA_AA)


def _add_vowel(kept: list[str], letter: str) -> None:
    """Before the tones, unless a vowel stands there already: then a consonant was left out between."""
    at = len(kept)
    while at and len(kept) - at < _FAR and kept[at - 1] in _ABOVE:
        at -= 1
    before = kept[at - 1 : at]
    if before == [letter]:
        return
    kept.insert(len(kept) if before and before[0] in _VOWELS else at, letter)
