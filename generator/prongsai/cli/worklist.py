"""``prongsai export worklist``: what each unit owes, on paper and in Excel."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Annotated, Final

import typer

from prongsai.check import check_loaded
from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet, Today
from prongsai.cli.sheet_out import put_file
from prongsai.cli.years import chosen_day, chosen_year
from prongsai.compile import SourcesFault
from prongsai.errors import OutputError, ProjectError, Text
from prongsai.load.project import load_project
from prongsai.report.worklist.duties import units_of, upcoming
from prongsai.report.worklist.page import MARK, worklist_html
from prongsai.report.worklist.workbook import worklist_xlsx
from prongsai.source.reading import reason_of

_ENDINGS: Final = (".html", ".xlsx")


def worklist(
    year: Annotated[str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุด")] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="โฟลเดอร์ หรือไฟล์ .html หรือ .xlsx", show_default="โฟลเดอร์ปัจจุบัน"),
    ] = None,
    today: Today = None,
    project: Project = Path(),
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Write what each unit owes and by when: a printable page for each, and one table of all."""
    show.speak(lang.value, quiet=quiet)
    loaded = load_project(project)
    if loaded.errors or loaded.site is None:
        raise SourcesFault(loaded.findings)
    site, day = loaded.site, chosen_day(today)
    wanted = chosen_year(site, year)
    if wanted.framework is None:
        raise ProjectError(
            f"ปี {wanted.fiscal_year} ไม่มีกรอบการประเมิน จึงไม่รู้ว่าต้องแสดงอะไร",
            f"the year {wanted.fiscal_year} has no framework, so it is not known what must be shown",
        )
    units = units_of(wanted, check_loaded(loaded, project, day), day, lang.value)
    dates = upcoming(wanted, day)
    for path in _paths(out or Path(), wanted.fiscal_year):
        data = (
            worklist_html(site.agency, wanted, units, dates, day, lang.value)
            if path.suffix.lower() == ".html"
            else worklist_xlsx(site.agency, wanted, units, day, lang.value)
        )
        _write(path, data)
        show.tell(Text(f"เขียน {path} แล้ว: {len(units)} หน่วย", f"wrote {path}: {len(units)} units"))


def _paths(out: Path, fiscal_year: int) -> list[Path]:
    if out.suffix.lower() in _ENDINGS and not out.is_dir():
        return [out]
    return [out / f"worklist-{fiscal_year}{ending}" for ending in _ENDINGS]


def _write(path: Path, data: bytes) -> None:
    """Write over a list of an earlier day, and over nothing else.

    Raises:
        OutputError: something else is there, or the disk refuses.
    """
    try:
        if path.exists() and not _is_ours(path):
            raise OutputError(
                f"{path} ไม่ใช่รายการงานที่โปรแกรมนี้เขียน จึงไม่เขียนทับ — ใช้ชื่ออื่นด้วย --out",
                f"{path} is no work list of this program, so it is not overwritten — give another name"
                " with --out",
            )
        put_file(path, data)
    except OSError as error:
        reason = reason_of(error)
        raise OutputError(f"เขียน {path} ไม่ได้ {reason.th}", f"{path} cannot be written: {reason.en}") from None


def _is_ours(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix.lower() == ".html":
        return MARK.encode() in data[:2000]
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open("docProps/core.xml") as file:
            return MARK.encode() in file.read(10_000)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False
