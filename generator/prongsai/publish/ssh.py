"""The packets of SFTP over the system's own ``ssh``.

Keys, agent, known hosts and passwords are the business of ``ssh`` alone; this program sees none of them.
Requests of several threads share one connection; the protocol is version 3 (draft-ietf-secsh-filexfer-02),
which every server speaks.
"""

import errno
import os
import re
import shutil
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import IO, Final, NamedTuple

from prongsai.errors import NetworkError, ProjectError

INIT, VERSION, STATUS, OK = 1, 2, 101, 0
_MOST_PACKET: Final = 1 << 20
_KEPT_LINES: Final = 30

Packet = tuple[int, bytes]
"""A packet's kind and what follows its number."""

Answer = SimpleQueue[Packet | None]
"""Where an answer will come; None when the connection is gone."""


class Place(NamedTuple):
    """Where to send; ``user`` and ``port`` may be left to ssh, ``folder`` counts from a login's own."""

    host: str
    user: str | None = None
    port: int | None = None
    folder: str = ""

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        return f"{user}{self.host}{port}/{self.folder}"


_PLACE: Final = re.compile(
    r"(?:sftp://)?(?:(?P<user>[^@/:\s]+)@)?(?P<host>\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9._-]+)"
    r"(?::(?P<port>[0-9]{1,5}))?/(?P<folder>[^\x00-\x1f\\]*)"
)


def read_place(text: str) -> Place:
    """``[USER@]HOST[:PORT]/FOLDER``; a folder with another slash before it counts from the server's root.

    Raises:
        ProjectError: it is none, or carries a password.
    """
    if re.match(r"(?:\w+://)?[^/@]*:[^/@]*@", text):
        raise ProjectError(
            "อย่าเขียนรหัสผ่านในคำสั่งหรือในไฟล์ — ลบออก แล้วใช้กุญแจ SSH หรือพิมพ์รหัสผ่านเมื่อถูกถาม",
            "never write a password in a command or a file — take it out and use an SSH key, or type it when "
            "you are asked",
        )
    match = _PLACE.fullmatch(text.strip())
    if match is None or match["host"].startswith("-") or (match["user"] or "").startswith("-"):
        raise ProjectError(
            f"ปลายทาง “{text}” อ่านไม่ได้ — เขียน ผู้ใช้@เครื่อง/โฟลเดอร์ เช่น "
            f"town@host.example.invalid/public_html/oit",
            f"the target “{text}” cannot be read — write USER@HOST/FOLDER, as "
            "town@host.example.invalid/public_html/oit",
        )
    port = int(match["port"]) if match["port"] else None
    return Place(match["host"].strip("[]"), match["user"], port, match["folder"].rstrip("/"))


class Refusal(Exception):
    """A status other than OK: its code and the server's words."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Connection:
    """One connection to an SFTP server; a context manager. ``options`` are words for ``ssh``, as ``-F FILE``.

    ``extensions`` are the names of what the server knows beyond the protocol.

    Raises:
        ProjectError: there is no ``ssh``.
        NetworkError: the server does not let us in, or is gone.
    """

    def __init__(self, place: Place, options: Sequence[str] = ()) -> None:
        self._place, self._options = place, tuple(options)
        self.extensions: frozenset[bytes] = frozenset()
        self._lock = threading.Lock()
        self._waiting: dict[int, Answer] = {}
        self._next = 0
        self._told: list[str] = []
        self._gone = False

    def __enter__(self) -> "Connection":
        program = shutil.which("ssh")
        if program is None:
            raise ProjectError(
                "ไม่พบโปรแกรม ssh — Windows: เปิด OpenSSH Client ใน Optional features, Debian: apt install "
                "openssh-client",
                "there is no program ssh — Windows: add OpenSSH Client in Optional features, Debian: apt "
                "install openssh-client",
            )
        self._process = subprocess.Popen(
            [program, *self._words()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._errors = threading.Thread(target=self._listen, args=(self._process.stderr,), daemon=True)
        self._errors.start()
        try:
            self._greet()
        except BaseException:
            self._end()
            raise
        self._reader = threading.Thread(target=self._receive, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _words(self) -> list[str]:
        place = self._place
        words = [
            "-o",
            "StrictHostKeyChecking=yes",
            "-o",
            "ServerAliveInterval=15",
            "-o",
            "ServerAliveCountMax=3",
        ]
        words += ["-o", "ConnectTimeout=30", "-o", "ClearAllForwardings=yes", "-o", "RequestTTY=no"]
        if not sys.stdin.isatty():
            words += ["-o", "BatchMode=yes"]
        words += [*self._options, *(["-p", str(place.port)] if place.port else [])]
        words += ["-l", place.user] if place.user else []
        return [*words, "-s", "--", place.host, "sftp"]

    def _end(self) -> None:
        for pipe in (self._in, self._out):
            try:
                pipe.close()
            except OSError:
                continue
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.join(2)

    def _listen(self, errors: IO[bytes]) -> None:
        with errors:
            for line in errors:
                self._told.append(line.decode("utf-8", "replace").strip())
                del self._told[:-_KEPT_LINES]

    # one packet

    def _greet(self) -> None:
        try:
            self._in.write(struct.pack(">IBI", 5, INIT, 3))
            self._in.flush()
            kind, body = self._packet()
        except (OSError, EOFError):
            self._end()
            raise self._failed() from None
        if kind != VERSION:
            raise self._failed()
        self.extensions = frozenset(strings_of(body[4:])[::2])

    def _packet(self) -> Packet:
        head = self._exactly(4)
        (length,) = struct.unpack(">I", head)
        if not 1 <= length <= _MOST_PACKET:
            self._told.append(f"subsystem request failed: {head!r}")
            raise EOFError
        data = self._exactly(length)
        return data[0], data[1:]

    def _exactly(self, count: int) -> bytes:
        data = self._out.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def _receive(self) -> None:
        try:
            while True:
                kind, body = self._packet()
                (number,) = struct.unpack_from(">I", body)
                with self._lock:
                    queue = self._waiting.pop(number, None)
                if queue is not None:
                    queue.put((kind, body[4:]))
        except (OSError, EOFError, ValueError, struct.error):
            with self._lock:
                self._gone = True
                waiting, self._waiting = self._waiting, {}
            for queue in waiting.values():
                queue.put(None)

    def ask(self, kind: int, *parts: bytes) -> Answer:
        """Send a request, and say where its answer will come."""
        queue: Answer = SimpleQueue()
        with self._lock:
            if self._gone:
                raise self._failed()
            self._next += 1
            number = self._next & 0xFFFFFFFF
            self._waiting[number] = queue
            body = struct.pack(">BI", kind, number) + b"".join(parts)
            try:
                self._in.write(struct.pack(">I", len(body)) + body)
                self._in.flush()
            except (OSError, ValueError):
                self._gone = True
                raise self._failed() from None
        return queue

    def answer(self, queue: Answer) -> Packet:
        """Wait for an answer.

        Raises:
            Refusal: it says no.
        """
        found = queue.get()
        if found is None:
            raise self._failed()
        kind, body = found
        if kind == STATUS:
            (code,) = struct.unpack_from(">I", body)
            if code != OK:
                said = strings_of(body[4:])
                raise Refusal(code, said[0].decode("utf-8", "replace") if said else "")
        return kind, body

    def do(self, kind: int, *parts: bytes) -> Packet:
        """Send a request and wait for its answer."""
        return self.answer(self.ask(kind, *parts))

    def _failed(self) -> NetworkError:
        told = "\n".join(self._told)
        host, port, user = self._place.host, self._place.port, self._place.user
        facts = {
            "host": host,
            "name": f'"[{host}]:{port}"' if port else host,
            "line": (f"-p {port} " if port else "") + (f"{user}@" if user else "") + host,
        }
        for words, thai, english in _FAILURES:
            if words in told:
                return NetworkError(thai.format_map(facts), english.format_map(facts))
        last = self._told[-1] if self._told else os.strerror(errno.ECONNRESET)
        return NetworkError(
            f"การเชื่อมต่อกับ {host} ขาดไป ({last}) — สั่งใหม่ จะทำต่อจากที่ค้าง หน้าที่เผยแพร่อยู่ยังครบ",
            f"the connection to {host} is gone ({last}) — run this again: it goes on from there; the pages "
            f"that "
            "were public are whole",
        )


_FAILURES: Final = (
    (
        "IDENTIFICATION HAS CHANGED",
        "กุญแจของ {host} ไม่ใช่อันเดิม อาจมีผู้ดักทาง จึงไม่ส่งอะไรเลย — "
        "ถามผู้ดูแลเครื่องว่าเปลี่ยนกุญแจหรือไม่ "
        "ถ้าใช่ ลบอันเก่าด้วย ssh-keygen -R {name} แล้วสั่ง ssh {line} เพื่อรับอันใหม่",
        "the key of {host} is not what it was: somebody may be in between, so nothing was sent — ask whoever "
        "runs it whether the key was changed; if so, drop the old one by ssh-keygen -R {name} and run ssh "
        "{host}",
    ),
    (
        "Host key verification failed",
        "ยังไม่เคยยืนยันกุญแจของ {host} จึงไม่ส่งอะไรเลย — สั่ง ssh {line} หนึ่งครั้ง "
        "เทียบลายนิ้วมือที่แสดงกับที่ผู้ให้บริการแจ้ง "
        "ถ้าตรงกันตอบ yes แล้วสั่งใหม่",
        "the key of {host} is not known yet, so nothing was sent — run ssh {line} once, compare the "
        "fingerprint "
        "with the one that its provider tells, answer yes if they agree, and run this again",
    ),
    (
        "Permission denied",
        "{host} ไม่ให้เข้า — ตรวจชื่อผู้ใช้ และกุญแจ SSH (ssh-add) หรือสั่งจากหน้าต่างคำสั่งเพื่อพิมพ์รหัสผ่าน",
        "{host} does not let you in — check the user and the SSH key (ssh-add), or run this in a terminal to "
        "type "
        "the password",
    ),
    (
        "Could not resolve",
        "ไม่มีเครื่องชื่อ {host} — ตรวจการสะกด",
        "there is no host {host} — check its spelling",
    ),
    (
        "subsystem request failed",
        "{host} ไม่ให้บริการ SFTP — ขอผู้ให้บริการเปิด หรือใช้ publish zip",
        "{host} offers no SFTP — ask its provider for it, or use publish zip",
    ),
)


def string(value: str | bytes) -> bytes:
    """A string as packets hold it, behind its length."""
    data = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(data)) + data


def string_of(body: bytes) -> bytes:
    """The first string of a packet's body."""
    (length,) = struct.unpack_from(">I", body)
    return body[4 : 4 + length]


def strings_of(body: bytes) -> list[bytes]:
    """All the strings of a body."""
    found = []
    while len(body) >= 4:
        found.append(string_of(body))
        body = body[4 + len(found[-1]) :]
    return found
