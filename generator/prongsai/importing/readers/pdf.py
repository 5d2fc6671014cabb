"""PDF files with a text layer, by way of pdfplumber: ruled tables, the text around them, links."""

import re
from io import BytesIO
from typing import Any

import pdfplumber

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.refusal import Unreadable

MAX_PAGES = 300
_MARKED = re.compile(r"\s*(?:[-•●▪–—☐☑☒✓✔]|\(?[0-9๐-๙]{1,2}[.)]|https?://)")
_LETTERS_OF_A_SCAN = 20
_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}


def read_pdf(data: bytes, name: str) -> Document:
    """A PDF's pages; lines that only a narrow column broke are joined again."""
    blocks: list[Paragraph | Table] = []
    letters = pictures = 0
    with pdfplumber.open(BytesIO(data)) as pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise Unreadable.too_large(name)
        for number, page in enumerate(pdf.pages, 1):
            letters += len(page.chars)
            pictures += len(page.images)
            blocks += _page(page, Spot(name, page=number), sum(isinstance(block, Table) for block in blocks))
            page.close()
        if letters < _LETTERS_OF_A_SCAN * max(len(pdf.pages), 1) and pictures:
            raise Unreadable.no_text(name)
    return Document(name, tuple(blocks))


def _page(page: Any, spot: Spot, before: int) -> list[Paragraph | Table]:
    tables = [table for table in page.find_tables(_LINES) if len(table.rows) and len(table.rows[0].cells) > 1]
    found: list[tuple[float, Paragraph | Table]] = []
    links = [(link, link.get("uri")) for link in page.hyperlinks if link.get("uri")]
    for number, table in enumerate(tables, before + 1):
        found.append((table.bbox[1], _table(table, links, spot, number)))
    outside = page.filter(lambda thing: not any(_is_in(thing, table.bbox) for table in tables))
    for line in outside.extract_text_lines(strip=True, return_chars=False):
        if line["text"].strip():
            found.append((line["top"], Paragraph(line["text"].strip(), spot)))
    return [block for _, block in sorted(found, key=lambda one: one[0])]


def _table(table: Any, links: list[tuple[Any, str]], spot: Spot, number: int) -> Table:
    rows = []
    texts = table.extract(x_tolerance=2)
    for index, (row, fields) in enumerate(zip(table.rows, texts, strict=True), 1):
        cells = []
        for column, (box, text) in enumerate(zip(row.cells, fields, strict=True), 1):
            at = Spot(spot.file, page=spot.page, table=number, row=index, column=column)
            own = tuple(Hyperlink("", url) for link, url in links if box and _is_in(link, box))
            cells.append(Cell(_unwrapped(text or ""), own, at))
        rows.append(Row(tuple(cells), Spot(spot.file, page=spot.page, table=number, row=index)))
    return Table(tuple(rows), Spot(spot.file, page=spot.page, table=number))


def _unwrapped(text: str) -> str:
    """Lines as paragraphs: one that begins with no mark goes on from the one before."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and not _MARKED.match(line):
            lines[-1] += f" {line.strip()}"
        elif line.strip():
            lines.append(line.strip())
    return "\n".join(lines)


def _is_in(thing: Any, box: tuple[float, float, float, float]) -> bool:
    middle = (thing["x0"] + thing["x1"]) / 2
    height = (thing["top"] + thing["bottom"]) / 2
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]
