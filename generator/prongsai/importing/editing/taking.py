"""The whole workbook taken back into a project: which sources change, and what needs a person."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from prongsai.errors import ProjectError, Text
from prongsai.importing.editing.book import SHEETS, Edited, EditedRow
from prongsai.importing.editing.items import Change, Merged, Trouble, Versions, merge_item
from prongsai.importing.editing.source import written
from prongsai.importing.editing.values import About, same
from prongsai.importing.editing.ways import without_numbers
from prongsai.load.files import Held, held_in
from prongsai.load.item import Around, load_item
from prongsai.load.project import CONTENT
from prongsai.model.disclosure import Disclosure
from prongsai.model.site import Entry, Site, Year
from prongsai.report.editing.cells import evidence_cells, folded, item_cells, result_cells
from prongsai.report.editing.columns import Sheet
from prongsai.source.problems import Problems
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_NO_CODE: Final = Text(
    "ไม่มีข้อรหัสนี้ในปีนี้ — ใส่รหัสข้อ เช่น o12", "the year has no item of this code — write one like o12"
)
_TWICE: Final = Text("ข้อนี้มีอีกแถวหนึ่งแล้ว จึงใช้แถวแรก", "the item has a row already: the first one counts")
_MOVED: Final = Text(
    "ชื่อข้อไม่ตรงกับรหัส แถวอาจเลื่อน จึงไม่นำแถวนี้กลับ — ส่งออกใหม่ หรือเรียงแถวทั้งแถวพร้อมกัน",
    "the title is not that of the code: cells may have moved, so this row is not taken — export anew, or"
    " sort whole rows",
)
_NOT_EDITED: Final = Text(
    "แก้ไฟล์ให้เองไม่ได้เพราะเขียนไว้ในรูปแบบที่โปรแกรมไม่แน่ใจ — แก้ในไฟล์",
    "the file is written in a way that this program is not sure of — edit the file",
)


@dataclass
class Taken:
    """What an edited workbook means for a project: texts by path, those in ``before`` as they were."""

    agency: str
    fiscal_year: int
    changes: list[Change] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    remarks: list[Text] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def take(book: Edited, site: Site, root: Path, fiscal_year: int | None) -> Taken:
    """The changes of ``book`` for the sources under ``root``; nothing is written.

    ``fiscal_year`` is the one that a person gives; a workbook knows its own.

    Raises:
        ProjectError: the workbook is of another agency, year or framework.
    """
    year = _year(book, site, fiscal_year)
    taken = Taken(site.agency.name, year.fiscal_year, remarks=list(book.remarks))
    rows = _by_code(book, year, taken)
    folder = _folder(root, year)
    shown = f"{CONTENT}/{folder.name}"
    held = held_in(folder, year.fiscal_year, shown, Problems())
    around = Around(folder, held, year.framework)
    for entry in year.entries:
        versions = _versions(entry, book, rows, held)
        merged = merge_item(versions)
        taken.troubles += merged.troubles
        if merged.changes:
            _write(entry, versions, merged, root, around, taken)
    return taken


def _year(book: Edited, site: Site, wanted: int | None) -> Year:
    number = book.fiscal_year or wanted
    if number is None:
        raise ProjectError(
            f"{book.name}: ไม่รู้ว่าเป็นของปีใด — ระบุ --year เช่น --year {site.newest.fiscal_year}",
            f"{book.name}: it is not known which year this is — give --year, like --year"
            f" {site.newest.fiscal_year}",
        )
    if wanted not in (None, number):
        raise ProjectError(
            f"{book.name}: แฟ้มนี้เป็นของปี {number} ไม่ใช่ {wanted} — เอา --year ออก",
            f"{book.name}: this workbook is of {number}, not {wanted} — leave --year out",
        )
    year = site.by_year.get(number)
    if year is None or year.framework is None:
        raise ProjectError(
            f"{book.name}: โครงการนี้ไม่มีข้อของปี {number}", f"{book.name}: the project has no items of {number}"
        )
    _check_origin(book, site, year)
    return year


def _check_origin(book: Edited, site: Site, year: Year) -> None:
    if book.agency is not None and squash(book.agency) != squash(site.agency.name):
        raise ProjectError(
            f"{book.name}: แฟ้มนี้เป็นของ{book.agency} ไม่ใช่{site.agency.name} — ตรวจ --into หรือส่งออกใหม่",
            f"{book.name}: this workbook is of “{book.agency}”, not “{site.agency.name}” — check --into, or"
            " export anew",
        )
    framework = year.framework.framework if year.framework else ""
    if book.framework not in (None, framework):
        raise ProjectError(
            f"{book.name}: แฟ้มนี้ใช้กรอบ {book.framework} แต่ปี {year.fiscal_year} ใช้ {framework} แล้ว — ส่งออกใหม่",
            f"{book.name}: this workbook is of {book.framework}, the year {year.fiscal_year} now of"
            f" {framework} — export anew",
        )


_Rows = dict[Sheet, dict[str, list[EditedRow]]]


def _by_code(book: Edited, year: Year, taken: Taken) -> _Rows:
    """The rows of each item; those of none, moved ones and second ones are told."""
    found: _Rows = {sheet: {} for sheet in SHEETS}
    for sheet in SHEETS:
        for row in book.rows[sheet]:
            entry = year.by_code.get(row.code)
            reason = None
            if entry is None:
                reason = None if row.is_empty else _NO_CODE
            elif row.title and squash(row.title) != squash(entry.item.title):
                reason = _MOVED
            elif sheet == "items" and row.code in found[sheet]:
                reason = _TWICE
            else:
                found[sheet].setdefault(row.code, []).append(row)
            if reason is not None:
                where = f"{row.sheet}!{row.row}"
                taken.troubles.append(Trouble(row.code, "ข้อ", row.code or row.title, "", where, reason))
    if book.rows["items"]:
        lost = [code for code in year.by_code if code not in found["items"]]
        if lost:
            names = ", ".join(lost)
            taken.remarks.append(
                Text(
                    f"แถวของข้อ {names} หายไปจากแผ่นแรก จึงเก็บของเดิมไว้",
                    f"the rows of {names} are gone from the first sheet: what was there stays",
                )
            )
    return found


def _versions(entry: Entry, book: Edited, rows: _Rows, held: Held) -> Versions:
    item, disclosure = entry.item, entry.disclosure
    base = book.base.items.get(item.code) if book.base else None
    known: dict[Sheet, dict[int, dict[str, str]]] | None = None
    if book.base is not None and base is not None:
        known = {
            "evidence": book.base.entries("evidence", item.code),
            "results": book.base.entries("results", item.code),
        }
    return Versions(
        item,
        item_cells(disclosure, item),
        {"evidence": evidence_cells(disclosure, item), "results": result_cells(disclosure)},
        base,
        known,
        next(iter(rows["items"].get(item.code, ())), None),
        {"evidence": rows["evidence"].get(item.code, []), "results": rows["results"].get(item.code, [])},
        lambda name: held.find(name) is not None or held.find(f"files/{name}") is not None,
    )


def _folder(root: Path, year: Year) -> Path:
    """The year's folder, in whichever digits it is named."""
    content = root / CONTENT
    for path in sorted(content.iterdir()):
        if path.is_dir() and to_arabic(path.name) == str(year.fiscal_year):
            return path
    return content / str(year.fiscal_year)


def _write(
    entry: Entry, versions: Versions, merged: Merged, root: Path, around: Around, taken: Taken
) -> None:
    """The item's new source, if it reads as it was meant to."""
    there = entry.disclosure.source if entry.disclosure else None
    path = there or f"{CONTENT}/{around.folder.name}/{entry.code}.md"
    before = (root / path).read_bytes().decode("utf-8") if there else None
    after = written(before, versions, merged)
    reason = _NOT_EDITED if after is None else _refused(after, path, entry, versions, merged, around)
    if after is None or reason is not None:
        for change in merged.changes:
            taken.troubles.append(
                Trouble(
                    entry.code,
                    change.heading,
                    change.after,
                    change.before,
                    change.where,
                    reason or _NOT_EDITED,
                )
            )
        return
    if before is not None:
        taken.before[path] = before
    taken.files[path] = after
    taken.changes += merged.changes


def _refused(
    text: str, path: str, entry: Entry, versions: Versions, merged: Merged, around: Around
) -> Text | None:
    """Why a new source cannot stand: what is wrong with it, or that it says something else than was meant."""
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="prongsai-sheet-") as folder:
        place = Path(folder) / Path(path).name
        place.write_bytes(text.encode())
        found = load_item(place, path, Around(Path(folder), around.held, around.framework), problems)
    if found is None:
        first = next(iter(problems), None)
        return Text(first.message("th"), first.message("en")) if first else _NOT_EDITED
    return None if _as_meant(found, entry, versions, merged) else _NOT_EDITED


def _as_meant(found: Disclosure, entry: Entry, versions: Versions, merged: Merged) -> bool:
    about = About(len(entry.item.elements), 0, lambda _: True)
    cells = item_cells(found, entry.item)
    if not _all_same(cells, merged.cells, about):
        return False
    ways = without_numbers(cells, evidence_cells(found, entry.item))
    for now, meant in (
        (ways, merged.entries["evidence"]),
        (result_cells(found), merged.entries["results"]),
    ):
        if len(now) != len(meant):
            return False
        if not all(_all_same(one, other.cells, about) for one, other in zip(now, meant, strict=True)):
            return False
    return True


def _all_same(one: Mapping[str, str], other: Mapping[str, str], about: About) -> bool:
    return all(
        folded(one[name]) == folded(text) or same(name, one[name], text, about)
        for name, text in other.items()
    )
