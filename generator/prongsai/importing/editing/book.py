"""The edited workbook as rows: columns found by their headings, rows by code and number.

Sheets may be renamed, columns moved, rows sorted, hidden or inserted. The hidden sheet says what each cell
was; where that is lost or damaged there is no base, and the reader is told so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, get_args

from prongsai.errors import Text
from prongsai.importing.document import Cell, Document, Row, Table
from prongsai.report.editing.cells import Cells, fingerprint
from prongsai.report.editing.columns import COLUMNS, FORMAT, TITLES, Sheet, fields_of
from prongsai.thai.codes import CodeError, parse_code
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

SHEETS: Final[tuple[Sheet, ...]] = get_args(Sheet)
_NEEDED: Final[dict[Sheet, frozenset[str]]] = {
    "items": frozenset(("code", "title", "asks")),
    "evidence": frozenset(("code", "name", "address")),
    "results": frozenset(("code", "text", "state")),
}
_HEADINGS: Final[dict[Sheet, dict[str, str]]] = {
    sheet: {squash(column.heading): column.field for column in columns} for sheet, columns in COLUMNS.items()
}
_FIRST_ROWS: Final = 12
_YEAR: Final = re.compile(r"ปีงบประมาณ\s*(?:พ\.ศ\.\s*)?([0-9๐-๙]{4})")


@dataclass(frozen=True)
class EditedRow:
    """A row of a sheet. ``code`` is as written where it is none; ``number`` is None for a new entry."""

    sheet: str
    row: int
    code: str
    number: int | None
    title: str
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]

    def text(self, name: str) -> str:
        """The text of a field's cell."""
        return self.cells[name].text

    def where(self, name: str) -> str:
        """The address of a field's cell, such as ``ข้อ!D14``."""
        return f"{self.sheet}!{_letters(self.columns[name])}{self.row}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cells that may be written."""
        return not any(cell.text.strip() for cell in self.cells.values())


@dataclass
class Base:
    """The cells as they went out: of items by code, of entries by code and number."""

    items: dict[str, Cells] = field(default_factory=dict)
    evidence: dict[str, dict[int, Cells]] = field(default_factory=dict)
    results: dict[str, dict[int, Cells]] = field(default_factory=dict)

    def entries(self, sheet: Sheet, code: str) -> dict[int, Cells]:
        """The entries of an item."""
        return (self.evidence if sheet == "evidence" else self.results).get(code, {})


@dataclass
class Edited:
    """The workbook. ``base`` is None where the hidden sheet is lost; what is not known of it is None too."""

    name: str
    rows: dict[Sheet, list[EditedRow]]
    base: Base | None = None
    agency: str | None = None
    fiscal_year: int | None = None
    framework: str | None = None
    remarks: list[Text] = field(default_factory=list)


def is_editing(document: Document) -> bool:
    """Whether a document is such a workbook."""
    return any(_header(table, "items") is not None for table in document.tables())


def edited(document: Document) -> Edited:
    """The workbook in a document that ``is_editing``."""
    found = Edited(document.name, {sheet: [] for sheet in SHEETS})
    for sheet in SHEETS:
        table = next((table for table in document.tables() if _header(table, sheet) is not None), None)
        if table is None:
            found.remarks.append(
                Text(
                    f"ไม่มีแผ่น “{TITLES[sheet]}” ในแฟ้ม จึงไม่เปลี่ยนส่วนนั้น",
                    f"the workbook has no sheet “{TITLES[sheet]}”: that part stays as it is",
                )
            )
            continue
        found.rows[sheet] = _rows(table, sheet, found)
    _take_hidden(document, found)
    if found.fiscal_year is None:
        found.fiscal_year = _year_of(document)
    return found


def _header(table: Table, sheet: Sheet) -> int | None:
    """The place of the row of headings; None when the table is not this sheet."""
    for place, row in enumerate(table.rows[:_FIRST_ROWS]):
        fields = {_HEADINGS[sheet].get(squash(cell.text)) for cell in row.cells}
        if fields >= _NEEDED[sheet] and fields & set(fields_of(sheet)):
            return place
    return None


def _rows(table: Table, sheet: Sheet, found: Edited) -> list[EditedRow]:
    place = _header(table, sheet) or 0
    columns: dict[str, int] = {}
    for number, cell in enumerate(table.rows[place].cells, 1):
        name = _HEADINGS[sheet].get(squash(cell.text))
        if name and name not in columns:
            columns[name] = number
    lost = [column.heading for column in COLUMNS[sheet] if column.hint and column.field not in columns]
    if lost:
        names = ", ".join(lost)
        found.remarks.append(
            Text(
                f"แผ่น “{TITLES[sheet]}” ไม่มีช่อง {names} จึงไม่เปลี่ยนส่วนนั้น",
                f"the sheet “{TITLES[sheet]}” has no column “{names}”: that part stays as it is",
            )
        )
    return [_row(row, sheet, table, columns) for row in table.rows[place + 1 :]]


def _row(row: Row, sheet: Sheet, table: Table, columns: Mapping[str, int]) -> EditedRow:
    def text(name: str) -> str:
        return row.at(columns[name] - 1).text.strip() if name in columns else ""

    number = to_arabic(text("number"))
    cells = {name: row.at(columns[name] - 1) for name in fields_of(sheet) if name in columns}
    return EditedRow(
        table.spot.sheet or "",
        row.spot.row or 0,
        canonical(text("code")),
        int(number) if re.fullmatch("[0-9]{1,4}", number) else None,
        text("title"),
        cells,
        columns,
    )


def canonical(written: str) -> str:
    """A code in its canonical form; the text itself where it is none."""
    try:
        return parse_code(written)
    except CodeError:
        return written


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _take_hidden(document: Document, found: Edited) -> None:
    """What the hidden sheet says, where it came back whole."""
    rows = next((rows for table in document.tables() if (rows := _texts(table))[0][:1] == ["format"]), None)
    if rows is None or rows[0] != ["format", FORMAT]:
        found.remarks.append(_NO_HIDDEN)
        return
    told = {row[0]: row[1] for row in rows if len(row) == 2}
    if told.get("fingerprint") != fingerprint(_padded(row) for row in rows[:-1]):
        found.remarks.append(_NO_HIDDEN)
        return
    try:
        found.base, found.fiscal_year = _base(rows), int(told["fiscal_year"])
    except (KeyError, ValueError, IndexError):
        found.base = None
        found.remarks.append(_NO_HIDDEN)
        return
    found.agency, found.framework = told.get("agency"), told.get("framework")


def _base(rows: Sequence[Sequence[str]]) -> Base:
    """The cells of the hidden sheet's rows.

    Raises:
        ValueError, IndexError: a row is none of ours.
    """
    base = Base()
    for row in map(_padded, rows):
        if row[0] in SHEETS:
            sheet: Sheet = row[0]
            cells = dict(zip(fields_of(sheet), row[3:], strict=True))
            if sheet == "items":
                base.items[row[1]] = cells
            else:
                entries = base.evidence if sheet == "evidence" else base.results
                entries.setdefault(row[1], {})[int(row[2])] = cells
    return base


_NO_HIDDEN: Final = Text(
    "แผ่นที่ซ่อนไว้หายไปหรือถูกแก้ จึงไม่รู้ว่าช่องใดถูกเปลี่ยน: เทียบกับข้อมูลปัจจุบันแทน และไม่ลบอะไร",
    "the hidden sheet is lost or was changed, so it is not known which cells were: they are compared with the"
    " sources as they are now, and nothing is removed",
)


def _texts(table: Table) -> list[list[str]]:
    rows = []
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        while texts and not texts[-1]:
            texts.pop()
        rows.append(texts)
    return rows or [[]]


def _padded(row: Sequence[str]) -> list[str]:
    """A row of a sheet's cells with those at its end that are empty."""
    if row and row[0] in SHEETS:
        width = 3 + len(fields_of(row[0]))
        return [*row, *[""] * (width - len(row))][:width]
    return list(row)


def _year_of(document: Document) -> int | None:
    """The year in the titles over the tables, where all say the same."""
    years = {
        int(to_arabic(match[1]))
        for table in document.tables()
        for row in table.rows[:2]
        for cell in row.cells
        if (match := _YEAR.search(cell.text))
    }
    return years.pop() if len(years) == 1 else None
