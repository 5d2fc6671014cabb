"""The turn of a year told: what was carried, what has another number, what is new, gone, to be renewed."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from prongsai.errors import Lang, Text
from prongsai.model.framework import Item
from prongsai.model.site import Entry
from prongsai.starting.turn import Turn

_HAS = Text(" (มีข้อมูลของปีก่อน ยังอยู่ที่เดิม)", " (has data of the old year, which stay where they are)")


def turn_text(turn: Turn, written: Sequence[str], kept: Sequence[str], lang: Lang) -> str:
    """The report of a turn; ``written`` and ``kept`` are files by name."""
    return "\n".join(_lines(turn, written, kept, lang))


def _lines(turn: Turn, written: Sequence[str], kept: Sequence[str], lang: Lang) -> Iterator[str]:
    yield _head(turn, len(written)).in_(lang)
    if kept:
        count = len(kept)
        yield Text(
            f"มีอยู่แล้ว {count} ไฟล์ ไม่แตะต้อง", f"{count} file(s) were there already and are as they were"
        ).in_(lang)
    if turn.before is None:
        return
    yield _carried(turn, written).in_(lang)
    numbers = [f"{old.code} → {_named(item, lang)}" for old, item in turn.renumbered]
    yield from _section(Text("เปลี่ยนเลขข้อ", "another number"), numbers, lang)
    titles = [f"{item.code} {old.item.title_in(lang)} → {item.title_in(lang)}" for old, item in turn.reworded]
    yield from _section(Text("เปลี่ยนชื่อ", "another title"), titles, lang)
    yield from _section(Text("ข้อใหม่", "new"), [_named(item, lang) for item in turn.new], lang)
    yield from _section(
        Text("ไม่ถามแล้ว", "not asked any more"), [_gone(entry, lang) for entry in turn.gone], lang
    )
    yield from _renew(turn, lang)


def _head(turn: Turn, written: int) -> Text:
    year, name, count = turn.fiscal_year, turn.framework.framework, len(turn.framework.items)
    if turn.before is None:
        return Text(
            f"ปี {year} ({name}, {count} ข้อ): เขียน {written} ไฟล์ ไม่มีปีก่อนหน้าที่มีกรอบให้ยกข้อมูลมา",
            f"{year} ({name}, {count} items): {written} file(s) written; there is no year before to"
            f" take from",
        )
    old = turn.before
    before = f"{old.fiscal_year} ({old.framework.framework if old.framework else '-'})"
    return Text(
        f"ปี {year} ({name}, {count} ข้อ) จากปี {before}: เขียน {written} ไฟล์",
        f"{year} ({name}, {count} items) from {before}: {written} file(s) written",
    )


def _carried(turn: Turn, written: Sequence[str]) -> Text:
    """What went into the files that were written."""
    codes = {PurePosixPath(name).stem for name in written}
    found = [carried for code, carried in turn.carried.items() if code in codes]
    units = sum(bool(one.responsible) for one in found)
    ways = sum(bool(one.breadcrumbs) for one in found)
    standing = sum(len(one.evidence) + len(one.documents) for one in found)
    return Text(
        f"ยกมา: ผู้รับผิดชอบ {units} ข้อ ทางเข้าถึง {ways} ข้อ หลักฐานที่ใช้ต่อได้ {standing} รายการ "
        "ช่องทางติดต่ออยู่ใน agency.yml ใช้ร่วมทุกปี",
        f"carried over: units of {units} items, ways there of {ways}, {standing} pieces of standing evidence;"
        " channels are in agency.yml for all years",
    )


def _section(title: Text, rows: Sequence[str], lang: Lang) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{title.in_(lang)} ({len(rows)})"
        yield from (f"  {row}" for row in rows)


def _named(item: Item, lang: Lang) -> str:
    return f"{item.code} {item.title_in(lang)}"


def _gone(entry: Entry, lang: Lang) -> str:
    return f"{_named(entry.item, lang)}{_HAS.in_(lang) if entry.disclosure else ''}"


def _renew(turn: Turn, lang: Lang) -> Iterator[str]:
    rows = []
    for code, carried in turn.carried.items():
        if carried.renew:
            rows.append(_named(turn.framework.by_code[code], lang))
            rows += [f"  - {' '.join(text.split())}" for text in carried.renew]
    count = sum(len(carried.renew) for carried in turn.carried.values())
    if rows:
        yield ""
        yield Text(
            f"ต้องหาของใหม่ของปี {turn.fiscal_year} ({count}) เขียนเป็นหมายเหตุไว้ในไฟล์ที่สร้างแล้ว",
            f"to be renewed for {turn.fiscal_year} ({count}); the files written list them as comments",
        ).in_(lang)
        yield from (f"  {row}" for row in rows)
