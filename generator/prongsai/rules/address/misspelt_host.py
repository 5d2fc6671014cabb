"""The agency's own host with a letter or two wrong."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.address._written import written_hosts
from prongsai.rules.context import Context
from prongsai.rules.hosts import host_of
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Hosts that are one or two letters away from an own host, in addresses and in measures' texts."""
    for given, fault in faults(context, "A302"):
        yield given.hit(host=host_of(given.url), meant=fault.about)
    for written in written_hosts(context):
        if written.meant:
            yield written.hit(host=written.host, meant=written.meant)


RULE = Rule(
    code="A302",
    name="misspelt-host",
    family="address",
    severity="warning",
    title=Text("ชื่อเว็บไซต์ของหน่วยงานสะกดผิด", "a misspelt own host"),
    what=Text(
        "ชื่อเว็บไซต์ในที่อยู่ต่างจากของหน่วยงานเพียงหนึ่งหรือสองอักษร",
        "the host in the address is a letter or two away from the agency's own",
    ),
    why=Text(
        "ที่อยู่ที่สะกดผิดเปิดไม่ได้ หรือพาไปเว็บไซต์ของผู้อื่น ข้อนี้จึงเสี่ยงได้ 0",
        "a misspelt address doesn't open, or leads to somebody else's site: the item may score 0",
    ),
    mend=Text(
        "เปิดทั้งสองที่อยู่ดู แล้วใช้ที่อยู่ที่เปิดได้ ถ้าเป็นเว็บไซต์อีกแห่งของหน่วยงานจริง ให้เพิ่มใน hosts ของ agency.yml",
        "open both, and use the one that answers; if it is indeed another host of the agency, add it to"
        " hosts in"
        " agency.yml",
    ),
    message=Text(
        "{value} อยู่ที่ {host} ซึ่งสะกดใกล้กับ {meant} ของหน่วยงาน — ตรวจการสะกดแล้วใช้ที่อยู่ที่เปิดได้",
        "{value} is on {host}, which is nearly the agency's {meant} — check the spelling and use the one"
        " that opens",
    ),
    example=Example(
        bad=sources(o3=item("url: https://www.example-twon.invalid/powers")),
        good=sources(o3=item(f"url: {SITE}/powers")),
    ),
    check=check,
    confidence="medium",
)
