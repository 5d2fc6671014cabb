"""A site as one ZIP file: the same site gives the same bytes, and Windows unpacks it without surprises."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from prongsai.errors import OutputError, Text
from prongsai.model.portable import LONGEST, fault_of, same
from prongsai.publish.folder import unwritable
from prongsai.publish.listing import Entry, Listing
from prongsai.source.reach import ANY_LENGTH, reach

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CHUNK: Final = 1 << 20
_NOT_ASCII: Final = Text("มีอักขระที่ไม่ใช่ ASCII", "it has characters beyond ASCII")
_BAD: Final = Text("Windows ใช้ชื่อนี้ไม่ได้", "Windows does not take this name")
_LONG: Final = Text(f"ยาวเกิน {LONGEST} อักษร", f"it is longer than {LONGEST} characters")
_TWICE: Final = Text("ต่างจากอีกชื่อเพียงตัวพิมพ์เล็กใหญ่", "it differs from another in capitals alone")


class BadName(NamedTuple):
    """A file's name that not every system takes, and why."""

    name: str
    reason: Text


def bad_names(names: Iterable[str]) -> Iterator[BadName]:
    """The names that would not survive a vendor's unpacking."""
    seen: set[str] = set()
    for name in sorted(names):
        reason = _fault(name) or (_TWICE if same(name) in seen else None)
        seen.add(same(name))
        if reason:
            yield BadName(name, reason)


def _fault(name: str) -> Text | None:
    if not name.isascii():
        return _NOT_ASCII
    fault = fault_of(name)
    if fault is None:
        return None
    return _BAD if fault[0] in ("reserved", "end") else _LONG


def write_zip(site: Path, listing: Listing, out: Path, note: Callable[[], None]) -> None:
    """Write the files of ``listing`` from the folder ``site`` to the ZIP file ``out``, at once or not at all.

    ``note`` is called for each file.

    Raises:
        OutputError: the disk refuses, or a file is no longer what it was; what stood at ``out`` stays.
    """
    beside = out.with_name(f".{out.name}.prongsai-new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
                folder = reach(site, ANY_LENGTH)
                for name, entry in listing.items():
                    if _put(packed, folder / name, name) != entry:
                        raise changed(name)
                    note()
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as error:
        raise unwritable(out, error) from None
    finally:
        with suppress(OSError):
            beside.unlink()


def _put(packed: zipfile.ZipFile, path: Path, name: str) -> Entry:
    """Pack a file; gives what was packed, which is not what was listed where the file changed meanwhile."""
    about = zipfile.ZipInfo(name, _EPOCH)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.external_attr = 0o100644 << 16
    about.create_system = 3
    about.file_size = path.stat().st_size
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as source, packed.open(about, "w") as target:
        while data := source.read(_CHUNK):
            size += len(data)
            digest.update(data)
            target.write(data)
    return Entry(size, digest.hexdigest())


def changed(name: str) -> OutputError:
    """The error that tells that a file of the site changed while it was published."""
    return OutputError(
        f"ไฟล์ {name} เปลี่ยนไประหว่างเผยแพร่ จึงหยุด — รอให้งานอื่นเสร็จแล้วสั่งใหม่ เว็บไซต์เดิมยังอยู่",
        f"the file {name} changed while it was published, so this was stopped — let other work end and run "
        "it again; the last site stays",
    )
