"""PDF files with a text layer, by way of pdfplumber: ruled tables, the text around them, links."""

from io import BytesIO
from typing import Any

import pdfplumber

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.refusal import Unreadable
from prongsai.importing.readers.swapped import unswapped
from prongsai.importing.readers.wrapped import PADDING, lines_of, unwrapped

MAX_PAGES = 300
_LETTERS_OF_A_SCAN = 20
_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}


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
    return unswapped(Document(name, tuple(blocks)))


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
    for line in lines_of(outside):
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
            lines = lines_of(char for char in own_chars if _is_in(char, box))
            cells.append(Cell(unwrapped(lines, box[2] - box[0] - PADDING), own, at))
            above[column] = (box[3], cells[-1])
        rows.append(Row(tuple(cells), Spot(spot.file, page=spot.page, table=number, row=index)))
    return Table(tuple(rows), Spot(spot.file, page=spot.page, table=number))


def _height(thing: Any) -> float:
    return float(thing["top"] + thing["bottom"]) / 2


def _is_in(thing: Any, box: tuple[float, float, float, float]) -> bool:
    middle = (thing["x0"] + thing["x1"]) / 2
    return box[0] - 0.5 <= middle <= box[2] + 0.5 and box[1] <= _height(thing) <= box[3]
