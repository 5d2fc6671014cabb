"""A site sent to a server file by file, so that at no moment anybody sees a broken page.

Each file goes up under a name of its own and then takes the place of the old one. Files go first, then pages,
the front page last. The manifest beside the site says what certainly stands there: before anything is sent,
what will change is taken out of it, and what has arrived is put in, so that a run that was broken off is
continued and nothing is taken for sent that is not.
"""

import hashlib
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from prongsai.errors import OutputError, ProngsaiError
from prongsai.publish.listing import (
    MANIFEST,
    MAX_MANIFEST,
    Entry,
    Listing,
    manifest,
    read_manifest,
    stages,
)
from prongsai.publish.zipped import changed

_SAVED_EVERY: Final = 4.0
_CHUNK: Final = 1 << 20
_ALWAYS: Final = "00000000"
"""In the place of a run: the manifest's part is known before any run is."""


class Remote(Protocol):
    """A folder on a server. Names are relative to it, with forward slashes.

    Every method raises a ``ProngsaiError`` that names the file when the server refuses or is gone.
    """

    at_once: int
    """How many files may be under way at once."""

    def names(self) -> list[str]:
        """What lies in the folder itself; empty where there is no folder."""

    def read(self, name: str, most: int) -> bytes | None:
        """A file's content up to ``most`` bytes; None where there is none."""

    def make_folder(self, name: str) -> None:
        """Make the folder ``name`` (empty: the whole); one that is there already is fine."""

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Write a new file; one of that name is overwritten."""

    def rename(self, name: str, to: str) -> None:
        """Put the file ``name`` in the place of ``to`` in one step, as far as the server can."""

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is fine."""


@dataclass(frozen=True)
class Plan:
    """What a sending would change: files to send, in order of name, and files that the site no longer has."""

    send: tuple[str, ...]
    extra: tuple[str, ...]
    kept: dict[str, Entry] = field(default_factory=dict)
    broken_off: tuple[str, ...] = ()


def plan(remote: Remote, listing: Listing, *, again: bool = False, take_over: bool = False) -> Plan:
    """What has to be sent so that ``listing`` stands on the server; all of it with ``again``.

    Raises:
        OutputError: the folder holds something that was not published by this program, and it is not to be
            taken over.
    """
    data = remote.read(MANIFEST, MAX_MANIFEST)
    known = read_manifest(data) if data is not None else None
    if data is None and not take_over and (found := remote.names()):
        shown = ", ".join(found[:5])
        raise OutputError(
            f"โฟลเดอร์บนเครื่องแม่ข่ายมีของอย่างอื่นอยู่แล้ว ({shown}) จึงไม่เขียนทับ — ใช้โฟลเดอร์ว่าง เช่น "
            f"เติม /oit ต่อท้าย "
            "หรือถ้าแน่ใจว่าให้เขียนปนกันได้ ใส่ --take-over",
            f"the folder on the server holds something else ({shown}), so nothing is written over it — use "
            f"an "
            "empty folder, such as one with /oit added, or give --take-over if both may stand together",
        )
    kept, runs = known or ({}, ())
    send = [name for name, entry in listing.items() if again or kept.get(name) != entry]
    return Plan(tuple(send), tuple(sorted(set(kept) - set(listing))), kept, runs)


def send_site(
    remote: Remote,
    site: Path,
    listing: Listing,
    todo: Plan,
    note: Callable[[], None],
    *,
    delete: bool = False,
) -> None:
    """Make the folder on the server hold ``listing``, whose files are in ``site``.

    What the site no longer has stays there, unless ``delete``. ``note`` is called for each file that arrived.

    Raises:
        ProngsaiError: the server refuses or is gone; the next run goes on from there.
    """
    if not todo.send and not (delete and todo.extra) and not todo.broken_off:
        return
    run = secrets.token_hex(4)
    stay = () if delete else todo.extra
    certain = {name: todo.kept[name] for name in todo.kept if name not in set(todo.send)}
    sender = _Sender(remote, site, listing, run, todo.broken_off, certain, note)
    remote.make_folder("")
    sender.save(final=False)
    try:
        for stage in stages(todo.send):
            sender.send(stage)
    except ProngsaiError:
        with suppress(ProngsaiError):
            sender.save(final=False)
        raise
    if delete:
        for name in todo.extra:
            remote.remove(name)
            certain.pop(name, None)
    sender.certain = {name: certain[name] for name in certain if name in listing or name in stay}
    sender.save(final=True)


@dataclass
class _Sender:
    remote: Remote
    site: Path
    listing: Listing
    run: str
    broken_off: tuple[str, ...]
    certain: dict[str, Entry]
    note: Callable[[], None]
    folders: set[str] = field(default_factory=set)
    saved: float = field(default_factory=time.monotonic)

    def send(self, names: list[str]) -> None:
        """Send files, several at once; returns when all have arrived."""
        for name in names:
            self._make_folders(name)
        with ThreadPoolExecutor(self.remote.at_once) as pool:
            left = iter(names)
            running = {
                self._start(pool, name) for _, name in zip(range(self.remote.at_once), left, strict=False)
            }
            while running:
                done, running = wait(running, return_when=FIRST_EXCEPTION, timeout=1.0)
                for future in done:
                    name = future.result()
                    self.certain[name] = self.listing[name]
                    self.note()
                running |= {self._start(pool, name) for _, name in zip(done, left, strict=False)}
                if time.monotonic() - self.saved > _SAVED_EVERY:
                    self.save(final=False)

    def _start(self, pool: ThreadPoolExecutor, name: str) -> "Future[str]":
        return pool.submit(self._put, name)

    def _make_folders(self, name: str) -> None:
        steps = name.split("/")[:-1]
        for depth in range(1, len(steps) + 1):
            folder = "/".join(steps[:depth])
            if folder not in self.folders:
                self.remote.make_folder(folder)
                self.folders.add(folder)

    def _put(self, name: str) -> str:
        for run in self.broken_off:
            self.remote.remove(_part(name, run))
        part = _part(name, self.run)
        read = _Read(self.site / name)
        self.remote.write(part, read)
        if read.entry != self.listing[name]:
            self.remote.remove(part)
            raise changed(name)
        self.remote.rename(part, name)
        return name

    def save(self, *, final: bool) -> None:
        """Put the manifest there, whole: what certainly stands on the server."""
        part = _part(MANIFEST, _ALWAYS)
        self.remote.write(part, [manifest(self.certain, () if final else (*self.broken_off, self.run))])
        self.remote.rename(part, MANIFEST)
        self.saved = time.monotonic()


def _part(name: str, run: str) -> str:
    """Where a file lies while it comes: in its own folder, so that renaming it is one step."""
    folder, slash, _ = name.rpartition("/")
    return f"{folder}{slash}.prongsai-{run}-{hashlib.sha256(name.encode()).hexdigest()[:16]}.part"


class _Read:
    """A file's bytes, and the size and hash of what was really read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._digest, self._size = hashlib.sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            while data := file.read(_CHUNK):
                self._digest.update(data)
                self._size += len(data)
                yield data

    @property
    def entry(self) -> Entry:
        """Size and hash of what was read."""
        return Entry(self._size, self._digest.hexdigest())
