"""Codes of the items of an assessment: a letter and a number, ``o12``, ``i3``, ``e9``.

The letters are those of the three instruments of the ITA: ``i`` for the internal survey (IIT), ``e``
for the external survey (EIT), ``o`` for open data (OIT). Officers write the letter o as a zero, in
either digit system.
"""

import re

from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean

MAX_LENGTH = 200
"""Longest text looked at, in characters."""

MAX_NUMBER = 199
"""Highest number of an item."""

_LETTERS = "ieo"
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WRITTEN = re.compile(
    r"(?P<oit>oit\s*)?(?P<item>ข้อ(?:ที่)?\s*)?(?P<letter>[oie0])?\s*0*(?P<number>[1-9][0-9]{0,2})"
)
_CANONICAL = re.compile(r"(?P<letter>[oie])(?P<number>[1-9][0-9]{0,2})")


class CodeError(ValueError):
    """A text that is not the code of an item; ``value`` is that text, at most 200 characters of it."""

    def __init__(self, value: str) -> None:
        self.value = value[:MAX_LENGTH]
        super().__init__(self.value)

    def __str__(self) -> str:
        return f"not an item code: {self.value!r}"


def parse_code(text: str) -> str:
    """Return the canonical code (``o12``) of a code as people write it.

    Understood are either case, Thai and full-width digits, a zero for the letter o, leading zeros,
    spaces, and ``ข้อ`` or ``OIT`` in front, after which the letter o may be missing.
    Raises CodeError for anything else, including a bare number, a number outside 1 to 199 and a text
    of over 200 characters.
    """
    if len(text) > MAX_LENGTH:
        raise CodeError(text)
    written = to_arabic(clean(text).translate(_FULL_WIDTH)).strip().lower()
    match = _WRITTEN.fullmatch(written)
    if match is None or int(match["number"]) > MAX_NUMBER:
        raise CodeError(text)
    letter = (match["letter"] or "").replace("0", "o")
    if not letter and (match["oit"] or match["item"]):
        letter = "o"
    if not letter or (match["oit"] and letter != "o"):
        raise CodeError(text)
    return f"{letter}{match['number']}"


def split_code(code: str) -> tuple[str, int]:
    """Return the letter and the number of a canonical code: ``("o", 12)``.

    Raises CodeError when the code is not canonical; other spellings go through ``parse_code`` first.
    """
    match = _CANONICAL.fullmatch(code)
    if match is None or int(match["number"]) > MAX_NUMBER:
        raise CodeError(code)
    return match["letter"], int(match["number"])


def sort_key(code: str) -> tuple[int, int]:
    """Return a key that sorts canonical codes by instrument (i, e, o), then by number.

    Raises CodeError when the code is not canonical.
    """
    letter, number = split_code(code)
    return _LETTERS.index(letter), number
