"""Answers written as WARC records (ISO 28500), which every web archive can replay.

Bodies are written as they were judged, with their content encoding undone; the headers that spoke of the
encoding keep their values under other names (``X-Archive-Orig-…``, as web archives do), so that each record
agrees with itself. Digests of payloads are SHA-256 in hexadecimal, the very hash that a receipt gives.
"""

import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, FileIO
from itertools import count
from pathlib import Path
from typing import Any, Final

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import prongsai
from prongsai.evidence.answer import Answer, Exchange

if sys.platform != "win32":
    import fcntl

ENDING: Final = ".warc.gz"
OPEN: Final = ".open"
"""What is appended to the name of a file that is still written, as crawlers do."""

_LARGEST: Final = 1 << 30
_PIECE: Final = 1 << 14
_VERSION: Final = "1.1"
_REVISIT: Final = "http://netpreserve.org/warc/1.1/revisit/"
_TOKEN: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")
_OF_ENCODING: Final = frozenset({b"content-encoding", b"transfer-encoding", b"content-length"})
_INFO: Final = {
    "software": f"Prongsai/{prongsai.__version__} (warcio)",
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "robots": "obey",
    "description": "Evidence of a Thai municipality's OIT disclosures, as prongsai verify met it. "
    "Bodies have their content encoding undone.",
}


@dataclass(frozen=True, slots=True)
class Original:
    """Where a document's bytes stand: the record of ``url`` at ``at`` in ``warc``, whole at ``end`` bytes."""

    url: str
    at: str
    warc: str
    end: int


class _Head(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """A head in the bytes that came over the wire: warcio itself would rewrite what is not ASCII."""

    def compute_headers_buffer(self, header_filter: Any = None) -> None:
        self.headers_buff = self.to_str(header_filter).encode("latin-1") + b"\r\n"


class _Whole:
    """A file that takes all of what it is given, or fails: plain files may take a part when a disk fills."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def write(self, data: bytes) -> None:
        """Write all of ``data``.

        Raises:
            OSError: the disk refuses.
        """
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

    def flush(self) -> None:
        """Nothing waits."""


class Warc:
    """The WARC of one run, opened with its first record; a full one is followed by another.

    Not for several threads at once. While it is written a file's name ends in ``.open``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._began = datetime.now(UTC)
        self._file: FileIO | None = None
        self._name = ""

    def record(self, answer: Answer, sha256: str | None, original: Original | None) -> Original | None:
        """Write each hop of ``answer``; its body too, unless it stands in ``original`` already.

        Returns where the body of a document (``sha256``) stands now; None for a page.

        Raises:
            OSError: the disk refuses; what was written before stays whole.
        """
        if not answer.exchanges:
            return None
        *hops, last = answer.exchanges
        for hop in hops:
            self._write(hop, _Body(b"", cut="unspecified" if _has_body(hop) else None))
        if original and sha256:
            self._revisit(last, answer, sha256, original)
            return original
        # Of anything but a success only the head is kept: the client reads no further.
        unread = not answer.body and answer.status != 304 and _has_body(last)
        cut = "unspecified" if unread else None if answer.whole else "disconnect"
        self._write(last, _Body(answer.body, cut, sha256))
        if sha256 is None or self._file is None:
            return None
        os.fsync(self._file.fileno())
        return Original(last.url, _date(last), self._name, self._file.tell())

    def close(self) -> None:
        """Give the file its name for good."""
        if self._file is None:
            return
        file, self._file = self._file, None
        os.fsync(file.fileno())
        path = self._folder / self._name
        path.with_name(path.name + OPEN).rename(path)
        file.close()

    def _write(self, exchange: Exchange, body: "_Body") -> None:
        with self._record() as writer:
            head = _head(exchange, len(body.data))
            about = {"WARC-Date": _date(exchange)}
            if body.cut:
                about["WARC-Truncated"] = body.cut
            if body.sha256:
                about["WARC-Payload-Digest"] = f"sha256:{body.sha256}"
            response = writer.create_warc_record(
                exchange.url, "response", BytesIO(body.data), len(body.data),
                warc_headers_dict=about, http_headers=head,
            )  # fmt: skip
            writer.write_request_response_pair(_request(writer, exchange), response)

    def _revisit(self, exchange: Exchange, answer: Answer, sha256: str, original: Original) -> None:
        """That the same document was met again; where the host itself says so (304) nothing else is told."""
        unchanged = answer.status == 304
        with self._record() as writer:
            response = writer.create_revisit_record(
                exchange.url,
                f"sha256:{sha256}",
                original.url,
                original.at,
                http_headers=None if unchanged else _head(exchange, len(answer.body)),
                warc_headers_dict={"WARC-Date": _date(exchange)},
            )
            profile = "server-not-modified" if unchanged else "identical-payload-digest"
            response.rec_headers.replace_header("WARC-Profile", _REVISIT + profile)
            writer.write_request_response_pair(_request(writer, exchange), response)

    @contextmanager
    def _record(self) -> Iterator[Any]:
        """A writer for one record and its request, of which nothing remains when they cannot be written."""
        if self._file is not None and self._file.tell() > _LARGEST:
            self.close()
        file = self._file or self._open()
        start = file.tell()
        try:
            yield WARCWriter(_Whole(file), warc_version=_VERSION)
        except BaseException:
            file.seek(start)
            file.truncate()
            raise

    def _open(self) -> FileIO:
        for path in _free(self._folder, f"{self._began:%Y%m%dT%H%M%SZ}"):
            with suppress(FileExistsError):
                file = FileIO(path.with_name(path.name + OPEN), "xb")
                if _is_ours(file):
                    break
                file.close()
        self._file, self._name = file, path.name
        writer = WARCWriter(_Whole(file), warc_version=_VERSION)
        writer.write_record(writer.create_warcinfo_record(path.name, _INFO))
        return file


@dataclass(frozen=True, slots=True)
class _Body:
    """A body to write; ``cut`` is why it is not whole."""

    data: bytes
    cut: str | None = None
    sha256: str | None = None


def _date(exchange: Exchange) -> str:
    return f"{exchange.at:%Y-%m-%dT%H:%M:%S.%fZ}"


def _head(exchange: Exchange, size: int) -> _Head:
    """The head of an answer with the length that its record has."""
    kept = []
    for name, value in exchange.headers:
        if not _TOKEN.fullmatch(name):
            continue
        shown = b"X-Archive-Orig-" + name if name.lower() in _OF_ENCODING else name
        kept.append((shown.decode("ascii"), _line(value)))
    protocol, _, status = _line(exchange.status_line.encode("utf-8", "surrogateescape")).partition(" ")
    return _Head(status, [*kept, ("Content-Length", str(size))], protocol=protocol)


def _line(data: bytes) -> str:
    """Bytes of a header on one line, whatever they are: nothing in them may begin a line of its own."""
    return _CONTROL.sub(" ", data.decode("latin-1"))


def _request(writer: Any, exchange: Exchange) -> Any:
    path = "/" + exchange.url.split("/", 3)[3]
    asked = [(name, _line(value.encode("utf-8", "surrogateescape"))) for name, value in exchange.asked]
    head = _Head(f"GET {path} HTTP/1.1", asked, is_http_request=True)
    return writer.create_warc_record(exchange.url, "request", http_headers=head)


def _has_body(exchange: Exchange) -> bool:
    """Whether an answer came with a body that was not read."""
    names = {name.lower(): value for name, value in exchange.headers}
    return b"transfer-encoding" in names or names.get(b"content-length", b"0").strip() != b"0"


def _free(folder: Path, stem: str) -> Iterator[Path]:
    """Names that no finished file has."""
    for number in count():
        path = folder / f"{stem}-{number}{ENDING}"
        if not path.exists():
            yield path


def _is_ours(file: FileIO) -> bool:
    """Mark ``file`` as in use; False where somebody else uses it, or has put it away meanwhile."""
    ours = True
    if sys.platform != "win32":
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        ours = os.fstat(file.fileno()).st_nlink > 0
    return ours


def repair(folder: Path) -> None:
    """Finish the files of runs that were killed: what is whole of them stays, under a final name.

    Windows doesn't tell whether a file is in use, so there they are left as they are.

    Raises:
        OSError: the disk refuses.
    """
    for path in sorted(folder.glob(f"*{ENDING}{OPEN}")) if sys.platform != "win32" else ():
        if path.is_symlink():
            continue
        with FileIO(path, "rb+") as file:
            if not _is_ours(file):
                continue
            whole = _whole_until(file)
            if not whole:
                path.unlink()
                continue
            file.truncate(whole)
            os.fsync(file.fileno())
            stem = path.name.removesuffix(ENDING + OPEN)
            final = path.with_name(stem + ENDING)
            path.rename(next(_free(folder, stem)) if final.exists() else final)


def _whole_until(file: FileIO) -> int:
    """Where the last record ends that is whole: each is a gzip member of its own."""
    whole = at = 0
    inner = zlib.decompressobj(31)
    while data := file.read(_PIECE):
        while data:
            try:
                inner.decompress(data)
            except zlib.error:
                return whole
            rest = inner.unused_data
            at += len(data) - len(rest)
            if inner.eof:
                whole, inner = at, zlib.decompressobj(31)
            data = rest
    return whole
