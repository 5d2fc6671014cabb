"""HTML: whole documents, and the fragments that stand in the cells of a scan's text."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.refusal import Unreadable

_BLOCKS = frozenset(
    [
        "p",
        "br",
        "li",
        "ul",
        "ol",
        "div",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "dd",
        "dt",
        "blockquote",
        "pre",
    ]
)
_SILENT = frozenset(("script", "style", "head", "title", "noscript", "template", "svg"))
_LISTED = re.compile(r"[^\w(]{0,4}[oO๐]\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])")
"""An item of a list that has a code is kept whole, with the links inside it."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&[#\w]+;")
MAX_SPAN = 1_000
MAX_CELLS = 500_000


def fragment(text: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """The text of an HTML fragment, blocks on lines of their own, and its links.

    Text without tags stays as it is; lists that are never closed end with the fragment.
    """
    if not _TAG.search(text):
        return text, ()
    reader = _Inline()
    reader.feed(text)
    reader.close()
    return reader.taken()


def read_html(text: str, name: str) -> Document:
    """An HTML document."""
    reader = _Page(name)
    reader.feed(text)
    reader.close()
    return Document(name, tuple(reader.blocks()))


class _Inline(HTMLParser):
    """Text with its line ends, checkboxes and links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._links: list[Hyperlink] = []
        self._link: tuple[str, int] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._silent += tag in _SILENT
        if tag == "input" and (found.get("type") or "").lower() in ("checkbox", "radio"):
            self._parts.append("\n☑ " if "checked" in found else "\n☐ ")
        elif tag in _BLOCKS:
            self._parts.append("\n")
        elif tag == "a" and found.get("href"):
            self._link = (str(found["href"]).strip(), len(self._parts))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _BLOCKS:
            self._parts.append("\n")
        elif tag == "a" and self._link:
            url, start = self._link
            self._links.append(Hyperlink(" ".join("".join(self._parts[start:]).split()), url))
            self._link = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(data)

    def taken(self) -> tuple[str, tuple[Hyperlink, ...]]:
        """Text and links so far; none are left."""
        lines = ("".join(self._parts)).split("\n")
        text = "\n".join(line.strip() for line in lines if line.strip())
        links = tuple(self._links)
        self._parts, self._links, self._link = [], [], None
        return text, links


@dataclass
class _Open:
    """A table that is being read; ``held`` are cells that reach down into later rows, by column."""

    rows: list[Row] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)
    held: dict[int, tuple[Cell, int]] = field(default_factory=dict)
    open: tuple[int, int] | None = None


class _Page(_Inline):
    """A document: tables with merged cells, and the text around them. A table in a cell is text of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._blocks: list[Paragraph | Table] = []
        self._table: _Open | None = None
        self._depth = 0
        self._tables = 0
        self._cells = 0
        self._nested = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._paragraphs()
                self._table, self._tables = _Open(), self._tables + 1
                return
        if self._table is not None and self._depth == 1 and tag in ("tr", "td", "th"):
            self._end_cell()
            if tag == "tr":
                self._end_row()
            else:
                self._begin_cell(dict(attrs))
            return
        self._list_item(tag, opens=True)
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._list_item(tag, opens=False)
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_table()
                return
        if self._table is not None and self._depth == 1 and tag in ("tr", "td", "th"):
            self._end_cell()
            if tag == "tr":
                self._end_row(closed=True)
            return
        super().handle_endtag(tag)

    def _list_item(self, tag: str, *, opens: bool) -> None:
        """Part what stands before, and after, each item of the outer lists around tables."""
        if self._table is not None:
            return
        if tag in ("ul", "ol", "summary", "details"):
            self._nested = max(self._nested + (1 if opens else -1) * (tag in ("ul", "ol")), 0)
            if self._nested <= (1 if opens else 0):
                self._paragraphs()
        elif tag == "li" and self._nested == 1:
            self._paragraphs()

    def blocks(self) -> list[Paragraph | Table]:
        """What was read."""
        self._end_table()
        self._paragraphs()
        return self._blocks

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if self._table:
            spans = [_span(attributes.get(key)) for key in ("colspan", "rowspan")]
            self._table.open = (spans[0], spans[1])
            self.taken()

    def _end_cell(self) -> None:
        table = self._table
        if table is None or table.open is None:
            return
        text, links = self.taken()
        (span, down), table.open = table.open, None
        column = 0
        while column in table.cells or column in table.held:
            column += 1
        self._cells += span
        if self._cells > MAX_CELLS:
            raise Unreadable.too_large(self._name)
        spot = Spot(self._name, line=self.getpos()[0], table=self._tables, row=len(table.rows) + 1)
        for index in range(span):
            cell = Cell(text if not index else "", links if not index else (), spot, span=span - index)
            table.cells[column + index] = replace(cell, spot=replace(spot, column=column + index + 1))
            if down > 1:
                table.held[column + index] = (cell, down)

    def _end_row(self, *, closed: bool = False) -> None:
        # A row may lack its end tag: the next one's start ends it, and ends nothing where it was closed.
        table = self._table
        if table is None or not (table.cells or (table.held and closed)):
            return
        if table.cells:
            spot = Spot(self._name, line=self.getpos()[0], table=self._tables, row=len(table.rows) + 1)
            cells = dict(table.cells)
            for column, (cell, _) in table.held.items():
                merged = replace(cell, merged=True, links=(), spot=replace(spot, column=column + 1))
                cells.setdefault(column, merged)
            width = max(cells) + 1
            self._cells += width
            if self._cells > MAX_CELLS:
                raise Unreadable.too_large(self._name)
            table.rows.append(Row(tuple(cells.get(index, Cell(spot=spot)) for index in range(width)), spot))
        table.held = {column: (cell, left - 1) for column, (cell, left) in table.held.items() if left > 1}
        table.cells = {}

    def _end_table(self) -> None:
        if self._table is not None:
            self._end_cell()
            self._end_row()
            if self._table.rows:
                spot = replace(self._table.rows[0].spot, row=None)
                self._blocks.append(Table(tuple(self._table.rows), spot))
            self.taken()
        self._table, self._depth = None, 0

    def _paragraphs(self) -> None:
        spot = Spot(self._name, line=self.getpos()[0])
        text, links = self.taken()
        if _LISTED.match(text):
            self._blocks.append(Paragraph(text, spot, links))
        else:
            self._blocks += [Paragraph(line, spot) for line in text.split("\n") if line]


def _span(value: str | None) -> int:
    text = (value or "1").strip()
    return min(max(int(text), 1), MAX_SPAN) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
