"""An address that only the office's own computers can open."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Private, loopback, link-local and local addresses, in whatever notation."""
    for given, _ in faults(context, "A305"):
        yield given.hit()


RULE = Rule(
    code="A305",
    name="private-address",
    family="address",
    severity="warning",
    title=Text("ที่อยู่ภายในสำนักงาน", "a private or local address"),
    what=Text(
        "ที่อยู่ชี้ไปที่เครื่องของตนเองหรือเครือข่ายภายใน เช่น localhost, 127.0.0.1, 192.168.…, 10.…,"
        " ชื่อที่ลงท้ายด้วย .local"
        " หรือชื่อเครื่องที่ไม่มีจุด",
        "the address leads to one computer or an inner network: localhost, 127.0.0.1, 192.168.…, 10.…, a"
        " name that"
        " ends in .local, or a host's name without a dot",
    ),
    why=Text(
        "ประชาชนและผู้ประเมินอยู่นอกสำนักงาน จึงเปิดไม่ได้ ข้อนี้จึงเท่ากับไม่มีหลักฐาน",
        "citizens and assessors are outside the office and can't open it: the item is without evidence",
    ),
    mend=Text(
        "ใช้ที่อยู่บนเว็บไซต์ของหน่วยงานที่เปิดได้จากโทรศัพท์นอกสำนักงาน",
        "use an address on the agency's site that opens on a telephone outside the office",
    ),
    message=Text(
        "ที่อยู่ {value} เปิดได้เฉพาะในสำนักงาน — ใช้ที่อยู่บนเว็บไซต์ของหน่วยงานที่คนภายนอกเปิดได้",
        "the address {value} opens inside the office only — use one on the agency's site that everybody"
        " can open",
    ),
    example=Example(
        bad=sources(o3=item("url: http://192.168.1.20/powers")),
        good=sources(o3=item(f"url: {SITE}/powers")),
    ),
    check=check,
)
