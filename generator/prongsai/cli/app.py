"""The commands."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import prongsai
from prongsai.check import check_loaded, check_project
from prongsai.cli import show
from prongsai.cli.options import Form, Format, Lang, Language, Project, Quiet, ScoreForm, Today
from prongsai.cli.score_text import no_score_text, score_text
from prongsai.cli.verify import verify
from prongsai.cli.written import write_pages
from prongsai.compile import SourcesFault, compile_project
from prongsai.errors import ProjectError, Text
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.mend import find_mends, write
from prongsai.mkdocs_plugin import build_site, serve_site
from prongsai.model.finding import Finding
from prongsai.model.site import Site, Year
from prongsai.report.annotations import github_annotations, junit_document
from prongsai.report.findings import findings_document
from prongsai.report.sarif import sarif_document
from prongsai.report.score import no_score_document, score_document
from prongsai.rules.page import rule_page
from prongsai.rules.person.national_id import masked
from prongsai.rules.registry import RULES
from prongsai.score.estimate import estimate
from prongsai.source.kinds import KINDS
from prongsai.thai.dates import DateError, parse_date
from prongsai.thai.digits import to_arabic

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="โปร่งใส: สร้างเว็บไซต์เปิดเผยข้อมูล OIT จากไฟล์ Markdown และ YAML",
)


def _version(asked: bool) -> None:
    if asked:
        show.result(f"prongsai {prongsai.__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", help="แสดงรุ่น", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """โปร่งใส: สร้างเว็บไซต์เปิดเผยข้อมูล OIT จากไฟล์ Markdown และ YAML."""


@app.command(help="สร้างเว็บไซต์ของโครงการ ของเดิมอยู่จนกว่าของใหม่จะเสร็จครบ")
def build(
    project: Project = Path(),
    site_dir: Annotated[Path | None, typer.Option("--site-dir", help="วางเว็บไซต์ที่นี่ (ปกติ: site)")] = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Build the site; exits 2 with every problem told when the sources have errors."""
    show.speak(lang.value, quiet=quiet)
    try:
        target, compiled = build_site(project, site_dir)
    except SourcesFault as fault:
        show.say(show.findings_text(fault.findings, _lines_of(project)))
        raise
    if compiled.findings:
        told = show.counts(compiled.findings, lang.value)
        show.tell(
            Text(f"ข้อสังเกต: {told} — ดูรายละเอียดด้วย prongsai check", f"findings: {told} — see prongsai check")
        )
    if compiled.left_out:
        show.tell(compiled.left_out)
    years = ", ".join(str(year.fiscal_year) for year in compiled.site.years)
    show.tell(
        Text(
            f"สร้างเว็บไซต์ของ{compiled.site.agency.name}แล้ว: ปี {years}, {len(compiled.pages)} หน้า → {target}",
            f"built the site of {compiled.site.agency.name}: {years}, {len(compiled.pages)} pages → {target}",
        )
    )


@app.command(help="เปิดเว็บไซต์ดูในเครื่อง และสร้างใหม่ทุกครั้งที่แก้ไฟล์")
def serve(
    project: Project = Path(),
    address: Annotated[str, typer.Option("--address", help="ที่อยู่และพอร์ต")] = "127.0.0.1:8000",
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="เปิดเบราว์เซอร์ให้")] = False,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Serve the site and rebuild it on every change."""
    show.speak(lang.value, quiet=quiet)
    show.tell(
        Text(
            f"กำลังเปิดที่ http://{address}/ — กด Ctrl+C เพื่อหยุด",
            f"serving at http://{address}/ — press Ctrl+C to stop",
        )
    )
    serve_site(project, address, open_browser=open_browser)


@app.command(help="ตรวจไฟล์ข้อมูลและเอกสารที่แนบทั้งหมดโดยไม่ใช้อินเทอร์เน็ต")
def check(
    project: Project = Path(),
    form: Format = Form.TEXT,
    today: Today = None,
    fix: Annotated[bool, typer.Option("--fix", help="แก้สิ่งที่แน่ใจ โดยแสดงให้ดูก่อน")] = False,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Run every rule over the sources; exits 1 when a finding is an error."""
    show.speak(lang.value, quiet=quiet)
    day = _day(today)
    if fix:
        _fix(project, day)
    findings = check_project(project, day)
    _print(findings, form, project)
    if any(finding.severity == "error" and not finding.silenced for finding in findings):
        raise typer.Exit(1)


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
        show.result(show.findings_text(findings, _lines_of(project)))


def _lines_of(project: Path) -> Callable[[str, int], str]:
    """Gives lines of sources as they may be printed: a log is no place for a person's number."""
    places = Places(project)
    return lambda path, line: masked(places.text_of(path, line))


def _fix(project: Path, today: date) -> None:
    mends = find_mends(project, today)
    for mend in mends:
        show.say(mend.diff)
    if not mends:
        show.tell(Text("ไม่มีสิ่งที่แก้ให้ได้อย่างแน่ใจ", "nothing that is certain to mend"))
    elif not sys.stdin.isatty() or typer.confirm(
        Text("แก้ตามนี้หรือไม่", "write these changes?").in_(show.language()), err=True
    ):
        write(mends, project)
        show.tell(Text(f"แก้แล้ว {len(mends)} ไฟล์", f"mended {len(mends)} file(s)"))


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return parse_date(text).first()
    except DateError:
        raise ProjectError(
            f"อ่านวันที่ “{text}” ไม่ได้ — เขียนเช่น 2022-04-20 หรือ 20 เม.ย. 2565",
            f"the date “{text}” cannot be read — write it like 2022-04-20",
        ) from None


@app.command(help="อธิบายกฎข้อหนึ่ง: พบอะไร ทำไม แก้อย่างไร")
def rule(
    code: Annotated[str, typer.Argument(help="รหัสกฎ เช่น A301")],
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Print a rule's page; exits 2 when there is no such rule."""
    show.speak(lang.value, quiet=quiet)
    wanted = code.strip().upper()
    for known in RULES:
        if wanted in (known.code, known.name.upper()):
            show.result(rule_page(known, lang.value))
            return
    kind = KINDS.get(wanted)
    if kind is None:
        codes = ", ".join(known.code for known in RULES)
        raise ProjectError(f"ไม่มีกฎ “{code}” — ที่มีคือ {codes}", f"there is no rule “{code}” — there are {codes}")
    show.result(f"# {kind.code} {kind.name}\n\n{kind.text.in_(lang.value)}")


@app.command(help="ประมาณคะแนน OIT และบอกข้อที่ทำแล้วได้คะแนนเพิ่มมากที่สุด")
def score(
    project: Project = Path(),
    year: Annotated[str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุด")] = None,
    form: Annotated[ScoreForm, typer.Option("--format", help="รูปแบบผลลัพธ์")] = ScoreForm.TEXT,
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Estimate the OIT score of a year from what it shows and from the findings."""
    show.speak(lang.value, quiet=quiet)
    loaded = load_project(project)
    if loaded.errors or loaded.site is None:
        raise SourcesFault(loaded.findings)
    wanted = _year(loaded.site, year)
    found = estimate(wanted, check_loaded(loaded, project, _day(today)))
    if form is ScoreForm.JSON:
        document = score_document(found) if found else no_score_document(wanted.fiscal_year)
        show.document(dict(document))
    else:
        show.result(score_text(found, lang.value) if found else no_score_text(wanted.fiscal_year, lang.value))


def _year(site: Site, text: str | None) -> Year:
    if text is None:
        return site.newest
    wanted = to_arabic(text).strip()
    for year in site.years:
        if wanted in (str(year.fiscal_year), str(year.fiscal_year % 100)):
            return year
    years = ", ".join(str(year.fiscal_year) for year in site.years)
    raise ProjectError(f"ไม่มีปี “{text}” — ที่มีคือ {years}", f"there is no year “{text}” — there are {years}")


app.command(help="เปิดดูลิงก์หลักฐานทุกลิงก์ ตัดสินจากเนื้อหา และเก็บใบตรวจลงวันที่")(verify)


@app.command(name="import", help="ร่างไฟล์ข้อมูลจากตารางใน Word, Excel, PDF หรือข้อความ และบอกจุดที่ไม่แน่ใจ")
def import_tables(
    files: Annotated[list[Path], typer.Argument(help="เอกสารที่มีตาราง ใส่ได้หลายไฟล์", metavar="FILE...")],
    into: Annotated[Path, typer.Option("--into", help="โฟลเดอร์ที่จะเขียน")],
    agency: Annotated[
        str | None, typer.Option("--agency", help="ชื่อหน่วยงาน", show_default="ตามเอกสาร")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ตามเอกสาร")
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option("--framework", help="กรอบการประเมิน เช่น nacc-2566", show_default="ตามปีและชื่อข้อ"),
    ] = None,
    merge: Annotated[bool, typer.Option("--merge", help="เติมเฉพาะไฟล์ใหม่และช่องที่ว่าง โดยแสดงให้ดูก่อน")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="ไม่ต้องถามก่อนเขียน (ใช้กับ --merge)")] = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="รูปแบบผลลัพธ์")] = ScoreForm.TEXT,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Draft sources from tables in documents; exits 1 when some rows need a person."""
    from prongsai.cli.importing import draft_sources  # no other command needs these modules

    show.speak(lang.value, quiet=quiet)
    wanted = {"agency": agency, "year": year, "framework": framework}
    if draft_sources(files, into, wanted, merge=merge, yes=yes, as_json=form is ScoreForm.JSON):
        raise typer.Exit(1)


@app.command(help="เขียนหน้าที่สร้างเป็นไฟล์ Markdown สำหรับโปรแกรมสร้างเว็บอื่น")
def pages(
    out: Annotated[Path, typer.Option("--out", help="โฟลเดอร์ที่จะเขียน")],
    project: Project = Path(),
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Write the generated pages and files to a folder."""
    show.speak(lang.value, quiet=quiet)
    try:
        compiled = compile_project(project)
    except SourcesFault as fault:
        show.say(show.findings_text(fault.findings, _lines_of(project)))
        raise
    count = write_pages(compiled, out, project)
    show.tell(Text(f"เขียน {count} ไฟล์ลงใน {out}", f"wrote {count} files to {out}"))
