"""One address given for several items of a year."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import Given, evidence
from prongsai.rules.address._judge import judge
from prongsai.rules.address._own import own_hosts
from prongsai.rules.context import Context
from prongsai.rules.hosts import fold, is_within, parts_of
from prongsai.rules.known_hosts import SOCIAL
from prongsai.rules.rule import Example, Hit, Rule

_CHANNEL_TOPICS = {
    "corruption": {"complaint-channel"},
    "opinions": {"feedback-channel", "participation"},
    "questions": {"q-and-a"},
    "social": {"social-media"},
    "contact": {"contact"},
    "eit": {"ita-implementation"},
    "privacy": {"privacy-policy"},
    "no_gift": {"no-gift-policy"},
}
"""The topics whose own address a channel's is."""

Uses = dict[tuple[int | None, str], list[Given]]
"""Evidence by year and folded address."""
Holders = dict[tuple[str, str], set[int | None]]
"""The years in which an address stands under a topic; None for a channel's."""


def check(context: Context) -> Iterator[Hit]:
    """Each item but the one to which the address belongs; where none does for certain, the first as style."""
    given = _by_year(context)
    rightful = _rightful(context, given)
    for (year, address), uses in given.items():
        firsts = list({use.item: use for use in reversed(uses)}.values())[::-1]
        if len(firsts) < 2:
            continue
        owner = next((use for use in firsts if _belongs(year, address, use, rightful)), None)
        for use in firsts:
            others = ", ".join(str(other.item) for other in firsts if other.item != use.item)
            hit = use.hit(others=others)
            if owner is None and use is firsts[0]:
                yield replace(hit, severity="info", confidence="low")
            elif use is not owner:
                yield hit


def _by_year(context: Context) -> Uses:
    """The pieces of evidence that have no other fault, by year and folded address."""
    own = own_hosts(context.site)
    found: Uses = defaultdict(list)
    for given in evidence(context):
        fault = judge(given.url, given.place, own)
        if fault is None and not is_within(parts_of(given.url).host, SOCIAL):
            found[given.fiscal_year, fold(given.url)].append(given)
    for given in _held(context):
        found[given.fiscal_year, given.url].append(given)
    return found


def _held(context: Context) -> Iterator[Given]:
    """The documents held on the site that are given as evidence."""
    for year, entry, disclosure in context.disclosed:
        for number, shown in enumerate(disclosure.evidence):
            if shown.file is not None:
                loc = ("evidence", number, "file")
                place = (entry.item.topic, disclosure.source, loc, year.fiscal_year, entry.code)
                yield Given(shown.address, shown.file, *place)


def _rightful(context: Context, given: Uses) -> Holders:
    """The years in which an address stands under a topic, and None where a channel of the topic has it."""
    found: Holders = defaultdict(set)
    for (year, address), uses in given.items():
        for use in uses:
            found[address, use.place].add(year)
    for channel in context.site.agency.channels:
        for topic in _CHANNEL_TOPICS.get(channel.kind, ()) if channel.url else ():
            found[fold(channel.url or ""), topic].add(None)
    return found


def _belongs(year: int | None, address: str, use: Given, rightful: Holders) -> bool:
    """Whether an address is an item's own: it is so in another year or of a channel, or is named like it."""
    return bool(rightful[address, use.place] - {year}) or use.place in address.rpartition("/")[2].lower()


RULE = Rule(
    code="A308",
    name="shared-address",
    family="address",
    severity="warning",
    title=Text("ที่อยู่เดียวใช้กับหลายข้อ", "one address given for several items"),
    what=Text(
        "หลักฐานของข้อต่าง ๆ ในปีเดียวกันเป็นที่อยู่หรือไฟล์เดียวกัน (www, http/https และ / ท้ายที่อยู่ไม่นับว่าต่าง)",
        "items of one year have the same address or file as evidence (www, http or https, and a slash at"
        " the end make"
        " no difference)",
    ),
    why=Text(
        "แต่ละข้อถามคนละเรื่อง ผู้ประเมินที่พบหน้าเดิมมักไม่พบสิ่งที่ข้อนั้นถาม และมักเกิดจากคัดลอกที่อยู่ผิดข้อ",
        "each item asks for something else: the assessor who meets the same page again rarely finds it"
        " there, and"
        " often the address was copied to the wrong item",
    ),
    mend=Text(
        "ใช้ที่อยู่ของหน้าหรือไฟล์ที่แสดงเรื่องของข้อนั้นโดยตรง ถ้าเอกสารเดียวตอบหลายข้อจริง ให้ใส่เหตุผลใน silence",
        "give each item the address of its own page or file; where one document does answer several, say"
        " so in"
        " silence",
    ),
    message=Text(
        "{value} ใช้เป็นหลักฐานของข้อ {others} ด้วย — ใช้ที่อยู่ของหน้าหรือไฟล์ที่แสดงเรื่องของข้อนี้โดยตรง",
        "{value} is given for {others} as well — give this item the address of its own page or file",
    ),
    example=Example(
        bad=sources(
            o12=item(f"url: {SITE}/plans", "รายงานรอบ 6 เดือน"),
            o13=item(f"url: {SITE}/plans/", "รายงานประจำปี"),
        ),
        good=sources(
            o12=item(f"url: {SITE}/plans/half-year", "รายงานรอบ 6 เดือน"),
            o13=item(f"url: {SITE}/plans/annual", "รายงานประจำปี"),
        ),
    ),
    check=check,
    confidence="medium",
)
