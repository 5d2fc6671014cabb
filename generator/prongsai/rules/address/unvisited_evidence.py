"""Evidence without a receipt, in a project that has receipts."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._given import Given, evidence
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """One hit an item, at its first address that was never visited."""
    receipts = context.site.receipts
    if not receipts:
        return
    by_item: dict[str, list[Given]] = {}
    for given in evidence(context):
        if given.url not in receipts:
            by_item.setdefault(given.source, []).append(given)
    for found in by_item.values():
        yield found[0].hit(count=len(found))


_URL, _NEW = f"{SITE}/powers", f"{SITE}/duties"

RULE = Rule(
    code="A316",
    name="unvisited-evidence",
    family="address",
    severity="info",
    title=Text("หลักฐานที่ยังไม่ได้ตรวจ", "evidence that was never checked"),
    what=Text(
        "หน่วยงานตรวจหลักฐานด้วย prongsai verify แล้ว แต่ข้อนี้มีที่อยู่ที่ยังไม่มีใบตรวจ มักเป็นที่อยู่ที่เพิ่มหรือแก้ทีหลัง",
        "the agency has receipts, but none of this address: it was mostly added or mended later",
    ),
    why=Text(
        "หน้าเว็บจะบอกว่ายังไม่ได้ตรวจ และยังไม่มีใครรู้ว่าที่อยู่นี้เปิดได้",
        "the site says that it was not checked, and nobody knows whether it opens",
    ),
    mend=Text("สั่ง prongsai verify", "run prongsai verify"),
    message=Text(
        "ยังไม่ได้ตรวจหลักฐาน {count} แห่งของข้อนี้ เริ่มที่ {value} — สั่ง prongsai verify",
        "{count} address(es) of this item were never checked, {value} first — run prongsai verify",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_NEW}")) | lock(_URL, "ok", "พบหน้าเว็บ"),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "ok", "พบหน้าเว็บ"),
    ),
    check=check,
)
