"""Packages of XML: zip files, unpacked with an eye on what comes out."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from prongsai.load.limits import Refused

MAX_INFLATED = 50_000_000
MAX_RATIO = 200
RATIO_FROM = 5_000_000
MAX_PARTS = 10_000
_CHUNK = 65_536
_OLE = b"\xd0\xcf\x11\xe0"


class Sink(Protocol):
    """Takes pages as they are read; raises ``Refused`` when there are enough."""

    def page(self, text: str) -> None: ...

    def check(self, pending: int = 0) -> None: ...


class Target:
    """What an XML parser reports to; by default nothing is kept."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text stands here."""

    def close(self) -> None:
        """The part ends."""


class Package:
    """The parts of one zip file."""

    def __init__(self, data: bytes, sink: Sink) -> None:
        if data.startswith(_OLE):
            raise Refused("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "broken")
        self._sink = sink
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Refused("broken") from None
        if len(self._zip.infolist()) > MAX_PARTS:
            raise Refused("too_large")

    def names(self, pattern: str) -> list[str]:
        """The parts so named, in the order of their numbers."""
        found = {name for name in self._zip.namelist() if re.fullmatch(pattern, name)}
        return sorted(found, key=lambda name: (len(name), name))

    def parts(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Every part, those of one name too, each with what reads it; folders apart."""
        for info in self._zip.infolist():
            if not info.is_dir():
                yield info.filename, partial(self._read, info)

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        return b"".join(self._chunks(info))

    def parse(self, name: str, target: Target, *, optional: bool = False) -> None:
        """Report a part's XML to ``target``. DTDs, entities and what lies elsewhere are refused."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            if optional:
                return
            raise Refused("broken") from None
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        try:
            for chunk in self._chunks(info):
                parser.feed(chunk)
                self._sink.check()
            parser.close()
        except (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise Refused("broken") from None

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & 1:
            raise Refused("encrypted")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("broken")
        self._allow(info, info.file_size)
        size = 0
        with self._zip.open(info) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                self._allow(info, size)
                yield chunk
        self._inflated += size

    def _allow(self, info: zipfile.ZipInfo, size: int) -> None:
        packed = max(info.compress_size, 1)
        if self._inflated + size > MAX_INFLATED or (size > RATIO_FROM and size > MAX_RATIO * packed):
            raise Refused("too_large")
