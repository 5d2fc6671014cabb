"""A site put into a folder that people reach: written beside, proved, swapped; the one before is kept."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from prongsai.errors import OutputError
from prongsai.publish.folder import exchange, unwritable
from prongsai.publish.listing import MANIFEST, Entry, Listing, entry_of, listing_of, manifest, read_manifest
from prongsai.publish.zipped import changed
from prongsai.source.reach import ANY_LENGTH, reach

_OURS: Final = "prongsai"


def beside(target: Path, what: str) -> Path:
    """A name beside ``target``: of the site that is being written (``new``), or of the one ``before``."""
    return target.with_name(f".{target.name}.{_OURS}-{what}")


def standing(target: Path) -> Mapping[str, Entry]:
    """What stands in ``target`` by its manifest or, where there is none, by its files."""
    recover(target)
    if not target.is_dir():
        return {}
    kept = _manifest(target)
    return kept if kept is not None else listing_of(target)


def strangers(target: Path) -> list[str]:
    """The files in ``target`` that no publishing put there, where a manifest can tell."""
    kept = _manifest(target) if target.is_dir() else None
    if kept is None:
        return []
    target = reach(target, ANY_LENGTH)
    return sorted(
        name
        for name in (path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
        if name not in kept and name != MANIFEST
    )


def _manifest(target: Path) -> Mapping[str, Entry] | None:
    try:
        found = read_manifest((target / MANIFEST).read_bytes())
    except OSError:
        return None
    return found[0] if found else None


def place(site: Path, listing: Listing, target: Path, note: Callable[[], None]) -> None:
    """Put the files of ``listing`` from ``site`` into the folder ``target``, at once or not at all.

    Files in ``target`` that no publishing put there come along. ``note`` is called for each file.

    Raises:
        OutputError: the disk refuses, a file is no longer what it was, or another run is under way; what
            stood at ``target`` stays.
    """
    new = beside(target, "new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target):
            recover(target)
            _clear(new)
            try:
                _write(site, listing, target, new, note)
                _swap(new, target)
            except BaseException:
                shutil.rmtree(reach(new, ANY_LENGTH), ignore_errors=True)
                raise
    except OSError as error:
        raise unwritable(target, error) from None


def _write(site: Path, listing: Listing, target: Path, new: Path, note: Callable[[], None]) -> None:
    site, target, new = (reach(folder, ANY_LENGTH) for folder in (site, target, new))
    for name, entry in listing.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, path)
        if entry_of(path) != entry:
            raise changed(name)
        note()
    for name in strangers(target):
        if name not in listing and not (new / name).exists():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target / name, new / name)
    (new / MANIFEST).write_bytes(manifest(listing))
    if hasattr(os, "sync"):
        os.sync()


def _swap(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``, which becomes the site before."""
    before = beside(target, "before")
    if not target.exists():
        new.rename(target)
    elif exchange(new, target):
        if before.exists() and exchange(new, before):
            _clear(new)
        else:
            _clear(before)
            new.rename(before)
    else:
        _clear(before)
        target.rename(before)
        try:
            new.rename(target)
        except OSError:
            before.rename(target)
            raise


def recover(target: Path) -> None:
    """Bring the site back where a run was killed between two steps on a system without a single one."""
    before = beside(target, "before")
    if before.is_dir() and not target.exists():
        before.rename(target)


def undo(target: Path) -> None:
    """Bring back the site that stood in ``target`` before the last publishing; twice brings the last again.

    Raises:
        OutputError: none is kept, or the disk refuses.
    """
    before, aside = beside(target, "before"), beside(target, "new")
    try:
        with _alone(target):
            recover(target)
            if not before.is_dir() or not target.is_dir():
                raise OutputError(
                    f"ไม่มีเว็บไซต์ก่อนหน้าของ {target} เก็บไว้", f"no site is kept that stood in {target} before"
                )
            if not exchange(before, target):
                _clear(aside)
                before.rename(aside)
                target.rename(before)
                aside.rename(target)
    except OSError as error:
        raise unwritable(target, error) from None


def _clear(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(reach(folder, ANY_LENGTH))


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Nobody else publishes beside ``target`` meanwhile, where the system can tell."""
    handle = _locked(target)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def _locked(target: Path) -> int | None:
    """An open handle that keeps others out until it is closed; None where folders cannot be locked."""
    if sys.platform == "win32":
        return None
    else:  # noqa: RET505 (the type checker reads this for each system)
        import fcntl

        handle = os.open(target.parent, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise OutputError(
                f"กำลังมีการเผยแพร่ลง {target} อยู่แล้ว — รอให้เสร็จแล้วสั่งใหม่",
                f"another run is publishing to {target} — wait for it and run this again",
            ) from None
        return handle
