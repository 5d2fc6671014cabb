"""PDF files with a text layer, by way of pdfplumber: ruled tables, the text around them, links.

The letters of a line are taken in the order in which the file writes them: by their places alone the marks of
Thai, which have no width of their own, come to stand behind the wrong letter. LibreOffice draws ำ as two
letters and names them ำ and า. A letter for which the file
gives no character is kept as U+FFFD.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.refusal import Unreadable

MAX_PAGES = 300
LOST = "\ufffd"
_MARKED = re.compile(r"\s*(?:[-•●▪–—☐☑☒✓✔]|\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|https?://|www\.)")
_LETTERS_OF_A_SCAN = 20
_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_SPACE = 0.18
_LINE = 0.45
_PADDING = 8
"""Room that a cell leaves beside its text, and the width of a space, in points."""
_BLANK = 3
_CUT_ADDRESS = re.compile(r"(?:https?://|www\.)[\w/.\-~%?=&#+]*$", re.ASCII)
_GOES_ON = re.compile(
    r"(?!https?://|[0-9]{1,2}[.)])(?:[/.?=&#_\-]|www\.|[\w%\-]*[0-9/.?=&#_][\w/.\-~%?=&#+]*(?:\s|$))",
    re.ASCII,
)
"""What a column's edge cut off an address: a mark of addresses, or a word that holds one or a digit."""
_REST = re.compile(r"[a-z0-9_%\-.]+")
_AM_TWICE = re.compile("ำ([่-๋]?)า|([่-๋])ำา")


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF's pages; lines that only a narrow column broke are joined again."""
    blocks: list[Paragraph | Table] = []
    letters = pictures = tables = 0
    with pdfplumber.open(BytesIO(data)) as pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise Unreadable.too_large(name)
        for number, page in enumerate(pdf.pages, 1):
            letters += len(page.chars)
            pictures += len(page.images)
            found = _page(page, Spot(name, page=number), tables)
            tables += sum(isinstance(block, Table) for block in found)
            blocks += found
            page.close()
        if letters < _LETTERS_OF_A_SCAN * max(len(pdf.pages), 1) and pictures:
            raise Unreadable.no_text(name)
    return Document(name, tuple(blocks))


def _page(page: Any, spot: Spot, before: int) -> list[Paragraph | Table]:
    settings = {**_LINES, "explicit_horizontal_lines": _open_ends(page)}
    tables = [
        table for table in page.find_tables(settings) if len(table.rows) and len(table.rows[0].cells) > 1
    ]
    links = [(link, link["uri"]) for link in page.hyperlinks if link.get("uri")]
    inside: dict[int, list[Any]] = {}
    outside: list[Any] = []
    for char in page.chars:
        index = next((number for number, table in enumerate(tables) if _is_in(char, table.bbox)), None)
        (outside if index is None else inside.setdefault(index, [])).append(char)
    found: list[tuple[float, Paragraph | Table]] = [
        (table.bbox[1], _table(table, inside.get(index, []), links, spot, before + index + 1))
        for index, table in enumerate(tables)
    ]
    for line in _lines(outside):
        if line.text.strip():
            found.append((line.top, Paragraph(line.text.strip(), spot)))
    return [block for _, block in sorted(found, key=lambda one: one[0])]


def _open_ends(page: Any) -> list[float]:
    """Where the upright lines of a table end without a line across: there a page broke a row."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    across = [edge["top"] for edge in page.edges if edge["orientation"] == "h" and edge["width"] > 10]
    if not upright:
        return []
    ends = (min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright))
    return [end for end in ends if all(abs(end - line) > 3 for line in across)]


def _table(table: Any, chars: list[Any], links: list[tuple[Any, str]], spot: Spot, number: int) -> Table:
    rows = []
    above: dict[int, tuple[float, Cell]] = {}
    for index, row in enumerate(table.rows, 1):
        here = [char for char in chars if row.bbox[1] - 1 <= _height(char) <= row.bbox[3] + 1]
        cells = []
        for column, box in enumerate(row.cells, 1):
            at = Spot(spot.file, page=spot.page, table=number, row=index, column=column)
            if box is None:
                reach, over = above.get(column, (0.0, Cell()))
                down = reach > row.bbox[1] + 1
                cells.append(Cell(over.text if down else "", spot=at, merged=down))
                continue
            own = tuple(dict.fromkeys(Hyperlink("", url) for link, url in links if _is_in(link, box)))
            own_chars = chars if box[3] > row.bbox[3] + 1 else here
            lines = _lines(char for char in own_chars if _is_in(char, box))
            cells.append(Cell(_unwrapped(lines, box[2] - box[0] - _PADDING), own, at))
            above[column] = (box[3], cells[-1])
        rows.append(Row(tuple(cells), Spot(spot.file, page=spot.page, table=number, row=index)))
    return Table(tuple(rows), Spot(spot.file, page=spot.page, table=number))


@dataclass(frozen=True)
class _Line:
    """A line of text, its height on the page and its width, in points."""

    top: float
    text: str
    width: float


def _lines(chars: Iterable[Any]) -> list[_Line]:
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
        _Line(
            own[0]["top"],
            _AM_TWICE.sub(r"\1\2ำ", " ".join("".join(parts).split())),
            max(char["x1"] for char in own) - min(char["x0"] for char in own),
        )
        for own, parts in lines
    ]


def _unwrapped(lines: list[_Line], width: float) -> str:
    """Lines as paragraphs: one without a mark that would not have fitted behind the one before goes on."""
    paragraphs: list[str] = []
    before: _Line | None = None
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        if paragraphs and _goes_on(paragraphs[-1], text):
            paragraphs[-1] += text
        elif before and not _MARKED.match(text) and before.width + line.width + _BLANK > width:
            paragraphs[-1] += f" {text}"
        else:
            paragraphs.append(text)
        before = line
    return "\n".join(paragraphs)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on with an address that the edge of its column cut."""
    if not _CUT_ADDRESS.search(before):
        return False
    return bool(_GOES_ON.match(text) or (before[-1] in "/=?&-" and _REST.fullmatch(text)))


def _height(thing: Any) -> float:
    return float(thing["top"] + thing["bottom"]) / 2


def _is_in(thing: Any, box: tuple[float, float, float, float]) -> bool:
    middle = (thing["x0"] + thing["x1"]) / 2
    return box[0] - 0.5 <= middle <= box[2] + 0.5 and box[1] <= _height(thing) <= box[3]
