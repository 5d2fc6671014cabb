"""What an agency's own pack changes against the pack of the year before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prongsai.errors import Text
from prongsai.model.framework import Framework, Item
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.thai.text import squash

_KINDS: Final = (
    ("new", Text("ข้อใหม่", "new items")),
    ("gone", Text("ข้อที่หายไป", "items that are gone")),
    ("renumbered", Text("ข้อที่เปลี่ยนเลข", "items with another number")),
    ("reworded", Text("ข้อที่เปลี่ยนชื่อ", "items with another title")),
)


def check(context: Context) -> Iterator[Hit]:
    """One hit with everything that the newest pack of the agency's own changes."""
    own = [context.site.frameworks[name] for name in context.site.own_packs]
    if not own:
        return
    pack = max(own, key=lambda one: (one.fiscal_year, one.framework))
    before = _before(context, pack)
    if before is None:
        return
    changes = compare(before, pack)
    if any(changes.values()):
        yield Hit(
            f"{context.content}/frameworks/{pack.framework}.yml",
            ("framework",),
            fiscal_year=pack.fiscal_year,
            values={"pack": pack.framework, "before": before.framework, "changes": _told(changes)},
        )


def _told(changes: Mapping[str, Sequence[str]]) -> Text:
    """All changes in words, kind by kind."""
    parts = [
        Text(
            f"{words.th} {len(found)} ข้อ ({', '.join(found)})",
            f"{len(found)} {words.en} ({', '.join(found)})",
        )
        for kind, words in _KINDS
        if (found := changes[kind])
    ]
    return Text("; ".join(part.th for part in parts), "; ".join(part.en for part in parts))


def _before(context: Context, pack: Framework) -> Framework | None:
    """The newest earlier pack of the same scheme."""
    earlier = [
        one
        for one in context.site.frameworks.values()
        if one.scheme == pack.scheme and one.fiscal_year < pack.fiscal_year
    ]
    return max(earlier, key=lambda one: one.fiscal_year, default=None)


def compare(before: Framework, after: Framework) -> dict[str, list[str]]:
    """What is new, gone, renumbered and reworded, by topic: codes alone mean other things each year."""
    old, new = _by_topic(before), _by_topic(after)
    found: dict[str, list[str]] = {kind: [] for kind, _ in _KINDS}
    for topic, items in new.items():
        known = old.get(topic, [])
        for item, was in _pairs(known, items):
            if was is None:
                found["new"].append(f"{item.code} {item.title}")
                continue
            if was.code != item.code:
                found["renumbered"].append(f"{was.code}→{item.code}")
            if squash(was.title) != squash(item.title):
                found["reworded"].append(f"{item.code} {was.title}→{item.title}")
        found["gone"] += [f"{item.code} {item.title}" for item in known[len(items) :]]
    found["gone"] += [
        f"{item.code} {item.title}" for topic, items in old.items() if topic not in new for item in items
    ]
    return found


def _by_topic(framework: Framework) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in framework.items:
        found.setdefault(item.topic, []).append(item)
    return found


def _pairs(known: Sequence[Item], items: Sequence[Item]) -> Iterator[tuple[Item, Item | None]]:
    """The items of a topic beside those that it had, in order."""
    for place, item in enumerate(items):
        yield item, known[place] if place < len(known) else None


_PACK = """framework: nacc-2568
scheme: nacc
fiscal_year: 2568
title: {th: กรอบตัวอย่าง}
indicators:
  - number: 9
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: 9.1
        name: ข้อมูลพื้นฐาน
        items:
          - {code: o1, title: โครงสร้างองค์กร, topic: structure}
"""

RULE = Rule(
    code="Y211",
    name="pack-changes",
    family="year",
    severity="info",
    title=Text(
        "กรอบของหน่วยงานเองต่างจากกรอบปีก่อน", "The agency's own pack differs from the pack of the year before"
    ),
    what=Text(
        "กรอบล่าสุดใน content/frameworks เทียบกับกรอบปีก่อนของระบบประเมินเดียวกันตามหัวข้อ ไม่ใช่ตามเลขข้อ มีข้อใหม่ หายไป "
        "เปลี่ยนเลข หรือเปลี่ยนชื่อ",
        "The newest pack in content/frameworks, compared by topic (not by code) with the one before it of the"
        " same scheme, has new items, lacks some, or gives them other numbers or titles.",
    ),
    why=Text(
        "เลขข้อเดียวกันคนละปีอาจเป็นคนละเรื่อง ถ้าไม่รู้ว่าอะไรเปลี่ยน หลักฐานของปีก่อนอาจถูกวางผิดข้อ และข้อใหม่อาจถูกลืม",
        "The same number may mean another thing in another year: evidence ends up under the wrong item, and"
        " new items are forgotten.",
    ),
    mend=Text(
        "เทียบกับเอกสารทางการ ถ้าข้อใหม่เป็นเรื่องเดิมให้ใช้ topic เดิม ถ้าถูกแล้วปิดคำเตือนนี้ด้วย silence ใน agency.yml",
        "Compare with the official document; where a new item is an old matter, give it the old topic. Where"
        " all is right, silence this rule in agency.yml.",
    ),
    message=Text(
        "{pack} ต่างจาก {before}: {changes} — เทียบกับเอกสารทางการ และใช้ topic เดิมเมื่อเป็นเรื่องเดิม",
        "{pack} differs from {before}: {changes} — compare with the official document, and use"
        " the old topic for an old matter",
    ),
    example=Example(
        bad={"frameworks/nacc-2568.yml": _PACK, "2568/year.yml": "framework: nacc-2568\n"},
        good={
            "frameworks/own-2568.yml": _PACK.replace("nacc", "own"),
            "2568/year.yml": "framework: own-2568\n",
        },
    ),
    check=check,
)
