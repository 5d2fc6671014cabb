"""Hands shares of a list to the workers of an executor, and puts together what comes back."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from typing import Final

from prongsai.errors import Text
from prongsai.evidence.hosts import Job, by_host
from prongsai.evidence.links import Wanted
from prongsai.evidence.settings import Settings
from prongsai.evidence.share import Outcome, Share, Tries, patient_tries, quick_tries
from prongsai.model.receipt import Receipt

SHARE_HOSTS: Final = 256
"""Hosts in a share: as many as one worker visits at the same time."""

SHARE_LINKS: Final = 20_000
"""A host with more links than this makes a share by itself."""

_AHEAD: Final = 2
"""Shares handed out for each worker: one that it works on and one that waits."""

_ALONE: Final = 2
_GIVEN_UP: Final = 3
"""A host whose share was lost so often stands alone, to take no others with it; then it is given up."""


def spread(
    links: Sequence[Wanted],
    settings: Settings,
    on_receipt: Callable[[Receipt], None],
    executor: Executor,
    workers: int,
) -> list[Receipt]:
    """A receipt for each of ``links``, in their order; each is also handed to ``on_receipt`` with its share.

    ``workers`` is how many shares the executor works on at once. The share of a worker that is lost is
    handed out again; what is lost each time gets a receipt that says so. Being interrupted raises: what was
    handed to ``on_receipt`` by then stands.
    """
    receipts: list[Receipt | None] = [None] * len(links)

    def settle(place: int, receipt: Receipt) -> None:
        if receipts[place] is None:
            receipts[place] = receipt
            on_receipt(receipt)

    _Desk(settings, executor, workers, settle).work(by_host(links))
    return [receipt for receipt in receipts if receipt is not None]


@dataclass(frozen=True, slots=True)
class _Handed:
    """A share that is with a worker, and what the worker was asked to do with it."""

    share: Share
    tries: Tries


class _Desk:
    """Where shares are handed out and come back.

    ``_quick`` and ``_patient`` are the addresses that wait for their first and their second try, by host;
    ``_free_at`` is when a host may be asked again. No host is with two workers at once.
    """

    def __init__(
        self, settings: Settings, executor: Executor, workers: int, settle: Callable[[int, Receipt], None]
    ) -> None:
        self._settings, self._executor, self._workers = settings, executor, max(1, workers)
        self._settle = settle
        self._most = SHARE_HOSTS
        self._quick: dict[str, list[Job]] = {}
        self._patient: dict[str, list[Job]] = {}
        self._free_at: dict[str, float] = {}
        self._lost: Counter[str] = Counter()
        self._out: dict[Future[Outcome], _Handed] = {}
        self._with_workers: set[str] = set()

    def work(self, hosts: dict[str, list[Job]]) -> None:
        """Hand out the addresses of ``hosts``, and what they lead to, until there is nothing left."""
        self._quick.update(hosts)
        self._most = max(1, min(SHARE_HOSTS, -(-len(hosts) // self._workers)))
        try:
            while self._quick or self._patient or self._out:
                self._hand_out()
                if self._out:
                    done, _ = wait(self._out, timeout=self._until_free(), return_when=FIRST_COMPLETED)
                    for future in done:
                        self._take_back(future)
                else:
                    time.sleep(self._until_free() or 0.0)
        finally:
            for future in self._out:
                future.cancel()

    def _hand_out(self) -> None:
        while len(self._out) < self._workers * _AHEAD:
            handed = self._next()
            if handed is None:
                return
            self._with_workers.update(handed.share.hosts)
            self._out[self._submit(handed)] = handed

    def _submit(self, handed: _Handed) -> Future[Outcome]:
        """Give a share to a worker; where the executor is gone for good, visit it here."""
        try:
            return self._executor.submit(handed.tries, handed.share, self._settings)
        except RuntimeError:
            done: Future[Outcome] = Future()
            done.set_result(handed.tries(handed.share, self._settings))
            return done

    def _next(self) -> _Handed | None:
        """The next share: quick tries as long as there are any, patient ones at the end, all together."""
        quick = self._share_of(self._quick)
        if quick:
            return _Handed(quick, quick_tries)
        patient = None if self._quick or self._is_out(quick_tries) else self._share_of(self._patient)
        return _Handed(patient, patient_tries) if patient else None

    def _is_out(self, tries: Tries) -> bool:
        return any(handed.tries is tries for handed in self._out.values())

    def _share_of(self, waiting: dict[str, list[Job]]) -> Share | None:
        now = time.monotonic()
        free = [
            host for host in waiting if host not in self._with_workers and self._free_at.get(host, 0.0) <= now
        ]
        chosen: list[str] = []
        links = 0
        for host in free:
            suspect = self._lost[host] >= _ALONE
            if chosen and (suspect or links + len(waiting[host]) > SHARE_LINKS):
                continue
            chosen.append(host)
            links += len(waiting[host])
            if suspect or len(chosen) >= self._most:
                break
        return Share({host: waiting.pop(host) for host in chosen}) if chosen else None

    def _until_free(self) -> float | None:
        """The seconds until a host that is waited for may be asked again; None where there is none."""
        now = time.monotonic()
        waits = [
            self._free_at[host] - now
            for host in (*self._quick, *self._patient)
            if host not in self._with_workers and self._free_at.get(host, 0.0) > now
        ]
        return max(0.01, min(waits)) if waits else None

    def _take_back(self, future: Future[Outcome]) -> None:
        handed = self._out.pop(future)
        self._with_workers.difference_update(handed.share.hosts)
        if future.cancelled():
            self._lose(handed, CancelledError())
            return
        if error := future.exception():
            self._lose(handed, error)
            return
        outcome = future.result()
        now = time.monotonic()
        self._free_at.update((host, now + rest) for host, rest in outcome.rests.items())
        for place, receipt in outcome.receipts:
            self._settle(place, receipt)
        _put(outcome.onward, self._quick)
        _put(outcome.left, self._patient)

    def _lose(self, handed: _Handed, error: BaseException) -> None:
        """Put back what a lost worker had; give up a host that is lost again and again."""
        waiting = self._quick if handed.tries is quick_tries else self._patient
        for host, jobs in handed.share.hosts.items():
            self._lost[host] += 1
            if self._lost[host] < _GIVEN_UP:
                waiting.setdefault(host, []).extend(jobs)
                continue
            for job in jobs:
                for place, wanted in job.wanted:
                    self._settle(place, self._given_up(wanted, error))

    def _given_up(self, wanted: Wanted, error: BaseException) -> Receipt:
        what = type(error).__name__
        reason = Text(
            f"โปรแกรมที่เปิดดูโฮสต์นี้หยุดกลางคันทุกครั้ง ({what}) จึงตรวจไม่ได้",
            f"each worker that visited this host broke down ({what}), so it could not be looked at",
        )
        checked = self._settings.now().isoformat(timespec="seconds")
        return Receipt(wanted.url, "unverifiable", reason, checked_at=checked, failures=1, items=wanted.items)


def _put(hosts: dict[str, list[Job]], waiting: dict[str, list[Job]]) -> None:
    for host, jobs in hosts.items():
        waiting.setdefault(host, []).extend(jobs)
