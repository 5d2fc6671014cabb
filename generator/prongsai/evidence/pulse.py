"""Whether this very process was late: then a host's silence proves nothing."""

import asyncio
import time
from collections import deque
from typing import Final

_BEAT: Final = 0.2
_REMEMBERED: Final = 256


class Pulse:
    """Beats in the event loop, and knows by how much a beat came late."""

    def __init__(self) -> None:
        self._due = time.monotonic() + _BEAT
        self._late: deque[tuple[float, float]] = deque(maxlen=_REMEMBERED)

    async def beat(self) -> None:
        """Go on until cancelled."""
        while True:
            self._due = time.monotonic() + _BEAT
            await asyncio.sleep(_BEAT)
            now = time.monotonic()
            if (late := now - self._due) > _BEAT:
                self._late.append((now, late))

    def was_late(self, since: float, by: float) -> bool:
        """Whether a beat was late by that many seconds since that moment (of the monotonic clock)."""
        overdue = time.monotonic() - self._due
        return overdue >= by or any(at >= since and late >= by for at, late in self._late)
