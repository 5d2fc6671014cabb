"""Documents as JSON, from the process that reads them to the one that asked."""

from typing import Any

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table


def as_json(document: Document) -> list[Any]:
    """A document as lists, texts and numbers."""
    return [document.name, [_block(block) for block in document.blocks], list(document.remarks)]


def document_of(value: list[Any]) -> Document:
    """The document that ``as_json`` wrote."""
    name, blocks, remarks = value
    return Document(name, tuple(_read_block(block, name) for block in blocks), tuple(remarks))


def _block(block: Paragraph | Table) -> list[Any]:
    if isinstance(block, Paragraph):
        return ["p", block.text, _spot(block.spot)]
    return [
        "t",
        [[_spot(row.spot), [_cell(cell) for cell in row.cells]] for row in block.rows],
        _spot(block.spot),
    ]


def _cell(cell: Cell) -> list[Any]:
    links = [[link.text, link.url] for link in cell.links]
    return [cell.text, links, _spot(cell.spot), cell.merged, cell.span, cell.formula]


def _spot(spot: Spot) -> list[Any]:
    return [spot.page, spot.sheet, spot.line, spot.table, spot.row, spot.column]


def _read_block(value: list[Any], name: str) -> Paragraph | Table:
    if value[0] == "p":
        return Paragraph(value[1], Spot(name, *value[2]))
    rows = tuple(
        Row(tuple(_read_cell(cell, name) for cell in cells), Spot(name, *spot)) for spot, cells in value[1]
    )
    return Table(rows, Spot(name, *value[2]))


def _read_cell(value: list[Any], name: str) -> Cell:
    text, links, spot, merged, span, formula = value
    found = tuple(Hyperlink(shown, url) for shown, url in links)
    return Cell(text, found, Spot(name, *spot), merged, span, formula)
