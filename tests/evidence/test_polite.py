"""Turns of a host: the gap, what the host asks for, and room in the total, whichever comes last."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from itertools import pairwise

from prongsai.evidence.polite import Pace


def _starts(act: Callable[[Pace, asyncio.Semaphore, Callable[[], Awaitable[None]]], Awaitable[None]],
            gap: float = 0.0, room: int = 9) -> list[float]:  # fmt: skip
    """When turns began, counted from the start, in a play between a pace, the total and one turn."""
    began: list[float] = []

    async def play() -> None:
        pace, total, start = Pace(4, gap), asyncio.Semaphore(room), time.monotonic()

        async def turn() -> None:
            async with pace.turn(total):
                began.append(time.monotonic() - start)
                await asyncio.sleep(0.01)

        await act(pace, total, turn)

    asyncio.run(play())
    return began


def test_hold_reaches_those_behind_the_gap() -> None:
    """Who already waited for the gap when the host asked for patience is patient too."""

    async def act(pace: Pace, total: asyncio.Semaphore, turn: Callable[[], Awaitable[None]]) -> None:
        turns = [asyncio.ensure_future(turn()) for _ in range(3)]
        await asyncio.sleep(0.05)
        pace.hold(0.5)
        await asyncio.gather(*turns)

    first, *others = _starts(act, gap=0.2)
    assert first < 0.1
    assert all(start >= 0.54 for start in others)


def test_hold_reaches_those_behind_the_total() -> None:
    """Who waited for room in the total when the host asked for patience is patient too."""

    async def act(pace: Pace, total: asyncio.Semaphore, turn: Callable[[], Awaitable[None]]) -> None:
        await total.acquire()
        turns = [asyncio.ensure_future(turn()) for _ in range(3)]
        await asyncio.sleep(0.05)
        pace.hold(0.5)
        total.release()
        await asyncio.gather(*turns)

    assert all(start >= 0.54 for start in _starts(act, room=1))


def test_a_patient_host_keeps_no_room() -> None:
    """While a host waits, others have the total to themselves."""

    async def act(pace: Pace, total: asyncio.Semaphore, turn: Callable[[], Awaitable[None]]) -> None:
        await total.acquire()
        waiting = [asyncio.ensure_future(turn()) for _ in range(4)]
        await asyncio.sleep(0.05)
        pace.hold(0.6)
        total.release()
        await asyncio.sleep(0.1)
        await asyncio.wait_for(total.acquire(), 0.1)
        total.release()
        await asyncio.gather(*waiting)

    assert len(_starts(act, room=1)) == 4


def test_gap_behind_the_total() -> None:
    """Turns that waited for the total together still start a gap apart."""

    async def act(pace: Pace, total: asyncio.Semaphore, turn: Callable[[], Awaitable[None]]) -> None:
        await asyncio.gather(total.acquire(), total.acquire(), total.acquire(), total.acquire())
        turns = [asyncio.ensure_future(turn()) for _ in range(4)]
        await asyncio.sleep(0.5)
        for _ in turns:
            total.release()
        await asyncio.gather(*turns)

    starts = sorted(_starts(act, gap=0.1, room=4))
    assert all(later - earlier >= 0.095 for earlier, later in pairwise(starts))


def test_a_turn_given_up_frees_its_place() -> None:
    """Cancelled turns leave neither a slot nor the total behind."""

    async def act(pace: Pace, total: asyncio.Semaphore, turn: Callable[[], Awaitable[None]]) -> None:
        pace.hold(0.3)
        given_up = [asyncio.ensure_future(turn()) for _ in range(4)]
        await asyncio.sleep(0.05)
        for each in given_up:
            each.cancel()
        await asyncio.gather(*given_up, return_exceptions=True)
        await asyncio.wait_for(asyncio.gather(*(turn() for _ in range(4))), 1)

    assert len(_starts(act, room=1)) == 4
