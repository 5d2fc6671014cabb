"""What the documents and tables held on the site say: read for rules, never for the build."""

import csv
import io
import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from prongsai.errors import ProngsaiError
from prongsai.load.limits import DOCUMENTS, MAX_BYTES, MAX_ROWS, MAX_SECONDS, PACKED, READY, Refused, decode
from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText, Table
from prongsai.source.reading import position

HARD_LIMIT = MAX_SECONDS + 10
_DOCUMENTS_A_PROCESS = 20
_MAX_PROCESSES = 4
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class _Document:
    """A document by what is in it: copies are read once, and a changed one anew."""

    sha256: str
    kind: str
    path: str = field(compare=False)
    bytes: int = field(compare=False)


def read_texts(held: Iterable[HeldFile]) -> Mapping[str, HeldText]:
    """The text of each document that has one, by its address; of CSV files only those that are no tables.

    Raises:
        ProngsaiError: no process can be started to read in.
    """
    files = list(held)
    wanted = {file.address: document for file in files if (document := _document(file)).kind in DOCUMENTS}
    new = deque(document for document in dict.fromkeys(wanted.values()) if document not in _READ)
    read = {document: _READ[document] for document in wanted.values() if document in _READ}
    read |= _read_all(new)
    _READ.clear()
    _READ.update(read)
    tables = {
        file.address: _table(document) for file in files if (document := _document(file)).kind == ".csv"
    }
    refused = {address: table for address, table in tables.items() if isinstance(table, HeldText)}
    return {address: read[document] for address, document in wanted.items()} | refused


def read_copies(copies: Iterable[HeldFile]) -> Mapping[str, HeldText]:
    """The text of each copy that has one, by its address; that of what is packed in a ZIP file too.

    Raises:
        ProngsaiError: no process can be started to read in.
    """
    wanted = {
        file.address: document
        for file in copies
        if (document := _document(file)).kind in DOCUMENTS | {PACKED}
    }
    read = _read_all(deque(dict.fromkeys(wanted.values())))
    return {address: read[document] for address, document in wanted.items()}


def read_tables(held: Iterable[HeldFile]) -> Mapping[str, Table]:
    """Each CSV table, by its address; at most 100,000 rows of it."""
    documents = {file.address: document for file in held if (document := _document(file)).kind == ".csv"}
    tables = {address: _table(document) for address, document in documents.items()}
    return {address: table for address, table in tables.items() if isinstance(table, Table)}


_READ: dict[_Document, HeldText] = {}
"""What was read last time, for ``serve``."""


def _document(file: HeldFile) -> _Document:
    return _Document(file.sha256, Path(file.source).suffix.lower(), file.source, file.bytes)


def _read_all(documents: deque[_Document]) -> dict[_Document, HeldText]:
    """Read every document, in as many processes as it is worth."""
    found = {document: HeldText(reason="too_large") for document in documents if document.bytes > MAX_BYTES}
    waiting = deque(document for document in documents if document not in found)

    def work() -> None:
        with _Reader() as reader:
            while waiting:
                try:
                    document = waiting.popleft()
                except IndexError:
                    return
                found[document] = reader.read(document)

    processes = min(_MAX_PROCESSES, os.cpu_count() or 1, -(-len(waiting) // _DOCUMENTS_A_PROCESS))
    if processes:
        with ThreadPoolExecutor(processes) as pool:
            for done in [pool.submit(work) for _ in range(processes)]:
                done.result()
    return found


class _Reader:
    """A process that reads documents one after the other; one that takes too long is ended with it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, document: _Document) -> HeldText:
        """What the document says, or why that is not known."""
        process = self._process or self._start()
        started = time.monotonic()
        answer = _ask(process, json.dumps([document.path, document.kind]), HARD_LIMIT)
        if not answer:
            self._end()
            late = time.monotonic() - started >= HARD_LIMIT
            return HeldText(reason="too_slow" if late else "broken")
        said = json.loads(answer)
        return HeldText(tuple(said["pages"]), said["scanned"], said["reason"])

    def _start(self) -> "subprocess.Popen[str]":
        """A new process; it finds this package as this one did, and nothing in the folder it stands in."""
        paths = os.pathsep.join(path for path in sys.path if path)
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "prongsai.load.reader"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": paths},
            )
        except (OSError, ValueError) as error:
            raise _cannot_start(str(error)) from None
        self._process = process
        if _ask(process, None, HARD_LIMIT).strip() != READY:
            self._end()
            raise _cannot_start(f"python {process.returncode}")
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _ask(process: "subprocess.Popen[str]", line: str | None, seconds: float) -> str:
    """The line with which a process answers ``line``; empty when it ends, or is ended for being late."""
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        if line is not None and process.stdin:
            process.stdin.write(line + "\n")
            process.stdin.flush()
        answer = process.stdout.readline() if process.stdout else ""
    except (OSError, ValueError):
        return ""
    finally:
        timer.cancel()
    return answer if answer.endswith("\n") else ""


def _cannot_start(reason: str) -> ProngsaiError:
    return ProngsaiError(
        f"เริ่มโปรแกรมย่อยที่ใช้อ่านเอกสารไม่ได้ ({reason}) — ติดตั้ง prongsai ใหม่ แล้วสั่งอีกครั้ง",
        f"the process that reads documents cannot be started ({reason}) — install prongsai again and retry",
    )


@lru_cache(maxsize=1_000)
def _table(document: _Document) -> Table | HeldText:
    """A CSV table, or why it could not be read."""
    if document.bytes > MAX_BYTES:
        return HeldText(reason="too_large")
    try:
        with Path(document.path).open("rb") as file:
            return parse_table(decode(file.read(MAX_BYTES)))
    except (OSError, Refused):
        return HeldText(reason="broken")


def parse_table(text: str) -> Table:
    """A table of cells parted by commas, semicolons or tabs; blank lines are passed over."""
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    cut = False
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append(tuple(cell.strip() for cell in row))
                lines.append(line)
            line = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                cut = True
                break
    except csv.Error:
        cut = True
    return Table(rows[0] if rows else (), tuple(rows[1:]), tuple(lines[1:]), lines[0] if lines else 1, cut)


def cell_place(text: str, line: int, cell: int) -> tuple[int, int]:
    """Line and column, from 1, at which a cell begins in the row that begins at ``line``.

    The row's own beginning where it has no such cell within fifty lines.
    """
    lines = io.StringIO(text, newline="").readlines()
    row = "".join(lines[line - 1 : line + 50]) if 0 < line <= len(lines) else ""
    sign, quoted, number, start = _delimiter(text), False, 0, 0
    for at, letter in enumerate(row):
        if number == cell:
            break
        if letter == '"':
            quoted = not quoted
        elif letter == sign and not quoted:
            number += 1
            start = at + 1
        elif letter in "\r\n" and not quoted:
            break
    if number != cell:
        return line, 1
    return position(row, start, line)


def _delimiter(text: str) -> str:
    """The sign that parts all of the first rows, or else the header, into the most cells."""
    sample = text[:20_000]

    def cells(sign: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=sign)
        try:
            counts = [len(row) for row in islice(reader, 10) if any(row)]
        except csv.Error:
            counts = []
        return min(counts, default=0), counts[0] if counts else 0

    return max(_DELIMITERS, key=cells)
