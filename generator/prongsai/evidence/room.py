"""The memory that bodies take: a part to grow in, the rest for those that are complete and being judged."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Room:
    """The memory that bodies may fill together, in bytes.

    ``spare`` is what bodies may grow in while they come: it is given at once or not at all, so that a slow
    one keeps nobody waiting. ``size`` is for bodies that are complete: they are soon judged and gone, and the
    next waits for its turn.
    """

    def __init__(self, size: int, spare: int = 0) -> None:
        self._size = self._free = size
        self._spare = spare
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    def spare(self, wanted: int) -> bool:
        """Take ``wanted`` bytes of what is to spare, if there are as many."""
        if wanted > self._spare:
            return False
        self._spare -= wanted
        return True

    def give_back_spare(self, share: int) -> None:
        """A body that grew is gone."""
        self._spare += share

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
        self._share = self._spare = 0

    def spare(self, wanted: int) -> bool:
        """Take ``wanted`` bytes more to grow in, if there are as many to spare."""
        taken = self._room.spare(wanted)
        self._spare += wanted if taken else 0
        return taken

    async def take(self, wanted: int) -> None:
        """Take the share, once."""
        if not self._share:
            self._share = await self._room.take(wanted)

    def end(self) -> None:
        """Give the share back."""
        if self._spare:
            spare, self._spare = self._spare, 0
            self._room.give_back_spare(spare)
        if self._share:
            share, self._share = self._share, 0
            self._room.give_back(share)
