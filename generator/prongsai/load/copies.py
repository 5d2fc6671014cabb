"""Copies of documents whose links died: found in the archive, and proved by their hash."""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from prongsai.errors import Text
from prongsai.load.files import MEDIA_TYPES, describe, leads_out
from prongsai.load.receipts import MAX_BYTES
from prongsai.model.disclosure import HeldFile
from prongsai.model.receipt import Receipt
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reach import reach
from prongsai.source.reading import position, read_text

FOLDER: Final = "copies"
"""Where copies stand on the site."""

_DOCUMENTS: Final = "documents"
_NAME: Final = re.compile(r"([0-9a-f]{64})(\.[a-z0-9]+)")
_BAD_PLACE: Final = Text("ที่เก็บสำเนาไม่ได้อยู่ในโครงการ", "the place of the copies is not in the project")
_BAD_NAME: Final = Text("ชื่อไม่ใช่ของเอกสารที่ยอมรับไว้", "its name is not that of the accepted document")
_GONE: Final = Text("ไม่มีไฟล์นี้ในโฟลเดอร์สำเนา", "the file is not in the folder of copies")
_OTHER: Final = Text("เนื้อหาไม่ตรงกับที่ตรวจไว้", "its content is not what was found then")


def copies_of(
    root: Path, lock: Path, shown: str, cited: Mapping[str, Receipt], problems: Problems
) -> dict[str, HeldFile]:
    """By address, the copy of each cited document that failed since; ``lock`` says where copies are kept.

    A copy that is not there, or not what its hash says, is a problem; where no place is recorded, there are
    none to offer.
    """
    wanted = {
        url: receipt.copy for url, receipt in cited.items() if receipt.copy and receipt.judgement == "fail"
    }
    text = read_text(lock, shown, Problems(), MAX_BYTES) if wanted else None
    place = _archive(text) if text else None
    if text is None or place is None:
        return {}
    found: dict[str, HeldFile] = {}
    for url, name in wanted.items():
        copy = _copy(root, place, name, cited[url].accepted)
        if isinstance(copy, HeldFile):
            found[url] = copy
        else:
            at = re.search(re.escape(json.dumps(url, ensure_ascii=False)), text)
            where = Place(shown, *position(text, at.start())) if at else Place(shown, 1, 1)
            problems.add("S511", where, value=quoted(name), reason=copy)
    return found


def archive_in(lock: Path) -> str | None:
    """The folder with the copies that a lock file records, None where it records none or cannot be read."""
    text = read_text(lock, lock.name, Problems(), MAX_BYTES) if lock.is_file() else None
    return _archive(text) if text else None


def _archive(text: str) -> str | None:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found = document.get("archive") if isinstance(document, dict) else None
    return found if isinstance(found, str) and found else None


def _copy(root: Path, place: str, name: str, accepted: str | None) -> HeldFile | Text:
    """The copy of that name, or why there is none."""
    inside = PurePosixPath(place)
    if inside.is_absolute() or ".." in inside.parts or re.search(r"[\\:\x00-\x1f]", place):
        return _BAD_PLACE
    match = _NAME.fullmatch(name)
    if match is None or match[1] != accepted or match[2] not in MEDIA_TYPES:
        return _BAD_NAME
    path = reach(root / inside / _DOCUMENTS / name)
    if leads_out(path, root):
        return _BAD_PLACE
    if not path.is_file():
        return _GONE
    found = describe(path, f"{FOLDER}/{name}", Place(name), Problems())
    return found if found and found.sha256 == accepted else _OTHER
