"""Visits handed out by host, a share at a time, for any worker of a ``concurrent.futures`` executor.

A host is never in two shares at once. The worker follows no redirect to a host of somebody else: the look
is handed back with the way that it has come, to go on in a later share of that host. So what a host is spared
(four at once, the gap, its crawl delay and Retry-After) holds however many workers there are.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from prongsai.evidence.client import Client
from prongsai.evidence.hosts import NO_HOST, Job
from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import Host, Run, each_host
from prongsai.evidence.way import site_of
from prongsai.model.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Share:
    """Some hosts, each with its addresses, for one worker."""

    hosts: dict[str, list[Job]]


@dataclass(slots=True)
class Outcome:
    """What came of a share.

    ``receipts`` are by the link's place in the list. ``onward`` are addresses that led to other hosts,
    ``left`` those that are worth a patient try, both by host. ``rests`` are the seconds for which a host is
    still to be left alone.
    """

    receipts: list[tuple[int, Receipt]] = field(default_factory=list)
    onward: dict[str, list[Job]] = field(default_factory=dict)
    left: dict[str, list[Job]] = field(default_factory=dict)
    rests: dict[str, float] = field(default_factory=dict)


Tries = Callable[[Share, Settings], Outcome]
"""Visits a share: a function of a module, so that it can be sent to a worker by its name."""


def quick_tries(share: Share, settings: Settings) -> Outcome:
    """Give each address of a share a quick try."""
    return asyncio.run(_tried(share, settings, Host.try_quickly))


def patient_tries(share: Share, settings: Settings) -> Outcome:
    """Give each address of a share a patient try, the last."""
    return asyncio.run(_tried(share, settings, Host.try_again))


async def _tried(
    share: Share, settings: Settings, tries: Callable[[Host], Coroutine[Any, Any, None]]
) -> Outcome:
    outcome = Outcome()

    def settle(place: int, receipt: Receipt) -> None:
        outcome.receipts.append((place, receipt))

    def hand_on(job: Job) -> None:
        outcome.onward.setdefault(site_of(job.came.at) if job.came else NO_HOST, []).append(job)

    async with Client(settings, share.hosts.keys()) as client:
        run = Run.of(client, settings, settle, hand_on)
        hosts = {name: Host(run, jobs) for name, jobs in share.hosts.items()}

        async def work(host: Host) -> None:
            try:
                await tries(host)
            finally:
                await host.close()

        await each_host(hosts.values(), work)
        outcome.left = {name: [*host.left] for name, host in hosts.items() if host.left}
        outcome.rests = client.rests()
    return outcome
