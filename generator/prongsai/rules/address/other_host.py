"""Evidence, or an address in a measure, on another agency's site."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.address._own import own_hosts
from prongsai.rules.address._written import written_hosts
from prongsai.rules.context import Context
from prongsai.rules.hosts import host_of
from prongsai.rules.rule import Confidence, Example, Hit, Rule

_USE_OWN = Text("ใช้ที่อยู่บน {own} ของหน่วยงาน", "use an address on the agency's {own}")
_NO_OWN = Text(
    "ใช้ที่อยู่บนเว็บไซต์ของหน่วยงานเอง และระบุ website ใน agency.yml",
    "use an address on the agency's own site, and give website in agency.yml",
)


def check(context: Context) -> Iterator[Hit]:
    """Addresses that are on no host of the agency and on none that the item allows."""
    own = own_hosts(context.site)
    for given, fault in faults(context, "A301"):
        mend = Text(_USE_OWN.th.format(own=fault.about), _USE_OWN.en.format(own=fault.about))
        sure: Confidence | None = None if own.declared else "medium"
        yield given.hit(confidence=sure, host=host_of(given.url), mend=mend)
    for written in written_hosts(context):
        if not written.meant:
            mend = _NO_OWN
            if own.home:
                mend = Text(_USE_OWN.th.format(own=own.home[0]), _USE_OWN.en.format(own=own.home[0]))
            yield written.hit(host=written.host, mend=mend)


RULE = Rule(
    code="A301",
    name="other-host",
    family="address",
    severity="warning",
    title=Text("ที่อยู่บนเว็บไซต์ของหน่วยงานอื่น", "another agency's host"),
    what=Text(
        "ที่อยู่ไม่ได้อยู่บนเว็บไซต์ของหน่วยงาน และไม่ใช่ระบบกลางที่ข้อนั้นใช้ได้ เช่น ระบบจัดซื้อจัดจ้างภาครัฐ",
        "the address is not on a host of the agency, nor on a central system that the item may use, such"
        " as the"
        " state's procurement system",
    ),
    why=Text(
        "ข้อมูลของเทศบาลหรือ อบต. อื่นไม่ใช่หลักฐานของหน่วยงานนี้ ข้อนี้จึงเสี่ยงได้ 0 และประชาชนได้ข้อมูลผิดแห่ง",
        "another municipality's page is no evidence of this one's work: the item may score 0, and"
        " citizens read"
        " about the wrong place",
    ),
    mend=Text(
        "ใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน ถ้าเป็นเว็บไซต์อีกแห่งของหน่วยงานจริง ให้เพิ่มใน hosts ของ agency.yml",
        "use an address on the agency's site; if it is indeed another host of the agency, add it to hosts in"
        " agency.yml",
    ),
    message=Text(
        "{value} อยู่ที่ {host} ซึ่งไม่ใช่เว็บไซต์ของหน่วยงาน — {mend} ถ้า {host} เป็นของหน่วยงานจริง ให้เพิ่มใน hosts",
        "{value} is on {host}, which is no host of the agency — {mend}; if {host} is the agency's, add it"
        " to hosts",
    ),
    example=Example(
        bad=sources(o3=item("url: https://www.another-town.invalid/powers")),
        good=sources(
            o3=item(f"url: {SITE}/powers"),
            o9=item("url: https://www.facebook.com/example-town", "เพจของเทศบาล"),
            o20=item("url: https://process3.gprocurement.go.th/egp2procmainWeb/", "ประกาศเชิญชวน"),
        ),
    ),
    check=check,
)
