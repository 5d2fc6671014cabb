"""The commands."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import prongsai
from prongsai.cli import show
from prongsai.cli.written import write_pages
from prongsai.compile import SourcesFault, compile_project
from prongsai.errors import Text
from prongsai.load.project import load_project
from prongsai.mkdocs_plugin import build_site, serve_site
from prongsai.report.findings import findings_document

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="โปร่งใส: สร้างเว็บไซต์เปิดเผยข้อมูล OIT จากไฟล์ Markdown และ YAML",
)


class Language(StrEnum):
    """Languages of messages."""

    TH = "th"
    EN = "en"


class Form(StrEnum):
    """Forms in which findings are printed."""

    TEXT = "text"
    JSON = "json"


Project = Annotated[
    Path, typer.Option("--project", help="โฟลเดอร์ของ mkdocs.yml", show_default="โฟลเดอร์ปัจจุบัน")
]
Lang = Annotated[Language, typer.Option("--lang", help="ภาษาของข้อความ")]
Quiet = Annotated[bool, typer.Option("--quiet", help="ไม่บอกความคืบหน้า")]
Format = Annotated[Form, typer.Option("--format", help="รูปแบบผลลัพธ์")]


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
        show.say(show.findings_text(fault.findings, project))
        raise
    if compiled.findings:
        show.say(show.findings_text(compiled.findings, project))
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


@app.command(help="ตรวจไฟล์ข้อมูลทั้งหมดโดยไม่ใช้อินเทอร์เน็ต")
def check(
    project: Project = Path(),
    form: Format = Form.TEXT,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Read all sources and tell every finding; exits 1 when one is an error."""
    show.speak(lang.value, quiet=quiet)
    loaded = load_project(project)
    if form is Form.JSON:
        show.document(findings_document(loaded.findings, lang.value))
    else:
        show.result(show.findings_text(loaded.findings, project))
    if loaded.errors:
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
        show.say(show.findings_text(fault.findings, project))
        raise
    count = write_pages(compiled, out, project)
    show.tell(Text(f"เขียน {count} ไฟล์ลงใน {out}", f"wrote {count} files to {out}"))
