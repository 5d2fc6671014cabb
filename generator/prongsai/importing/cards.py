"""Records one below the other, each line a name and a value: as tables with the names as headers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from prongsai.importing.catalogue import read_code
from prongsai.importing.document import Cell, Document, Paragraph, Row, Spot, Table
from prongsai.importing.headers import label
from prongsai.thai.text import squash

_LINE: Final = re.compile(
    r"^\s*(?:[-–•●▪*]\s*)?(?P<name>[^:：\n]{2,40}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL
)
_BENEATH: Final = re.compile(r"^\s*(?:[-–•●▪*]|\(?[0-9๐-๙]{1,2}[.)])\s*\S")
_NUMBERED: Final = re.compile(
    r"^\s*(?P<kind>มาตรการ|กิจกรรม|โครงการ)\s*(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,3})\s*[.):]?\s*(?P<title>.*)$"
)
_PLAIN: Final = re.compile(r"^\s*(?P<number>[0-9๐-๙]{1,3})[.)]\s*(?P<title>\S.*)$")
_FIELDS: Final = frozenset(
    ("unit", "period", "method", "result", "related", "status", "place", "outcome", "reporting", "updated")
)
_HEADS: Final = frozenset(("measure", "title", "code", "subject"))
_NAMES: Final = frozenset(("measure", "title", "code"))
_MOST_LINES: Final = 60
_LONGEST: Final = 40
"""Letters of the longest name of a line."""


@dataclass
class _Card:
    """One record: names as printed with their cells, and where it begins."""

    spot: Spot
    names: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    def add(self, name: str, cell: Cell) -> None:
        self.names.append(" ".join(name.split()))
        self.cells.append(cell)

    def labels(self) -> set[str]:
        return {name for one in self.names if (name := label(one))}

    def value(self, name: str) -> Cell:
        squashed = squash(name)
        return next(
            (cell for one, cell in zip(self.names, self.cells, strict=True) if squash(one) == squashed),
            Cell(spot=self.spot),
        )


def laid_flat(document: Document) -> Document:
    """The document with its cards as tables: those of one kind under one header."""
    found: list[Paragraph | Table | _Card] = []
    blocks, index = document.blocks, 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Table):
            found += _of_table(block) or [block]
            index += 1
            continue
        card, used = _of_lines(blocks, index)
        found.append(card or block)
        index += used
    cards = [one for one in found if isinstance(one, _Card)]
    return replace(document, blocks=tuple(_tables(found, cards))) if cards else document


def _of_table(table: Table) -> list[Paragraph | _Card]:
    """The cards of a table whose first column holds names: in rows, two abreast, or one a column."""
    rows = [row for row in table.rows if row.filled()]
    named = [row for row in rows if not _is_title(row)]
    names = [row.cells[0].text for row in named]
    known = [name for one in names if (name := _name(one))]
    if len(set(known)) < 3 or len(known) * 5 < len(names) * 3:
        return []
    width = max(len(row.cells) for row in named)
    abreast = width >= 4 and _are_names(row.at(2).text for row in named)
    wide = not abreast and sum(len(row.filled()) > 2 for row in named) * 2 > len(named)
    if len(set(known)) < 4 if wide else _are_names(row.at(1).text for row in named):
        return []
    titles = [_title(row) for row in rows if _is_title(row)]
    found = [*titles, *_a_column(named, width)] if wide else _one_below(rows, (0, 2) if abreast else (0,))
    cards = [one for one in found if isinstance(one, _Card)]
    return found if all(card.labels() & _HEADS and card.labels() & _FIELDS for card in cards) else []


def _is_title(row: Row) -> bool:
    """Whether a row stands between cards: one text, and no name."""
    first = row.cells[0].text
    return len(row.filled()) == 1 and (row.filled()[0] > 0 or len(first) > _LONGEST or label(first) is None)


def _title(row: Row) -> Paragraph:
    return Paragraph(row.at(row.filled()[0]).text, row.spot)


def _name(text: str) -> str | None:
    """What a short text without numbers names; a longer one, or one that counts, is what is named."""
    return label(text) if len(text) <= _LONGEST and not re.search("[0-9๐-๙]", text) else None


def _are_names(texts: Iterable[str]) -> bool:
    filled = [text for text in texts if text.strip()]
    return sum(_name(text) is not None for text in filled) * 2 > len(filled)


def _one_below(rows: Sequence[Row], columns: Sequence[int]) -> list[Paragraph | _Card]:
    found: list[Paragraph | _Card] = []
    for row in rows:
        if _is_title(row):
            found.append(_title(row))
            continue
        for column in columns:
            name = row.at(column).text
            if not name.strip():
                continue
            last = found[-1] if found and isinstance(found[-1], _Card) else None
            if last is None or squash(name) in {squash(one) for one in last.names}:
                last = _Card(row.spot)
                found.append(last)
            last.add(name, replace(row.at(column + 1), span=1, merged=False))
    return found


def _a_column(rows: Sequence[Row], width: int) -> list[Paragraph | _Card]:
    found: list[Paragraph | _Card] = []
    for column in range(1, width):
        if any(row.at(column).text.strip() for row in rows):
            card = _Card(rows[0].at(column).spot)
            for row in rows:
                card.add(row.cells[0].text, replace(row.at(column), span=1, merged=False))
            found.append(card)
    return found


def _of_lines(blocks: Sequence[Paragraph | Table], start: int) -> tuple[_Card | None, int]:
    """The card that begins with a heading at ``start``, and how many blocks it took."""
    head = blocks[start]
    assert isinstance(head, Paragraph)
    if (named := _named(head.text)) is None:
        return None, 1
    card = _Card(head.spot)
    for name, value in named:
        card.add(name, Cell(value, spot=head.spot))
    index = start + 1
    if _is_head(head.text):
        index = _steps_beneath(blocks, index, card)
    while index < min(len(blocks), start + _MOST_LINES):
        block = blocks[index]
        if not isinstance(block, Paragraph) or not block.text.strip():
            break
        match = _LINE.match(block.text)
        if match and _is_field(block.text):
            if squash(match["name"]) in {squash(name) for name in card.names}:
                break
            card.add(match["name"], Cell(match["value"].strip(), spot=block.spot))
        elif len(card.names) > len(named) and _BENEATH.match(block.text) and not _is_head(block.text):
            card.cells[-1] = card.cells[-1].joined(Cell(block.text.strip(), spot=block.spot))
        else:
            break
        index += 1
    return (card, index - start) if len(card.labels() & _FIELDS) >= 2 else (None, 1)


def _steps_beneath(blocks: Sequence[Paragraph | Table], index: int, card: _Card) -> int:
    """Add the list that stands right beneath the name of a measure as its steps; where it ends."""
    steps: Cell | None = None
    for block in blocks[index : index + _MOST_LINES]:
        if not isinstance(block, Paragraph) or not _BENEATH.match(block.text) or _is_field(block.text):
            break
        line = Cell(block.text.strip(), spot=block.spot)
        steps = steps.joined(line) if steps else line
        index += 1
    if steps:
        card.add("ขั้นตอน", steps)
    return index


def _is_field(text: str) -> bool:
    match = _LINE.match(text)
    return bool(match and label(match["name"]) in _FIELDS)


def _named(text: str) -> list[tuple[str, str]] | None:
    """What a line that may head a card says it is: an item, a measure, or a name given as one."""
    plain = " ".join(text.split())
    if len(plain) > 200 or not plain:
        return None
    if (match := _LINE.match(plain)) and label(match["name"]) in _NAMES:
        return [(match["name"], match["value"].strip())]
    if (match := _NUMBERED.match(plain)) and match["title"]:
        return [("ลำดับที่", match["number"]), ("มาตรการ", match["title"])]
    written = read_code(plain)
    if written and written.code and written.code[0] == "o" and written.rest:
        return [("ข้อ", written.printed), ("ข้อมูล", written.rest)]
    if match := _PLAIN.match(plain):
        return [("ลำดับที่", match["number"]), ("มาตรการ", match["title"])]
    return None


def _is_head(text: str) -> bool:
    return bool(_NUMBERED.match(text))


def _tables(
    found: Sequence[Paragraph | Table | _Card], cards: Sequence[_Card]
) -> Iterator[Paragraph | Table]:
    for one in found:
        if isinstance(one, _Card):
            # A card that lacks a line has it empty: its header is that of the others of its kind.
            names = _names([other for other in cards if _is_item(other) == _is_item(one)])
            header = Row(tuple(Cell(name, spot=one.spot) for name in names), one.spot)
            yield Table((header, Row(tuple(one.value(name) for name in names), one.spot)), one.spot)
        else:
            yield one


def _is_item(card: _Card) -> bool:
    return "measure" not in card.labels()


def _names(cards: Sequence[_Card]) -> list[str]:
    """The names of all cards, in the order in which they first come."""
    found: dict[str, str] = {}
    for card in cards:
        for name in card.names:
            found.setdefault(squash(name), name)
    return list(found.values())
