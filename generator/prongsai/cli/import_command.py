"""``prongsai import``: sources drafted from the tables in officers' documents."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.importing import draft_framework, draft_sources
from prongsai.cli.options import Drafted, Lang, Language, Quiet, ScoreForm


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
    kind: Annotated[
        Drafted, typer.Option("--as", help="เป็นข้อมูล (sources) หรือกรอบการประเมินของปีใหม่ (framework)")
    ] = Drafted.SOURCES,
    merge: Annotated[bool, typer.Option("--merge", help="เติมที่ขาดหรือนำช่องที่แก้กลับ โดยแสดงให้ดูก่อน")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="ไม่ต้องถามก่อนเขียน (ใช้กับ --merge)")] = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="รูปแบบผลลัพธ์")] = ScoreForm.TEXT,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Draft sources from tables in documents; exits 1 when some rows need a person."""
    show.speak(lang.value, quiet=quiet)
    wanted = {"agency": agency, "year": year, "framework": framework}
    if kind is Drafted.FRAMEWORK:
        needs_person = draft_framework(files, into, wanted, as_json=form is ScoreForm.JSON)
        raise typer.Exit(1 if needs_person else 0)
    if draft_sources(files, into, wanted, merge=merge, yes=yes, as_json=form is ScoreForm.JSON):
        raise typer.Exit(1)
