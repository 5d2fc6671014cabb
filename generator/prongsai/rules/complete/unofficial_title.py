"""A title that is not the official one."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.disclosure import Disclosure
from prongsai.rules.complete._titles import Titles, Verdict
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_MENDED = frozenset({"misread", "run_together"})
"""Where it is certain which title is meant."""


def check(context: Context) -> Iterator[Hit]:
    """Titles in the items' files that the framework does not give the item; one an item."""
    titles = Titles(context.site.frameworks)
    for year, entry, disclosure in context.disclosed:
        if year.framework is None:
            continue
        for key, title in _written(disclosure):
            verdict = titles.judge(title, entry, year.framework)
            if verdict is None:
                continue
            yield Hit(
                context.item_source(entry),
                (key,),
                values={
                    "value": quoted(title, 120),
                    "item": entry.code,
                    "title": quoted(entry.item.title, 120),
                    "reason": _reason(verdict),
                },
                fiscal_year=entry.fiscal_year,
                item=entry.code,
                severity="info" if verdict.kind in _MENDED else None,
                confidence="high" if verdict.kind != "unknown" else "medium",
                fix=entry.item.title if verdict.kind in _MENDED else None,
            )
            break


def _written(disclosure: Disclosure) -> Iterator[tuple[str, str]]:
    if disclosure.title is not None:
        yield "title", disclosure.title
    if disclosure.title_published is not None:
        yield "title_published", disclosure.title_published


def _reason(verdict: Verdict) -> Text:
    known = verdict.known
    if verdict.kind == "misread":
        return Text("ใกล้เคียงกันมาก น่าจะพิมพ์หรืออ่านผิด", "nearly the same, so letters were mistyped or misread")
    if verdict.kind == "run_together":
        extra = quoted(verdict.extra)
        return Text(f"มีหัวข้อ {extra} ติดมาด้วย", f"the heading {extra} was run together with it")
    if known is None:
        return Text("ไม่ตรงกับชื่อของข้อใดในกรอบใด", "no framework has an item of this name")
    code, year = known.item.code, known.fiscal_year
    if verdict.kind == "other_item":
        return Text(f"เป็นชื่อของข้อ {code} ในปีเดียวกัน", f"it is the name of {code} in the same year")
    if verdict.kind == "other_year":
        return Text(f"เป็นชื่อเรื่องนี้ในปี {year} ({code})", f"it is this topic's name in {year} ({code})")
    return Text(f"เป็นชื่อของข้อ {code} ปี {year}", f"it is the name of {code} in {year}")


_ITEM = "---\ntitle: ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและ{word}ประจำปี\nreported: done\n---\n"

RULE = Rule(
    code="C103",
    name="unofficial-title",
    family="complete",
    severity="warning",
    title=Text("ชื่อข้อไม่ใช่ชื่อทางการ", "a title that is not the official one"),
    what=Text(
        "ชื่อข้อในไฟล์ไม่ตรงกับชื่อในกรอบของปี เช่น อักษรผิด มีหัวข้ออื่นติดมา เป็นชื่อของปีอื่น หรือเป็นชื่อของข้ออื่น"
        " โดยไม่นับช่องว่าง จุด ขีด และเลขไทย",
        "the title in the file is not the one in the year's framework: a letter is wrong, a heading was run"
        " together"
        " with it, it is another year's name, or another item's; spaces, dots, hyphens and Thai digits"
        " don't count",
    ),
    why=Text(
        "ประชาชนและผู้ประเมินหาข้อด้วยชื่อทางการ ชื่อของข้ออื่นทำให้สงสัยว่าลงข้อมูลผิดข้อ",
        "citizens and assessors look for the official title; another item's makes them doubt what they see",
    ),
    mend=Text(
        "ใช้ชื่อทางการ หรือลบ title ออก เว็บไซต์จะใช้ชื่อในกรอบเอง",
        "use the official title, or delete title: the site then uses the framework's",
    ),
    message=Text(
        "ชื่อข้อ {value} ไม่ใช่ชื่อทางการของ {item} ({reason}) — ใช้ {title}",
        "the title {value} is not the official one of {item} ({reason}) — use {title}",
    ),
    example=Example(
        bad={"2566/year.yml": "framework: nacc-2566\n", "2566/o29.md": _ITEM.format(word="ประพฤตินิชอบ")},
        good={"2566/year.yml": "framework: nacc-2566\n", "2566/o29.md": _ITEM.format(word="ประพฤติมิชอบ")},
    ),
    check=check,
    fixable=True,
)
