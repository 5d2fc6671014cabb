"""Documents and tables that the site holds itself: found, bounded, hashed."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from prongsai.errors import Text
from prongsai.model.disclosure import HeldFile
from prongsai.model.portable import has_lost_end
from prongsai.source.place import Place
from prongsai.source.problems import Problems, printable, quoted
from prongsai.source.reach import ANY_LENGTH, reach
from prongsai.source.reading import reason_of
from prongsai.thai.text import clean

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".json": "application/json",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".zip": "application/zip",
}
FOLDERS = ("files", "data")

_NOT_A_FILE = Text("ไม่ใช่ไฟล์ธรรมดา", "it is not a regular file")
_BAD_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"|?*\\]')
_NOT_PORTABLE = Text(
    'มีอักขระ < > : " | ? * \\ หรืออักขระที่มองไม่เห็น', 'it has one of < > : " | ? * \\ or an invisible character'
)
_LOST_END = Text("ลงท้ายด้วยจุดหรือเว้นวรรค", "it ends in a dot or a space")


@dataclass
class Held:
    """The files of a year, by their names from its folder; and the names of those that were refused."""

    files: dict[str, HeldFile] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def find(self, name: str) -> HeldFile | None:
        """The file of that name, its letters in whatever order they are stored."""
        return self.files.get(clean(name))

    def is_refused(self, name: str) -> bool:
        """Whether there is such a file and a problem of its own is told."""
        return clean(name) in self.refused


def held_in(folder: Path, year: int, shown: str, problems: Problems) -> Held:
    """The files under ``files/`` and ``data/`` of a year's folder, named with forward slashes.

    Hidden files are passed over. Links that lead out of the folder and kinds that a browser might run are
    problems.
    """
    held = Held()
    for path, inside in _walk(folder, shown, problems):
        place = Place(printable(f"{shown}/{inside}"))
        found = None
        if _BAD_NAME.search(inside):
            problems.add("S110", place, value=quoted(path.name), reason=_NOT_PORTABLE)
        elif has_lost_end(path.name):
            problems.add("S110", place, value=quoted(path.name), reason=_LOST_END)
        elif leads_out(path, folder):
            problems.add("S309", place, value=quoted(inside))
        elif path.is_dir():
            continue
        elif path.suffix.lower() not in MEDIA_TYPES:
            problems.add("S311", place, value=quoted(path.suffix or path.name))
        else:
            found = describe(path, f"{year}/{inside}", place, problems)
        if found:
            _hold(held, inside, found)
        else:
            held.refused.add(clean(inside))
    return held


def _hold(held: Held, inside: str, found: HeldFile) -> None:
    """Take a file in. Two names may look the same: the one that is stored as it looks is found by it."""
    name = clean(inside)
    other = held.files.get(name)
    if other is None:
        held.files[name] = found
    elif inside == name:
        held.files[other.address.partition("/")[2]], held.files[name] = other, found
    else:
        held.files[inside] = found


def _walk(folder: Path, shown: str, problems: Problems) -> Iterator[tuple[Path, str]]:
    """Files, and links to folders, with their names from ``folder``; in order of name."""

    def unreadable(error: OSError) -> None:
        inside = PurePosixPath(Path(error.filename).relative_to(folder).as_posix())
        problems.add("S103", Place(printable(f"{shown}/{inside}")), reason=reason_of(error))

    for top in FOLDERS:
        if not (folder / top).is_dir():
            continue
        for directory, names, files in os.walk(folder / top, onerror=unreadable):
            names[:] = sorted(name for name in names if not name.startswith("."))
            links = [name for name in names if Path(directory, name).is_symlink()]
            for name in sorted(links + [file for file in files if not file.startswith(".")]):
                path = Path(directory, name)
                yield reach(path), path.relative_to(folder).as_posix()


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a link in ``path`` leads out of ``folder``."""
    try:
        inside, whole = reach(path.resolve(), ANY_LENGTH), reach(folder.resolve(), ANY_LENGTH)
        return not inside.is_relative_to(whole)
    except (OSError, RuntimeError):
        return False


def describe(path: Path, address: str, place: Place, problems: Problems) -> HeldFile | None:
    """Size, type and SHA-256 of one file; None, with a problem, when it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.add("S103", place, reason=_NOT_A_FILE)
            return None
        digest = _sha256(str(path), status.st_size, status.st_mtime_ns)
    except OSError as error:
        problems.add("S103", place, reason=reason_of(error))
        return None
    return HeldFile(
        address=address,
        source=str(path),
        bytes=status.st_size,
        media_type=MEDIA_TYPES[path.suffix.lower()],
        sha256=digest,
    )


@lru_cache(maxsize=10_000)
def _sha256(path: str, size: int, modified: int) -> str:
    """The hash of a file; size and time of change are part of the key, so that ``serve`` sees a change."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
