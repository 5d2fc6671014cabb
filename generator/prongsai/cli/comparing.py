"""``prongsai check --packs BEFORE AFTER``: any two framework packs compared."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from prongsai.cli import show
from prongsai.cli.options import Form
from prongsai.errors import ProjectError, Text
from prongsai.load.frameworks import library
from prongsai.load.hints import did_you_mean
from prongsai.load.project import CONTENT
from prongsai.model.framework import Framework, Item
from prongsai.model.pack_changes import Changes, compare
from prongsai.source.problems import Problems

FORMAT: Final = "prongsai/pack-changes/1"


def compare_packs(project: Path, names: tuple[str, str], form: Form) -> None:
    """Print what the second pack changes against the first; needs no project where both ship.

    Raises:
        ProjectError: one is not known or damaged, or the form is none for this.
    """
    if form not in (Form.TEXT, Form.JSON):
        raise ProjectError(
            f"--packs พิมพ์ผลเป็น {form.value} ไม่ได้ — ใช้ --format text หรือ json",
            f"--packs has no result in the form {form.value} — use --format text or json",
        )
    before, after = _packs(project, names)
    changes = compare(before, after)
    if form is Form.JSON:
        show.document(_document(before, after, changes))
    else:
        show.result(_text(before, after, changes).in_(show.language()))


def _packs(project: Path, names: tuple[str, str]) -> tuple[Framework, Framework]:
    problems = Problems()
    found = library(project / CONTENT / "frameworks", f"{CONTENT}/frameworks", problems)
    keys = [name.strip().lower().removesuffix(".yml") for name in names]
    for name in keys:
        if name in found.damaged:
            first = next(one for one in problems.found if Path(one.place.path).stem == name)
            raise ProjectError(
                f"{first.place}: {first.message('th')}", f"{first.place}: {first.message('en')}"
            )
        if name not in found.frameworks:
            raise _unknown(name, found.frameworks)
    return found.frameworks[keys[0]], found.frameworks[keys[1]]


def _unknown(name: str, known: Mapping[str, Framework]) -> ProjectError:
    hint = did_you_mean(name, sorted(known), cutoff=0.8)
    have = ", ".join(sorted(known))
    return ProjectError(
        f"--packs: ไม่มีกรอบ “{name}”{hint.th} — ที่มีคือ {have} (กรอบของหน่วยงานเองอยู่ใน {CONTENT}/frameworks)",
        f"--packs: there is no framework “{name}”{hint.en} — there are {have} (an agency's own lie in"
        f" {CONTENT}/frameworks)",
    )


def _text(before: Framework, after: Framework, changes: Changes) -> Text:
    counted = f"{before.framework} ({len(before.items)} ข้อ)"
    th = [f"{after.framework} ({len(after.items)} ข้อ) เทียบกับ {counted} ตามเรื่อง"]
    en = [
        f"{after.framework} ({len(after.items)} items) against {before.framework}"
        f" ({len(before.items)} items), by topic"
    ]
    for words, lines in _sections(changes):
        if lines:
            told = [f"  {line}" for line in lines]
            th += ["", f"{words.th} ({len(lines)})", *told]
            en += ["", f"{words.en} ({len(lines)})", *told]
    if not changes:
        th.append("ไม่มีข้อใหม่ ไม่มีข้อที่หายไป เลขและชื่อตรงกันทุกข้อ")
        en.append("nothing new, nothing gone; numbers and titles are the same")
    return Text("\n".join(th), "\n".join(en))


def _sections(changes: Changes) -> tuple[tuple[Text, list[str]], ...]:
    return (
        (Text("ข้อใหม่", "new"), [f"{item.code} {item.title}" for item in changes.new]),
        (Text("ไม่ถามแล้ว", "gone"), [f"{item.code} {item.title}" for item in changes.gone]),
        (
            Text("เปลี่ยนเลขข้อ", "renumbered"),
            [f"{was.code} → {item.code} {item.title}" for was, item in changes.renumbered],
        ),
        (
            Text("เปลี่ยนชื่อ", "reworded"),
            [f"{item.code} {was.title} → {item.title}" for was, item in changes.reworded],
        ),
    )


def _document(before: Framework, after: Framework, changes: Changes) -> dict[str, Any]:
    """The comparison for machines."""
    return {
        "format": FORMAT,
        "before": before.framework,
        "after": after.framework,
        "new": [_one(item) for item in changes.new],
        "gone": [_one(item) for item in changes.gone],
        "renumbered": [{"before": _one(was), "after": _one(item)} for was, item in changes.renumbered],
        "reworded": [{"before": _one(was), "after": _one(item)} for was, item in changes.reworded],
    }


def _one(item: Item) -> dict[str, str]:
    return {"code": item.code, "title": item.title, "topic": item.topic}
