"""A file on disk read into a ``Document``: its content tells what it is, and is bounded before it is read.

Office files and PDF are read in a process of its own, with limits of time and memory: a document is hostile
until proven otherwise. Macros are never looked at, nothing is run, nothing elsewhere is asked for.
"""

import json
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from prongsai.errors import ProngsaiError
from prongsai.importing.document import Document
from prongsai.importing.readers import wire
from prongsai.importing.readers.lines import read_delimited, read_text
from prongsai.importing.readers.markup import read_html
from prongsai.importing.readers.refusal import Unreadable
from prongsai.load.limits import MAX_BYTES, Refused, decode
from prongsai.source.reading import reason_of

MAX_SECONDS = 120
_OLE = b"\xd0\xcf\x11\xe0"
_ENDINGS = {
    ".docx": "word", ".docm": "word", ".xlsx": "excel", ".xlsm": "excel", ".pdf": "pdf", ".csv": "delimited",
    ".tsv": "delimited", ".tab": "delimited", ".html": "html", ".htm": "html", ".md": "text", ".txt": "text",
    ".markdown": "text", ".text": "text",
}  # fmt: skip
_OFFICE = ("word", "excel", "pdf")


def read_file(path: Path) -> Document:
    """The blocks of a file.

    Raises:
        Unreadable: it cannot be read, or is of no kind that is.
        ProngsaiError: no process can be started to read in.
    """
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable.too_large(name)
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise Unreadable(
            f"{path}: เปิดไฟล์ไม่ได้ {reason.th}", f"{path}: cannot be opened: {reason.en}"
        ) from None
    if not data.strip():
        raise Unreadable.empty(name)
    kind = kind_of(data, path.suffix.lower(), name)
    document = _apart(path, kind, name) if kind in _OFFICE else _plain(data, kind, name)
    if not document.blocks:
        raise Unreadable.empty(name)
    return document


def kind_of(data: bytes, ending: str, name: str) -> str:
    """The kind of a file by its first bytes, and only then by its ending.

    Raises:
        Unreadable: none that is read.
    """
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable.encrypted(name) if locked else Unreadable.old_office(name)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return _packed_kind(data, name)
    if ending in (".docx", ".docm", ".xlsm", ".xlsx", ".pdf") and not _is_html(data):
        raise Unreadable.broken(name)
    if _is_html(data):
        return "html"
    if b"\0" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable.unknown(name)
    return _ENDINGS.get(ending, "text")


def _is_html(data: bytes) -> bool:
    return bool(
        re.match(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
            rb"<(?:!doctype html|html|table|body|div)\b",
            data[:2048],
            re.I | re.S,
        )
    )


def _packed_kind(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Unreadable.broken(name) from None
    if "word/document.xml" in names:
        return "word"
    if "xl/workbook.xml" in names:
        return "excel"
    raise Unreadable.unknown(name)


def _plain(data: bytes, kind: str, name: str) -> Document:
    try:
        text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    except Refused:
        raise Unreadable.broken(name) from None
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1f\ufffd]", text[:20_000]))
    if controls > 20 and controls * 50 > len(text[:20_000]):
        raise Unreadable.unknown(name)
    text = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", " ", text)
    if kind == "delimited":
        return read_delimited(text, name)
    return read_html(text, name) if kind == "html" else read_text(text, name)


def _apart(path: Path, kind: str, name: str) -> Document:
    """Read in a process of its own; one that takes too long or too much memory is ended."""
    asked = json.dumps([str(path.resolve()), kind, name])
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "prongsai.importing.readers.apart"],
            input=asked.encode(), capture_output=True, timeout=MAX_SECONDS, check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unreadable.too_large(name) from None
    except OSError as error:
        raise ProngsaiError(
            f"เปิดโปรแกรมอ่านเอกสารไม่ได้ ({error})",
            f"the process that reads documents cannot be started ({error})",
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise Unreadable.too_large(name) from None
    if isinstance(answer, str):
        raise getattr(Unreadable, answer)(name)
    return wire.document_of(answer)
