"""Tables as they are meant: one header, rows whole again where a page broke them, headings carried along."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prongsai.importing.catalogue import is_code_alone
from prongsai.importing.document import MAX_CELL, Cell, Document, Paragraph, Row, Spot, Table
from prongsai.importing.headers import (
    SUB_RESULTS,
    group_in_header,
    is_numbering,
    is_sub_header,
    label,
    looks_like_header,
    part_label,
)
from prongsai.thai.text import squash

_HEADING = re.compile(
    r"^(?:(?:ส่วนราชการ|หน่วยงาน|ข้อมูลของ)?\s*:?\s*(?:สำนัก|กอง)[ก-๎ ]{2,40}(?:\(.*\)\s*)?$"
    r"|\(?[0-9๐-๙]{1,2}[.)]|ตัวชี้วัด|ด้าน|หมวด|ส่วนที่|เครื่องมือ|ประเด็น|แบบ|[IEO]IT\b|กลุ่ม|มาตรการ)"
)
_OF_SCORES = re.compile(r"คะแนน\s*เท่ากับ\s*[0-9๐-๙]")
_ABOVE = re.compile("เครื่องมือการประเมิน|ประเด็นการประเมิน")
_BELOW = re.compile("ตัวชี้วัด")
_TOTAL = re.compile(
    r"\s*(?:รวม(?:ทั้งหมด|ทั้งสิ้น|จำนวน)?\s*(?:[0-9๐-๙]+(?![0-9๐-๙]|\.[0-9๐-๙]).{0,20})?$"
    r"|ลงชื่อ|\(?ลงนาม|ผู้รายงาน|ที่มา\s*:|ข้อมูล ณ)"
)
_WHOSE = re.compile(r"ปีงบประมาณ|ประจำปี|เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน|อบต\.")
_CONTINUED = re.compile(r"\s*\(?\s*ต่อ\s*\)\s*$")
MAX_HEADING = 400


@dataclass(frozen=True)
class Line:
    """A row of a grid: its cells by column; ``rows`` are those of the document that it was made of.

    ``above`` is how many of the document's texts, rows that are headings among them, come before it.
    """

    row: Row
    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    above: int = 0

    @property
    def spot(self) -> Spot:
        """Where it begins."""
        return self.row.spot


@dataclass
class Grid:
    """Rows under one header. ``headers`` are the texts by column, ``labels`` what they say.

    ``sure``: the header was read, not carried over or guessed.
    """

    headers: tuple[str, ...]
    labels: tuple[str | None, ...]
    lines: list[Line] = field(default_factory=list)
    spot: Spot = field(default_factory=Spot)
    header_rows: list[Row] = field(default_factory=list)
    guessed: dict[int, str] = field(default_factory=dict)
    """Columns with unknown headers, and the label that their cells gave them, empty where none."""

    def column(self, *names: str) -> int | None:
        """The first column of one of these labels, by the order of the labels."""
        for name in names:
            if name in self.labels:
                return self.labels.index(name)
        return None

    def columns(self, name: str) -> list[int]:
        """All columns of a label."""
        return [index for index, one in enumerate(self.labels) if one == name]

    def texts(self, column: int) -> list[str]:
        """The texts of a column that are not empty."""
        return [text for line in self.lines if (text := line.row.at(column).text.strip())]


@dataclass
class Layout:
    """A document as grids, with the texts around them.

    ``prose`` are those texts in order, rows of tables without any header among them; ``oversized`` are rows
    with a cell too long to be one.
    """

    grids: list[Grid]
    paragraphs: list[Paragraph]
    prose: list[Paragraph | Row]
    oversized: list[Row]
    rows: int
    """How many rows of the document hold something, headers left out."""
    unsure: frozenset[str] = frozenset()
    """Pieces of words in which a letter was guessed, squashed."""


def lay_out(document: Document) -> Layout:
    """Grids of a document in order. A header carries over to tables that have none of their own."""
    maker = _Maker()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            maker.paragraph(block)
        else:
            maker.table(block)
    return Layout(maker.grids, maker.paragraphs, maker.prose, maker.oversized, maker.rows)


class _Maker:
    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self.paragraphs: list[Paragraph] = []
        self.prose: list[Paragraph | Row] = []
        self.oversized: list[Row] = []
        self.rows = 0
        self._headings: list[str] = []
        self._fresh = False

    def paragraph(self, block: Paragraph) -> None:
        """A text: a heading for the tables that follow it."""
        if len(block.text) > MAX_CELL:
            block = replace(block, text=block.text[:MAX_CELL])
        self.paragraphs.append(block)
        self.prose.append(block)
        text = " ".join(block.text.split())
        if len(text) > MAX_HEADING or re.fullmatch(r"[\W\d_]*", text):
            return
        if self._fresh:
            above = [one for one in self._headings if _ABOVE.match(one)] if _BELOW.match(text) else []
            self._headings, self._fresh = above, False
        self._headings.append(_CONTINUED.sub("", text))

    def table(self, block: Table) -> None:
        """A table: parted where a header comes again."""
        self._fresh = True
        grid: Grid | None = None
        rows = [row for row in block.rows if row.filled()]
        groups = {index: row for index, row in enumerate(rows) if _has_group(row)}
        rows = [_without_group(row) if index in groups else row for index, row in enumerate(rows)]
        width = max((len(row.cells) for row in rows), default=0)
        index = self._titles(rows, width, sheet=block.spot.sheet is not None)
        while index < len(rows):
            row = rows[index]
            used = _header_rows(rows, index)
            if used and not _repeats(grid, row):
                if index in groups:
                    self._fresh = True
                    self.paragraph(Paragraph(_group_of(groups[index]), row.spot))
                grid = self._header(rows[index : index + used], width, grid)
                index += used
                continue
            index += 1
            if any(len(cell.text) > MAX_CELL for cell in row.cells):
                self.oversized.append(row)
                self.rows += 1
                continue
            if _is_total(row) or self._is_heading(row, width, grid):
                self._row_heading(row)
                continue
            self.rows += 1
            grid = grid or self._carried(row, width)
            if grid is None:
                self.prose.append(row)
            else:
                self._add(grid, row)

    def _titles(self, rows: Sequence[Row], width: int, *, sheet: bool) -> int:
        """Rows above the first header that say whose table it is, and when: headings, in several cells."""
        if self.grids and not sheet:
            return 0
        first = next((index for index in range(min(len(rows), 12)) if _header_rows(rows, index)), 0)
        for row in rows[:first]:
            texts = [row.at(column).text for column in row.filled()]
            many = len(texts) * 2 > width and not any(_WHOSE.search(text) for text in texts)
            if many or any(len(text) > MAX_HEADING or is_code_alone(text) for text in texts):
                return 0
        for row in rows[:first]:
            for column in row.filled():
                self.paragraph(Paragraph(row.at(column).text, row.spot))
        return first

    def _header(self, rows: Sequence[Row], width: int, before: Grid | None) -> Grid:
        headers = _joined_headers(rows, width)
        labels = _labels(headers, rows)
        last = self.grids[-1] if self.grids else None
        if last is not None and _same_header(last, headers, labels):
            last.header_rows += rows
            return last
        grid = Grid(headers, labels, [], rows[0].spot, list(rows))
        self.grids.append(grid)
        return grid

    def _carried(self, row: Row, width: int) -> Grid | None:
        """The grid that a table without a header goes on with: as wide as the one before."""
        last = self.grids[-1] if self.grids else None
        if _OF_SCORES.search(" ".join(cell.text for cell in row.cells)):
            return None
        if last is not None and abs(len(last.headers) - width) <= 1 and width > 1:
            return last
        return None

    def _is_heading(self, row: Row, width: int, grid: Grid | None) -> bool:
        """A row of one text, over the whole table or before its header, is no row of data."""
        filled = row.filled()
        if len(filled) != 1 or width < 3:
            return False
        cell = row.at(filled[0])
        text = cell.text.strip()
        if len(text) > MAX_HEADING:
            return False
        if cell.span >= width - 1:
            return True
        return (
            (filled[0] == 0 or (grid is None and not self.grids))
            and (grid is None or (bool(_HEADING.match(text)) and grid.labels[0] != "unit"))
            and not any(c.merged and c.text for c in row.cells)
        )

    def _row_heading(self, row: Row) -> None:
        self.paragraph(
            Paragraph(row.text().strip(" |") if _is_total(row) else row.at(row.filled()[0]).text, row.spot)
        )

    def _add(self, grid: Grid, row: Row) -> None:
        row = _fitted(row, len(grid.headers))
        if grid.lines and _goes_on(grid, row):
            last = grid.lines[-1]
            cells = tuple(one.joined(other) for one, other in zip(last.row.cells, row.cells, strict=True))
            grid.lines[-1] = replace(last, row=replace(last.row, cells=cells), rows=(*last.rows, row))
            return
        grid.lines.append(Line(row, (row,), tuple(self._headings), len(self.paragraphs)))


def _has_group(row: Row) -> bool:
    return not any(cell.merged for cell in row.cells) and group_in_header([cell.text for cell in row.cells])


def _without_group(row: Row) -> Row:
    """A header with the names of columns where its group's number and name stand."""
    code, title = (replace(cell, text=text) for cell, text in zip(row.cells[:2], ("ข้อ", "ข้อมูล"), strict=True))
    return replace(row, cells=(code, title, *row.cells[2:]))


def _group_of(row: Row) -> str:
    return " ".join(" ".join(cell.text.split()) for cell in row.cells[:2])


def _is_total(row: Row) -> bool:
    """Whether a row sums up those above it, or is signed: nothing that has a place of its own."""
    filled = row.filled()
    return bool(filled) and len(filled) < len(row.cells) and bool(_TOTAL.match(row.at(filled[0]).text))


def _repeats(grid: Grid | None, row: Row) -> bool:
    """Whether a row has a cell that stands above it as data, in the same column: no header does."""
    return grid is not None and any(
        squash(row.cells[column].text) == squash(line.row.at(column).text)
        for line in grid.lines
        for column in row.filled()
    )


def _header_rows(rows: Sequence[Row], index: int) -> int:
    """How many rows from ``index`` on are a header: none, one or two, and one that numbers the columns."""
    used = _named_rows(rows, index)
    if used and index + used < len(rows):
        used += is_numbering([cell.text for cell in rows[index + used].cells if not cell.merged])
    return used


def _named_rows(rows: Sequence[Row], index: int) -> int:
    texts = [cell.text for cell in rows[index].cells]
    if is_sub_header([cell.text for cell in rows[index].cells if not cell.merged]) and index:
        return 1
    if not looks_like_header(texts):
        return 0
    if index + 1 < len(rows):
        following = rows[index + 1]
        own = [cell.text for cell in following.cells if not cell.merged]
        if is_sub_header(own) and all(
            not cell.text or cell.merged or label(cell.text) in SUB_RESULTS for cell in following.cells
        ):
            return 2
        if _is_beneath(rows[index], following):
            return 2
    return 1


def _is_beneath(header: Row, row: Row) -> bool:
    """Whether a row names nothing but the parts of the columns that a header's cell stretches over."""
    parts = [cell for cell in row.cells if cell.text.strip() and not cell.merged]
    stretched = {
        under
        for column, cell in enumerate(header.cells)
        if cell.span > 1 and cell.text.strip()
        for under in range(column, column + cell.span)
    }
    return (
        len(parts) >= 2
        and all(len(cell.text) < 45 for cell in parts)
        and set(row.filled()) <= stretched
        and not any(re.search(r"https?:|^(?!รอบ|ครั้ง|ไตรมาส).*[0-9๐-๙]{2}", cell.text) for cell in parts)
    )


def _joined_headers(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    headers = []
    for column in range(width):
        parts = [row.at(column).text.strip() for row in rows if row.at(column).text.strip()]
        if len(parts) > 1 and is_numbering([cell.text for cell in rows[-1].cells if not cell.merged]):
            parts.pop()
        headers.append(parts[-1] if len(rows) > 1 and parts else (parts[0] if parts else ""))
    return tuple(headers)


def _labels(headers: Sequence[str], rows: Sequence[Row]) -> tuple[str | None, ...]:
    found: list[str | None] = []
    paired = {"done", "not_yet"} <= {part_label(header) for header in headers if header}
    for column, header in enumerate(headers):
        name = label(header) if header else None
        if header and (len(rows) > 1 or paired):
            name = part_label(header)
        if name is None and header and len(rows) > 1:
            # ``เริ่ม`` and ``สิ้นสุด`` below ``ระยะเวลา`` are that column's.
            name = label(_stretched_over(rows[0], column))
        if name is None and not header and column and len(rows) == 1 and found[-1] == "result":
            # An empty header right of the results: the second of two sub-columns.
            name = "doing" if rows[0].at(column - 1).span > 1 else None
        found.append(name)
    return tuple(found)


def _stretched_over(header: Row, column: int) -> str:
    """The text of a header's cell that reaches over a column."""
    for start, cell in enumerate(header.cells[: column + 1]):
        if cell.text.strip() and start + cell.span > column:
            return cell.text
    return ""


def _same_header(grid: Grid, headers: Sequence[str], labels: Sequence[str | None]) -> bool:
    """Whether a header is that of the grid before, come again on the next page."""
    if abs(len(grid.headers) - len(headers)) > 1:
        return False
    same = sum(
        squash(one) == squash(other) or (mine is not None and mine == its)
        for one, other, mine, its in zip(grid.headers, headers, grid.labels, labels, strict=False)
    )
    return same >= min(len(headers), len(grid.headers)) - 1 and same > 1


def _fitted(row: Row, width: int) -> Row:
    """A row with as many cells as its header: what stands further right goes into the last."""
    cells = list(row.cells[:width])
    for extra in row.cells[width:]:
        if extra.text.strip():
            cells[-1] = cells[-1].joined(extra)
    cells += [Cell(spot=row.spot)] * (width - len(cells))
    return replace(row, cells=tuple(cells))


def _goes_on(grid: Grid, row: Row) -> bool:
    """Whether a row goes on with the one before: what names it is missing, or merged with the row above."""
    keys = [
        column
        for name in ("code", "number", "measure", "subject", "title", "indicator")
        for column in grid.columns(name)
    ]
    scores = grid.columns("score")
    if scores and all(one.at(scores[-1]).text.strip() for one in (row, grid.lines[-1].row)):
        return False
    if not keys:
        return not row.at(0).text.strip() or row.at(0).merged
    first = keys[0]
    cell = row.at(first)
    if cell.text.strip() and not cell.merged:
        return False
    if cell.merged and cell.text.strip():
        # One number or group over several rows: each with a title of its own is a row of its own.
        others = [row.at(column) for column in keys[1:]]
        return not any(other.text.strip() and not other.merged for other in others)
    titles = [row.at(column) for column in keys[1:] or grid.columns("elements")]
    if grid.labels[first] == "code":
        # A row that lacks its code alone is a row: the rest of a broken one has no unit or time of its own.
        titled = any(one.text.strip() and not one.merged for one in titles)
        own = [row.at(column) for name in ("unit", "period") for column in grid.columns(name)]
        return not (titled and any(one.text.strip() and not one.merged for one in own))
    if grid.labels[first] == "number" and any(one.text.strip() and not one.merged for one in titles):
        previous = grid.lines[-1].row.at(first).text.strip()
        return bool(previous)
    return True
