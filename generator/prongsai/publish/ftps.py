"""A folder on an FTP server, encrypted: for hosting that offers neither SFTP nor SSH.

Names and passwords go over TLS whose certificate is verified, or nothing goes at all.
"""

import ftplib
import io
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, TypeVar

from prongsai.errors import NetworkError, OutputError, ProngsaiError
from prongsai.publish.ssh import Place

_T = TypeVar("_T")
_SECONDS: Final = 60
_CHUNK: Final = 64 << 10
_PLAIN_PORT: Final = 21


class _Session(ftplib.FTP_TLS):
    """Lets the connection for data continue the session of the one for commands, as many servers demand."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        """Open a connection for data."""
        plain, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        assert isinstance(self.sock, ssl.SSLSocket)
        wrapped = self.context.wrap_socket(plain, server_hostname=self.host, session=self.sock.session)
        return wrapped, size


class Ftps:
    """A folder on an FTP server, as ``prongsai.publish.remote`` uses it; a context manager.

    ``password`` is that of ``place.user``; ``ca_files`` add authorities to those of the system.
    """

    at_once: int = 2

    def __init__(self, place: Place, password: str, ca_files: Iterable[Path] = ()) -> None:
        self._place, self._password = place, password
        self._context = ssl.create_default_context()
        for file in ca_files:
            self._context.load_verify_locations(file)
        self._idle: SimpleQueue[_Session] = SimpleQueue()
        self._all: list[_Session] = []

    def __enter__(self) -> "Ftps":
        try:
            self._asked("", lambda line: line.voidcmd("NOOP"))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for line in self._all:
            line.close()

    def _new_line(self) -> _Session:
        line = _Session(context=self._context, timeout=_SECONDS)
        self._all.append(line)
        line.connect(self._place.host, self._place.port or _PLAIN_PORT)
        line.auth()
        line.login(self._place.user or "", self._password)
        line.prot_p()
        return line

    def _asked(self, name: str, what: Callable[[_Session], _T]) -> _T:
        """Do something on an idle connection, or a new one; what goes wrong is told with the file's name.

        Raises:
            NetworkError: the server does not let us in, or is gone.
            OutputError: it refuses this.
        """
        try:
            try:
                line = self._idle.get_nowait()
            except Empty:
                line = self._new_line()
            try:
                return what(line)
            finally:
                self._idle.put(line)
        except ftplib.error_perm as error:
            raise self._refused(name, str(error)) from None
        except ssl.SSLCertVerificationError as error:
            raise self._failed(error.verify_message, certificate=True) from None
        except (OSError, EOFError, ftplib.Error) as error:
            raise self._failed(str(error) or type(error).__name__) from None

    def _path(self, name: str) -> str:
        folder = self._place.folder
        return f"{folder}/{name}" if folder and name else folder or name or "."

    def names(self) -> list[str]:
        """What lies in the folder itself; empty where there is no folder."""

        def found(line: _Session) -> list[str]:
            try:
                told = line.nlst(self._path(""))
            except ftplib.error_perm:
                return []
            return sorted({name.rstrip("/").rpartition("/")[2] for name in told} - {".", "..", ""})

        return self._asked("", found)

    def read(self, name: str, most: int) -> bytes | None:
        """A file's content up to ``most`` bytes; None where there is none."""
        data = io.BytesIO()

        def take(piece: bytes) -> None:
            if data.tell() + len(piece) <= most:
                data.write(piece)

        def found(line: _Session) -> bytes | None:
            try:
                line.retrbinary(f"RETR {self._path(name)}", take)
            except ftplib.error_perm as error:
                if str(error).startswith("550"):
                    return None
                raise
            return data.getvalue()

        return self._asked(name, found)

    def make_folder(self, name: str) -> None:
        """Make the folder ``name``, with those above it where it is the whole; one that is there is fine."""
        path = self._path(name)
        steps = path.split("/")
        paths = ["/".join(steps[:depth]) for depth in range(1, len(steps) + 1)] if not name else [path]
        for each in filter(None, paths):
            self._asked(name or each, partial(self._make_one, each))

    def _make_one(self, path: str, line: _Session) -> None:
        try:
            line.mkd(path)
        except ftplib.error_perm as error:
            if self._is_folder(line, path):
                return
            try:  # a file that became a page: its address answers as a folder from now on
                line.delete(path)
            except ftplib.error_perm:
                raise error from None
            line.mkd(path)

    def _is_folder(self, line: _Session, path: str) -> bool:
        here = line.pwd()
        try:
            line.cwd(path)
        except ftplib.error_perm:
            return False
        line.cwd(here)
        return True

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Write a new file; one of that name is overwritten."""
        self._asked(name, lambda line: line.storbinary(f"STOR {self._path(name)}", _Stream(data), _CHUNK))

    def rename(self, name: str, to: str) -> None:
        """Put the file ``name`` in the place of ``to``: in one step, or nearly so on servers that cannot."""
        old, new = self._path(name), self._path(to)

        def moved(line: _Session) -> None:
            try:
                line.rename(old, new)
            except ftplib.error_perm:
                line.delete(new)
                line.rename(old, new)

        self._asked(to, moved)

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is fine."""

        def gone(line: _Session) -> None:
            try:
                line.delete(self._path(name))
            except ftplib.error_perm as error:
                if not str(error).startswith("550"):
                    raise

        self._asked(name, gone)

    def _refused(self, name: str, told: str) -> ProngsaiError:
        if told.startswith("530"):
            return NetworkError(
                f"{self._place.host} ไม่ให้เข้า ({told}) — ตรวจชื่อผู้ใช้และรหัสผ่าน",
                f"{self._place.host} does not let you in ({told}) — check the user and the password",
            )
        shown = self._path(name)
        return OutputError(
            f"เครื่องแม่ข่ายไม่รับ {shown} ({told}) — ตรวจสิทธิ์ เนื้อที่ และชื่อไฟล์ แล้วสั่งใหม่ "
            f"จะทำต่อจากที่ค้าง "
            "หน้าที่เผยแพร่อยู่ยังครบ",
            f"the server refuses {shown} ({told}) — check permissions, space and the name, then run this "
            "again: it goes on from there; the pages that were public are whole",
        )

    def _failed(self, told: str, *, certificate: bool = False) -> NetworkError:
        host = self._place.host
        if certificate:
            return NetworkError(
                f"ใบรับรองของ {host} ใช้ไม่ได้ ({told}) จึงไม่ส่งอะไรเลย — ใช้ชื่อเครื่องตามใบรับรอง หรือถามผู้ให้บริการ",
                f"the certificate of {host} cannot be used ({told}), so nothing was sent — use the host name "
                f"in "
                "the certificate, or ask its provider",
            )
        return NetworkError(
            f"การเชื่อมต่อกับ {host} ขาดไปหรือไม่เข้ารหัส ({told}) — สั่งใหม่ จะทำต่อจากที่ค้าง หน้าที่เผยแพร่อยู่ยังครบ",
            f"the connection to {host} is gone or not encrypted ({told}) — run this again: it goes on from "
            f"there; "
            "the pages that were public are whole",
        )


class _Stream:
    """Pieces as the file that ftplib reads."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces: Iterator[bytes] = iter(pieces)

    def read(self, _size: int = -1) -> bytes:
        """The next piece; empty at the end."""
        return next(self._pieces, b"")
