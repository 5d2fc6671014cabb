"""Bodies read within limits: in memory while there is room to spare, else on disk until they are judged."""

import asyncio
import hashlib
import tempfile
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

import aiohttp

from prongsai.evidence.inflate import Inflater, TooLarge
from prongsai.evidence.page import MAX_BYTES
from prongsai.evidence.room import Lease

_SMALL: Final = 64 << 10
_STEP: Final = 512 << 10
_PAGE_COST: Final = 11
"""How many times its bytes a page takes besides, where it is nothing but small elements."""

_DRAINED: Final = 64 << 10
_DRAIN_TIME: Final = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes: the most that may be sent and the most it may become; after ``enough`` one may stop."""

    sent: int
    inflated: int
    enough: int | None = None


class Content:
    """What has come of a body. A slow one never keeps others from memory: without room it goes to disk.

    Without a lease it stays in memory, for bodies of which a bounded part is read. ``page``: it will be read
    as one, which takes several times its size.
    """

    def __init__(self, lease: Lease | None, *, page: bool = False) -> None:
        self._lease = lease
        self._page = page
        self._kept: IO[bytes] = BytesIO()
        self._granted: int | None = _SMALL
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Add a piece."""
        self.size += len(piece)
        if self._lease is not None and self._granted is not None and self.size > self._granted:
            step = max(_STEP // 8 if self._page else _STEP, self.size - self._granted)
            if self._lease.spare(self._cost(step)):
                self._granted += step
            else:
                self._to_disk()
        self._kept.write(piece)

    async def whole(self) -> bytes:
        """All of it in memory, once there is room; what was on disk is gone from there."""
        try:
            if isinstance(self._kept, BytesIO):
                return self._kept.getvalue()
            if self._lease is not None:
                await self._lease.take(self._cost(self.size))
            self._kept.seek(0)
            return self._kept.read()
        finally:
            self.drop()

    def drop(self) -> None:
        """Let go of it."""
        self._kept.close()

    def _cost(self, size: int) -> int:
        return size + _PAGE_COST * min(size, MAX_BYTES) if self._page else size

    def _to_disk(self) -> None:
        disk = tempfile.TemporaryFile(prefix="prongsai-")  # noqa: SIM115 (closed by drop)
        disk.write(self._kept.getvalue() if isinstance(self._kept, BytesIO) else b"")
        self._kept.close()
        self._kept, self._granted = disk, None


class Fingerprint(Content):
    """What has come of a body of any size: only how long it is and its SHA-256 are kept, never the body."""

    def __init__(self) -> None:
        super().__init__(None)
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Of all that has come so far, in hexadecimal digits."""
        return self._digest.hexdigest()

    def write(self, piece: bytes) -> None:
        """Take a piece in."""
        self.size += len(piece)
        self._digest.update(piece)

    async def whole(self) -> bytes:
        """Nothing: it was not kept."""
        self.drop()
        return b""


async def read(response: aiohttp.ClientResponse, limits: Limits, content: Content) -> bool:
    """Read the body of ``response`` into ``content``; whether it came to its end."""
    announced = response.content_length
    if announced is not None and announced > limits.sent:
        raise TooLarge(str(announced))
    inflater = Inflater(response.headers.get("content-encoding", ""), limits.inflated)
    whole, sent = True, 0
    try:
        async for chunk in response.content.iter_any():
            sent += len(chunk)
            if sent > limits.sent:
                raise TooLarge(str(limits.sent))
            for piece in inflater.feed(chunk):
                content.write(piece)
            if limits.enough is not None and content.size > limits.enough:
                return False
    except aiohttp.ClientPayloadError as error:
        if _malformed(error):
            raise
        whole = False
    except (aiohttp.ServerDisconnectedError, ConnectionError):
        whole = False
    return whole and inflater.whole


async def drain(response: aiohttp.ClientResponse) -> None:
    """Read a short body that nobody needs, so that the connection stays; a long or slow one is left."""
    if not 0 <= (response.content_length or 0) <= _DRAINED:
        return
    drained = 0
    try:
        async with asyncio.timeout(_DRAIN_TIME):
            async for chunk in response.content.iter_any():
                drained += len(chunk)
                if drained > _DRAINED:
                    return
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return


def _malformed(error: aiohttp.ClientPayloadError) -> bool:
    """Whether the transfer encoding itself was wrong, rather than cut short."""
    cause = error.__cause__
    return isinstance(cause, aiohttp.http_exceptions.TransferEncodingError) and "Not enough" not in str(cause)
