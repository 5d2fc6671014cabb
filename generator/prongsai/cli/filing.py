"""The receipts of a year as they stood when it was filed, kept for an appeal."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.cli import show
from prongsai.cli.looking import unwritable
from prongsai.errors import ProjectError, Text
from prongsai.evidence.receipts import write_filed
from prongsai.load.project import CONTENT
from prongsai.load.receipts import FILED
from prongsai.model.receipt import Receipt


def filed_path(root: Path, fiscal_year: int) -> Path:
    """Where the filed receipts of a year go.

    Raises:
        ProjectError: there are some already, or there is no such year's folder.
    """
    folder = root / CONTENT / str(fiscal_year)
    path = folder / FILED
    if not folder.is_dir():
        raise ProjectError(
            f"ไม่มีโฟลเดอร์ {CONTENT}/{fiscal_year}", f"there is no folder {CONTENT}/{fiscal_year}"
        )
    if path.exists() or path.is_symlink():
        raise _filed_already(fiscal_year)
    return path


def file_receipts(path: Path, receipts: Sequence[Receipt], fiscal_year: int, now: str) -> None:
    """Write the receipts of the year's evidence to ``path``.

    Raises:
        ProjectError: the year has no links.
        OutputError: the disk refuses.
    """
    year = str(fiscal_year)
    chosen = [
        replace(receipt, items=items)
        for receipt in receipts
        if (items := tuple(item for item in receipt.items if item.partition("/")[0] == year))
    ]
    if not chosen:
        raise ProjectError(
            f"ปี {year} ไม่มีลิงก์หลักฐาน จึงไม่มีใบตรวจให้เก็บ", f"{year} has no links, so there is nothing to file"
        )
    try:
        write_filed(path, chosen, fiscal_year, now)
    except FileExistsError:
        raise _filed_already(fiscal_year) from None
    except OSError as error:
        raise unwritable(path, error) from None
    bad = sum(receipt.judgement != "pass" for receipt in chosen)
    shown = f"{CONTENT}/{year}/{FILED}"
    show.tell(Text(
        f"เก็บใบตรวจตามที่ยื่นของปี {year} แล้ว {len(chosen)} ที่อยู่ (ไม่ผ่าน {bad}) → {shown}",
        f"the receipts of {year} as filed are kept: {len(chosen)} addresses ({bad} not passed) → {shown}",
    ))  # fmt: skip


def _filed_already(fiscal_year: int) -> ProjectError:
    shown = f"{CONTENT}/{fiscal_year}/{FILED}"
    return ProjectError(
        f"มี {shown} อยู่แล้ว และเป็นหลักฐานของวันที่ยื่น จึงไม่เขียนทับ — ถ้าต้องการยื่นใหม่ ให้ย้ายไฟล์เดิมออกไปเก็บไว้นอก"
        f" {CONTENT}/ ก่อน",
        f"{shown} is there already and proves what was filed, so it is not overwritten — to file anew, first"
        f" move it to a place outside {CONTENT}/",
    )
