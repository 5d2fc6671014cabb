"""Words made of words, which a line break must not split where it would be seen most: in headings and labels.

Thai is written without spaces, and a browser breaks a line wherever its dictionary sees the end of a word, so
งบประมาณ becomes งบ and ประมาณ. ``compounds.txt`` lists what the headings of disclosures are made of, one a
line; each is short enough for a phone of 320 pixels.
"""

import re
from pathlib import Path

COMPOUNDS: tuple[str, ...] = tuple(Path(__file__).with_name("compounds.txt").read_text("utf-8").split())
_ANY = re.compile("|".join(map(re.escape, sorted(COMPOUNDS, key=len, reverse=True))))


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """``text`` cut into pieces, each with whether it is a compound that must stay whole.

    Joined, the pieces are ``text``. Where one compound stands in another, the longer one counts. Linear.
    """
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _ANY.finditer(text):
        if match.start() > end:
            found.append((text[end : match.start()], False))
        found.append((match.group(), True))
        end = match.end()
    if end < len(text):
        found.append((text[end:], False))
    return tuple(found)
