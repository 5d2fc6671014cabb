"""A way there that depends on scrolling, on a moving banner, or on a later page of the news."""

import re
from collections.abc import Iterator
from functools import lru_cache

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted
from prongsai.thai.digits import to_arabic

_SCROLL = Text("ต้องเลื่อนหน้าจอ", "depends on scrolling")
_MOVING = Text("ต้องกดภาพที่เคลื่อนที่", "depends on something that moves")
_LATER = Text("อยู่หน้าหลัง ๆ ของรายการ", "is on a later page of a list")
_WAYS = (
    (
        _SCROLL,
        re.compile(
            r"(?:เลื่อน|ไถ|สกรอลล์?)\s*(?:ลง|หน้าจอ|หน้าเว็บ|หน้าต่าง|เมาส์|จอ|เมนู|(?:ไป|มา)?\s*(?:ที่)?\s*ด้าน(?:ล่าง|ขวา|ซ้าย))"
            r"|(?:เลื่อน|ไถ)\s*(?:ไป|มา)(?:ที่|ยัง)?\s*(?:ล่าง|ท้าย)|\bscroll",
            re.IGNORECASE,
        ),
    ),
    (
        _MOVING,
        re.compile(
            r"(?:แบนเนอร์|ไอคอน|ไอค่อน|ป้าย|รูป|ภาพ|โลโก้|ข้อความ|ตัวอักษร|อักษร|ตัวหนังสือ|ตัว|เมนู|banner|icon)"
            r"\s*(?:ที่|แบบ|ซึ่ง|ตัว)?\s*(?:กำลัง)?\s*(?:วิ่ง|เคลื่อนไหว|เคลื่อนที่|เลื่อน|หมุน|สไลด์|ลอย)"
            r"|สไลด์โชว์|สไลด์(?:แบนเนอร์|ภาพ|รูป)|\b(?:marquee|carousel|slide\s?show|slider)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _LATER,
        re.compile(
            r"(?:(?<!อำนาจ)หน้า(?:ที่)?|\bpage)\s*[=:]?\s*(?:[2-9]|[1-9][0-9])(?![0-9]|\s*/\s*[0-9]{2})|หน้าถัดไป",
            re.IGNORECASE,
        ),
    ),
)


def check(context: Context) -> Iterator[Hit]:
    """One hit for a way, at the first step that hides it; and addresses of a list's later page."""
    for year, entry, disclosure in context.disclosed:
        for number, way in enumerate(disclosure.breadcrumbs):
            for place, step in enumerate(way):
                found = _hidden(step)
                if found is not None:
                    yield Hit(
                        disclosure.source,
                        ("breadcrumbs", number, place),
                        find=found[1],
                        values={"value": quoted(step), "reason": found[0]},
                        fiscal_year=year.fiscal_year,
                        item=entry.code,
                    )
                    break
    for given, _ in faults(context, "A309"):
        yield given.hit(confidence="medium", reason=_LATER)


@lru_cache(maxsize=20_000)
def _hidden(step: str) -> tuple[Text, str] | None:
    """Why a step hides the way, and the words that say so."""
    text = to_arabic(step)
    for reason, words in _WAYS:
        match = words.search(text)
        if match:
            return reason, step[match.start() : match.end()]
    return None


RULE = Rule(
    code="A309",
    name="hidden-way",
    family="address",
    severity="warning",
    title=Text("ทางเข้าที่หายาก", "a way there that is hard to find"),
    what=Text(
        "ทางเข้าต้องเลื่อนหน้าจอลง ต้องกดแบนเนอร์หรือไอคอนที่เคลื่อนที่ หรืออยู่หน้า 2 ของข่าวเป็นต้นไป",
        "the way leads by scrolling, by a moving banner or icon, or by page 2 or later of the news",
    ),
    why=Text(
        "ผู้ประเมินเดินตามทางที่เขียนไว้ ข่าวใหม่ดันข่าวเก่าไปหน้าอื่น และของที่เคลื่อนที่กดไม่ทันหรือมองไม่เห็น",
        "the assessor follows the way as written; new entries push older ones to other pages, and what"
        " moves is"
        " missed or not seen",
    ),
    mend=Text(
        "ทำเมนูหรือแบนเนอร์ถาวรบนหน้าแรกที่พาไปถึงหน้านั้น แล้วแก้ทางเข้าในแหล่งข้อมูล",
        "make a menu entry or a permanent banner on the front page that leads there, and mend the way here",
    ),
    message=Text(
        "ทางเข้า {value} {reason} — ทำเมนูหรือแบนเนอร์ถาวรบนหน้าแรก แล้วแก้ทางเข้า",
        "the way by {value} {reason} — make a menu entry or a permanent banner on the front page",
    ),
    example=Example(
        bad=sources(
            o18=item(f"url: {SITE}/eservice", "E-Service", "หน้าแรก > เลื่อนลงด้านล่าง > แบนเนอร์ E-Service")
        ),
        good=sources(
            o18=item(f"url: {SITE}/eservice", "E-Service", "หน้าแรก > บริการประชาชน > E-Service"),
        ),
    ),
    check=check,
)
