"""The form in which texts are compared when somebody searches; the browser's script makes the same form.

``assets/prongsai/search-text.js`` does the same in the browser, and ``tests/search/folding.json`` holds both to it.
"""

import re
import unicodedata

from prongsai.thai.text import clean

_SAME_LETTER = str.maketrans({"ฎ": "ฏ"})
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_REPEATED_MARK = re.compile(f"([{_MARKS}])\\1+")
_SILENT = frozenset("ฯๆ")


def plain(text: str) -> str:
    """Return ``text`` as letters, marks and ASCII digits alone, in lower case, in the order of storage.

    Compatible forms are one (full-width letters), Thai digits are ASCII digits, ฎ is ฏ, a mark typed twice
    counts once, ๆ and ฯ are left out. A dot stays between two digits (``9.1``). Never fails; applied twice it
    changes nothing more.
    """
    folded = unicodedata.normalize("NFKC", clean(text)).lower()
    kept = [letter for at, letter in enumerate(folded) if _counts(folded, at)]
    # Once more: what stood apart may now meet, and NFKC takes the vowel am apart.
    joined = clean("".join(kept)).translate(_SAME_LETTER)
    return "".join(_digit(letter) for letter in _REPEATED_MARK.sub(r"\1", joined))


def _counts(text: str, at: int) -> bool:
    letter = text[at]
    if letter == ".":
        return text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()
    return unicodedata.category(letter)[0] in "LMN" and letter not in _SILENT


def _digit(letter: str) -> str:
    return str(int(letter)) if letter.isdecimal() else letter
