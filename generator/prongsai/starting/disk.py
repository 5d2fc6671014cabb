"""New files all together or none, and never in the place of one that is there."""

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from prongsai.errors import OutputError, ProjectError
from prongsai.source.reach import reach
from prongsai.source.reading import reason_of

_WAITS: Final = (0.05, 0.2, 0.5)
"""Seconds between attempts at moving a file that another program holds."""


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write ``files``, by their names from ``folder`` with forward slashes; ``folder`` need not exist.

    Returns what was made, for ``take_back``.

    Raises:
        ProjectError: some of them are there already; nothing was written.
        OutputError: the disk refuses; nothing stays of what was written.
    """
    longest = max(map(len, files), default=0)
    root = reach(folder, longest)
    there = [name for name in files if os.path.lexists(root / name)]
    if there:
        names = ", ".join(there[:5]) + (f" … ({len(there)})" if len(there) > 5 else "")
        raise ProjectError(
            f"{folder} มี {names} อยู่แล้ว จึงไม่เขียนทับ — ย้ายออกไปก่อน หรือเลือกโฟลเดอร์อื่น",
            f"{folder} already has {names}, so nothing was written — move that away first or choose"
            " another folder",
        )
    made: list[Path] = []
    try:
        _make(root, made)
        stage = Path(tempfile.mkdtemp(prefix=".prongsai-new-", dir=root))
        made.append(stage)
        for number, data in enumerate(files.values()):
            (stage / str(number)).write_bytes(data)
        for number, name in enumerate(files):
            target = root / name
            _make(target.parent, made)
            _place(stage / str(number), target)
            made.append(target)
        stage.rmdir()
        made.remove(stage)
    except OSError as error:
        take_back(made)
        raise _unwritable(folder, error) from None
    except BaseException:
        take_back(made)
        raise
    return made


def _make(folder: Path, made: list[Path]) -> None:
    """A folder and those above it; those that were not there are noted in ``made``."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _place(source: Path, target: Path) -> None:
    """Move ``source`` to ``target``, which must not be there."""
    if os.path.lexists(target):
        raise FileExistsError(17, "it is there already", str(target))
    _move(source, target)


def _move(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target``; who holds a file for a moment, as scanners do, is awaited.

    Raises:
        OSError: it is held for longer, or the disk refuses.
    """
    for wait in _WAITS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)


def take_back(made: list[Path]) -> None:
    """Remove what ``write_new`` made."""
    for path in reversed(made):
        if path.name.startswith(".prongsai-new-"):
            shutil.rmtree(path, ignore_errors=True)
            continue
        try:
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        except OSError:
            continue  # somebody put something into it meanwhile


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file at ``path`` (or the one that a link there leads to), as a whole.

    Raises:
        OutputError: the disk refuses; the file is as it was.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.prongsai-new")
    try:
        beside.write_bytes(data)
        shutil.copymode(path, beside)
        _move(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> OutputError:
    where, reason = error.filename or path, reason_of(error)
    return OutputError(
        f"เขียน {where} ไม่ได้ เพราะ{reason.th} — ตรวจชื่อ สิทธิ์ ที่ว่างของดิสก์ และปิดโปรแกรมที่เปิดไฟล์นี้อยู่ ยังไม่ได้เขียนอะไร",
        f"{where} cannot be written: {reason.en} — check its name, permissions and free space, and close"
        " programs that have it open; nothing was written",
    )
