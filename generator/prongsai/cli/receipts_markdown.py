"""Receipts as the text of an issue: what broke, by item, as a list to tick off."""

import re
from collections.abc import Iterator
from typing import Final

from prongsai.cli.receipts_text import NO_LINKS, Group, counts, day_of, groups, history
from prongsai.errors import Lang, Text
from prongsai.model.receipt import Receipt
from prongsai.model.verdicts import WORDS, remedy
from prongsai.report.receipt_forms import Looks
from prongsai.source.problems import printable

MOST: Final = 60_000
"""Characters: GitHub takes an issue of 65,536 at most."""

_ALL_WELL: Final = Text("## ลิงก์หลักฐานเปิดได้ทุกลิงก์", "## All evidence opens")
_BROKEN: Final = Text("## ลิงก์หลักฐานที่ต้องแก้ {}", "## Evidence to mend: {}")
_UNKNOWN: Final = Text("## ไม่แน่ชัด {} (ยังไม่นับว่าเสีย)", "## Unknown: {} (not counted as failed)")
_MEND: Final = Text("วิธีแก้", "what to do")
_MORE: Final = Text(
    "…และอีก {} ลิงก์ ดูทั้งหมดด้วย prongsai verify", "…and {} more: see them all with prongsai verify"
)
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~])")


def receipts_markdown(looks: Looks, lang: Lang) -> str:
    """What failed and what is unknown, within what an issue takes."""
    if not looks.receipts:
        return NO_LINKS.in_(lang)
    day = max((one.checked_at for one in looks.receipts if one.checked_at), default=None)
    told = f"{Text('ตรวจเมื่อ', 'looked at').in_(lang)} {day_of(day, lang)} · {counts(looks, lang)}"
    head = _BROKEN.in_(lang).format(looks.count("fail")) if looks.failed else _ALL_WELL.in_(lang)
    lines, left = [head, "", told, ""], MOST
    entries = [*_entries(groups(looks, "fail"), lang, "- [ ] ")]
    if unknown := looks.count("unknown"):
        entries.append((0, f"{_UNKNOWN.in_(lang).format(unknown)}\n"))
        entries += _entries(groups(looks, "unknown"), lang, "- ")
    for number, (_, text) in enumerate(entries):
        left -= len(text) + 1
        if left < 0:
            missing = sum(links for links, _ in entries[number:])
            lines.append(_MORE.in_(lang).format(missing))
            break
        lines.append(text)
    return "\n".join(lines).rstrip() + "\n"


def _entries(found: Iterator[Group], lang: Lang, bullet: str) -> Iterator[tuple[int, str]]:
    """Each piece of text, with how many links it tells of."""
    for group in found:
        if group.heading:
            yield 0, f"### {_plain(group.heading)}\n"
        for receipt in group.receipts:
            yield 1, _entry(receipt, lang, bullet)
        yield 0, ""


def _entry(receipt: Receipt, lang: Lang, bullet: str) -> str:
    title = WORDS[receipt.verdict].title.in_(lang)
    lines = [
        f"{bullet}**{title}** {_code(receipt.url)}",
        f"  - {_plain(receipt.reason.in_(lang))}",
        f"  - {_MEND.in_(lang)}: {remedy(receipt).in_(lang)}",
    ]
    if more := history(receipt, lang):
        lines.append(f"  - {_plain(more)}")
    return "\n".join(lines)


def _code(text: str) -> str:
    """``text`` where nothing in it means anything: no link, no mention, no markup."""
    text = printable(text)[:2_000]
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _plain(text: str) -> str:
    """``text`` without markup and without calling anybody."""
    return _SPECIAL.sub(r"\\\1", printable(text)[:500]).replace("@", "&#64;")
