"""What an import tells: rows read and placed, and each doubt with its places in document and source."""

import re
from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.importing import reasons
from prongsai.importing.convert import Imported
from prongsai.importing.draft import Doubt, Leftover
from prongsai.importing.merging import Changes
from prongsai.importing.sources import LEFTOVERS
from prongsai.importing.units import without_names
from prongsai.importing.writing import Placed, place_text
from prongsai.rules.person.national_id import masked

FORMAT: Final = "prongsai/import/1"
_MOBILE: Final = re.compile(r"(?<![\d๐-๙])([0๐][689๖๘๙][\d๐-๙])[- ]?([\d๐-๙]{3})[- ]?([\d๐-๙]{4})(?![\d๐-๙])")
_NEXT: Final = Text(
    "ขั้นต่อไป: ค้นหา “ต้องตรวจ” ในไฟล์ที่เขียน แก้แล้วลบบรรทัดนั้น จากนั้นสั่ง prongsai check",
    "next: look for “ต้องตรวจ” in what was written, put it right, delete the line, then run prongsai check",
)


def import_document(imported: Imported, changes: Changes, lang: Lang) -> dict[str, Any]:
    """The report for machines (``prongsai/import/1``); ``lang`` is that of the reasons."""
    return {
        "format": FORMAT,
        "agency": imported.agency,
        "fiscal_years": list(imported.years),
        "rows": {"read": imported.rows, "placed": imported.placed, "left": imported.rows - imported.placed},
        "facts": imported.facts,
        "notes": imported.notes,
        "doubts": [_doubt(placed, lang) for placed in imported.doubts],
        "leftovers": {
            "path": LEFTOVERS if imported.left else None,
            "rows": [
                {"document": one.spot.as_dict(), "reason": one.reason.in_(lang), "text": hidden(one.text)}
                for one in imported.left
            ],
        },
        "files": {
            "new": sorted(changes.new),
            "merged": sorted(changes.merged),
            "unchanged": sorted(changes.unchanged),
            "kept": sorted(changes.kept),
        },
    }


def _doubt(placed: Placed, lang: Lang) -> dict[str, Any]:
    doubt = placed.doubt
    return {
        "key": doubt.key,
        "value": _value(doubt, lang),
        "reason": doubt.reason.in_(lang),
        "document": doubt.spot.as_dict(),
        "source": {"path": placed.path, "line": placed.line},
    }


def _value(doubt: Doubt, lang: Lang) -> str:
    """What is printed, as a report may show it."""
    withheld = doubt.value == reasons.NAME_WITHHELD.th
    return reasons.NAME_WITHHELD.in_(lang) if withheld else hidden(doubt.value)


def import_text(imported: Imported, changes: Changes, lang: Lang) -> str:
    """The report for people."""
    rows = Text(
        f"อ่านได้ {imported.rows} แถว ลงที่แล้ว {imported.placed} แถว เหลือ {imported.rows - imported.placed} แถว",
        f"{imported.rows} rows read, {imported.placed} placed, {imported.rows - imported.placed} left over",
    )
    facts = Text(
        f"ข้อเท็จจริงราว {imported.facts} รายการ แก้คำที่อ่านผิดพร้อมจดไว้ใน notes {imported.notes} แห่ง"
        f" ไม่แน่ใจ {len(imported.doubts)} แห่ง",
        f"about {imported.facts} facts, {imported.notes} notes of what was mended or odd,"
        f" {len(imported.doubts)} doubts",
    )
    years = ", ".join(map(str, imported.years))
    lines = [f"{imported.agency} {years}", rows.in_(lang), facts.in_(lang)]
    for placed in imported.doubts:
        where = " ".join(
            part for part in (placed.doubt.spot.file, place_text(placed.doubt.spot, lang)) if part
        )
        lines += ["", f"{placed.path}:{placed.line}: {placed.doubt.key}: {placed.doubt.reason.in_(lang)}"]
        if placed.doubt.value:
            lines.append(f"    {_value(placed.doubt, lang)}")
        if where:
            lines.append(f"    {where}")
    if imported.left:
        told = Text(f"แถวที่ยังไม่มีที่ลง อยู่ใน {LEFTOVERS}", f"rows without a place are in {LEFTOVERS}")
        lines += ["", told.in_(lang)]
        lines += [f"    {leftover_line(one, lang)}" for one in imported.left[:50]]
    lines += ["", _written(changes).in_(lang)]
    if imported.doubts:
        lines.append(_NEXT.in_(lang))
    return "\n".join(lines)


def _written(changes: Changes) -> Text:
    if not changes.new and not changes.merged:
        return Text(
            "ไม่มีอะไรเปลี่ยน ไฟล์ที่มีอยู่ตรงกับเอกสารนี้แล้ว",
            "nothing changed: the files there are as the document has them",
        )
    return Text(
        f"ไฟล์ใหม่ {len(changes.new)} เติม {len(changes.merged)}"
        f" เหมือนเดิม {len(changes.unchanged)} คงของเดิมไว้ {len(changes.kept)}",
        f"{len(changes.new)} new files, {len(changes.merged)} filled in,"
        f" {len(changes.unchanged)} unchanged, {len(changes.kept)} kept as they were",
    )


def leftover_line(one: Leftover, lang: Lang) -> str:
    """What has no place, in one line; a draft that was taken back has no place in the document either."""
    where = " ".join(part for part in (one.spot.file, place_text(one.spot, lang)) if part)
    told = f"{one.reason.in_(lang)} — {' '.join(hidden(one.text).split())[:100]}"
    return f"{where}: {told}" if where else told


def hidden(text: str) -> str:
    """A text as a report may show it: without the names of persons, their numbers masked."""
    shown = _MOBILE.sub(lambda match: f"{match[1]}-XXX-XX{match[3][2:]}", masked(text))
    return without_names(shown)
