"""A folder on an SFTP server: files that appear whole, under ``posix-rename`` where the server has it."""

import stat
import struct
from collections.abc import Iterable, Sequence
from typing import Final

from prongsai.errors import OutputError, Text
from prongsai.publish.ssh import Answer, Connection, Place, Refusal, string, string_of

_OPEN, _CLOSE, _READ, _WRITE = 3, 4, 5, 6
_FSETSTAT, _OPENDIR, _READDIR, _REMOVE, _MKDIR, _STAT, _RENAME = 10, 11, 12, 13, 14, 17, 18
_ATTRS, _EXTENDED = 105, 200
_EOF, _NO_FILE, _DENIED = 1, 2, 3
_PERMISSIONS: Final = 0x4
_READING: Final = 0x1
_WRITING: Final = 0x2 | 0x8 | 0x10
_POSIX_RENAME: Final = b"posix-rename@openssh.com"
_CHUNK: Final = 32_000
_WINDOW: Final = 32

_REASONS: Final = {
    _NO_FILE: Text("ไม่มีไฟล์หรือโฟลเดอร์นั้น", "no such file or folder"),
    _DENIED: Text("ไม่มีสิทธิ์", "permission denied"),
}


class Sftp:
    """A folder on an SFTP server, as ``prongsai.publish.remote`` uses it; a context manager.

    ``options`` are words for ``ssh``, such as ``-F FILE``.
    """

    at_once: int = 8

    def __init__(self, place: Place, options: Sequence[str] = ()) -> None:
        self._place = place
        self._line = Connection(place, options)

    def __enter__(self) -> "Sftp":
        self._line.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.__exit__()

    def _path(self, name: str) -> str:
        folder = self._place.folder
        return f"{folder}/{name}" if folder and name else folder or name or "."

    def names(self) -> list[str]:
        """What lies in the folder itself; empty where there is no folder."""
        try:
            handle = string_of(self._line.do(_OPENDIR, string(self._path("")))[1])
        except Refusal as refusal:
            if refusal.code == _NO_FILE:
                return []
            raise self._refused("", refusal) from None
        found: list[str] = []
        try:
            while True:
                found += _names(self._line.do(_READDIR, string(handle))[1])
        except Refusal as refusal:
            if refusal.code != _EOF:
                raise self._refused("", refusal) from None
        finally:
            self._line.ask(_CLOSE, string(handle))
        return sorted(name for name in found if name not in (".", ".."))

    def read(self, name: str, most: int) -> bytes | None:
        """A file's content up to ``most`` bytes; None where there is none."""
        try:
            handle = string_of(
                self._line.do(_OPEN, string(self._path(name)), struct.pack(">II", _READING, 0))[1]
            )
        except Refusal as refusal:
            if refusal.code == _NO_FILE:
                return None
            raise self._refused(name, refusal) from None
        data = bytearray()
        try:
            while len(data) < most:
                where = struct.pack(">QI", len(data), _CHUNK)
                data += string_of(self._line.do(_READ, string(handle), where)[1])
        except Refusal as refusal:
            if refusal.code != _EOF:
                raise self._refused(name, refusal) from None
        finally:
            self._line.ask(_CLOSE, string(handle))
        return bytes(data)

    def make_folder(self, name: str) -> None:
        """Make the folder ``name``, with those above it where it is the whole; one that is there is fine."""
        path = self._path(name)
        steps = path.split("/")
        paths = ["/".join(steps[:depth]) for depth in range(1, len(steps) + 1)] if not name else [path]
        for each in filter(None, paths):
            if not self._is_folder(each):
                self._make_one(each, name)

    def _make_one(self, path: str, name: str) -> None:
        attributes = struct.pack(">II", _PERMISSIONS, 0o755)
        try:
            self._line.do(_MKDIR, string(path), attributes)
        except Refusal as refusal:
            if self._is_folder(path):
                return
            try:  # a file that became a page: its address answers as a folder from now on
                self._line.do(_REMOVE, string(path))
                self._line.do(_MKDIR, string(path), attributes)
            except Refusal:
                raise self._refused(name or path, refusal) from None

    def _is_folder(self, path: str) -> bool:
        try:
            kind, body = self._line.do(_STAT, string(path))
        except Refusal:
            return False
        mode = _mode(body) if kind == _ATTRS else None
        return mode is not None and stat.S_ISDIR(mode)

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Write a new file; one of that name is overwritten."""
        attributes = struct.pack(">II", _PERMISSIONS, 0o644)
        try:
            opened = self._line.do(_OPEN, string(self._path(name)), struct.pack(">I", _WRITING), attributes)
            handle = string(string_of(opened[1]))
            permitted, at = self._line.ask(_FSETSTAT, handle, attributes), 0
            under_way: list[Answer] = []
            for piece in data:
                for start in range(0, len(piece), _CHUNK):
                    part = piece[start : start + _CHUNK]
                    under_way.append(self._line.ask(_WRITE, handle, struct.pack(">Q", at), string(part)))
                    at += len(part)
                    if len(under_way) >= _WINDOW:
                        self._line.answer(under_way.pop(0))
            for queue in under_way:
                self._line.answer(queue)
            self._settle(permitted)
            self._line.do(_CLOSE, handle)
        except Refusal as refusal:
            raise self._refused(name, refusal) from None

    def _settle(self, queue: Answer) -> None:
        """Take an answer that may be a refusal: some servers set permissions as they please."""
        try:
            self._line.answer(queue)
        except Refusal:
            return

    def rename(self, name: str, to: str) -> None:
        """Put the file ``name`` in the place of ``to``: in one step, or nearly so on servers that cannot."""
        old, new = string(self._path(name)), string(self._path(to))
        try:
            if _POSIX_RENAME in self._line.extensions:
                self._line.do(_EXTENDED, string(_POSIX_RENAME), old, new)
                return
            try:
                self._line.do(_RENAME, old, new)
            except Refusal:
                self._line.do(_REMOVE, new)
                self._line.do(_RENAME, old, new)
        except Refusal as refusal:
            raise self._refused(to, refusal) from None

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is fine."""
        try:
            self._line.do(_REMOVE, string(self._path(name)))
        except Refusal as refusal:
            if refusal.code != _NO_FILE:
                raise self._refused(name, refusal) from None

    def _refused(self, name: str, refusal: Refusal) -> OutputError:
        reason = _REASONS.get(refusal.code, Text(refusal.message or "?", refusal.message or "?"))
        shown = self._path(name)
        return OutputError(
            f"เครื่องแม่ข่ายไม่รับ {shown} ({reason.th}) — ตรวจสิทธิ์ เนื้อที่ และชื่อไฟล์ แล้วสั่งใหม่ "
            f"จะทำต่อจากที่ค้าง "
            "หน้าที่เผยแพร่อยู่ยังครบ",
            f"the server refuses {shown} ({reason.en}) — check permissions, space and the name, then run "
            f"this "
            "again: it goes on from there; the pages that were public are whole",
        )


def _names(body: bytes) -> list[str]:
    """The names of a READDIR's answer: each with a long form and attributes behind it."""
    (count,) = struct.unpack_from(">I", body)
    at, found = 4, []
    for _ in range(count):
        name = string_of(body[at:])
        at += 4 + len(name)
        at += 4 + len(string_of(body[at:]))
        at += _size_of_attributes(body[at:])
        found.append(name.decode("utf-8", "replace"))
    return found


def _size_of_attributes(body: bytes) -> int:
    (flags,) = struct.unpack_from(">I", body)
    size = 4 + 8 * bool(flags & 1) + 8 * bool(flags & 2) + 4 * bool(flags & 4) + 8 * bool(flags & 8)
    if flags & 0x80000000:
        (count,) = struct.unpack_from(">I", body, size)
        extra = size + 4
        for _ in range(2 * count):
            extra += 4 + len(string_of(body[extra:]))
        return extra
    return size


def _mode(body: bytes) -> int | None:
    """The permissions with the kind of file, where the server gives them."""
    (flags,) = struct.unpack_from(">I", body)
    if not flags & _PERMISSIONS:
        return None
    at = 4 + 8 * bool(flags & 1) + 8 * bool(flags & 2)
    (mode,) = struct.unpack_from(">I", body, at)
    return int(mode)
