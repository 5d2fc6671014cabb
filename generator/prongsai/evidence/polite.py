"""Politeness: a few requests at once for each host, a gap between them, and a limit over all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

AT_ONCE: Final = 4
GAP: Final = 0.1
LONGEST_WAIT: Final = 60.0
_LONGEST_DELAY: Final = 10.0
_MOMENT: Final = 0.5


class Pace:
    """One host's turns."""

    def __init__(self, at_once: int = AT_ONCE, gap: float = GAP) -> None:
        self._slots = asyncio.Semaphore(at_once)
        self._gap = gap
        self._next = 0.0
        self.speaks: bool | None = None
        """Whether the host has ever said a word; None as long as it was not asked or could not be reached."""

    @property
    def rest(self) -> float:
        """The seconds for which the host is to be left alone from now on."""
        return max(0.0, self._next - asyncio.get_running_loop().time())

    def slow_down(self, delay: float) -> None:
        """Keep the crawl delay that the host asks for, from the request that told it on."""
        self._gap = max(self._gap, min(delay, _LONGEST_DELAY))
        self.hold(self._gap)

    def hold(self, seconds: float) -> None:
        """No further request before ``seconds`` are over."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    def sent(self) -> None:
        """A request is on its way, perhaps later than its turn began: the gap counts from here."""
        self._next = max(self._next, asyncio.get_running_loop().time() + self._gap)

    @asynccontextmanager
    async def turn(self, total: asyncio.Semaphore) -> AsyncIterator[None]:
        """Wait until this host may be asked and there is room in the total, both at the same moment.

        While the host keeps us waiting, the room is left to others; for a moment's wait it is kept.
        """
        loop = asyncio.get_running_loop()
        async with self._slots:
            while True:
                await self._due(float("inf"))
                async with total:
                    await self._due(_MOMENT)
                    if self._next <= loop.time():
                        self._next = loop.time() + self._gap
                        yield
                        return

    async def _due(self, most: float) -> None:
        """Wait for the next request's time, unless it is more than ``most`` seconds away."""
        loop = asyncio.get_running_loop()
        while 0 < (wait := self._next - loop.time()) <= most:
            await asyncio.sleep(wait)


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
