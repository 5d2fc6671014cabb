"""Visits a list of addresses, host by host: first a quick try for each, then a slow one for the silent."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, TypeVar

from prongsai.errors import Text
from prongsai.evidence.answer import Answer, strong_tag
from prongsai.evidence.client import Client, Effort
from prongsai.evidence.faults import Failure, unexpected
from prongsai.evidence.hosts import Job, by_host
from prongsai.evidence.judge import Found, judge
from prongsai.evidence.links import Wanted
from prongsai.evidence.nowhere import ENOUGH, Nowhere, Nowheres
from prongsai.evidence.polite import LONGEST_WAIT, retry_after
from prongsai.evidence.room import Lease
from prongsai.evidence.settings import Settings
from prongsai.evidence.way import Elsewhere, site_of
from prongsai.evidence.wire import InvalidUrl, ascii_host, target
from prongsai.model.receipt import CLASS_OF, Receipt

_T = TypeVar("_T")

__all__ = ["OnAnswer", "Settings", "Wanted", "visit"]

OnAnswer = Callable[[Answer, Receipt], Awaitable[None]]
"""Takes an answer with what became of it, while its body still counts as room that is taken."""

_AGAIN: Final = frozenset({"timeout", "connect_error", "protocol_error"})
_GIVEN_UP: Final = 8
_SLOW_SHARE: Final = 5
_UNTOLD_WAIT: Final = 2.0
_WAITS: Final = 4
_HOSTS: Final = 256
_LARGE: Final = 256 << 10
_UNASKED: Final = Failure(
    "timeout",
    Text(
        "เครื่องแม่ข่ายไม่ตอบหลายครั้งติดกัน จึงไม่ได้ลองที่อยู่นี้",
        "the server did not answer several times in a row, so this address was not tried",
    ),
)
_TURNED_AWAY: Final = Failure(
    "rate_limited",
    Text(
        "เครื่องแม่ข่ายขอให้เว้นไว้นานกว่าหนึ่งนาที จึงไม่ได้ลองที่อยู่นี้ — ตรวจใหม่ภายหลัง",
        "the server asked to be left alone for over a minute, so this address was not tried — verify again",
    ),
)


Outcome = Answer | Failure | Elsewhere


async def visit(
    links: Sequence[Wanted],
    settings: Settings,
    on_receipt: Callable[[Receipt], None],
    on_answer: OnAnswer | None = None,
) -> list[Receipt]:
    """A receipt for each of ``links``, in their order; each is also handed to ``on_receipt`` at once.

    ``on_answer`` gets each address' answer once, before its receipts are handed over.

    An address that is wanted twice is visited once. Nothing that a server does raises; being cancelled does,
    and what was handed to ``on_receipt`` by then stands.
    """
    receipts: list[Receipt | None] = [None] * len(links)

    def settle(place: int, receipt: Receipt) -> None:
        receipts[place] = receipt
        on_receipt(receipt)

    async with Client(settings) as client:
        run = replace(Run.of(client, settings, settle), on_answer=on_answer)
        await each_host([Host(run, jobs) for jobs in by_host(links).values()], Host.visit)
    return [receipt for receipt in receipts if receipt is not None]


async def each_host(hosts: Iterable["Host"], work: Callable[["Host"], Awaitable[None]]) -> None:
    """Do ``work`` for each of ``hosts``, a bounded number of them at once."""
    active = asyncio.Semaphore(_HOSTS)

    async def one(host: Host) -> None:
        try:
            await work(host)
        finally:
            active.release()

    async with asyncio.TaskGroup() as group:
        for host in hosts:
            await active.acquire()
            group.create_task(one(host))


def _nobody(job: Job) -> None:
    raise AssertionError(job.url)


@dataclass(frozen=True, slots=True)
class Run:
    """What all hosts of a run share.

    ``settle`` takes the place of a link and its receipt; ``hand_on`` what leads to somebody else's host.
    """

    settings: Settings
    client: Client
    settle: Callable[[int, Receipt], None]
    hand_on: Callable[[Job], None]
    quick: asyncio.Semaphore
    slow: asyncio.Semaphore
    on_answer: OnAnswer | None = None

    @classmethod
    def of(
        cls,
        client: Client,
        settings: Settings,
        settle: Callable[[int, Receipt], None],
        hand_on: Callable[[Job], None] = _nobody,
    ) -> "Run":
        """A run with its total limit divided: the slow second tries never take all of it."""
        slow = max(1, settings.total // _SLOW_SHARE)
        quick = max(1, settings.total - slow)
        return cls(settings, client, settle, hand_on, asyncio.Semaphore(quick), asyncio.Semaphore(slow))


class Host:
    """The addresses of one host, and what it has shown of itself; ``left`` are those still to be visited."""

    def __init__(self, run: Run, jobs: Iterable[Job]) -> None:
        self._run, self._client = run, run.client
        self._settings = run.settings
        self.left: deque[Job] = deque(jobs)
        self._misses = 0
        self._waits = 0
        self._turned_away = False
        self._nowheres = Nowheres(self._ask_nowhere)

    async def visit(self) -> None:
        """Visit all: quickly first, then once more what did not answer."""
        try:
            await self.try_quickly()
            await self.try_again()
        finally:
            await self.close()

    async def try_quickly(self) -> None:
        """Give each address a quick try; those worth another are left, all where the host is silent."""
        effort = Effort(self._settings.quick, self._settings.stall, self._run.quick)
        if await self._is_silent(effort):
            return
        jobs, self.left = self.left, deque()

        async def each(job: Job) -> None:
            if self._turned_away:
                self._record(job, _TURNED_AWAY)
                return
            if self._misses >= _GIVEN_UP:
                self.left.append(job)
                return
            with self._client.room.lease() as lease:
                outcome = await self._asked(job, effort, lease)
                if not _worth_another(outcome):
                    await self._settle(job, outcome)
                elif self._misses:
                    self.left.append(job)
                else:  # Those that cost no patience come first.
                    self.left.appendleft(job)

        await self._through(jobs, each)

    async def try_again(self) -> None:
        """Give each address that is left a patient try, until the host has cost too much of it."""
        settings, loop = self._settings, asyncio.get_running_loop()
        silent = await self._is_silent(Effort(settings.slow, settings.stall, self._run.slow))
        patience = min(settings.slow, settings.patience) if silent else settings.slow
        effort = Effort(settings.slow, patience, self._run.slow, last=True)
        most = 1 if silent else _GIVEN_UP
        until = loop.time() + settings.slow
        self._misses = 0

        async def each(job: Job) -> None:
            if self._turned_away:
                self._record(job, _TURNED_AWAY)
                return
            if self._misses >= most or (self._misses and loop.time() > until):
                self._record(job, _UNASKED)
                return
            with self._client.room.lease() as lease:
                await self._settle(job, await self._asked(job, effort, lease))

        await self._through(self.left, each)

    async def close(self) -> None:
        """Let go of what is still being asked."""
        await self._nowheres.close()

    async def _is_silent(self, effort: Effort) -> bool:
        if not self.left:
            return False
        first = self.left[0]
        try:
            at = first.came.at if first.came else target(first.url)
        except InvalidUrl:
            return False
        return await self._client.is_silent(at, effort)

    async def _through(self, jobs: deque[Job], each: Callable[[Job], Awaitable[None]]) -> None:
        async def worker() -> None:
            while jobs:
                await each(jobs.popleft())

        async with asyncio.TaskGroup() as group:
            for _ in range(min(len(jobs), self._settings.at_once)):
                group.create_task(worker())

    async def _settle(self, job: Job, outcome: Outcome) -> None:
        if isinstance(outcome, Elsewhere):
            self._run.hand_on(Job(job.url, job.wanted, outcome))
        elif isinstance(outcome, Failure):
            self._record(job, outcome)
        else:
            receipts = [await self._judged(outcome, wanted) for _, wanted in job.wanted]
            if self._run.on_answer:
                await self._run.on_answer(outcome, max(receipts, key=lambda each: each.sha256 is not None))
            for (place, _), receipt in zip(job.wanted, receipts, strict=True):
                self._run.settle(place, receipt)

    async def _asked(self, job: Job, effort: Effort, lease: Lease) -> Outcome:
        outcome = await self._patiently(job, effort, lease)
        timed_out = isinstance(outcome, Failure) and outcome.verdict == "timeout"
        self._misses = self._misses + 1 if timed_out else 0
        return outcome

    async def _patiently(self, job: Job, effort: Effort, lease: Lease) -> Outcome:
        """Look, and once more after the wait that the host asks for, where it is short."""
        outcome = await self._client.look(job.url, effort, lease, etag=job.etag, came=job.came)
        if not isinstance(outcome, Answer) or outcome.status not in (429, 503):
            return outcome
        asked = retry_after(outcome.headers.get("retry-after"), self._settings.now())
        wait = asked if asked is not None else _UNTOLD_WAIT if outcome.status == 429 else None
        if outcome.status == 429 and wait is not None and wait > LONGEST_WAIT:
            self._turned_away = self._turned_away or _is_of(job, outcome)
        if wait is None or wait > LONGEST_WAIT or self._waits >= _WAITS:
            return outcome
        self._waits += 1
        lease.end()
        self._client.pace(target(outcome.final_url)).hold(wait)
        return await self._client.look(job.url, effort, lease, etag=job.etag, came=job.came)

    async def _judged(self, answer: Answer, wanted: Wanted) -> Receipt:
        try:
            found = await self._found(answer, wanted, [])
            known = found.sha256 is not None and found.sha256 == wanted.sha256
            if CLASS_OF[found.verdict] == "pass" and not known:
                is_page = found.fingerprint is not None
                nowheres = await self._nowheres.beside(target(answer.final_url), page=is_page)
                found = await self._found(answer, wanted, nowheres) if nowheres else found
        except Exception as error:
            found = Found("unverifiable", unexpected(error), None, len(answer.body), None, None)
        return self._receipt(wanted, answer, found)

    async def _found(self, answer: Answer, wanted: Wanted, nowheres: Sequence[Nowhere]) -> Found:
        lawful = _lawful(self._settings.own_hosts, wanted.elsewhere, answer.final_url)

        def call() -> Found:
            return judge(
                answer, expect=wanted.expect, last_sha256=wanted.sha256, nowheres=nowheres,
                allowed_host=lawful,
            )  # fmt: skip

        return await self._client.aside(call) if len(answer.body) > _LARGE else call()

    async def _ask_nowhere(self, url: str) -> Answer | None:
        """What the host answers to an address that nobody has ever made."""
        if self._turned_away:
            return None
        quick = Effort(self._settings.quick, self._settings.stall, self._run.quick)
        with self._client.room.lease() as lease:
            outcome = await self._client.look(url, quick, lease, enough=ENOUGH)
        return outcome if isinstance(outcome, Answer) else None

    def _record(self, job: Job, failure: Failure) -> None:
        for place, wanted in job.wanted:
            checked = self._checked()
            self._run.settle(
                place,
                Receipt(
                    url=wanted.url,
                    verdict=failure.verdict,
                    reason=failure.reason,
                    status=failure.status,
                    final_url=failure.final_url,
                    redirects=failure.redirects,
                    checked_at=checked,
                    failures=1,
                    items=wanted.items,
                ),
            )

    def _receipt(self, wanted: Wanted, answer: Answer, found: Found) -> Receipt:
        checked = self._checked()
        passed = CLASS_OF[found.verdict] == "pass"
        return Receipt(
            url=wanted.url,
            verdict=found.verdict,
            reason=_same(found.reason),
            status=answer.status,
            final_url=wanted.url if answer.final_url == wanted.url else answer.final_url,
            redirects=answer.redirects,
            media_type=_same(found.media_type),
            bytes=None if answer.same else found.bytes,
            sha256=found.sha256,
            fingerprint=found.fingerprint,
            etag=strong_tag(answer.headers.get("etag")) if found.sha256 else None,
            checked_at=checked,
            first_ok=checked if passed else None,
            last_ok=checked if passed else None,
            failures=0 if passed else 1,
            items=wanted.items,
        )

    def _checked(self) -> str:
        checked: str = _same(self._settings.now().isoformat(timespec="seconds"))
        return checked


@lru_cache(1024)
def _same(value: _T) -> _T:
    """``value``, as the one object that all receipts share which say the same: there may be very many."""
    return value


def _is_of(job: Job, answer: Answer) -> bool:
    """Whether it is the host asked that answered, not another one that it leads to."""
    asked = job.came.at if job.came else target(job.url)
    return site_of(asked) == site_of(target(answer.final_url))


def _worth_another(outcome: Outcome) -> bool:
    if isinstance(outcome, Elsewhere):
        return False
    if isinstance(outcome, Failure):
        return outcome.verdict in _AGAIN
    return not outcome.whole or outcome.status in (500, 502, 504)


def _lawful(own: Sequence[str], elsewhere: bool, final_url: str) -> Callable[[str], bool]:
    """Whether a host is one of ``own`` (``HOST[:PORT]``, ``www.`` or not); where none is named, any is."""
    if not own or elsewhere:
        return lambda _: True
    known = {_split(entry) for entry in own}
    at = target(final_url)

    def lawful(asked: str) -> bool:
        host, port = _split(asked)
        if port is None and host == _split(at.host)[0]:
            port = at.port
        return (host, None) in known or (host, port) in known

    return lawful


def _split(entry: str) -> tuple[str, int | None]:
    host, colon, port = entry.strip().lower().rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()):
        host, port = entry.strip().lower(), ""
    try:
        host = ascii_host(host)
    except InvalidUrl:
        host = host.strip()
    return host.rstrip(".").removeprefix("www."), int(port) if port else None
