"""Before anything leaves: clean sources, no error, a site that is whole, no dead link inside it.

What is wrong is told all together. A person can go on despite it, by its name and with a reason, which is
recorded.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import typer

from prongsai.check import check_project
from prongsai.cli import show
from prongsai.compile import Compiled, SourcesFault
from prongsai.errors import OutputError, ProjectError, Text
from prongsai.kept import RECORDS
from prongsai.load.places import Places
from prongsai.mkdocs_run import Project, build_site, read_project
from prongsai.model.finding import Finding
from prongsai.publish.deadlinks import dead_links
from prongsai.publish.listing import Listing, listing_of
from prongsai.rules.person.national_id import masked

WORKSHOP: Final = ".prongsai"
UNCOMMITTED: Final = "uncommitted"
DEAD_LINKS: Final = "dead-links"
_SHOWN: Final = 20


@dataclass
class Gates:
    """What stands in the way, by name, and what somebody overrides for a ``reason``; ``used`` is recorded."""

    despite: frozenset[str]
    reason: str | None
    refused: list[str] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)

    def stop(self, name: str, text: Text) -> None:
        """Something named ``name`` is in the way; what it is has to be told anyway."""
        show.say(f"{name}: {text.in_(show.language())}")
        if name.upper() in self.despite and self.reason:
            self.used[name] = self.reason
        else:
            self.refused.append(name)

    def settle(self) -> None:
        """End the command with 1 where something is in the way."""
        if not self.refused:
            return
        names = " ".join(f"--despite {name}" for name in dict.fromkeys(self.refused))
        show.say(Text(
            f'ยังไม่เผยแพร่ — แก้ก่อน หรือถ้าจำเป็นต้องเผยแพร่ทั้งอย่างนี้ ใส่ {names} --reason "เหตุผล" ซึ่งจะถูกบันทึกไว้',
            f'not published — mend it first or, if it has to go out as it is, add {names} --reason "why", '
            "which is recorded",
        ).in_(show.language()))  # fmt: skip
        raise typer.Exit(1)


def read_gates(despite: Sequence[str], reason: str | None) -> Gates:
    """What a person overrides.

    Raises:
        ProjectError: without a reason.
    """
    if despite and not (reason and reason.strip()):
        raise ProjectError(
            '--despite ต้องมี --reason "เหตุผล" ด้วย เพราะจะถูกบันทึกไว้',
            '--despite needs --reason "why", which is recorded',
        )
    return Gates(frozenset(name.upper() for name in despite), reason)


@dataclass(frozen=True)
class Ready:
    """A site that may leave: its folder and files, what it was compiled from, and from which commit."""

    root: Path
    project: Project
    site: Path
    listing: Listing
    compiled: Compiled
    commit: str | None
    gates: Gates


def ready(root: Path, today: date, gates: Gates) -> Ready:
    """Check the project in ``root``, build it, and look over what was built.

    Raises:
        ProngsaiError: it cannot be built.
        typer.Exit: something is in the way (1).
    """
    project = read_project(root)
    dirty = uncommitted(root, project.sources)
    if dirty:
        gates.stop(UNCOMMITTED, Text(
            f"มีไฟล์ที่แก้แล้วยังไม่ได้บันทึกลง git: {_some(dirty)} — สั่ง git add แล้ว git commit",
            f"changed files are not committed to git: {_some(dirty)} — run git add and git commit",
        ))  # fmt: skip
    _check(root, today, gates)
    show.tell(Text("กำลังสร้างเว็บไซต์", "building the site"))
    try:
        site, compiled = build_site(root, workshop(root) / "site")
    except SourcesFault as fault:
        show.say(_told(root, fault.findings))
        show.say(fault.text.in_(show.language()))
        raise typer.Exit(1) from None
    try:
        listing = listing_of(site)
        dead = list(dead_links(site, listing, project.site_url))
    except OSError as error:
        raise OutputError(f"อ่าน {site} ไม่ได้ ({error})", f"{site} cannot be read ({error})") from None
    if dead:
        told = [f"{each.page}: {each.link}" for each in dead]
        gates.stop(DEAD_LINKS, Text(
            f"มีลิงก์ภายในเว็บไซต์ที่ไม่มีปลายทาง: {_some(told)}", f"links inside the site lead nowhere: {_some(told)}"
        ))  # fmt: skip
    gates.settle()
    return Ready(root, project, site, listing, compiled, commit_of(root), gates)


def workshop(root: Path) -> Path:
    """The folder of the project in which sites are made ready; git passes it over.

    Raises:
        OutputError: it cannot be made.
    """
    folder = root / WORKSHOP
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
    except OSError as error:
        raise OutputError(
            f"เขียนลง {folder} ไม่ได้ ({error})", f"{folder} cannot be written ({error})"
        ) from None
    return folder


def _check(root: Path, today: date, gates: Gates) -> None:
    found = check_project(root, today)
    errors: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.severity == "error" and not finding.silenced:
            errors.setdefault(finding.rule, []).append(finding)
    if not errors:
        return
    show.say(_told(root, [finding for each in errors.values() for finding in each]))
    for rule, findings in errors.items():
        gates.stop(rule, Text(f"ผิด {len(findings)} แห่ง", f"{len(findings)} error(s)"))
    if any(rule.startswith("S") for rule in errors):
        raise typer.Exit(1)


def _told(root: Path, findings: Sequence[Finding]) -> str:
    places = Places(root)
    return show.findings_text(findings, lambda path, line: masked(places.text_of(path, line)))


def _some(lines: Sequence[str]) -> str:
    shown = "".join(f"\n  {line}" for line in lines[:_SHOWN])
    return shown if len(lines) <= _SHOWN else f"{shown}\n  … ({len(lines)})"


def uncommitted(root: Path, sources: Sequence[Path]) -> list[str]:
    """Sources that git knows to be changed, but for what publishing records; none where there is no git."""
    there = [str(path.resolve()) for path in dict.fromkeys(sources) if path.exists()]
    told = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", *there)
    return sorted(name for name in _changed(told or "") if Path(name).name not in RECORDS)


def _changed(status: str) -> Iterator[str]:
    """The names in the output of ``git status -z``; a renamed file's old name follows its new one."""
    entries = iter(status.split("\0"))
    for entry in entries:
        if len(entry) > 3:
            yield entry[3:]
            if "R" in entry[:2]:
                next(entries, None)


def commit_of(root: Path) -> str | None:
    """The commit of the sources; None where there is no git."""
    told = _git(root, "rev-parse", "--verify", "HEAD")
    return told.strip() if told else None


def _git(root: Path, *words: str) -> str | None:
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run([program, "-C", str(root), *words], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def overridden(gates: Gates) -> Mapping[str, str] | None:
    """What was overridden and why, for the record."""
    return gates.used or None
