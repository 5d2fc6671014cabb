"""Documents and tables that the site holds itself: found, bounded, hashed."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path, PurePosixPath

from prongsai.model.disclosure import HeldFile
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

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


def held_in(folder: Path, year: int, shown: str, problems: Problems) -> dict[str, HeldFile]:
    """The files under ``files/`` and ``data/`` of a year's folder, by their path in it, with forward slashes.

    Hidden files are passed over; links that lead out of the folder and kinds that a browser might run are problems.
    """
    held: dict[str, HeldFile] = {}
    root = folder.resolve()
    for top in FOLDERS:
        for directory, names, files in os.walk(folder / top):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(file for file in files if not file.startswith(".")):
                path = Path(directory) / name
                inside = PurePosixPath(path.relative_to(folder).as_posix())
                place = Place(f"{shown}/{inside}")
                if not path.resolve().is_relative_to(root):
                    problems.add("S309", place, value=quoted(inside))
                elif path.suffix.lower() not in MEDIA_TYPES:
                    problems.add("S311", place, value=quoted(path.suffix or name))
                elif found := describe(path, f"{year}/{inside}", place, problems):
                    held[str(inside)] = found
    return held


def describe(path: Path, address: str, place: Place, problems: Problems) -> HeldFile | None:
    """Size, type and SHA-256 of one file; None, with a problem, when it cannot be read."""
    try:
        status = path.stat()
        digest = _sha256(str(path), status.st_size, status.st_mtime_ns)
    except OSError as error:
        problems.add("S103", place, reason=error.strerror or "?")
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
