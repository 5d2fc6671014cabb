"""A folder that is replaced as a whole: written beside, then swapped."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from prongsai.errors import OutputError
from prongsai.source.reach import ANY_LENGTH, reach

_SITE_MARKS = ("data/index.json", "404.html", "sitemap.xml")


def checked_target(target: Path, root: Path, sources: Path) -> Path:
    """Where the output of the project in ``root`` goes, if what stands there may be replaced.

    Raises:
        OutputError: it is a file, holds the project or its ``sources``, or holds something that is no site.
    """
    target, root, sources = target.resolve(), root.resolve(), sources.resolve()
    if root.is_relative_to(target) or target.is_relative_to(sources):
        raise OutputError(
            f"ใช้ {target} เป็นที่วางเว็บไซต์ไม่ได้ เพราะเป็นที่เก็บข้อมูลต้นทาง — เลือกโฟลเดอร์อื่น",
            f"{target} cannot take the site: the sources are there — choose another folder",
        )
    if target.exists() and not target.is_dir():
        raise OutputError(
            f"{target} เป็นไฟล์ ไม่ใช่โฟลเดอร์ — เลือกโฟลเดอร์อื่น",
            f"{target} is a file, not a folder — choose another folder",
        )
    if (
        target.is_dir()
        and any(target.iterdir())
        and not any((target / mark).exists() for mark in _SITE_MARKS)
    ):
        raise OutputError(
            f"โฟลเดอร์ {target} มีของอย่างอื่นอยู่ จึงไม่เขียนทับ — เลือกโฟลเดอร์ว่าง",
            f"the folder {target} holds something else, so it is not replaced — choose an empty folder",
        )
    return target


def stage_beside(target: Path) -> Path:
    """A new empty folder beside ``target``, readable as ``target`` would be.

    Raises:
        OutputError: the disk refuses.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".site-", dir=target.parent))
    except OSError as error:
        raise unwritable(target, error) from None
    umask = os.umask(0)
    os.umask(umask)
    stage.chmod(0o777 & ~umask)
    return stage


def swap(stage: Path, target: Path) -> None:
    """Put the finished folder ``stage`` in the place of ``target``; when that fails, ``target`` stays.

    Where the system can, there is no moment without a site.

    Raises:
        OutputError: the disk refuses; ``stage`` is gone then.
    """
    try:
        if target.exists() and exchange(stage, target):
            shutil.rmtree(reach(stage, ANY_LENGTH), ignore_errors=True)
            return
        aside = Path(tempfile.mkdtemp(prefix=".site-old-", dir=target.parent))
        old = aside / "site"
        had_one = target.exists()
        try:
            if had_one:
                target.rename(old)
            try:
                stage.rename(target)
            except OSError:
                if had_one:
                    old.rename(target)
                raise
        finally:
            shutil.rmtree(reach(aside, ANY_LENGTH), ignore_errors=True)
    except OSError as error:
        shutil.rmtree(reach(stage, ANY_LENGTH), ignore_errors=True)
        raise unwritable(target, error) from None


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where this system or this disk knows no such step.

    Raises:
        OSError: the disk refuses; both stay where they were.
    """
    call = _exchanger()
    if call is None:
        return False
    ctypes.set_errno(0)
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNKNOWN_STEP:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


_UNKNOWN_STEP = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}
)
_HERE = -100
_EXCHANGE = 2


@cache
def _exchanger() -> Callable[[bytes, bytes], int] | None:
    """Linux' ``renameat2`` and macOS' ``renamex_np``; None on other systems and old libraries."""
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        renamex = getattr(library, "renamex_np", None)
        return renamex and (lambda one, other: int(renamex(one, other, ctypes.c_uint(_EXCHANGE))))
    renameat2 = getattr(library, "renameat2", None)
    return renameat2 and (
        lambda one, other: int(renameat2(_HERE, one, _HERE, other, ctypes.c_uint(_EXCHANGE)))
    )


def unwritable(target: Path, error: OSError) -> OutputError:
    """The error that tells that ``target`` cannot be written."""
    reason = error.strerror or str(error)
    return OutputError(
        f"เขียนลง {target} ไม่ได้ ({reason}) — ตรวจสิทธิ์และที่ว่างของดิสก์ ของเดิมยังอยู่ครบ",
        f"{target} cannot be written ({reason}) — check permissions and free space; nothing was lost",
    )
