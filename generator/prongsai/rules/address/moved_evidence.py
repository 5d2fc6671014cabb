"""Evidence that has moved for good, and is found at its new address."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._judge import judge
from prongsai.rules.address._visited import ELSEWHERE, Visited, visited
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_UNSAFE = r"\s,\[\]{}'\"\\`<>|^"
_PLAIN = re.compile(rf"https?://[^{_UNSAFE}]*[^{_UNSAFE}:#]", re.IGNORECASE)
"""Addresses that stand in a YAML value of any style as they are."""

_PASSING = re.compile(r"jsessionid|phpsessid|[?&](?:sid|session\w*|token)=", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Receipts whose verdict is ``moved``; the new address is written where that is certain."""
    for one in visited(context):
        new = _new_address(one)
        if new is None:
            continue
        if _is_filed(context, one):
            yield one.given.hit(mend=_KEEP, new=quoted(new, 160))
        elif _is_certain(one, new):
            yield one.given.hit(fix=new, mend=_FIX, new=quoted(new, 160))
        else:
            yield one.given.hit(mend=_LOOK, new=quoted(new, 160))


_KEEP = Text(
    "ยื่นไว้ด้วยที่อยู่นี้แล้ว ให้คงการพาต่อไว้ และไม่ต้องแก้ที่อยู่",
    "it was filed by this address: keep the redirect, and leave it",
)
_FIX = Text("ใช้ที่อยู่ใหม่ (check --fix แก้ให้ได้)", "use the new address (check --fix does)")
_LOOK = Text(
    "เปิดดู ถ้าเป็นเอกสารเดียวกัน ใช้ที่อยู่ใหม่", "look at it, and use the new address if it is the same document"
)


def _new_address(one: Visited) -> str | None:
    """The address to which the evidence moved, on the agency's own site; another rule tells of the rest."""
    final = one.receipt.final_url
    if one.receipt.verdict != "moved" or not final or not final.lower().startswith(("http://", "https://")):
        return None
    mark = one.given.url.partition("#")
    new = f"{final}#{mark[2]}" if mark[1] and "#" not in final else final
    fault = judge(new, one.given.place, one.own)
    return None if new == one.given.url or (fault and fault.code in ELSEWHERE) else new


def _is_filed(context: Context, one: Visited) -> bool:
    year = context.site.by_year.get(one.given.fiscal_year or 0)
    return one.given.filed or bool(year and year.filed and one.given.url in year.filed.receipts)


def _is_certain(one: Visited, new: str) -> bool:
    lasting = _PLAIN.fullmatch(new) and not _PASSING.search(new)
    return bool(lasting) and judge(new, one.given.place, one.own) is None


_OLD, _NEW = "http://www.example-town.invalid/plan.pdf", f"{SITE}/files/plan.pdf"

RULE = Rule(
    code="A313",
    name="moved-evidence",
    family="address",
    severity="info",
    title=Text("หลักฐานย้ายไปที่อยู่ใหม่ถาวร", "evidence that moved for good"),
    what=Text(
        "ที่อยู่นี้ยังเปิดได้ เพราะเว็บไซต์พาต่อไปยังที่อยู่ใหม่ของเอกสารเดียวกัน (301 หรือ 308)",
        "the address still opens, because the website leads on to the document's new address (301 or 308)",
    ),
    why=Text(
        "เมื่อใดที่เว็บไซต์เลิกพาต่อ ที่อยู่เดิมจะเปิดไม่ได้ และข้อนี้เสี่ยงได้ 0",
        "once the website stops leading on, the old address is dead, and the item may score 0",
    ),
    mend=Text(
        "ถ้ายังไม่ได้ยื่น ใช้ที่อยู่ใหม่ ด้วยมือหรือ check --fix ถ้ายื่นไว้แล้ว ให้ผู้ดูแลเว็บไซต์คงการพาต่อไว้ "
        "เพราะเวลาอุทธรณ์นับเฉพาะที่อยู่ที่ยื่น",
        "before filing, take the new address, by hand or by check --fix; once filed, have the redirect "
        "kept: in an "
        "appeal only the address that was filed counts",
    ),
    message=Text(
        "หลักฐาน {value} ย้ายไปที่ {new} ถาวร — {mend}",
        "the evidence {value} has moved to {new} for good — {mend}",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_OLD}")) | lock(_OLD, "moved", "พบเอกสาร PDF ซึ่งย้ายถาวร", final_url=_NEW),
        good=sources(o3=item(f"url: {_NEW}")) | lock(_NEW, "ok", "พบเอกสาร PDF", final_url=_NEW),
    ),
    check=check,
    fixable=True,
)
