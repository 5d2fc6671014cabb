"""Drafts as the sources of a project: which file holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from prongsai.errors import Lang, Text
from prongsai.importing.draft import Doubt, Draft, Leftover, Note
from prongsai.importing.scores import Found
from prongsai.importing.subject import Subject, read_round
from prongsai.importing.writing import Placed, Sheet, place_text
from prongsai.model.framework import Framework

MKDOCS: Final = "site_name: {name}\ndocs_dir: content\ntheme: {{name: prongsai}}\nplugins: [prongsai]\n"
CHANNELS: Final = {
    "complaint-channel": "corruption",
    "feedback-channel": "opinions",
    "q-and-a": "questions",
    "social-media": "social",
    "contact": "contact",
    "privacy-policy": "privacy",
}
LEFTOVERS: Final = "import-leftovers.md"
_LEFT: Final = Text("แถวที่ยังไม่มีที่ลง", "Rows without a place")
_LEFT_ADVICE: Final = Text(
    "แถวเหล่านี้อยู่ในเอกสารแต่โปรแกรมไม่รู้ว่าควรลงที่ใด คัดลอกไปใส่ในข้อที่ถูกแล้วลบไฟล์นี้ได้ อย่าเผยแพร่ไฟล์นี้",
    "These rows are in the document, but the program does not know where they belong. Copy them into the"
    " right item, then delete this file. Don't publish it.",
)
_WHY: Final = Text("เหตุผล", "Why")


@dataclass
class Written:
    files: dict[str, str]
    left: list[Leftover]
    doubts: list[Placed]
    notes: int
    facts: int

    def take(self, sheet: Sheet) -> None:
        """A finished source."""
        self.files[sheet.path] = sheet.text()
        self.doubts += sheet.placed


def write_items(drafts: Sequence[Draft], year: int, written: Written) -> None:
    for draft in drafts:
        record = draft.written()
        body = str(record.pop("body", ""))
        sheet = Sheet(f"content/{year}/{record['code']}.md")
        sheet.lines.append("---")
        sheet.mapping(record, draft.doubts)
        sheet.lines.append("---")
        sheet.lines += [_safe_markdown(line) for line in body.split("\n")] if body else []
        written.take(sheet)
        written.notes += len(draft.notes)
        written.facts += 4 + len(record["responsible"]) + len(record["evidence"])


def _safe_markdown(line: str) -> str:
    """Text of a document as text: nothing in it is markup."""
    return (
        re.sub(r"([\\`*_{}\[\]<>#|!$~&])", r"\\\1", line)
        .replace("\\<", "&lt;")
        .replace("\\&", "&amp;")
        .replace("\\>", "&gt;")
    )


def write_year(
    year: int, headings: Sequence[str], framework: Framework | None, found: Found,
    doubts: Sequence[Doubt], written: Written,
) -> None:  # fmt: skip
    own = Subject()
    read_round(own, headings)
    record: dict[str, Any] = {
        "fiscal_year": year,
        "framework": framework.framework if framework else None,
        "round": _round(own),
        "calendar": [],
    }
    if not found.is_empty():
        record["scores"] = {**found.record, "notes": [note.as_dict() for note in found.notes]}
        written.notes += len(found.notes)
        written.facts += (
            len(found.record["questions"])
            + len(found.record["indicators"])
            + len(found.record["instruments"])
            + 1
        )
    record["notes"] = []
    sheet = Sheet(f"content/{year}/year.yml")
    moved = [Doubt("scores", doubt.value, doubt.reason, doubt.spot) for doubt in found.doubts]
    sheet.mapping(record, [*doubts, *moved])
    written.take(sheet)


def _round(subject: Subject) -> dict[str, Any] | None:
    if subject.round_name is None:
        return None
    span = subject.round
    return {
        "name": subject.round_name,
        "start": span.start.iso() if span and span.start else None,
        "end": span.end.iso() if span and span.end else None,
    }


def write_measures(
    year: int, headings: Sequence[str], steps: Sequence[Draft], guidance: Sequence[Draft], written: Written
) -> None:
    own = Subject()
    read_round(own, headings)
    sheet = Sheet(f"content/{year}/measures.yml")
    sheet.mapping({"round": _round(own)}, [])
    sheet.records("measures", [(draft.written(), draft.doubts) for draft in steps])
    sheet.records("guidance", [(draft.written(), draft.doubts) for draft in guidance])
    sheet.mapping({"notes": []}, [])
    written.take(sheet)
    for draft in (*steps, *guidance):
        written.notes += len(draft.notes)
        written.facts += 2 + len(draft.record["responsible"]) + 2 * len(draft.record.get("links", ()))


def find_channels(drafts: Sequence[Draft], framework: Framework | None, subject: Subject) -> None:
    """The ways to reach the agency that its items speak of, each with its first address."""
    for draft in drafts:
        item = framework.by_code.get(draft.record["code"]) if framework else None
        kind = CHANNELS.get(item.topic) if item else None
        if item is None or kind is None or draft.record["reported"] not in ("done", "in_progress"):
            continue
        urls = [str(one["url"]) for one in draft.record["evidence"]]
        channel = {"kind": kind, "title": item.title, "url": urls[0] if urls else None, "phone": None}
        subject.channels[kind] = channel


def find_hosts(drafts: Sequence[Draft], subject: Subject) -> None:
    """The agency's website: the host of most of its evidence, when it is one of the state's."""
    counts: dict[str, list[str]] = {}
    for draft in drafts:
        for one in draft.record["evidence"]:
            parts = urlsplit(str(one["url"]))
            if parts.netloc.endswith((".go.th", ".or.th")):
                counts.setdefault(parts.netloc, []).append(parts.scheme)
    total = sum(len(found) for found in counts.values())
    best = max(counts, key=lambda host: len(counts[host]), default=None)
    if best and len(counts[best]) >= 3 and len(counts[best]) * 2 > total:
        scheme = max(sorted(set(counts[best])), key=counts[best].count)
        subject.website, subject.host = f"{scheme}://{best}", best
        reason = f"เอกสารไม่ได้บอกเว็บไซต์หลักไว้ จึงใช้โฮสต์ของ {len(counts[best])} จาก {total} ที่อยู่"
        subject.notes.append(Note("website", best, None, reason))


def write_agency(subject: Subject, written: Written) -> None:
    record: dict[str, Any] = {
        "name": subject.name, "kind": subject.kind, "subdistrict": None, "district": subject.district,
        "province": subject.province, "website": subject.website,
        "hosts": [subject.host] if subject.host else [],
        "address": None, "phone": None, "email": None,
        "channels": list(subject.channels.values()), "executives": [],
        "notes": [note.as_dict() for note in subject.notes],
    }  # fmt: skip
    sheet = Sheet("content/agency.yml")
    sheet.mapping(record, subject.doubts)
    written.take(sheet)
    written.notes += len(subject.notes)
    written.facts += 3


def leftovers_text(left: Sequence[Leftover], lang: Lang) -> str:
    """The rows that have no place, as they stand; what is said of them is in ``lang``."""
    lines = [f"# {_LEFT.in_(lang)}", "", _LEFT_ADVICE.in_(lang)]
    for leftover in left:
        lines += [
            "",
            f"## {leftover.spot.file} {place_text(leftover.spot, lang)}",
            "",
            f"{_WHY.in_(lang)}: {leftover.reason.in_(lang)}",
            "",
        ]
        lines += [f"    {line}" for line in leftover.text.split("\n")]
    return "\n".join(lines) + "\n"
