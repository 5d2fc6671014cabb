"""An address of a search result, a login, a preview or an editor, or a shortened one."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule

_KINDS = {
    "search": Text("เป็นหน้าผลการค้นหา", "is a search's result"),
    "login": Text("เป็นหน้าเข้าสู่ระบบ", "is a login page"),
    "admin": Text("เป็นหน้าของผู้ดูแลระบบ", "is an administrator's page"),
    "preview": Text("เป็นหน้าตัวอย่างก่อนเผยแพร่", "is a preview"),
    "edit": Text("เป็นหน้าแก้ไขเอกสาร", "is a page for editing"),
    "short": Text("เป็นที่อยู่แบบย่อหรือจาก QR Code", "is a shortened address or one behind a QR code"),
}


def check(context: Context) -> Iterator[Hit]:
    """Addresses that don't last, or that citizens can't open."""
    for given, fault in faults(context, "A306"):
        yield given.hit(kind=_KINDS[fault.about])


RULE = Rule(
    code="A306",
    name="passing-address",
    family="address",
    severity="warning",
    title=Text("ที่อยู่ชั่วคราวหรือไม่ใช่ของประชาชน", "a search-result, login, preview, editing or shortened address"),
    what=Text(
        "ที่อยู่เป็นผลการค้นหา หน้าเข้าสู่ระบบ หน้าผู้ดูแล หน้าตัวอย่าง หน้าแก้ไข หรือที่อยู่แบบย่อ",
        "the address is that of a search result, a login, an administrator's page, a preview, an editor, or a"
        " shortened one",
    ),
    why=Text(
        "ผู้ประเมินเปิดแล้วไม่พบข้อมูลโดยตรง ผลค้นหาเปลี่ยนได้ทุกวัน และที่อยู่แบบย่อหมดอายุหรือถูกเปลี่ยนปลายทางได้",
        "the assessor doesn't find the information there; a search's results change from day to day, and a"
        " shortened address can lapse or be led elsewhere",
    ),
    mend=Text(
        "เปิดหน้าหรือไฟล์ปลายทางโดยไม่เข้าสู่ระบบ แล้วคัดลอกที่อยู่เต็มของหน้านั้น",
        "open the page or file itself without logging in, and copy its full address",
    ),
    message=Text(
        "{value} {kind} — ใช้ที่อยู่เต็มของหน้าหรือไฟล์ที่ประชาชนเปิดได้โดยตรง",
        "{value} {kind} — use the full address of the page or file that citizens can open",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {SITE}/?s=powers")),
        good=sources(o3=item(f"url: {SITE}/powers")),
    ),
    check=check,
)
