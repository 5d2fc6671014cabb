"""Receipts as an officer reads them: by item, what is wrong, and what to do about it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from prongsai.errors import Lang, Text
from prongsai.evidence.due import moment
from prongsai.evidence.outside import Difference, Outside, differences
from prongsai.model.receipt import Judgement, Receipt
from prongsai.model.verdicts import CLASSES, WORDS, remedy
from prongsai.report.receipt_forms import Looks
from prongsai.source.problems import printable
from prongsai.thai.dates import PartialDate, format_date

NO_LINKS: Final = Text(
    "ยังไม่มีลิงก์หลักฐานให้ตรวจ — ใส่ evidence ในไฟล์ของข้อ เช่น content/2566/o1.md แล้วสั่งใหม่",
    "there are no links to look at yet — give evidence in an item's file, as content/2566/o1.md,"
    " and run this again",
)
_THAILAND: Final = timedelta(hours=7)
_HEADS: Final[Mapping[Judgement, Text]] = {
    "fail": Text("ต้องแก้", "to mend"),
    "unknown": Text("ไม่แน่ชัด (ยังไม่นับว่าเสีย)", "unknown (not counted as failed)"),
}
_MOVED: Final = Text("ผ่าน แต่ย้ายที่แล้ว", "pass, but moved")
_MEND: Final = Text("แก้", "do")
_LAST_OK: Final = Text("ดีครั้งสุดท้าย", "last good")
_ALSO: Final = Text("ใช้กับข้อ", "also of")
_FAILURES: Final = Text("ไม่สำเร็จติดกัน {} ครั้ง", "{} failures in a row")
_DIFFER: Final = Text("ต่างจากที่เว็บไซต์แสดง", "differs from what the site shows")


class Group(NamedTuple):
    """Receipts of one item; ``heading`` is its code and title, empty in a list of links."""

    heading: str
    receipts: Sequence[Receipt]


def receipts_text(looks: Looks, lang: Lang) -> str:
    """All that is not well by item, gravest first; then how many are in each class."""
    if not looks.receipts:
        return NO_LINKS.in_(lang)
    lines: list[str] = []
    for judgement, head in _HEADS.items():
        count = sum(receipt.judgement == judgement for receipt in looks.receipts)
        if count:
            lines += [f"{head.in_(lang)} {count}", ""]
            for group in groups(looks, judgement):
                lines += [*_group(group, lang), ""]
    if moved := [receipt for receipt in looks.receipts if receipt.verdict == "moved"]:
        lines.append(f"{_MOVED.in_(lang)} {len(moved)}")
        lines += [f"  {printable(each.url)}\n    → {printable(each.final_url or '')}" for each in moved]
        lines.append("")
    return "\n".join([*lines, counts(looks, lang)])


def counts(looks: Looks, lang: Lang) -> str:
    """How many receipts are in each class, on one line."""
    return ", ".join(f"{CLASSES[name].in_(lang)} {looks.count(name)}" for name in ("pass", "fail", "unknown"))


def groups(looks: Looks, judgement: Judgement) -> Iterator[Group]:
    """The receipts of a class by their first item, in the order in which they were given."""
    found: dict[str, list[Receipt]] = {}
    for receipt in looks.receipts:
        if receipt.judgement == judgement:
            found.setdefault(receipt.items[0] if receipt.items else "", []).append(receipt)
    for item, receipts in found.items():
        yield Group(f"{item} {looks.titles.get(item, '')}".strip(), receipts)


def _group(group: Group, lang: Lang) -> Iterator[str]:
    if group.heading:
        yield group.heading
    for receipt in group.receipts:
        title = WORDS[receipt.verdict].title.in_(lang)
        yield f"  {printable(receipt.url)}"
        yield f"    {title} ({receipt.verdict}): {printable(receipt.reason.in_(lang))}"
        yield f"    {_MEND.in_(lang)}: {remedy(receipt).in_(lang)}"
        if more := history(receipt, lang):
            yield f"    {more}"


def history(receipt: Receipt, lang: Lang) -> str:
    """When an address was last good, how often it failed since, and what other items it belongs to."""
    told = []
    if day := day_of(receipt.last_ok, lang):
        told.append(f"{_LAST_OK.in_(lang)} {day}")
    if receipt.failures > 1:
        told.append(_FAILURES.in_(lang).format(receipt.failures))
    if len(receipt.items) > 1:
        told.append(f"{_ALSO.in_(lang)} {', '.join(receipt.items[1:])}")
    return " · ".join(told)


def day_of(text: str | None, lang: Lang) -> str:
    """The day of a receipt's time, in Thailand, as people write it; empty where there is none."""
    found = moment(text)
    return _day(found, lang) if found else ""


def _day(when: datetime, lang: Lang) -> str:
    local = when + _THAILAND - (when.utcoffset() or timedelta())
    return format_date(PartialDate(local.year, local.month, local.day), lang=lang, style="short")


def site_text(site: Outside, looks: Looks, lang: Lang) -> str:
    """The same for a published site: which one it is, and where it differs from what it shows itself."""
    years = ", ".join(map(str, site.years))
    head = Text(
        f"ตรวจจากภายนอก: {site.agency} {site.base} ปี {years}",
        f"judged from outside: {site.agency} {site.base} years {years}",
    ).in_(lang)
    lines = [head, "", receipts_text(looks, lang)]
    if found := differences(looks.receipts, site.told):
        lines += ["", f"{_DIFFER.in_(lang)} {len(found)}"]
        lines += [line for difference in found for line in _difference(difference, lang)]
    return "\n".join(lines)


def _difference(difference: Difference, lang: Lang) -> Iterator[str]:
    ours, theirs = difference.receipt, difference.told
    day = day_of(theirs.checked_at, lang)
    shown, found = WORDS[theirs.verdict].title.in_(lang), WORDS[ours.verdict].title.in_(lang)
    if ours.judgement == theirs.judgement:
        found = Text("เปิดได้ แต่ไม่ใช่ไฟล์เดียวกัน", "opens, but is not the same file").in_(lang)
    yield f"  {printable(ours.url)}" + (f" ({', '.join(ours.items)})" if ours.items else "")
    yield Text(
        f"    เว็บไซต์แสดงว่า: {shown}{f' ({day})' if day else ''} — ที่พบตอนนี้: {found}",
        f"    the site shows: {shown}{f' ({day})' if day else ''} — found now: {found}",
    ).in_(lang)
