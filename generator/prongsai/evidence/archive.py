"""A folder that keeps what was found: each document once, by its hash, and a WARC of each run.

``documents/HASH.KIND`` are the documents, ``index/HASH.json`` says of each where it was met first and whether
it may be published, ``warc/`` holds the records. A document is written beside and then put in its place, and
its place in the index is written last, so that whatever a killed run leaves behind is only done again. The
documents alone are an archive too: what the others say is found out anew.
"""

import hashlib
import json
import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

import prongsai
from prongsai.errors import OutputError, Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.files import look_at
from prongsai.evidence.warc import OPEN, Original, Warc, repair
from prongsai.model.receipt import Receipt
from prongsai.source.reach import reach

FORMAT: Final = "prongsai/archive/1"
MARK: Final = "archive.json"
"""The file by which a folder is known as an archive."""

DOCUMENTS: Final = "documents"
_INDEX: Final = "index"
_WARC: Final = "warc"
_LARGEST_ENTRY: Final = 64 << 10
_DAY: Final = 86_400
_BELOW: Final = 110
"""Characters below an archive: a folder, a hash, and what a half-written file has about it."""

_RECORDS: Final = re.compile(r"[0-9TZ]+-[0-9]+\.warc\.gz")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_ABOUT: Final = (
    "สำเนาเอกสารที่ prongsai verify พบ อาจมีข้อมูลส่วนบุคคล อย่าเผยแพร่ทั้งโฟลเดอร์",
    "copies of what prongsai verify found; there may be personal data in it, so do not publish the folder",
)
# What is no file of a known kind is one of these by its text.
_TEXTS: Final = {"text/plain": "txt", "application/json": "json", "application/xml": "xml"}


@dataclass(frozen=True, slots=True)
class Document:
    """A kept document: its file's name and size, and where its bytes stand in a WARC, if that is known.

    ``looked_by`` is the version of this program that looked into it, None as long as none did;
    ``withheld`` is why it found that a site may not publish it, None where it may.
    """

    name: str
    bytes: int
    original: Original | None = None
    looked_by: str | None = None
    withheld: Text | None = None

    @property
    def is_judged(self) -> bool:
        """Whether this very version has looked into it."""
        return self.looked_by == prongsai.__version__


_ENTRY: Final = TypeAdapter(Document)


class Archive:
    """An open archive; used by one thread at a time, and closed by whoever opened it."""

    def __init__(self, folder: Path) -> None:
        """Open ``folder``, made where it is not there yet.

        Raises:
            OutputError: it holds something else, or cannot be written.
        """
        self.folder = folder = reach(folder, _BELOW)
        try:
            self._claim()
            for name in (DOCUMENTS, _INDEX, _WARC):
                self._make(folder / name)
            repair(folder / _WARC)
        except OSError as error:
            raise unwritable(folder, error) from None
        self.added = 0
        self._warc = Warc(folder / _WARC)
        self._known: dict[str, Document | None] = {}
        self._names = {
            path.stem: path.name for path in (folder / DOCUMENTS).iterdir() if _HASH.fullmatch(path.stem)
        }

    def take(self, answer: Answer, receipt: Receipt) -> None:
        """Keep an answer; of a file that is there already only that it was met again.

        Raises:
            OSError: the disk refuses; what was kept before stays whole.
        """
        sha256 = receipt.sha256
        known = self.document(sha256) if sha256 else None
        first = known.original if known and self._is_whole(known.original) else None
        if answer.status == 304 or sha256 is None:
            if first or answer.status != 304:
                self._warc.record(answer, sha256, first)
            return
        if known is None:
            known = Document(f"{sha256}.{_ending(answer.body, receipt.media_type)}", len(answer.body))
        if not holds(self.path(known), sha256):
            _put(self.path(known), answer.body)
            self.added += 1
        original = self._warc.record(answer, sha256, first)
        if original != first:
            self._note(sha256, replace(known, original=original))

    def document(self, sha256: str) -> Document | None:
        """The document of that hash, if the archive holds it."""
        if sha256 not in self._known:
            entry = _entry(self.folder / _INDEX / f"{sha256}.json", sha256)
            self._known[sha256] = entry if entry and _size(self.path(entry)) == entry.bytes else None
            if self._known[sha256] is None and (name := self._names.get(sha256)):
                path = self.folder / DOCUMENTS / name
                self._known[sha256] = Document(name, _size(path)) if holds(path, sha256) else None
        return self._known[sha256]

    def is_recorded(self, sha256: str) -> bool:
        """Whether the document of that hash is held, and its bytes stand in a WARC."""
        known = self.document(sha256)
        return known is not None and self._is_whole(known.original)

    def path(self, document: Document) -> Path:
        """Where a document's file is."""
        return self.folder / DOCUMENTS / document.name

    def judge(self, sha256: str, reason: Text | None) -> None:
        """Note why a document may not be published, None where it may.

        Raises:
            OSError: the disk refuses.
        """
        if known := self.document(sha256):
            self._note(sha256, replace(known, looked_by=prongsai.__version__, withheld=reason))

    def close(self) -> None:
        """Finish the records.

        Raises:
            OSError: the disk refuses.
        """
        self._warc.close()

    def _claim(self) -> None:
        """Make the folder an archive, where it is none.

        Raises:
            OutputError: it holds something else.
        """
        mark = self.folder / MARK
        if is_archive(mark):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        if any(not path.name.startswith(".") for path in self.folder.iterdir()):
            raise OutputError(
                f"โฟลเดอร์ {self.folder} มีของอย่างอื่นอยู่ จึงไม่เก็บสำเนาไว้ที่นั่น — เลือกโฟลเดอร์ว่าง",
                f"the folder {self.folder} holds something else, so no copies go there — choose an empty one",
            )
        _put(mark, _json({"format": FORMAT, "about": _ABOUT}))

    def _make(self, folder: Path) -> None:
        """A folder of the archive, swept of what killed runs left half-written.

        Raises:
            OutputError: it leads elsewhere.
        """
        if folder.is_symlink():
            raise OutputError(
                f"{folder} เป็นลิงก์ไปที่อื่น จึงไม่เก็บสำเนาไว้ที่นั่น — ลบลิงก์นั้น",
                f"{folder} is a link to elsewhere, so no copies go there — remove the link",
            )
        folder.mkdir(exist_ok=True)
        for left in folder.glob(".*.new"):
            with suppress(OSError):
                if time.time() - left.lstat().st_mtime > _DAY:
                    left.unlink()

    def _is_whole(self, original: Original | None) -> bool:
        """Whether the record of a document's bytes is still there."""
        if original is None:
            return False
        warc = self.folder / _WARC / original.warc
        return max(_size(path) for path in (warc, warc.with_name(warc.name + OPEN))) >= original.end

    def _note(self, sha256: str, document: Document) -> None:
        _put(self.folder / _INDEX / f"{sha256}.json", _json(asdict(document)))
        self._known[sha256] = document


def is_archive(mark: Path) -> bool:
    """Whether ``mark`` is the mark of an archive, rather than a file of the same name."""
    try:
        if not mark.is_file():
            return False
        with mark.open("rb") as file:
            document = json.loads(file.read(_LARGEST_ENTRY))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(document, dict) and document.get("format") == FORMAT


def holds(path: Path, sha256: str) -> bool:
    """Whether the file ``path`` is there and has that hash."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def unwritable(folder: Path, error: OSError) -> OutputError:
    """The error that tells that no copies can be kept in ``folder``."""
    reason = error.strerror or str(error)
    return OutputError(
        f"เก็บสำเนาลง {folder} ไม่ได้ ({reason}) — ตรวจสิทธิ์และที่ว่างของดิสก์ สำเนาที่เก็บไว้ก่อนยังอยู่ครบ",
        f"copies cannot be kept in {folder} ({reason}) — check permissions and free space; "
        "those that were kept before are whole",
    )


def _ending(body: bytes, media_type: str | None) -> str:
    """A file's ending by what it is, never by its address."""
    look = look_at(body)
    if look is None:
        return _TEXTS.get(media_type or "", "bin")
    return "jpg" if look.kind == "jpeg" else look.kind


def _entry(path: Path, sha256: str) -> Document | None:
    """An entry of the index; None where there is none, or one that cannot be believed."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            entry = _ENTRY.validate_json(file.read(_LARGEST_ENTRY))
    except (OSError, ValidationError):
        return None
    if not re.fullmatch(rf"{sha256}\.[a-z0-9]{{1,5}}", entry.name):
        return None
    known = entry.original is not None and _RECORDS.fullmatch(entry.original.warc)
    return entry if known else replace(entry, original=None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: the disk refuses.
    """
    beside = path.with_name(f".{path.name}.{token_hex(4)}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
