"""Politeness: a few requests at once for each host, a gap between them, and a limit over all."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

AT_ONCE: Final = 4
GAP: Final = 0.1
LONGEST_WAIT: Final = 60.0
_LONGEST_DELAY: Final = 10.0


class Pace:
    """One host's turns."""

    def __init__(self, at_once: int = AT_ONCE, gap: float = GAP) -> None:
        self._slots = asyncio.Semaphore(at_once)
        self._gap = gap
        self._next = 0.0

    def slow_down(self, delay: float) -> None:
        """Keep the crawl delay that the host asks for."""
        self._gap = max(self._gap, min(delay, _LONGEST_DELAY))

    def hold(self, seconds: float) -> None:
        """No further request before ``seconds`` are over."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    @asynccontextmanager
    async def turn(self, total: asyncio.Semaphore) -> AsyncIterator[None]:
        """Wait for a turn at this host, then for room in the total."""
        async with self._slots:
            loop = asyncio.get_running_loop()
            while (wait := self._next - loop.time()) > 0:
                await asyncio.sleep(wait)
            self._next = loop.time() + self._gap
            async with total:
                yield


class Room:
    """The memory that bodies may fill together; a body takes its share once, before it grows."""

    def __init__(self, size: int) -> None:
        self._size = self._free = size
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    async def take(self, wanted: int) -> int:
        """Wait for ``wanted`` bytes of room (or all there is, where it is more); gives what was taken."""
        share = min(wanted, self._size)
        if self._free >= share and not self._waiting:
            self._free -= share
            return share
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((share, future))
        try:
            await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self._free += share
            self._wake()
            raise
        return share

    def give_back(self, share: int) -> None:
        """The body is judged and gone."""
        self._free += share
        self._wake()

    @contextmanager
    def lease(self) -> Iterator["Lease"]:
        """A share that is given back at the end, however much was taken."""
        lease = Lease(self)
        try:
            yield lease
        finally:
            lease.end()

    def _wake(self) -> None:
        while self._waiting:
            share, future = self._waiting[0]
            if not future.done():
                if self._free < share:
                    return
                self._free -= share
                future.set_result(None)
            self._waiting.popleft()


class Lease:
    """One body's share of the room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._share = 0

    async def take(self, wanted: int) -> None:
        """Take the share, once."""
        if not self._share:
            self._share = await self._room.take(wanted)

    def end(self) -> None:
        """Give the share back."""
        if self._share:
            share, self._share = self._share, 0
            self._room.give_back(share)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a ``Retry-After`` header asks for, as a number or as a date; else ``None``."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
