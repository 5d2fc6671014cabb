"""Small projects and copies of the invented town with one thing changed, looked at by some rules."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from prongsai.check import context_of, run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.finding import Finding, in_order
from prongsai.rules.rule import Rule

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
TOWN = ROOT / "examples" / "namsai"
REPORTS = {"khaoyoi": "."} | {name: f"examples/{name}" for name in ("kalase", "huaruea", "plalai", "tako")}
TODAY = date(2024, 10, 1)
AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"


def found_in(root: Path, rules: Iterable[Rule], today: date = TODAY) -> list[Finding]:
    """What ``rules`` find in a project."""
    site = load_project(root).site
    assert site is not None
    return list(in_order(run_rules(context_of(site, today), Places(root), rules)))


def written(root: Path, files: Mapping[str, str]) -> Path:
    """A project of sources given as path below ``content/`` → text."""
    for name, text in ({"agency.yml": AGENCY} | dict(files)).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def planted(root: Path, *changes: tuple[str, str, str]) -> tuple[Path, int]:
    """A copy of the town in which a pattern is replaced in each of some files, and the last change's line."""
    shutil.copytree(TOWN / "content", root / "content")
    line = 0
    for name, pattern, new in changes:
        path = root / "content" / name
        text = path.read_text("utf-8")
        match = re.search(pattern, text, re.DOTALL | re.MULTILINE)
        assert match, (name, pattern)
        line = text.count("\n", 0, match.start()) + 1
        path.write_text(text[: match.start()] + new + text[match.end() :], "utf-8")
    return root, line


def told(findings: Iterable[Finding]) -> list[str]:
    """Findings as a line each: rule, severity, item, place, message."""
    return [
        f"{each.rule} {each.severity} {each.item or '-'} {each.path}:{each.line}:{each.column}"
        f" {each.message.th}"
        for each in findings
    ]


def assert_golden(family: str, report: str, rules: Iterable[Rule]) -> None:
    """The family's findings on a report are those that stand in its golden file."""
    found = told(found_in(ROOT / REPORTS[report], rules))
    path = GOLDEN / f"{family}-{report}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        path.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert path.read_text("utf-8").splitlines() == found
