"""``prongsai export …``: what leaves the sources for an office's other programs."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.filing_sheet import itas
from prongsai.cli.options import Lang, Language, Project, Quiet
from prongsai.cli.worklist import worklist
from prongsai.errors import Text

export = typer.Typer(
    no_args_is_help=True,
    help="ส่งออกข้อมูลเป็นไฟล์ให้เจ้าหน้าที่ใช้ต่อ",
)


@export.callback()
def start() -> None:
    """ส่งออกข้อมูลเป็นไฟล์ให้เจ้าหน้าที่ใช้ต่อ."""


@export.command(help="เขียนทุกข้อของปีเป็นแฟ้ม Excel ให้แก้ไข แล้วนำกลับด้วย import --merge")
def sheet(
    year: Annotated[str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุด")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="ไฟล์ .xlsx ที่จะเขียน", show_default="oit-ปี.xlsx")
    ] = None,
    project: Project = Path(),
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Write all items of a year as a workbook to edit and import again."""
    from prongsai.cli.sheet_out import export_sheet  # no other command needs these modules

    show.speak(lang.value, quiet=quiet)
    path = export_sheet(project, year, out)
    show.tell(
        Text(
            f"เขียน {path} แล้ว — แก้ในช่องสีขาว แล้วสั่ง prongsai import {path} --into {project} --merge",
            f"wrote {path} — edit the white cells, then run prongsai import {path} --into {project} --merge",
        )
    )


export.command(help="เขียนงานที่แต่ละหน่วยต้องทำและกำหนดส่ง หน่วยละหนึ่งหน้า (HTML สำหรับพิมพ์ และ Excel)")(worklist)
export.command(help="เขียนแบบที่ยื่นกับผู้ประเมิน (Excel และ CSV) และบันทึกที่อยู่ที่ยื่นไว้")(itas)
