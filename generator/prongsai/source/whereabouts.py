"""Finding in Markdown what was found in the HTML that it became."""

import html
import re

from prongsai.source.inspection import visible
from prongsai.source.reading import position

_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_BEFORE_ADDRESS = frozenset("(<\"'=")
_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|.", re.DOTALL)


def find(text: str, needle: str, count: int = 1, *, address: bool = False) -> tuple[int, int]:
    """Line and column, from 0, of the ``count``-th place where ``needle`` stands, in whatever case.

    White space and invisible characters do not count, nor does code between backticks; in an ``address``
    character references mean what they stand for. Where nothing is found it is the first line with text.
    """
    sought = visible(needle).lower()
    letters, offsets = _letters(_CODE.sub(_blank, text), decode=address)
    found = [match.start() for match in re.finditer(re.escape(sought), letters)] if sought else []
    if address:
        found = [at for at in found if letters[at - 1 : at] in _BEFORE_ADDRESS] or found
    if not found:
        return text[: len(text) - len(text.lstrip())].count("\n"), 0
    line, column = position(text, offsets[found[min(count, len(found)) - 1]])
    return line - 1, column - 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _letters(text: str, *, decode: bool) -> tuple[str, list[int]]:
    """The visible letters of ``text`` in small letters, and the offset of each."""
    letters: list[str] = []
    offsets: list[int] = []
    for piece in _PIECE.finditer(text) if decode else re.finditer(r"\S", text):
        meant = visible(html.unescape(piece[0]) if decode else piece[0]).lower()
        letters.append(meant)
        offsets += [piece.start()] * len(meant)
    return "".join(letters), offsets
