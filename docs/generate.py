"""Writes the parts of the documentation that the program itself knows.

``python docs/generate.py`` writes them anew; ``--check`` only says which are stale, and exits 1 then. What
lies between ``<!-- generated -->`` and ``<!-- /generated -->`` in a page is overwritten, and so is all of
``reference/problems.md``; ``workflows/`` holds what ships with the program. The table in
``explanation/cost.md`` comes from ``explanation/figures.json``, which
``benchmarks/bench.py --json docs/explanation/figures.json`` writes.
"""

import argparse
import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
import yaml
from pydantic import BaseModel
from typer.models import ArgumentInfo, OptionInfo

from prongsai.check import check_project
from prongsai.cli.app import COMMANDS, app, placed
from prongsai.errors import Lang
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.model.fields import Note
from prongsai.model.framework import Framework
from prongsai.model.receipt import CLASS_OF
from prongsai.model.tables.register import SHAPES
from prongsai.model.tables.shapes import MONTH_IN_TITLE, MONTHS_ACROSS, OTHERS, Column, Shape
from prongsai.model.verdicts import WORDS
from prongsai.rules.page import family_title, rule_page
from prongsai.rules.registry import RULES
from prongsai.source.kinds import KINDS, Kind
from prongsai.starting.code_hosts import shipped_workflow

DOCS = Path(__file__).parent
EXAMPLES = DOCS / "reference" / "problems.yml"
FIGURES = DOCS / "explanation" / "figures.json"
VISITS = DOCS / "explanation" / "verify-figures.json"
COUNTRY = 7_850 * 43

CHECKED = date(2026, 11, 21)
"""The day by which the documented findings judge deadlines."""

REPORTS = (".", "examples/kalase", "examples/plalai", "examples/huaruea", "examples/tako")

_GROUPS = (
    (110, "ไฟล์และโฟลเดอร์ · files and folders"),
    (199, "YAML และส่วนหัวของข้อ · YAML and front matter"),
    (299, "คีย์และค่า · keys and values"),
    (399, "สิ่งที่ต้องตรงกัน · what belongs together"),
    (499, "เนื้อหา Markdown · the text"),
    (599, "ใบตรวจ · receipts"),
    (999, "ที่อยู่ที่เผยแพร่แล้ว · published addresses"),
)
_PLACEHOLDERS = {
    "value": "ค่า",
    "first": "ที่แรก",
    "last": "ที่สุดท้าย",
    "limit": "ขีดจำกัด",
    "size": "ขนาด",
    "guess": "รหัสอักขระที่น่าจะเป็น",
    "reason": "เหตุผล",
    "key": "คีย์",
    "expected": "สิ่งที่ต้องเป็น",
    "found": "สิ่งที่พบ",
    "folder": "ปีของโฟลเดอร์",
    "framework": "กรอบ",
    "known": "ที่รู้จัก",
    "item": "ข้อ",
    "name": "ชื่อไฟล์",
    "count": "จำนวน",
    "year": "ปี",
    "hint": "คำใบ้",
    "remedy": "วิธีแก้",
    "what": "สิ่งที่เกิน",
    "base": "0 หรือ 1",
    "file": "ไฟล์",
}
_CERTAINTY = {"certain": "แน่ใจ", "likely": "น่าจะใช่", "unsure": "ไม่แน่ใจ"}
_ORIGIN = {"report": "รายงาน", "public": "หน้าเว็บสาธารณะ", "official": "เอกสารทางการ", "recalled": "จากความจำ"}
_COVERS = {
    "current": "ปีนี้",
    "previous": "ปีก่อน",
    "first_half": "หกเดือนแรก",
    "multi_year": "มากกว่าหนึ่งปี",
    "any": "ไม่กำหนด",
    None: "ไม่ทราบ",
}
_CLASSES = {
    "pass": "ผ่าน · pass",
    "fail": "เสีย · fail",
    "unknown": "ไม่แน่ชัด · unknown",
}
_ASPECTS = {
    "items": "รายการข้อ",
    "sub_indicators": "ตัวชี้วัดย่อย",
    "elements": "องค์ประกอบ",
    "groups": "หัวข้อกลุ่ม",
    "weights": "น้ำหนัก",
    "bands": "ระดับผล",
    "calendar": "กำหนดเวลา",
    "questions": "คำถาม IIT และ EIT",
    "titles_en": "ชื่อภาษาอังกฤษ",
}


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


# problems


def problems() -> str:
    """``reference/problems.md``."""
    examples = yaml.safe_load(EXAMPLES.read_text("utf-8"))
    parts = [
        "# ข้อความเตือนทุกข้อและวิธีแก้ · Every problem and how to mend it",
        "<!-- เขียนโดย docs/generate.py อย่าแก้ด้วยมือ · written by docs/generate.py, do not edit -->",
        "เมื่อไฟล์มีที่ผิด `prongsai check` และ `prongsai build` บอกไฟล์ บรรทัด คอลัมน์ รหัส สิ่งที่ผิด และวิธีแก้ "
        "(วิธีอ่านอยู่ใน [คู่มือเริ่มต้น](../how-to/first-site.md#อ่านข้อความเตือน)) "
        "ค้นหารหัสที่เห็นในหน้านี้ได้เลย คำใน ‹ › คือส่วนที่โปรแกรมเติมให้ตามสิ่งที่พบ",
        "**ผิด** หยุดการสร้างเว็บไซต์ (เว็บไซต์เดิมยังอยู่) **เตือน** บอกไว้แต่ยังสร้างให้",
        "A code is never given to another problem once it was released.",
    ]
    group = ""
    for kind in KINDS.values():
        title = next(title for last, title in _GROUPS if int(kind.code[1:]) <= last)
        if title != group:
            group = title
            parts.append(f"## {group}")
        parts.append(_problem(kind, examples.get(kind.code)))
    return "\n\n".join(parts) + "\n"


def _problem(kind: Kind, example: dict[str, Any] | None) -> str:
    severity = "เตือน" if kind.severity == "warning" else "ผิด"
    what, _, mend = _readable(kind, "th").partition(" — ")
    parts = [f"### {kind.code} {kind.name}", f"**{severity}:** {what}"]
    if mend.startswith("‹"):
        mend = "ตามที่ข้อความบอก ซึ่งต่างกันไปตามสิ่งที่พบ"
    if mend:
        parts.append(f"**วิธีแก้:** {mend}")
    parts.append(f"*English:* {_readable(kind, 'en')}")
    if example:
        file = example["file"]
        parts += [f"ตัวอย่าง (`{file}`) ผิด:", _fence(example["wrong"])]
        if example["right"]:
            parts += ["ถูก:", _fence(example["right"])]
    return "\n\n".join(parts)


def _fence(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def _readable(kind: Kind, lang: Lang) -> str:
    text = kind.text.in_(lang).replace("{hint}", "") if kind.code != "S108" else kind.text.in_(lang)
    text = re.sub(r"(?<=\S)(?<!\()\{reason\}", "{reason}", text)
    return re.sub(r"\{(\w+)\}", lambda match: f"‹{_placeholder(match[1], lang)}›", text)


def _placeholder(name: str, lang: Lang) -> str:
    return _PLACEHOLDERS.get(name, name) if lang == "th" else name


# commands


def commands() -> str:
    """Every command with its options, for ``reference/commands.md``."""
    parts = ["### `prongsai`", _options(app.registered_callback.callback)] if app.registered_callback else []
    for name, text, function in _named():
        parts += [f"### `prongsai {name}`", text, _options(function)]
    return "\n\n".join(parts)


def _named() -> Iterator[tuple[str, str, Any]]:
    """The whole name of each command, those of groups too, what it does, and its function."""
    for name, later in COMMANDS.items():
        found = placed(later)
        if not isinstance(found, typer.Typer):
            yield name, later.help, found
            continue
        for command in found.registered_commands:
            assert command.callback is not None
            yield f"{name} {command.name or command.callback.__name__}", str(command.help), command.callback


def arguments_of(function: Any) -> list[tuple[str, ArgumentInfo]]:
    """The words that a command takes without a name."""
    hints = get_type_hints(function, include_extras=True)
    return [
        (name.upper(), extra)
        for name in inspect.signature(function).parameters
        for extra in get_args(hints[name])
        if isinstance(extra, ArgumentInfo)
    ]


def options_of(function: Any) -> list[tuple[list[str], OptionInfo, Any, Any]]:
    """The options of a command's function: how each is written, its declaration, its type and its default."""
    found = []
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        type_, *extras = get_args(hints[name])
        option = next((extra for extra in extras if isinstance(extra, OptionInfo)), None)
        if option is None:
            continue
        # Inside Annotated the first name takes the place of the default.
        words = (option.default, *(option.param_decls or ()))
        written = [part for word in words if isinstance(word, str) for part in word.split("/")]
        found.append((written or [f"--{name.replace('_', '-')}"], option, type_, parameter.default))
    return found


def _options(function: Any) -> str:
    rows = [
        [f"`{name}`", "ข้อความ", info.help or "", _if_left_out(info)] for name, info in arguments_of(function)
    ]
    for written, option, type_, default in options_of(function):
        names = ", ".join(f"`{word}`" for word in written)
        rows.append([names, _values(type_), option.help or "", _default(option, default)])
    return table(["ตัวเลือก", "ค่า", "ความหมาย", "ถ้าไม่ใส่"], rows)


def _if_left_out(info: ArgumentInfo) -> str:
    return info.show_default if isinstance(info.show_default, str) else "ต้องใส่"


def _values(type_: Any) -> str:
    kinds = [kind for kind in (type_, *get_args(type_)) if isinstance(kind, type)]
    if any(issubclass(kind, Enum) for kind in kinds):
        return ", ".join(f"`{member.value}`" for member in kinds[0])  # type: ignore[attr-defined]
    if bool in kinds:
        return ""
    return "โฟลเดอร์หรือไฟล์" if Path in kinds else "ข้อความ"


def _default(option: OptionInfo, default: Any) -> str:
    if default is inspect.Parameter.empty:
        return "ต้องใส่"
    if isinstance(option.show_default, str):
        return option.show_default
    if default is None or default is False:
        return "–"
    return f"`{default}`"


# frameworks


def frameworks() -> str:
    """What the packs that ship hold, for ``reference/frameworks.md``."""
    packs = list(shipped().frameworks.values())
    parts = [_overview(packs), _crosswalk(packs), "## ที่มาและความแน่ใจของแต่ละกรอบ"]
    for pack in packs:
        parts += [f"### `{pack.framework}`", _ranges(pack), _certainty(pack), _remarks(pack)]
    return "\n\n".join(part for part in parts if part)


def _overview(packs: Sequence[Framework]) -> str:
    rows = []
    for pack in packs:
        elements = [element for item in pack.items for element in item.elements]
        rows.append(
            [
                f"`{pack.framework}`",
                pack.fiscal_year,
                len(pack.items),
                len(elements),
                sum(element.nil is not None for element in elements),
                len(pack.questions),
                ", ".join(band.name for band in pack.bands),
            ]
        )
    return table(["กรอบ", "ปี", "ข้อ", "องค์ประกอบ", "ยอมให้บอกว่าไม่มี", "คำถาม IIT/EIT", "ระดับผล"], rows)


def _crosswalk(packs: Sequence[Framework]) -> str:
    topics = shipped().topics
    used = [name for name in topics if any(item.topic == name for pack in packs for item in pack.items)]
    rows = [
        [
            topics[name].th,
            f"`{name}`",
            *(", ".join(item.code for item in pack.items if item.topic == name) or "–" for pack in packs),
        ]
        for name in used
    ]
    head = ["เรื่อง", "รหัสหัวข้อ", *(str(pack.fiscal_year) for pack in packs)]
    return f"## เรื่องเดียวกันในแต่ละปี\n\nมี {len(used)} หัวข้อ:\n\n{table(head, rows)}"


def _ranges(pack: Framework) -> str:
    rows = [
        [sub.number, sub.name, f"{sub.items[0].code}–{sub.items[-1].code}", len(sub.items)]
        for sub in pack.sub_indicators
    ]
    return table(["ตัวชี้วัดย่อย", "ชื่อ", "ข้อ", "จำนวน"], rows)


def _certainty(pack: Framework) -> str:
    origins = {origin.id: origin for origin in pack.sources}
    rows = []
    for aspect, basis in pack.basis.items():
        origin = origins[basis.source]
        source = f"{_ORIGIN[origin.kind]}: {origin.text}"
        rows.append([_ASPECTS.get(aspect, aspect), _CERTAINTY[basis.certainty], source, basis.note or ""])
    return table(["เรื่อง", "ความแน่ใจ", "ที่มา", "หมายเหตุ"], rows)


def _remarks(pack: Framework) -> str:
    return "\n".join(f"- **{remark.about}** {remark.text}" for remark in pack.notes)


def elements() -> str:
    """Every element of every pack with its id, for ``reference/elements.md``."""
    parts = []
    for pack in shipped().frameworks.values():
        parts.append(f"## ปี {pack.fiscal_year} (`{pack.framework}`)")
        for sub in pack.sub_indicators:
            parts.append(f"### {pack.fiscal_year}: {sub.number} {sub.name}")
            rows = [
                [
                    f"**{item.code}** {item.title}" if number == 0 else "",
                    f"`{element.id}`",
                    element.text if element.required else f"{element.text} (ไม่บังคับ)",
                    _COVERS[element.covers],
                    element.nil or "–",
                ]
                for item in sub.items
                for number, element in enumerate(item.elements)
            ]
            parts.append(table(["ข้อ", "รหัสองค์ประกอบ", "ต้องแสดง", "ช่วงเวลา", "บอกว่าไม่มีได้เมื่อ"], rows))
    return "\n\n".join(parts)


# the five reports


def reports() -> str:
    """What each of the five reports holds, counted from its sources, for ``explanation/five-reports.md``."""
    rows = []
    for folder in REPORTS:
        site = load_project(DOCS.parent / folder).site
        assert site is not None
        year = site.newest
        notes = list(_notes(site.agency, year.settings, year.measures, *year.disclosures.values()))
        measures = year.measures.measures if year.measures else ()
        mended = sum(note.mended is not None for note in notes)
        rows.append(
            [
                f"[{site.agency.name}](../../{folder}/content/{year.fiscal_year}/)".replace("/./", "/"),
                year.fiscal_year,
                f"{len(year.disclosures)} ({year.summary.in_progress})",
                f"{year.summary.evidence} ({year.summary.with_evidence})",
                len(measures),
                len(year.measures.guidance) if year.measures else 0,
                sum(len(measure.links) for measure in measures),
                f"{mended} / {len(notes) - mended}",
            ]
        )
    head = [
        "หน่วยงาน",
        "ปี",
        "ข้อที่รายงาน (กำลังทำ)",
        "ที่อยู่หลักฐาน (จำนวนข้อ)",
        "มาตรการ",
        "แนวทาง",
        "รหัสที่มาตรการอ้าง",
        "หมายเหตุ: แก้ / ไม่แก้",
    ]
    return table(head, rows)


def _notes(*holders: object) -> Iterator[Note]:
    """Every note in the models ``holders``, at any depth."""
    for holder in holders:
        if isinstance(holder, Note):
            yield holder
        elif isinstance(holder, BaseModel):
            yield from _notes(*(getattr(holder, name) for name in type(holder).model_fields))
        elif isinstance(holder, (tuple, list)):
            yield from _notes(*holder)
        elif isinstance(holder, dict):
            yield from _notes(*holder.values())


# rules


def rules() -> str:
    """Every rule's page, for ``reference/rules.md``."""
    parts = []
    for family in dict.fromkeys(rule.family for rule in RULES):
        parts.append(f"## {family_title(family).th}")
        for rule in RULES:
            if rule.family == family:
                parts.append(re.sub(r"^#", "###", rule_page(rule, "th"), flags=re.MULTILINE).strip())
    head = table(
        ["รหัส", "พบอะไร", "ความสำคัญ", "แก้ให้ได้"],
        [[f"`{rule.code}`", rule.title.th, rule.severity, "ได้" if rule.fixable else ""] for rule in RULES],
    )
    return "\n\n".join([head, *parts])


def findings() -> str:
    """What ``check`` finds in each of the five reports, for ``explanation/findings.md``."""
    parts = []
    for folder in REPORTS:
        site = load_project(DOCS.parent / folder).site
        assert site is not None
        found = check_project(DOCS.parent / folder, CHECKED)
        rows = [
            [
                f"`{finding.path.removeprefix('content/')}`"
                + (f" บรรทัด {finding.line}" if finding.line else ""),
                f"`{finding.rule}`",
                finding.severity,
                finding.message.th,
            ]
            for finding in found
        ]
        parts.append(f"## {site.agency.name} ({len(found)})")
        parts.append(table(["ที่", "กฎ", "ความสำคัญ", "ข้อความ"], rows) if rows else "ไม่พบสิ่งที่ต้องแก้")
    return "\n\n".join(parts)


# verdicts


def verdicts() -> str:
    """Every verdict by class: what it is called, what it means, what to do; for ``reference/verdicts.md``."""
    parts = []
    for group, title in _CLASSES.items():
        rows = [
            [f"`{verdict}`", words.label.th, words.meaning.th, words.remedy.th]
            for verdict, words in WORDS.items()
            if CLASS_OF[verdict] == group
        ]
        parts += [f"### {title}", table(["ผลตรวจ", "บนหน้าเว็บเขียนว่า", "แปลว่า", "เจ้าหน้าที่ทำอะไร"], rows)]
    parts.append("### In English")
    rows = [
        [f"`{verdict}`", words.label.en, words.meaning.en, words.remedy.en]
        for verdict, words in WORDS.items()
    ]
    parts.append(table(["verdict", "on the page", "meaning", "what to do"], rows))
    return "\n\n".join(parts)


# tables


def tables() -> str:
    """Every kind of typed table with its columns, for ``how-to/tables.md``."""
    packs = list(shipped().frameworks.values())
    topics = shipped().topics
    parts = []
    for shape in SHAPES:
        items = [item for pack in packs for item in pack.items if item.topic in shape.topics]
        names = ", ".join(f"{topics[topic].th} (`{topic}`)" for topic in shape.topics)
        rows = [
            [
                f"**{column.wordings[0]}**",
                _needed(column, shape, packs),
                _KINDS[column.kind],
                ", ".join(column.wordings[1:]) or "–",
            ]
            for column in shape.columns
        ]
        head = ["หัวคอลัมน์", "ต้องมีหรือไม่", "ใส่", "คำอื่นที่ใช้ได้"]
        assert items
        parts += [f"### {shape.title.th}", f"ใช้กับเรื่อง {names}", table(head, rows)]
    return "\n\n".join(parts)


_KINDS = {
    "text": "ข้อความ",
    "number": "เลขลำดับ",
    "month": "เดือน",
    "date": "วันที่ เดือน หรือข้อความ",
    "money": "จำนวนเงิน",
    "count": "จำนวนเต็ม",
    "percent": "ร้อยละ",
}
_INSTEAD = {
    MONTHS_ACROSS: "หัวคอลัมน์เป็นเดือน",
    MONTH_IN_TITLE: "ชื่อหลักฐานบอกเดือน",
    OTHERS: "คอลัมน์ตัวเลขที่ตั้งชื่อเอง",
}


def _needed(column: Column, shape: Shape, packs: Sequence[Framework]) -> str:
    asking = [
        pack.fiscal_year
        for pack in packs
        if any(item.topic in shape.topics and column in shape.required_of(item) for item in pack.items)
    ]
    if not asking:
        return "ไม่มีก็ได้"
    needed = "ต้องมี" if column.required else f"ต้องมีในปี {', '.join(map(str, asking))}"
    others = [_INSTEAD.get(name) or f"มี {shape.by_id[name].wordings[0]}" for name in column.instead]
    if column.marks:
        others.append("คำนี้อยู่ในหัวคอลัมน์ งานบริการ หรือช่องทาง")
    return f"{needed} เว้นแต่{' หรือ'.join(others)}" if others else needed


# cost


def figures() -> str:
    """The tables of ``explanation/cost.md``, from the figures of the last full run."""
    if not FIGURES.is_file():
        return "ยังไม่มีผลวัดที่บันทึกไว้ · no figures are recorded yet"
    found = json.loads(FIGURES.read_text("utf-8"))
    parts = [_builds(found["builds"]), _growth(found["builds"]), _checks(found.get("checks", {}))]
    parts.append(_serve(found.get("serve", {})))
    if machine := found.get("machine"):
        parts.insert(0, str(machine))
    return "\n\n".join(part for part in parts if part)


def _builds(builds: dict[str, Any]) -> str:
    rows = []
    for years, build in builds.items():
        ours, bare = build["prongsai"], build["bare"]
        rows.append(
            [
                years,
                f"{ours['pages']:,}",
                f"{ours['seconds']:g}",
                f"{bare['seconds']:g}",
                f"{build['ratio']:g}",
                {"10": "0.6", "100": "0.08"}.get(years, "–"),
                f"{ours['memory']:g} / {bare['memory']:g}",
                f"{ours['written']:,g} / {bare['written']:,g}",
            ]
        )
    head = ["years", "pages", "Prongsai, s", "bare, s", "ratio", "at most", "memory, MB", "written, MB"]
    return table(head, rows)


def _growth(builds: dict[str, Any]) -> str:
    if not {"10", "100"} <= builds.keys():
        return ""
    growth = builds["100"]["prongsai"]["seconds"] / builds["10"]["prongsai"]["seconds"]
    return f"100 years take {growth:.1f} times as long as 10 years (at most 11)."


def _checks(checks: dict[str, Any]) -> str:
    rows = [
        [
            years,
            f"{told['load']:g}",
            f"{told['check']:g}",
            f"{told['ratio']:g}",
            "3" if years == "100" else "–",
        ]
        for years, told in checks.items()
    ]
    return table(["years", "loading, s", "check, s", "ratio", "at most"], rows) if rows else ""


def _serve(serve: dict[str, float]) -> str:
    aims = {"1": "1", "10": "3"}
    rows = [[years, f"{seconds:g}", aims.get(years, "–")] for years, seconds in serve.items()]
    return table(["years", "a changed item is shown after, s", "at most, s"], rows) if rows else ""


# visits


def visits() -> str:
    """The tables of ``explanation/verify-cost.md``, from the figures of the last full run."""
    if not VISITS.is_file():
        return "ยังไม่มีผลวัดที่บันทึกไว้ · no figures are recorded yet"
    found = json.loads(VISITS.read_text("utf-8"))
    scenes = (
        ("plain", "Without latency, ours without its gap"),
        ("latency", "50 to 300 ms of latency, ours as it ships"),
        ("faults", "The same with one link in twenty at fault, the stalled ones all on one host"),
    )
    parts = [_visits(title, found[name]) for name, title in scenes if name in found]
    if {"latency", "faults"} <= found.keys():
        usual, faulty = (found[name]["tools"]["Prongsai"] for name in ("latency", "faults"))
        ratio, best = (faulty[time] / usual[time] for time in ("seconds", "best"))
        told = f"{ratio:.2f} times as long as without (by the best times {best:.2f}; at most 1.3)"
        parts.append(f"With faults ours takes {told}.")
    if "accuracy" in found:
        parts.append(_accuracy(found["accuracy"]))
    countries = [country for name, country in found.items() if name.startswith("country-")]
    if countries:
        parts.append(_country(countries))
    if machine := found.get("machine"):
        parts.insert(0, str(machine))
    return "\n\n".join(parts)


def _visits(title: str, scene: dict[str, Any]) -> str:
    ours = scene["tools"]["Prongsai"]["seconds"]
    rows = [
        [
            name,
            f"{cost['seconds']:g}",
            f"{cost['seconds'] / ours:.2f}",
            f"{cost['best']:g}",
            f"{cost['cpu']:g}",
            f"{cost['memory']:g}",
            cost["most"],
        ]
        for name, cost in scene["tools"].items()
    ]
    head = [
        "",
        "median, s",
        "times ours",
        "best, s",
        "of processor, s",
        "memory, MB",
        "most at once for a host",
    ]
    text = f"**{title}** ({scene['links']:,} links, median of {scene['times']})\n\n{table(head, rows)}"
    if title.endswith("gap"):
        return text
    best = scene["tools"]["Prongsai"]["best"] / scene["ideal"]
    told = f"{ours / scene['ideal']:.2f} times as long (by the best time {best:.2f}; at most 1.15)"
    return f"{text}\n\nThe ideal is {scene['ideal']:g} s; ours takes {told}."


def _accuracy(found: dict[str, Any]) -> str:
    rows = [
        [
            name,
            f"{told['missed']} of {found['faults']}",
            f"{told['alarms']} of {found['good']}",
            told["private"],
        ]
        for name, told in found["tools"].items()
    ]
    head = ["", "faults called good", "good ones called faulty", "requests to the private address"]
    return f"**Judgement** (cases of the fault server that all can take)\n\n{table(head, rows)}"


def _country(countries: list[dict[str, Any]]) -> str:
    rows = [
        [
            f"{country['hosts']:,}",
            f"{country['links']:,}",
            name,
            f"{cost['seconds']:,g}",
            f"{country['links'] / cost['seconds']:,.0f}",
            f"{country['links'] / cost['cpu']:,.0f}",
            f"{COUNTRY / country['links'] * cost['seconds'] / 60:.0f}",
            f"{cost['memory']:g}",
        ]
        for country in countries
        for name, cost in country["tools"].items()
    ]
    head = ["hosts", "links", "", "seconds", "links a second", "a second of processor",
            f"minutes for {COUNTRY:,}", "memory, MB"]  # fmt: skip
    return f"**A country, ours as it ships**, 50 to 300 ms of latency\n\n{table(head, rows)}"


# pages


def between(text: str, mark: str, content: str) -> str:
    """``text`` with ``content`` between its marks."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"<!-- {mark} --> is missing")
    return pattern.sub(lambda match: f"{match[1]}\n{content}\n\n{match[2]}", text)


def generated() -> dict[Path, str]:
    """Every page that has a generated part, as it should be."""
    pages = {DOCS / "reference/problems.md": problems()}
    for name, mark, content in (
        ("reference/commands.md", "generated", commands()),
        ("reference/frameworks.md", "generated", frameworks()),
        ("reference/elements.md", "generated", elements()),
        ("explanation/five-reports.md", "generated", reports()),
        ("explanation/cost.md", "figures", figures()),
        ("explanation/verify-cost.md", "verify", visits()),
        ("reference/rules.md", "generated", rules()),
        ("how-to/tables.md", "generated", tables()),
        ("explanation/findings.md", "generated", findings()),
        ("reference/verdicts.md", "generated", verdicts()),
    ):
        path = DOCS / name
        pages[path] = between(path.read_text("utf-8"), mark, content)
    for path in sorted((DOCS / "workflows").glob("*.yml")):
        pages[path] = shipped_workflow(path.name).decode()
    return pages


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 when a page is stale")
    check = parser.parse_args().check
    stale = 0
    for path, text in generated().items():
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        stale += 1
        print(f"{'stale' if check else 'written'}: {path.relative_to(DOCS.parent)}")
        if not check:
            path.write_text(text, "utf-8")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
