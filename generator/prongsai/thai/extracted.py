"""Thai text as it comes out of PDF files, mended for searching.

Two things happen to it. Older Windows and Macintosh fonts keep shifted forms of marks and shortened
consonants at private code points (U+F700 to U+F71A). And programs that shape text write the second glyph of a
cluster without saying which letter it is, so that a sign with an arbitrary number stands behind each mark:
``ที่F ผู้Vได้รั$บ``.
"""

import re
from collections.abc import Sequence

_PRIVATE = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
            "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
            strict=True,
        )
    )
)
_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_STRAY = re.compile(rf"(?<={_MARK})[^\u0e00-\u0e7f\s]{{1,3}}")
_CLUSTER = re.compile(f"{_MARK}+")
_ENOUGH = 5
_MANY = 0.2
"""Of how many clusters with marks strays follow where they are no letters: elsewhere it is 1 in 30."""


def mended(pages: Sequence[str]) -> tuple[str, ...]:
    """The pages of one document with the letters that readers see."""
    said = [page.translate(_PRIVATE) for page in pages]
    marked = sum(len(_CLUSTER.findall(page)) for page in said)
    strays = sum(len(_STRAY.findall(page)) for page in said)
    if strays >= _ENOUGH and strays > _MANY * marked:
        said = [_STRAY.sub("", page) for page in said]
    return tuple(said)
