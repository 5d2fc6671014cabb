"""An own address that leads to somebody else's site."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._judge import judge
from prongsai.rules.address._visited import ELSEWHERE, visited
from prongsai.rules.context import Context
from prongsai.rules.hosts import host_of
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Good receipts whose final address is on a host where the address itself would be found fault with."""
    for one in visited(context):
        final = one.receipt.final_url
        if one.receipt.judgement != "pass" or not final or host_of(final) == host_of(one.given.url):
            continue
        fault = judge(final, one.given.place, one.own)
        if one.fault is None and fault and fault.code in ELSEWHERE:
            yield one.given.hit(host=host_of(final))


_URL, _OTHER = f"{SITE}/powers", "https://www.another-town.invalid/powers"

RULE = Rule(
    code="A317",
    name="leads-elsewhere",
    family="address",
    severity="info",
    title=Text("ที่อยู่ของหน่วยงานพาไปเว็บไซต์อื่น", "an own address that leads elsewhere"),
    what=Text(
        "ที่อยู่เป็นของหน่วยงาน แต่เมื่อตรวจ ถูกพาต่อไปยังเว็บไซต์ที่ไม่ใช่ของหน่วยงาน",
        "the address is the agency's, but leads on to a website that isn't",
    ),
    why=Text(
        "ผู้ประเมินดูเว็บไซต์ที่ไปถึง ถ้าไม่ใช่ของหน่วยงานอาจไม่นับเป็นหลักฐาน",
        "the assessor judges where it leads: on somebody else's site it may not count",
    ),
    mend=Text(
        "ใส่ที่อยู่ของเอกสารบนเว็บไซต์ของหน่วยงาน ถ้าเป็นเว็บไซต์ของหน่วยงานจริง เพิ่มใน hosts ของ agency.yml",
        "give the document's address on the agency's site; if the other is its own, add it to hosts in "
        "agency.yml",
    ),
    message=Text(
        "หลักฐาน {value} พาไปที่ {host} ซึ่งไม่ใช่เว็บไซต์ของหน่วยงาน — ใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน "
        "หรือเพิ่ม {host} ใน hosts ถ้าเป็นของหน่วยงาน",
        "the evidence {value} leads to {host}, which is no host of the agency — use an address on its site "
        "or add {host} to hosts if it is the agency's",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_URL}")) | lock(_URL, "ok", "พบหน้าเว็บ", final_url=_OTHER),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "ok", "พบหน้าเว็บ", final_url=f"{SITE}/powers.html"),
    ),
    check=check,
    confidence="medium",
)
