"""What is told of a workbook that was taken back."""

import difflib
from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.importing.editing.items import Change, Trouble
from prongsai.importing.editing.taking import Taken
from prongsai.importing.report import hidden

FORMAT: Final = "prongsai/edits/1"
_REMOVED: Final = Text("(ลบ)", "(removed)")
_NOTHING: Final = Text("(ว่าง)", "(empty)")
_NO_CHANGE: Final = Text(
    "ไม่มีอะไรเปลี่ยน ข้อมูลตรงกับแฟ้มนี้แล้ว", "nothing changed: the sources are as this workbook has them"
)
_LONGEST: Final = 300


def edits_document(taken: Taken, lang: Lang) -> dict[str, Any]:
    """The report for machines (``prongsai/edits/1``); ``lang`` is that of reasons and remarks."""
    return {
        "format": FORMAT,
        "agency": taken.agency,
        "fiscal_year": taken.fiscal_year,
        "changes": [_change(change) for change in taken.changes],
        "conflicts": [_trouble(one, lang) for one in taken.troubles if one.conflict],
        "doubts": [_trouble(one, lang) for one in taken.troubles if not one.conflict],
        "remarks": [remark.in_(lang) for remark in taken.remarks],
        "files": {
            "new": sorted(set(taken.files) - set(taken.before)),
            "changed": sorted(taken.before),
        },
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "item": change.code,
        "column": change.heading,
        "cell": change.where,
        "before": hidden(change.before),
        "after": hidden(change.after),
    }


def _trouble(one: Trouble, lang: Lang) -> dict[str, Any]:
    return {
        "item": one.code or None,
        "column": one.heading,
        "cell": one.where,
        "sheet_says": hidden(one.theirs),
        "source_says": hidden(one.ours),
        "reason": one.reason.in_(lang),
    }


def edits_diff(taken: Taken) -> str:
    """The changes to the sources as a unified diff; new files by name."""
    parts = []
    for path, text in sorted(taken.files.items()):
        if path not in taken.before:
            parts.append(f"+ {path}\n")
            continue
        before = taken.before[path].splitlines(keepends=True)
        parts += difflib.unified_diff(before, text.splitlines(keepends=True), path, path)
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts)


def edits_text(taken: Taken, lang: Lang) -> str:
    """The report for people."""
    lines = [f"{taken.agency} {taken.fiscal_year}"]
    lines += [remark.in_(lang) for remark in taken.remarks]
    for change in taken.changes:
        lines += ["", f"{change.code} {change.heading} ({change.where})"]
        lines.append(f"    - {_shown(change.before, _NOTHING, lang)}")
        lines.append(f"    + {_shown(change.after, _REMOVED, lang)}")
    for one in taken.troubles:
        word = Text("ขัดกัน", "conflict") if one.conflict else Text("ต้องตรวจ", "doubt")
        lines += ["", f"{one.where}: {word.in_(lang)} {one.code} {one.heading}: {one.reason.in_(lang)}"]
        in_sheet, in_source = Text("ในแฟ้ม", "in the workbook"), Text("ในข้อมูล", "in the sources")
        lines.append(f"    {in_sheet.in_(lang)}: {_shown(one.theirs, _NOTHING, lang)}")
        lines.append(f"    {in_source.in_(lang)}: {_shown(one.ours, _NOTHING, lang)}")
    return "\n".join([*lines, "", _summary(taken).in_(lang)])


def _shown(text: str, nothing: Text, lang: Lang) -> str:
    if not text.strip():
        return nothing.in_(lang)
    return hidden(" ⏎ ".join(line.strip() for line in text.split("\n") if line.strip()))[:_LONGEST]


def _summary(taken: Taken) -> Text:
    conflicts = sum(one.conflict for one in taken.troubles)
    doubts = len(taken.troubles) - conflicts
    if not taken.changes and not taken.troubles:
        return _NO_CHANGE
    return Text(
        f"เปลี่ยน {len(taken.changes)} ช่อง ใน {len(taken.files)} ไฟล์ ขัดกัน {conflicts} ต้องตรวจ {doubts}",
        f"{len(taken.changes)} cells changed in {len(taken.files)} files, {conflicts} conflicts,"
        f" {doubts} doubts",
    )
