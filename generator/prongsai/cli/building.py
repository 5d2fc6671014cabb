"""``prongsai build``, ``serve`` and ``pages``: the site, in a folder, in a browser, as Markdown."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet
from prongsai.cli.source_lines import source_lines
from prongsai.cli.terminal import is_watched
from prongsai.cli.written import write_pages
from prongsai.compile import SourcesFault, compile_project
from prongsai.errors import Text
from prongsai.mkdocs_run import build_site, serve_site


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
        show.say(show.findings_text(fault.findings, source_lines(project)))
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


def serve(
    project: Project = Path(),
    address: Annotated[str, typer.Option("--address", help="ที่อยู่และพอร์ต")] = "127.0.0.1:8000",
    open_browser: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="เปิดเบราว์เซอร์ให้", show_default="เปิด เมื่อสั่งในหน้าต่างคำสั่ง"),
    ] = None,
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
    serve_site(project, address, open_browser=is_watched() if open_browser is None else open_browser)


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
        show.say(show.findings_text(fault.findings, source_lines(project)))
        raise
    count = write_pages(compiled, out, project)
    show.tell(Text(f"เขียน {count} ไฟล์ลงใน {out}", f"wrote {count} files to {out}"))
