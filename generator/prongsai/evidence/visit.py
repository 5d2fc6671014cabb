"""Visits a list of addresses, host by host: first a quick try for each, then a slow one for the silent."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from prongsai.errors import Text
from prongsai.evidence.answer import Answer, strong_tag
from prongsai.evidence.client import Client, Effort
from prongsai.evidence.faults import Failure, unexpected
from prongsai.evidence.judge import Found, judge
from prongsai.evidence.links import Wanted
from prongsai.evidence.nowhere import ENOUGH, Nowhere, Nowheres
from prongsai.evidence.polite import LONGEST_WAIT, retry_after
from prongsai.evidence.room import Lease
from prongsai.evidence.settings import Settings
from prongsai.evidence.wire import InvalidUrl, ascii_host, target
from prongsai.model.receipt import CLASS_OF, Receipt

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


@dataclass(slots=True)
class _Job:
    """One address, and all who want it."""

    url: str
    wanted: list[tuple[int, Wanted]] = field(default_factory=list)

    @property
    def etag(self) -> str | None:
        """The strong tag to ask with, where everybody knows the same file by it."""
        known = {(wanted.etag, wanted.sha256) for _, wanted in self.wanted}
        etag, sha256 = next(iter(known))
        return strong_tag(etag) if len(known) == 1 and sha256 else None


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
    hosts: dict[str, dict[str, _Job]] = {}
    for place, wanted in enumerate(links):
        key, url = _key(wanted.url)
        hosts.setdefault(key, {}).setdefault(url, _Job(wanted.url)).wanted.append((place, wanted))
    receipts: list[Receipt | None] = [None] * len(links)

    def settle(place: int, receipt: Receipt) -> None:
        receipts[place] = receipt
        on_receipt(receipt)

    slow = max(1, settings.total // _SLOW_SHARE)
    run = _Run(settings, settle, asyncio.Semaphore(max(1, settings.total - slow)), asyncio.Semaphore(slow),
               on_answer)  # fmt: skip
    active = asyncio.Semaphore(_HOSTS)
    async with Client(settings) as client, asyncio.TaskGroup() as group:
        for jobs in sorted(hosts.values(), key=len, reverse=True):
            await active.acquire()
            task = group.create_task(_Host(run, client, jobs.values()).work())
            task.add_done_callback(lambda _: active.release())
    return [receipt for receipt in receipts if receipt is not None]


def _key(url: str) -> tuple[str, str]:
    try:
        at = target(url)
    except InvalidUrl:
        return "", url
    return at.host.rstrip(".").removeprefix("www.") + ("" if at.port in (80, 443) else f":{at.port}"), at.url


@dataclass(frozen=True, slots=True)
class _Run:
    """What all hosts of a run share."""

    settings: Settings
    settle: Callable[[int, Receipt], None]
    quick: asyncio.Semaphore
    slow: asyncio.Semaphore
    on_answer: OnAnswer | None = None


class _Host:
    """The addresses of one host, and what it has shown of itself."""

    def __init__(self, run: _Run, client: Client, jobs: Iterable[_Job]) -> None:
        self._run, self._client = run, client
        self._settings = run.settings
        self._jobs: deque[_Job] = deque(jobs)
        self._left: deque[_Job] = deque()
        self._misses = 0
        self._waits = 0
        self._nowheres = Nowheres(self._ask_nowhere)

    async def work(self) -> None:
        """Visit all: quickly first, then once more what did not answer."""
        settings = self._settings
        try:
            await self._through(self._jobs, Effort(settings.quick, settings.stall, self._run.quick), True)
            self._misses = 0
            effort = Effort(settings.slow, settings.slow, self._run.slow, last=True)
            until = asyncio.get_running_loop().time() + settings.slow
            await self._through(self._left, effort, False, until)
        finally:
            await self._nowheres.close()

    async def _through(
        self, jobs: deque[_Job], effort: Effort, first: bool, until: float = float("inf")
    ) -> None:
        async def worker() -> None:
            while jobs:
                job = jobs.popleft()
                late = asyncio.get_running_loop().time() > until and self._misses
                if first and self._misses >= _GIVEN_UP:
                    self._left.append(job)
                elif late or (not first and self._misses >= _GIVEN_UP):
                    self._record(job, _UNASKED)
                else:
                    await self._one(job, effort, first)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(len(jobs), self._settings.at_once)):
                group.create_task(worker())

    async def _one(self, job: _Job, effort: Effort, first: bool) -> None:
        with self._client.room.lease() as lease:
            outcome = await self._asked(job, effort, lease)
            timed_out = isinstance(outcome, Failure) and outcome.verdict == "timeout"
            self._misses = self._misses + 1 if timed_out else 0
            if first and _worth_another(outcome):
                # Those that cost no patience come first.
                (self._left.append if timed_out else self._left.appendleft)(job)
                return
            if isinstance(outcome, Failure):
                self._record(job, outcome)
                return
            receipts = [await self._judged(outcome, wanted) for _, wanted in job.wanted]
            if self._run.on_answer:
                await self._run.on_answer(outcome, max(receipts, key=lambda each: each.sha256 is not None))
            for (place, _), receipt in zip(job.wanted, receipts, strict=True):
                self._run.settle(place, receipt)

    async def _asked(self, job: _Job, effort: Effort, lease: Lease) -> Answer | Failure:
        outcome = await self._client.look(job.url, effort, lease, etag=job.etag)
        if not isinstance(outcome, Answer) or outcome.status not in (429, 503):
            return outcome
        asked = retry_after(outcome.headers.get("retry-after"), self._settings.now())
        wait = asked if asked is not None else _UNTOLD_WAIT if outcome.status == 429 else None
        if wait is None or wait > LONGEST_WAIT or self._waits >= _WAITS:
            return outcome
        self._waits += 1
        lease.end()
        self._client.pace(target(outcome.final_url)).hold(wait)
        return await self._client.look(job.url, effort, lease, etag=job.etag)

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
        quick = Effort(self._settings.quick, self._settings.stall, self._run.quick)
        with self._client.room.lease() as lease:
            outcome = await self._client.look(url, quick, lease, enough=ENOUGH)
        return outcome if isinstance(outcome, Answer) else None

    def _record(self, job: _Job, failure: Failure) -> None:
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
            reason=found.reason,
            status=answer.status,
            final_url=answer.final_url,
            redirects=answer.redirects,
            media_type=found.media_type,
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
        return self._settings.now().isoformat(timespec="seconds")


def _worth_another(outcome: Answer | Failure) -> bool:
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
