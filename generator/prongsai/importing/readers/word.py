"""Word documents by way of python-docx: tables, merged cells, checkboxes, content controls, hyperlinks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHECKED_SYMBOLS = frozenset(("F0FE", "F0FD", "F0FC", "F052", "F053", "F054", "F051", "F050"))
_EMPTY_SYMBOLS = frozenset(("F0A8", "F06F", "F0A3", "F071", "F072", "F02A", "F0A1"))
_FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
MAX_COLUMNS = 200


def read_word(data: bytes, name: str) -> Document:
    """A DOCX whose package was looked over already."""
    opened = docx.Document(BytesIO(data))
    reader = _Reader(name, opened.part.rels)
    return Document(name, tuple(reader.blocks(opened.element.body)))


@dataclass
class _Text:
    """A text as it is put together, with its links and open fields."""

    parts: list[str] = field(default_factory=list)
    links: list[Hyperlink] = field(default_factory=list)
    field_url: str | None = None
    field_from: int = 0


class _Reader:
    """Walks a document's XML, into content controls too, which python-docx passes over."""

    def __init__(self, name: str, relations: Any) -> None:
        self._name = name
        self._relations = relations
        self._page = 1
        self._tables = 0

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        """Paragraphs and tables in order."""
        for element in _inside(parent):
            if element.tag == qn("w:p"):
                text = _Text()
                self._paragraph(element, text)
                plain = "".join(text.parts)
                yield from (
                    Paragraph(line.strip(), Spot(self._name, page=self._page))
                    for line in plain.split("\n")
                    if line.strip()
                )
            elif element.tag == qn("w:tbl"):
                yield self._table(element)

    def _table(self, element: Any) -> Table:
        self._tables += 1
        number, rows, above = self._tables, [], dict[int, Cell]()
        page = self._page
        for index, row in enumerate(_inside(element, "w:tr"), 1):
            spot = Spot(self._name, page=self._page, table=number, row=index)
            cells: list[Cell] = [Cell(spot=spot)] * _skipped(row)
            for cell in _inside(row, "w:tc"):
                cells += self._cell(cell, len(cells), spot, above)
                if len(cells) > MAX_COLUMNS:
                    break
            rows.append(Row(tuple(cells[:MAX_COLUMNS]), spot))
        return Table(tuple(rows), Spot(self._name, page=page, table=number))

    def _cell(self, element: Any, column: int, spot: Spot, above: dict[int, Cell]) -> list[Cell]:
        spot = replace(spot, column=column + 1)
        properties = element.find(qn("w:tcPr"))
        span = _value(properties, "w:gridSpan")
        width = min(max(int(span), 1), MAX_COLUMNS) if span and span.isdecimal() else 1
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        if merge is not None and merge.get(qn("w:val")) != "restart":
            origin = above.get(column, Cell())
            cell = replace(origin, merged=True, links=(), spot=spot, span=width)
        else:
            text = _Text()
            self._content(element, text)
            plain = "\n".join(line.strip() for line in "".join(text.parts).split("\n") if line.strip())
            cell = Cell(plain, tuple(text.links), spot, span=width)
            above[column] = cell
        rest = [Cell(spot=spot, merged=cell.merged, span=width - index) for index in range(1, width)]
        return [cell, *rest]

    def _content(self, parent: Any, text: _Text) -> None:
        """A cell's paragraphs, and those of tables inside it."""
        for element in _inside(parent):
            if element.tag == qn("w:p"):
                self._paragraph(element, text)
                text.parts.append("\n")
            elif element.tag == qn("w:tbl"):
                for row in _inside(element, "w:tr"):
                    for cell in _inside(row, "w:tc"):
                        self._content(cell, text)

    def _paragraph(self, element: Any, text: _Text) -> None:
        properties = element.find(qn("w:pPr"))
        if properties is not None and properties.find(qn("w:numPr")) is not None:
            text.parts.append("- ")
        self._inline(element, text)

    def _inline(self, parent: Any, text: _Text) -> None:
        for element in parent:
            tag = element.tag
            if tag == qn("w:r"):
                self._run(element, text)
            elif tag == qn("w:hyperlink"):
                self._hyperlink(element, text)
            elif tag == qn("w:sdt"):
                self._control(element, text)
            elif tag == qn("w:fldSimple"):
                start = len(text.parts)
                self._inline(element, text)
                if match := _FIELD_LINK.search(element.get(qn("w:instr")) or ""):
                    text.links.append(Hyperlink("".join(text.parts[start:]).strip(), match[1]))
            elif tag in (
                qn("w:ins"),
                qn("w:smartTag"),
                qn("w:moveTo"),
                qn("w:customXml"),
                qn("w:sdtContent"),
            ):
                self._inline(element, text)

    def _hyperlink(self, element: Any, text: _Text) -> None:
        start = len(text.parts)
        self._inline(element, text)
        relation = self._relations.get(element.get(qn("r:id")) or "")
        if relation is not None and relation.is_external:
            anchor = element.get(qn("w:anchor"))
            url = (
                f"{relation.target_ref}#{anchor}"
                if anchor and "#" not in relation.target_ref
                else relation.target_ref
            )
            text.links.append(Hyperlink("".join(text.parts[start:]).strip(), url))

    def _control(self, element: Any, text: _Text) -> None:
        """A content control: a checkbox is its mark, anything else its content."""
        properties = element.find(qn("w:sdtPr"))
        box = properties.find(f"{_W14}checkbox") if properties is not None else None
        if box is not None:
            checked = box.find(f"{_W14}checked")
            value = checked.get(f"{_W14}val") if checked is not None else None
            text.parts.append("☑" if value in ("1", "true", "on") else "☐")
            return
        if properties is not None and properties.find(qn("w:showingPlcHdr")) is not None:
            return
        content = element.find(qn("w:sdtContent"))
        if content is not None:
            self._inline(content, text)

    def _run(self, run: Any, text: _Text) -> None:
        for element in run:
            tag = element.tag
            if tag == qn("w:t"):
                text.parts.append(element.text or "")
            elif tag in (qn("w:br"), qn("w:cr")):
                self._page += element.get(qn("w:type")) == "page"
                text.parts.append("\n")
            elif tag == qn("w:lastRenderedPageBreak"):
                self._page += 1
            elif tag == qn("w:tab"):
                text.parts.append(" ")
            elif tag == qn("w:noBreakHyphen"):
                text.parts.append("-")
            elif tag == qn("w:sym"):
                text.parts.append(_symbol(element.get(qn("w:char")) or ""))
            elif tag == qn("w:instrText") and (match := _FIELD_LINK.search(element.text or "")):
                text.field_url, text.field_from = match[1], len(text.parts)
            elif tag == qn("w:fldChar"):
                self._field(element, text)

    def _field(self, element: Any, text: _Text) -> None:
        """A field of old forms: a checkbox, or the end of a link."""
        box = element.find(f"{qn('w:ffData')}/{qn('w:checkBox')}")
        if box is not None:
            state = box.find(qn("w:checked"))
            state = box.find(qn("w:default")) if state is None else state
            on = state is not None and state.get(qn("w:val")) not in ("0", "false", "off")
            text.parts.append("☑" if on else "☐")
        if element.get(qn("w:fldCharType")) == "end" and text.field_url:
            text.links.append(Hyperlink("".join(text.parts[text.field_from :]).strip(), text.field_url))
            text.field_url = None


def _inside(parent: Any, tag: str | None = None) -> Iterator[Any]:
    """The children of an element, those in content controls and tracked insertions included."""
    wrappers = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"))
    for element in parent:
        if element.tag in wrappers:
            yield from _inside(element, tag)
        elif tag is None or element.tag == qn(tag):
            yield element


def _skipped(row: Any) -> int:
    """How many columns a row leaves out before its first cell."""
    value = _value(row.find(qn("w:trPr")), "w:gridBefore") or "0"
    return min(int(value), MAX_COLUMNS) if value.isdecimal() else 0


def _value(parent: Any, tag: str) -> str | None:
    found = parent.find(qn(tag)) if parent is not None else None
    value = found.get(qn("w:val")) if found is not None else None
    return str(value) if value is not None else None


def _symbol(char: str) -> str:
    code = char.upper()
    code = f"F{code[1:]}" if len(code) == 4 and code.startswith("0") else code
    if code in _CHECKED_SYMBOLS:
        return "☑"
    return "☐" if code in _EMPTY_SYMBOLS else "•"
