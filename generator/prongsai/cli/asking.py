"""Asking whether what is shown may be written, and writing it whole."""

import sys
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.terminal import agrees
from prongsai.errors import OutputError, ProjectError, Text
from prongsai.source.reading import reason_of


def agreed() -> None:
    """Go on when somebody at a terminal agrees to what was shown.

    Raises:
        ProjectError: nobody did.
    """
    if not sys.stdin.isatty():
        raise ProjectError(
            "ยังไม่ได้เขียน — เพิ่ม --yes เพื่อเขียนตามที่แสดง", "nothing was written — add --yes to write what is shown"
        )
    if not agrees(Text("เขียนตามนี้หรือไม่", "write these changes?")):
        raise ProjectError("ไม่ได้เขียน", "nothing was written")


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by their paths in ``folder``; each file is replaced as a whole.

    Raises:
        OutputError: the disk refuses.
    """
    for name, text in files.items():
        path = folder / name
        beside = path.with_name(f".{path.name}.importing")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text.encode())
            beside.replace(path)
        except OSError as error:
            reason = reason_of(error)
            raise OutputError(
                f"เขียน {path} ไม่ได้ {reason.th}", f"{path} cannot be written: {reason.en}"
            ) from None
