"""``prongsai check``: every rule over the sources."""

import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import prongsai
from prongsai.check import check_loaded
from prongsai.cli import show
from prongsai.cli.comparing import compare_packs
from prongsai.cli.options import Form, Format, Lang, Language, Project, Quiet, Today
from prongsai.cli.source_lines import source_lines
from prongsai.cli.terminal import agrees
from prongsai.cli.years import chosen_day
from prongsai.errors import Text
from prongsai.kept import faults_without_building
from prongsai.load.places import Places
from prongsai.load.project import CONTENT, load_project
from prongsai.mend import find_mends, write
from prongsai.mkdocs_run import addresses_by_hand
from prongsai.mkdocs_settings import settings_findings
from prongsai.model.finding import Finding, in_order
from prongsai.report.annotations import github_annotations, junit_document
from prongsai.report.findings import findings_document
from prongsai.report.sarif import sarif_document
from prongsai.rules.registry import RULES


def check(
    project: Project = Path(),
    form: Format = Form.TEXT,
    today: Today = None,
    fix: Annotated[bool, typer.Option("--fix", help="แก้สิ่งที่แน่ใจ โดยแสดงให้ดูก่อน")] = False,
    packs: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--packs",
            help="แทนการตรวจ เทียบกรอบสองชุด เช่น nacc-2566 nacc-2567: ข้อใหม่ หายไป เปลี่ยนเลข เปลี่ยนชื่อ",
            metavar="ก่อน หลัง",
        ),
    ] = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Run every rule over the sources; exits 1 when a finding is an error."""
    show.speak(lang.value, quiet=quiet)
    if packs is not None:
        compare_packs(project, packs, form)
        return
    day = chosen_day(today)
    if fix:
        _fix(project, day)
    findings = _findings(project, day)
    _print(findings, form, project)
    if any(finding.severity == "error" and not finding.silenced for finding in findings):
        raise typer.Exit(1)


def _findings(project: Path, day: date) -> tuple[Finding, ...]:
    """What the rules find, and the published addresses that a build of these sources would drop."""
    loaded = load_project(project)
    settings = settings_findings(project / "mkdocs.yml")
    found = in_order([*settings, *check_loaded(loaded, project, day)])
    if settings or loaded.site is None or loaded.errors:
        return found

    def hand_written() -> Collection[str]:
        return addresses_by_hand(project) if (project / "mkdocs.yml").is_file() else ()

    dropped = faults_without_building(loaded.site, CONTENT, Places(project), hand_written)
    return in_order([*found, *dropped])


def _print(findings: tuple[Finding, ...], form: Form, project: Path) -> None:
    lang = show.language()
    if form is Form.JSON:
        show.document(findings_document(findings, lang))
    elif form is Form.SARIF:
        titles = {rule.code: rule.title for rule in RULES}
        show.document(sarif_document(findings, lang, prongsai.__version__, titles))
    elif form is Form.JUNIT:
        show.result(junit_document(findings, lang))
    elif form is Form.GITHUB:
        show.result(github_annotations(findings, lang))
    else:
        show.result(show.findings_text(findings, source_lines(project)))


def _fix(project: Path, today: date) -> None:
    mends = find_mends(project, today)
    for mend in mends:
        show.say(mend.diff)
    if not mends:
        show.tell(Text("ไม่มีสิ่งที่แก้ให้ได้อย่างแน่ใจ", "nothing that is certain to mend"))
    elif not sys.stdin.isatty() or agrees(Text("แก้ตามนี้หรือไม่", "write these changes?")):
        write(mends, project)
        show.tell(Text(f"แก้แล้ว {len(mends)} ไฟล์", f"mended {len(mends)} file(s)"))
