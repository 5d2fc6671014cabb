"""One item: the changes of its cells, told and taken where nothing speaks against them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from prongsai.errors import Text
from prongsai.importing.editing.book import EditedRow
from prongsai.importing.editing.threeway import match_entries, merge_lines
from prongsai.importing.editing.values import About, Doubtful, lines_of, same, value_of
from prongsai.importing.editing.ways import without_numbers
from prongsai.model.framework import Item
from prongsai.report.editing.cells import Cells, folded
from prongsai.report.editing.columns import COLUMNS, Sheet, fields_of
from prongsai.report.workbook import MAX_CELL

HEADINGS: Final = {
    (sheet, column.field): column.heading for sheet, columns in COLUMNS.items() for column in columns
}
_LISTS: Final = frozenset(("responsible", "periods", "breadcrumbs", "method", "documents"))
_KEYS: Final[dict[Sheet, tuple[str, ...]]] = {"evidence": ("address", "name"), "results": ("text", "date")}
_NEEDED: Final[dict[Sheet, str]] = {"evidence": "address", "results": "text"}


@dataclass(frozen=True)
class Change:
    """A cell's change that is taken; ``after`` is empty where the value goes."""

    code: str
    heading: str
    before: str
    after: str
    where: str


@dataclass(frozen=True)
class Trouble:
    """A cell that was not taken. ``ours`` is what the source says; ``conflict``: both were changed."""

    code: str
    heading: str
    theirs: str
    ours: str
    where: str
    reason: Text
    conflict: bool = False


@dataclass(frozen=True)
class Entry:
    """A piece of evidence or a result; ``origin`` is its place in the source, from 0, None when new."""

    origin: int | None
    cells: Cells


@dataclass
class Versions:
    """An item's cells now and as they went out (None: not known), and its rows in the workbook."""

    item: Item
    ours: Cells
    entries: dict[Sheet, tuple[Cells, ...]]
    base: Cells | None
    base_entries: dict[Sheet, dict[int, Cells]] | None
    row: EditedRow | None
    rows: dict[Sheet, list[EditedRow]]
    is_file: Callable[[str], bool]


@dataclass
class Merged:
    """What an item is to be, with what was changed and what was not taken."""

    cells: Cells
    entries: dict[Sheet, list[Entry]]
    changes: list[Change] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


_BOTH: Final = Text(
    "ข้อมูลถูกแก้ไปแล้วหลังส่งออก จึงไม่เปลี่ยนให้ — ตัดสินว่าจะใช้ค่าใด แล้วแก้ในไฟล์ หรือส่งออกใหม่",
    "the source was changed too since the export, so it stays — decide which, then edit the file or"
    " export anew",
)
_GONE: Final = Text(
    "รายการนี้ไม่มีในข้อมูลแล้ว จึงไม่เปลี่ยนให้ — ถ้ายังต้องการ เติมในแถว “ใหม่”",
    "the sources no longer have this entry, so nothing is changed — if it is wanted, write it into a new row",
)
_NOT_REMOVED: Final = Text(
    "ช่องว่าง แต่ไม่รู้ว่าถูกล้างหรือไม่ เพราะแผ่นที่ซ่อนไว้หายไป จึงเก็บของเดิมไว้",
    "the cell is empty, but without the hidden sheet nobody knows whether it was cleared: the value stays",
)
_FORMULA: Final = Text(
    "ช่องนี้เป็นสูตรที่ไม่มีค่า — คัดลอกแล้ววางเป็นค่า", "the cell holds a formula without a value — paste it as a value"
)
_TOO_LONG: Final = Text(
    f"ข้อความยาวเกิน {MAX_CELL:,} อักษรที่ช่องหนึ่งเก็บได้ จึงต้องแก้ในไฟล์",
    f"the text is longer than the {MAX_CELL:,} characters of a cell: it has to be edited in the file",
)
_THERE: Final = Text(
    "มีรายการนี้อยู่แล้ว แต่ช่องอื่นต่างกัน — แก้ในแถวเดิม หรือส่งออกใหม่แล้วแก้",
    "this entry is there already with other cells — edit its own row, or export anew",
)
MAX_ROWS: Final = 300
"""Most rows of one item in a sheet."""

_TOO_MANY: Final = Text(
    f"ข้อนี้มีเกิน {MAX_ROWS} แถว จึงไม่นำแผ่นนี้กลับ", f"the item has over {MAX_ROWS} rows: none of them is taken"
)
_HALF: Final = {
    "address": Text(
        "ต้องมีที่อยู่เว็บหรือไฟล์ — ถ้าจะลบทั้งรายการ ให้ล้างทุกช่องของแถว",
        "an address or a file is needed — to remove the entry, clear all cells of its row",
    ),
    "text": Text(
        "ต้องบอกว่าเกิดอะไรขึ้น — ถ้าจะลบทั้งรายการ ให้ล้างทุกช่องของแถว",
        "what happened has to be said — to remove the entry, clear all cells of its row",
    ),
    "name": Text("ต้องมีชื่อหลักฐาน", "the evidence needs a name"),
}


def merge_item(versions: Versions) -> Merged:
    """The item with the officer's changes."""
    return _Merger(versions).merged()


class _Merger:
    def __init__(self, versions: Versions) -> None:
        self._all = versions
        self._code = versions.item.code
        self._result = Merged(dict(versions.ours), {})
        self._about = About(len(versions.item.elements), 0, versions.is_file)

    def merged(self) -> Merged:
        if (row := self._all.row) is not None:
            for name in row.cells:
                base = self._all.base[name] if self._all.base is not None else None
                text = self._cell("items", name, row, base, self._all.ours[name])
                if text is not None:
                    self._result.cells[name] = text
        for sheet in _KEYS:
            self._result.entries[sheet] = self._entries(sheet)
        return self._result

    def _cell(self, sheet: Sheet, name: str, row: EditedRow, base: str | None, ours: str) -> str | None:
        """The text that a cell's field gets, None when it stays; the change, or the trouble, is noted."""
        theirs = row.text(name).strip() if name == "body" else row.text(name)
        unchanged = self._same(name, theirs, ours) or (base is not None and self._same(name, theirs, base))
        if unchanged and not row.cells[name].formula:
            return None
        reason = self._against(name, row, theirs, base, ours)
        if reason is not None:
            self._trouble(sheet, name, row, ours, reason)
            return None
        merged: str | None = theirs
        if base is not None and not self._same(name, base, ours):
            merged = None
            if name in _LISTS:
                lines = merge_lines(lines_of(base), lines_of(theirs), lines_of(ours))
                merged = None if lines is None else "\n".join(lines)
            if merged is None:
                self._trouble(sheet, name, row, ours, _BOTH, conflict=True)
                return None
            if folded(merged) == folded(ours):
                return None
        heading = HEADINGS[sheet, name]
        self._result.changes.append(Change(self._code, heading, ours, merged or "", row.where(name)))
        return merged

    def _against(self, name: str, row: EditedRow, theirs: str, base: str | None, ours: str) -> Text | None:
        """Why a changed cell cannot be taken, whatever the source says."""
        if row.cells[name].formula:
            return _FORMULA
        if base is None and not theirs.strip():
            return _NOT_REMOVED
        if len(ours) >= MAX_CELL:
            return _TOO_LONG
        if not theirs.strip() and name in _HALF:
            return _HALF[name]
        try:
            value_of(name, theirs, self._about)
        except Doubtful as doubt:
            return doubt.reason
        return None

    def _same(self, name: str, one: str, other: str) -> bool:
        return same(name, one, other, self._about)

    def _trouble(
        self, sheet: Sheet, name: str, row: EditedRow, ours: str, reason: Text, *, conflict: bool = False
    ) -> None:
        heading = HEADINGS[sheet, name]
        self._result.troubles.append(
            Trouble(self._code, heading, row.text(name), ours, row.where(name), reason, conflict)
        )

    # evidence and results

    def _entries(self, sheet: Sheet) -> list[Entry]:
        ours = [self._with_ways(cells, self._all.ours) for cells in self._all.entries[sheet]]
        rows = self._all.rows[sheet]
        if len(rows) > MAX_ROWS:
            self._trouble(sheet, _NEEDED[sheet], rows[0], "", _TOO_MANY)
            return [Entry(place, cells) for place, cells in enumerate(ours)]
        known = self._base_of(sheet, ours)
        places = match_entries(known, ours, _KEYS[sheet], self._came_later(sheet, known, ours))
        ways = self._ways_of_rows()
        self._about = About(self._about.elements, len(ways), self._about.is_file)
        merged: dict[int, Entry | None] = {place: Entry(place, cells) for place, cells in enumerate(ours)}
        added: list[Entry] = []
        seen: set[int] = set()
        for row in rows:
            number = row.number
            if number is None or number not in known or number in seen:
                if not row.is_empty and (
                    new := self._new(sheet, row, [*ours, *(e.cells for e in added)], ways)
                ):
                    added.append(new)
                continue
            seen.add(number)
            place = places[number]
            base = known[number] if self._all.base_entries is not None else None
            if row.is_empty and set(row.cells) == set(fields_of(sheet)):
                self._remove(sheet, row, base, place, ours, merged)
            elif place is None:
                self._edit_gone(sheet, row, known[number])
            else:
                cells = self._edit(sheet, row, number, base, ours[place], ways)
                merged[place] = Entry(place, cells)
        return [self._on_a_way(entry) for entry in (*merged.values(), *added) if entry]

    def _on_a_way(self, entry: Entry) -> Entry:
        """An entry, without its way where that is no more."""
        if entry.cells.get("way") and entry.cells["way"] not in self._current_ways():
            return Entry(entry.origin, {**entry.cells, "way": ""})
        return entry

    def _came_later(self, sheet: Sheet, known: Mapping[int, Cells], ours: Sequence[Cells]) -> set[int]:
        """The entries that an earlier import took from new rows of the same workbook."""
        name = _NEEDED[sheet]
        new = {
            folded(row.text(name))
            for row in self._all.rows[sheet]
            if row.number is None and name in row.cells
        }
        new -= {folded(cells[name]) for cells in known.values()}
        return {place for place, cells in enumerate(ours) if folded(cells[name]) in new}

    def _base_of(self, sheet: Sheet, ours: Sequence[Cells]) -> dict[int, Cells]:
        """The entries as they went out; where that is not known, as they are now."""
        if self._all.base_entries is None or self._all.base is None:
            return dict(enumerate(ours, 1))
        base = self._all.base
        return {
            number: self._with_ways(cells, base) for number, cells in self._all.base_entries[sheet].items()
        }

    def _with_ways(self, cells: Cells, item: Cells) -> Cells:
        return without_numbers(item, [cells])[0] if "way" in cells else dict(cells)

    def _ways_of_rows(self) -> list[str]:
        row = self._all.row
        written = (
            row.text("breadcrumbs") if row and "breadcrumbs" in row.cells else self._all.ours["breadcrumbs"]
        )
        return lines_of(written)

    def _edit(
        self, sheet: Sheet, row: EditedRow, number: int, base: Cells | None, ours: Cells, ways: Sequence[str]
    ) -> Cells:
        cells = dict(ours)
        for name in row.cells:
            if name == "way":
                written = self._all.base_entries[sheet][number]["way"] if self._all.base_entries else None
                text = self._way(row, written, base["way"] if base else None, ours["way"], ways)
            else:
                text = self._cell(sheet, name, row, base[name] if base else None, ours[name])
            if text is not None:
                cells[name] = text
        return cells

    def _way(
        self, row: EditedRow, written: str | None, base: str | None, ours: str, ways: Sequence[str]
    ) -> str | None:
        """The way by which evidence is reached, as ``_cell`` gives other fields.

        ``written`` is the number that went out: where it stands unchanged, the evidence goes with its way.
        """
        current, theirs = self._current_ways(), row.text("way")
        if written is not None and folded(theirs) == folded(written):
            if not ours or ours in current:
                return None
            number = int(written) if written.isdecimal() else 0
            return ways[number - 1] if 0 < number <= len(ways) and ways[number - 1] in current else ""
        if not theirs.strip() and base is None:
            if ours:
                self._trouble("evidence", "way", row, ours, _NOT_REMOVED)
            return None
        target = ""
        if theirs.strip():
            try:
                target = ways[value_of("way", theirs, self._about) - 1]
            except Doubtful as doubt:
                self._trouble("evidence", "way", row, ours, doubt.reason)
                return None
        if target == ours:
            return None
        if (base is not None and base != ours) or (target and target not in current):
            self._trouble("evidence", "way", row, ours, _BOTH, conflict=True)
            return None
        heading = HEADINGS["evidence", "way"]
        self._result.changes.append(Change(self._code, heading, ours, target, row.where("way")))
        return target

    def _current_ways(self) -> list[str]:
        """The ways as they will be."""
        return lines_of(self._result.cells["breadcrumbs"])

    def _edit_gone(self, sheet: Sheet, row: EditedRow, base: Cells) -> None:
        """A change to an entry that the sources no longer have."""
        for name in row.cells:
            if name != "way" and not self._same(name, row.text(name), base[name]):
                self._trouble(sheet, name, row, "", _GONE, conflict=True)

    def _remove(
        self,
        sheet: Sheet,
        row: EditedRow,
        base: Cells | None,
        place: int | None,
        ours: Sequence[Cells],
        merged: dict[int, Entry | None],
    ) -> None:
        name = _NEEDED[sheet]
        if place is None:
            return
        if base is None:
            self._trouble(sheet, name, row, ours[place][name], _NOT_REMOVED)
        elif any(not self._same(key, base[key], ours[place][key]) for key in base if key != "way"):
            self._trouble(sheet, name, row, ours[place][name], _BOTH, conflict=True)
        else:
            told = " — ".join(text for text in (ours[place].get("name", ""), ours[place][name]) if text)
            self._result.changes.append(Change(self._code, HEADINGS[sheet, name], told, "", row.where(name)))
            merged[place] = None

    def _new(self, sheet: Sheet, row: EditedRow, there: Sequence[Cells], ways: Sequence[str]) -> Entry | None:
        """The entry in a new row; None where it is there already or cannot be taken."""
        reasons = self._new_reasons(sheet, row)
        for name, reason in reasons.items():
            self._trouble(sheet, name, row, "", reason)
        needed = _NEEDED[sheet]
        if reasons or needed not in row.cells:
            return None
        cells = {name: row.text(name).strip() if name in row.cells else "" for name in fields_of(sheet)}
        if cells.get("way"):
            way = ways[value_of("way", cells["way"], self._about) - 1]
            cells["way"] = way if way in self._current_ways() else ""
        if sheet == "evidence" and not cells["name"]:
            cells["name"] = self._all.item.title
        for one in there:
            if self._same(needed, one[needed], cells[needed]) and (
                sheet == "evidence" or self._same("date", one["date"], cells["date"])
            ):
                if any(cells[name] and not self._alike(name, one, cells) for name in cells):
                    self._trouble(sheet, needed, row, one.get("name", one[needed]), _THERE)
                return None
        told = " — ".join(text for text in (cells.get("name", ""), cells[needed]) if text)
        self._result.changes.append(Change(self._code, HEADINGS[sheet, needed], "", told, row.where(needed)))
        return Entry(None, cells)

    def _new_reasons(self, sheet: Sheet, row: EditedRow) -> dict[str, Text]:
        """Why the cells of a new row cannot be taken."""
        reasons = {}
        needed = _NEEDED[sheet]
        for name, cell in row.cells.items():
            if cell.formula:
                reasons[name] = _FORMULA
            elif name == needed and not cell.text.strip():
                reasons[name] = _HALF[needed]
            else:
                try:
                    value_of(name, cell.text, self._about)
                except Doubtful as doubt:
                    reasons[name] = doubt.reason
        return reasons

    def _alike(self, name: str, one: Cells, other: Cells) -> bool:
        if name == "way":
            return folded(one[name]) == folded(other[name])
        return self._same(name, one[name], other[name])
