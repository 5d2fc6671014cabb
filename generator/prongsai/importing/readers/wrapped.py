"""Lines and paragraphs out of the letters of a PDF, which knows neither.

The letters of a line are taken in the order in which the file writes them: by their places alone the marks of
Thai, which have no width of their own, come to stand behind the wrong letter. LibreOffice draws ำ as two
letters and names them ำ and า. A letter for which the file gives no character is kept as U+FFFD.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

LOST = "\ufffd"
PADDING = 8
"""Room that a cell leaves beside its text, in points."""
_MARKED = re.compile(r"\s*(?:[-•●▪–—☐☑☒✓✔]|\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|https?://|www\.)")
_SPACE = 0.18
_LINE = 0.45
_BLANK = 3
_FAR = 300  # longer no line of a page is
_CUT_ADDRESS = re.compile(r"(?:https?://|www\.)[\w/.\-~%?=&#+]*$", re.ASCII)
_GOES_ON = re.compile(
    r"(?!https?://|[0-9]{1,2}[.)])(?:[/.?=&#_\-]|www\.|[\w%\-]*[0-9/.?=&#_][\w/.\-~%?=&#+]*(?:\s|$))",
    re.ASCII,
)
"""What a column's edge cut off an address: a mark of addresses, or a word that holds one or a digit."""
_REST = re.compile(r"[a-z0-9_%\-.]+")
_SECTION = re.compile("(?:งาน|ฝ่าย)[ก-๎\ufffd]{3,40}")
_OFFICE = re.compile("(?:กอง|ส[ำํ]า?นัก)[ก-๎\ufffd]{2,40}")
_AM_TWICE = re.compile("ำ([่-๋]?)า|([่-๋])ำา")


@dataclass(frozen=True)
class Line:
    """A line of text, its height on the page and its width, in points."""

    top: float
    text: str
    width: float


def lines_of(chars: Iterable[Any]) -> list[Line]:
    """Lines of text, each in the order in which the file writes it."""
    lines: list[tuple[list[Any], list[str]]] = []
    last: Any = None
    for char in chars:
        text = LOST if char["text"] == "\x00" or char["text"].startswith("(cid:") else char["text"]
        size = char.get("size") or 10
        if last is None or abs(char["bottom"] - last["bottom"]) > _LINE * size:
            lines.append(([], []))
        elif char["x0"] - last["x1"] > _SPACE * size or char["x0"] < last["x0"] - size:
            lines[-1][1].append(" ")
        lines[-1][1].append(text)
        lines[-1][0].append(char)
        last = char
    return [
        Line(
            own[0]["top"],
            _AM_TWICE.sub(r"\1\2ำ", " ".join("".join(parts).split())),
            max(char["x1"] for char in own) - min(char["x0"] for char in own),
        )
        for own, parts in lines
    ]


def unwrapped(lines: Sequence[Line], width: float) -> str:
    """Lines as paragraphs: one without a mark that would not have fitted behind the one before goes on."""
    paragraphs: list[str] = []
    before: Line | None = None
    for number, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            continue
        if paragraphs and _goes_on(paragraphs[-1], text):
            paragraphs[-1] += text
        elif paragraphs and _SECTION.fullmatch(paragraphs[-1]) and _are_offices(lines[number:]):
            paragraphs.append(text)
        elif before and not _MARKED.match(text) and before.width + line.width + _BLANK > width:
            paragraphs[-1] += f" {text}"
        else:
            paragraphs.append(text)
        before = line
    return "\n".join(paragraphs)


def _are_offices(lines: Sequence[Line]) -> bool:
    """Whether lines are the names of offices: below a section's name, each may share the work with it.

    Whether the section is that office's own a file without paragraphs doesn't say: both are told.
    """
    return all(_OFFICE.fullmatch(line.text.strip()) for line in lines)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on with an address that the edge of its column cut."""
    if not _CUT_ADDRESS.search(before):
        return False
    return bool(_GOES_ON.match(text[:_FAR]) or (before[-1] in "/=?&-" and _REST.fullmatch(text)))
