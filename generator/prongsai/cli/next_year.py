"""``prongsai year``: the next year's items, carried over by topic."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet
from prongsai.errors import Text
from prongsai.load.project import load_project
from prongsai.starting.checked import unreadable, write_checked
from prongsai.starting.next_year import begin_year
from prongsai.starting.turn_report import turn_text
from prongsai.starting.years import read_fiscal_year


def year(
    fiscal_year: Annotated[str, typer.Argument(help="ปีงบประมาณ พ.ศ. ที่จะเริ่ม เช่น 2567", metavar="FY")],
    source: Annotated[
        str | None, typer.Option("--from", help="ยกข้อมูลจากปีนี้", show_default="ปีก่อนหน้าที่มีกรอบ")
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option("--framework", help="กรอบการประเมิน เช่น nacc-2567", show_default="ของปีนั้น"),
    ] = None,
    project: Project = Path(),
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Make a year's files from the one before, beside what is there already, and report the turn."""
    show.speak(lang.value, quiet=quiet)
    wanted = read_fiscal_year(fiscal_year)
    loaded = load_project(project)
    if loaded.errors or loaded.site is None:
        raise unreadable(loaded.errors)
    begun = begin_year(
        project, loaded.site, wanted, read_fiscal_year(source) if source is not None else None, framework
    )
    write_checked(project, begun.files, {})
    show.result(turn_text(begun.turn, list(begun.files), begun.kept, lang.value))
    show.tell(_NEXT)


_NEXT = Text(
    "ต่อไป: ใส่เอกสารของปีใหม่ด้วย prongsai add แล้วตรวจด้วย prongsai check มาตรการและคะแนนของปีใหม่เขียนใน"
    " measures.yml และ year.yml",
    "next: put the new year's documents in with prongsai add, then prongsai check; its measures and scores go"
    " into measures.yml and year.yml",
)
