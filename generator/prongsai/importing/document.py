"""What every reader makes of a file: paragraphs and tables, each with its place. Knows no meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

MAX_CELL = 20_000
"""Longest text of a cell or paragraph that is looked into, in characters."""


_BLANKS: Final = re.compile(r"\s{9,}")


def _calm(text: str) -> str:
    """``text`` without long runs of blanks: they tell nothing more, and patterns are slow over them."""
    return _BLANKS.sub(lambda run: "\n\n" if "\n" in run[0] else "   ", text)


@dataclass(frozen=True)
class Spot:
    """Where something stands in a document; what a format does not know is None. All count from 1."""

    file: str = ""
    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def as_dict(self) -> dict[str, str | int | None]:
        """The same for a JSON report."""
        return {
            "file": self.file,
            "page": self.page,
            "sheet": self.sheet,
            "line": self.line,
            "table": self.table,
            "row": self.row,
            "column": self.column,
        }


@dataclass(frozen=True)
class Hyperlink:
    """An address under a text."""

    text: str
    url: str


@dataclass(frozen=True)
class Cell:
    """One cell: lines parted by ``\\n``, checkboxes as ☐ and ☑.

    ``merged``: it shows the text of the cell above, with which it is merged. ``span``: how many columns it
    covers; the columns that it covers hold empty cells. ``formula``: its value is not known, only a formula.
    """

    text: str = ""
    links: tuple[Hyperlink, ...] = ()
    spot: Spot = field(default_factory=Spot)
    merged: bool = False
    span: int = 1
    formula: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _calm(self.text))

    def joined(self, other: "Cell") -> "Cell":
        """This cell and what goes on in ``other``, on a line of its own."""
        if not other.text.strip() or other.merged:
            return replace(self, links=(*self.links, *other.links))
        # A page of a PDF ends inside a line: whether a line was meant to end there it does not say.
        mark = " " if self.spot.file.endswith(".pdf") and self.spot.page != other.spot.page else "\n"
        text = f"{self.text}{mark}{other.text}" if self.text.strip() else other.text
        spot = self.spot if self.text.strip() else other.spot
        return replace(self, text=text, links=(*self.links, *other.links), spot=spot)


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    spot: Spot = field(default_factory=Spot)

    def filled(self) -> tuple[int, ...]:
        """The columns, from 0, that have a text of their own."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.text.strip() and not cell.merged)

    def text(self) -> str:
        """All of the row's texts, for people."""
        return " | ".join(" ".join(cell.text.split()) for cell in self.cells)

    def at(self, column: int | None) -> Cell:
        """The cell in a column; an empty one where there is none."""
        if column is None or not 0 <= column < len(self.cells):
            return Cell(spot=self.spot)
        return self.cells[column]


@dataclass(frozen=True)
class Paragraph:
    """A text outside tables; ``links`` where it is an item of a list, its lines parted by ``\\n``."""

    text: str
    spot: Spot = field(default_factory=Spot)
    links: tuple[Hyperlink, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _calm(self.text))


@dataclass(frozen=True)
class Table:
    """A table as it stands on its page or sheet."""

    rows: tuple[Row, ...]
    spot: Spot = field(default_factory=Spot)


@dataclass(frozen=True)
class Document:
    """The blocks of a file in their order. ``remarks`` tell what the reader left out."""

    name: str
    blocks: tuple[Paragraph | Table, ...]
    remarks: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """The texts outside tables."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        """The tables."""
        return (block for block in self.blocks if isinstance(block, Table))
