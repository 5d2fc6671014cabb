"""http where https is usual: once for a host in a year."""

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import Given, evidence, of_agency
from prongsai.rules.address._judge import HOST, judge
from prongsai.rules.address._own import Own, own_hosts
from prongsai.rules.context import Context
from prongsai.rules.hosts import bare, is_within, parts_of
from prongsai.rules.known_hosts import SOCIAL, STORES
from prongsai.rules.rule import Example, Hit, Rule

_ALSO_SECURE = Text("ที่อยู่อื่นบนเว็บไซต์นี้ใช้ https แล้ว", "other addresses on this host have https already")
_ALL_PLAIN = Text("ที่อยู่บนเว็บไซต์นี้ใช้ http ทั้งหมด", "all addresses given on this host have http")


class _Seen(NamedTuple):
    first: Given
    times: int


def check(context: Context) -> Iterator[Hit]:
    """The first place of each host in a year, and in the agency's file where no year has it."""
    own = own_hosts(context.site)
    plain: dict[tuple[int | None, str], _Seen] = {}
    secure: set[str] = set()
    for given in (*evidence(context), *of_agency(context)):
        host = bare(parts_of(given.url).host)
        if parts_of(given.url).scheme == "https":
            secure.add(host)
        elif _is_plain(given, host, own):
            key = (given.fiscal_year, host)
            seen = plain.get(key)
            plain[key] = _Seen(seen.first, seen.times + 1) if seen else _Seen(given, 1)
    in_years = {host for year, host in plain if year is not None}
    for (year, host), seen in plain.items():
        if year is not None or host not in in_years:
            others = _ALSO_SECURE if host in secure else _ALL_PLAIN
            yield seen.first.hit(host=parts_of(seen.first.url).host, count=seen.times, others=others)


def _is_plain(given: Given, host: str, own: Own) -> bool:
    """Whether it is a faultless address but for its http, on a host of which https can be expected."""
    if given.place == HOST or judge(given.url, given.place, own) is not None:
        return False
    return not own.hosts or any(is_within(host, hosts) for hosts in (own.hosts, SOCIAL, STORES))


RULE = Rule(
    code="A304",
    name="plain-http",
    family="address",
    severity="info",
    title=Text("ที่อยู่ใช้ http แทน https", "http where https is usual"),
    what=Text(
        "ที่อยู่ขึ้นต้นด้วย http:// แจ้งครั้งเดียวต่อเว็บไซต์ในแต่ละปี ที่แห่งแรกที่พบ",
        "the address begins with http://; told once for a host in a year, at the first place",
    ),
    why=Text(
        "เบราว์เซอร์เตือนว่าไม่ปลอดภัย และสิ่งที่ประชาชนกรอก เช่น เรื่องร้องเรียน มีผู้อื่นอ่านระหว่างทางได้",
        "browsers warn of such pages, and what citizens write there, a complaint for one, can be read on"
        " the way",
    ),
    mend=Text(
        "ลองเปิดด้วย https:// ถ้าเปิดได้ให้ใช้ที่อยู่นั้น ถ้าไม่ได้ให้ผู้ดูแลเว็บไซต์ติดตั้งใบรับรอง",
        "try it with https:// and use that if it opens; if not, have the site's keeper install a certificate",
    ),
    message=Text(
        "{value} ใช้ http ({others}; บน {host} พบ {count} ที่อยู่) — ลองเปิดด้วย https:// ถ้าเปิดได้ให้ใช้ที่อยู่นั้น",
        "{value} has http ({others}; {count} such on {host}) — try https:// and use it if it opens",
    ),
    example=Example(
        bad=sources(o3=item("url: http://www.example-town.invalid/powers")),
        good=sources(o3=item(f"url: {SITE}/powers")),
    ),
    check=check,
    confidence="medium",
)
