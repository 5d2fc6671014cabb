"""``prongsai export sheet``: the workbook on the disk."""

import os
from pathlib import Path

from prongsai.cli.years import chosen_year
from prongsai.compile import SourcesFault, build_time
from prongsai.errors import OutputError, ProjectError
from prongsai.load.project import CONTENT, load_project
from prongsai.model.site import Site
from prongsai.report.editing.workbook import editing_xlsx
from prongsai.source.reading import reason_of


def export_sheet(project: Path, year: str | None, out: Path | None) -> Path:
    """Write the workbook of a year; returns where.

    Raises:
        ProjectError: the sources have errors, there is no such year or it has no items.
        OutputError: another file is there, or the disk refuses.
    """
    site = read_whole(project)
    wanted = chosen_year(site, year)
    if wanted.framework is None:
        raise ProjectError(
            f"ปี {wanted.fiscal_year} ไม่มีกรอบการประเมิน จึงไม่มีข้อให้แก้ — ดูวิธีใส่กรอบใน docs/how-to/own-framework.md",
            f"the year {wanted.fiscal_year} has no framework, so there are no items — see"
            " docs/how-to/own-framework.md",
        )
    path = out or Path(f"oit-{wanted.fiscal_year}.xlsx")
    write_new(path, editing_xlsx(site.agency, wanted, build_time(project / CONTENT)))
    return path


def read_whole(project: Path) -> Site:
    """The sources without a fault.

    Raises:
        ProjectError: there is none.
        SourcesFault: they have errors.
    """
    loaded = load_project(project)
    if loaded.errors or loaded.site is None:
        raise SourcesFault(loaded.findings)
    return loaded.site


def write_new(path: Path, data: bytes) -> None:
    """Write a file where none is, or the same one.

    Raises:
        OutputError: another one is there (it may hold somebody's edits), or the disk refuses.
    """
    try:
        if path.exists():
            if path.is_file() and path.read_bytes() == data:
                return
            raise OutputError(
                f"มี {path} อยู่แล้ว และอาจมีสิ่งที่แก้ไว้ จึงไม่เขียนทับ — ใช้ชื่ออื่นด้วย --out หรือย้ายไฟล์เดิม",
                f"{path} is there already and may hold edits, so it is not overwritten — give another name"
                " with --out, or move it",
            )
        put_file(path, data)
    except OSError as error:
        reason = reason_of(error)
        raise OutputError(f"เขียน {path} ไม่ได้ {reason.th}", f"{path} cannot be written: {reason.en}") from None


def put_file(path: Path, data: bytes) -> None:
    """Write a file as a whole, in a folder that is made where it is missing.

    Raises:
        OSError: the disk refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)
