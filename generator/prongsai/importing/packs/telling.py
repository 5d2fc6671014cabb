"""What is told of a pack that was drafted."""

from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.importing.packs.drafting import Pack
from prongsai.importing.writing import Placed, place_text

FORMAT: Final = "prongsai/pack/1"
_TOLD: Final = 50
"""How many rows without a place the report names; all of them stand at the end of the pack."""


def pack_document(pack: Pack, lang: Lang, *, written: bool) -> dict[str, Any]:
    """The report for machines (``prongsai/pack/1``); ``lang`` is that of the reasons."""
    return {
        "format": FORMAT,
        "framework": pack.name,
        "fiscal_year": pack.fiscal_year,
        "path": pack.path,
        "written": written,
        "items": pack.items,
        "rows": {"read": pack.rows, "left": len(pack.left)},
        "matched": pack.matched,
        "doubts": [_doubt(placed, lang) for placed in pack.doubts],
        "leftovers": [
            {"document": one.spot.as_dict(), "reason": one.reason.in_(lang), "text": one.text}
            for one in pack.left[:_TOLD]
        ],
    }


def _doubt(placed: Placed, lang: Lang) -> dict[str, Any]:
    doubt = placed.doubt
    return {
        "key": doubt.key,
        "value": doubt.value,
        "reason": doubt.reason.in_(lang),
        "document": doubt.spot.as_dict(),
        "line": placed.line,
    }


def pack_text(pack: Pack, lang: Lang, *, written: bool) -> str:
    """The report for people."""
    head = Text(
        f"{pack.name}: {pack.items} ข้อ จาก {pack.rows} แถว เรื่องเดิม {len(pack.matched)}"
        f" เรื่องใหม่ {pack.items - len(pack.matched)} ไม่แน่ใจ {len(pack.doubts)} แห่ง",
        f"{pack.name}: {pack.items} items from {pack.rows} rows, {len(pack.matched)} known topics,"
        f" {pack.items - len(pack.matched)} new ones, {len(pack.doubts)} doubts",
    )
    lines = [head.in_(lang)]
    for placed in pack.doubts:
        where = f"{placed.doubt.spot.file} {place_text(placed.doubt.spot, lang)}".strip()
        lines += ["", f"{pack.path}:{placed.line}: {placed.doubt.key}: {placed.doubt.reason.in_(lang)}"]
        lines += [f"    {text}" for text in (placed.doubt.value, where) if text]
    if pack.left:
        lines += ["", Text("แถวที่ยังไม่มีที่ลง:", "rows without a place:").in_(lang)]
        lines += [
            f"    {one.spot.file} {place_text(one.spot, lang)}: {one.reason.in_(lang)} — {one.text[:100]}"
            for one in pack.left[:_TOLD]
        ]
    told = Text(
        f"เขียน {pack.path} แล้ว — เทียบกับเอกสาร แล้วใส่ framework: {pack.name}"
        f" ใน content/{pack.fiscal_year}/year.yml",
        f"wrote {pack.path} — compare it with the document, then put framework: {pack.name} into"
        f" content/{pack.fiscal_year}/year.yml",
    )
    same = Text(
        f"{pack.path} มาจากเอกสารนี้แล้ว ไม่มีอะไรเปลี่ยน",
        f"{pack.path} is from this document already, nothing changed",
    )
    return "\n".join([*lines, "", (told if written else same).in_(lang)])
