"""The agency's front page as evidence of an item."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Front pages, except for items that a front page may show, such as the contact."""
    for given, _ in faults(context, "A310"):
        yield given.hit()


RULE = Rule(
    code="A310",
    name="home-page",
    family="address",
    severity="warning",
    title=Text("หลักฐานเป็นหน้าแรกของเว็บไซต์", "the front page as evidence"),
    what=Text(
        "ที่อยู่ของหลักฐานเป็นหน้าแรกของเว็บไซต์ ไม่ใช่หน้าหรือไฟล์ของข้อนั้น",
        "the address given as evidence is the site's front page, not the item's own page or file",
    ),
    why=Text(
        "ผู้ประเมินต้องหาเอง ถ้าหาไม่พบข้อนี้ได้ 0 และหน้าแรกเปลี่ยนไปเรื่อย ๆ",
        "the assessor has to search, and gives 0 where nothing is found; besides, a front page changes"
        " all the time",
    ),
    mend=Text(
        "เปิดหน้าหรือไฟล์ของข้อนี้จากหน้าแรก แล้วคัดลอกที่อยู่ของหน้านั้น",
        "go from the front page to the item's page or file, and copy its address",
    ),
    message=Text(
        "{value} เป็นหน้าแรกของเว็บไซต์ — ใช้ที่อยู่ของหน้าหรือไฟล์ที่แสดงเรื่องนี้โดยตรง",
        "{value} is the site's front page — use the address of the page or file that shows this item",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {SITE}/")),
        good=sources(o3=item(f"url: {SITE}/powers"), o5=item(f"url: {SITE}/", "หน้าแรก มีแผนที่และเบอร์โทรศัพท์")),
    ),
    check=check,
)
