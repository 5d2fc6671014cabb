"""Content encodings undone within bounds, with a look at whether their own end came."""

import re
import zlib
from typing import Final, Protocol

import brotli  # type: ignore[import-untyped]

_STEP: Final = 1 << 18
_RATIO: Final = 100
_SUSPICIOUS: Final = 8 << 20
_PLAIN: Final = re.compile(r"|identity|none|binary|[78]bit|(utf-?|tis-?|windows-|iso-8859-)\d+")
_MOST: Final = 3


class Bomb(Exception):
    """The content grows out of all proportion."""


class TooLarge(Exception):
    """More than is ever read."""


class BadEncoding(Exception):
    """The content is not in the encoding it claims."""


class _Stage(Protocol):
    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """The content of ``data``, at most about ``most`` bytes, and what is left of it."""

    @property
    def ended(self) -> bool:
        """Whether the encoding's own end was seen."""


class _Gzip:
    """gzip, of any number of members; zeros or other padding after the last are let be."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)
        self._done = False

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._done:
            if not data.startswith(b"\x1f\x8b"):
                return b"", b""
            self._inner, self._done = zlib.decompressobj(31), False
        try:
            out = self._inner.decompress(data, most)
        except zlib.error as error:
            raise BadEncoding("gzip") from error
        if self._inner.eof:
            self._done = True
            return out, self._inner.unused_data
        return out, self._inner.unconsumed_tail

    @property
    def ended(self) -> bool:
        return self._done


class _Deflate:
    """deflate, with zlib's wrapping or, as some servers send it, without."""

    def __init__(self) -> None:
        self._inner: zlib._Decompress | None = None
        self._head = b""

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._inner is None:
            data, self._head = self._head + data, b""
            if len(data) < 2:
                self._head = data
                return b"", b""
            wrapped = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._inner = zlib.decompressobj(15 if wrapped else -15)
        if self._inner.eof:
            return b"", b""
        try:
            return self._inner.decompress(data, most), self._inner.unconsumed_tail
        except zlib.error as error:
            raise BadEncoding("deflate") from error

    @property
    def ended(self) -> bool:
        return self._inner is not None and self._inner.eof


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._inner.is_finished():
            return b"", b""
        try:
            if self._inner.can_accept_more_data():
                out, rest = self._inner.process(data, output_buffer_limit=most), b""
            else:
                out, rest = self._inner.process(b"", output_buffer_limit=most), data
        except brotli.error as error:
            raise BadEncoding("br") from error
        return bytes(out), rest

    @property
    def ended(self) -> bool:
        return bool(self._inner.is_finished())


class Inflater:
    """Takes a body as it comes and gives its content, never more than ``most`` bytes of it."""

    def __init__(self, encoding: str, most: int) -> None:
        names = [name.strip().lower() for name in encoding.split(",")]
        self._stages = [stage for name in reversed(names) if (stage := _stage(name)) is not None]
        if len(self._stages) > _MOST:
            raise Bomb(encoding)
        self._most = most
        self._taken = self._given = 0

    def feed(self, data: bytes) -> list[bytes]:
        """The content of the next piece."""
        self._taken += len(data)
        pieces = [data]
        for place in range(len(self._stages)):
            pieces = [out for piece in pieces for out in self._through(place, piece)]
        if not self._stages:
            self._count(len(data))
        return pieces

    @property
    def whole(self) -> bool:
        """Whether every encoding came to its own end (an empty body has none to come to)."""
        return not self._taken or all(stage.ended for stage in self._stages)

    def _through(self, place: int, data: bytes) -> list[bytes]:
        stage = self._stages[place]
        outs: list[bytes] = []
        last = place == len(self._stages) - 1
        middle, full = 0, False
        while data or (full and not stage.ended):
            out, data = stage.feed(data, _STEP)
            full = len(out) >= _STEP
            if out:
                outs.append(out)
                middle += len(out)
            if last:
                self._count(len(out))
            elif middle > _SUSPICIOUS:
                raise Bomb("nested")
        return outs

    def _count(self, size: int) -> None:
        self._given += size
        if self._given > _SUSPICIOUS and self._given > _RATIO * self._taken:
            raise Bomb(f"{self._taken} -> {self._given}")
        if self._given > self._most:
            raise TooLarge(str(self._most))


def _stage(name: str) -> _Stage | None:
    if name in ("gzip", "x-gzip"):
        return _Gzip()
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    if _PLAIN.fullmatch(name):
        return None
    raise BadEncoding(name)
