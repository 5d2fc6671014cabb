"""Addresses to visit, sorted by the host that has to answer for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.evidence.answer import strong_tag
from prongsai.evidence.links import Wanted
from prongsai.evidence.way import Elsewhere, site_of
from prongsai.evidence.wire import InvalidUrl, target

NO_HOST = ""
"""Stands for the host of what is no address."""


@dataclass(slots=True)
class Job:
    """One address, and all who want it, each with its place in the list.

    ``came`` is the way that a redirect from another host has come so far.
    """

    url: str
    wanted: list[tuple[int, Wanted]] = field(default_factory=list)
    came: Elsewhere | None = None

    @property
    def etag(self) -> str | None:
        """The strong tag to ask with, where everybody knows the same file by it."""
        known = {(wanted.etag, wanted.sha256) for _, wanted in self.wanted}
        etag, sha256 = next(iter(known))
        return strong_tag(etag) if len(known) == 1 and sha256 else None


def by_host(links: Sequence[Wanted]) -> dict[str, list[Job]]:
    """The addresses of each host, each once; the host with the most comes first."""
    hosts: dict[str, dict[str, Job]] = {}
    for place, wanted in enumerate(links):
        host, url = _key(wanted.url)
        hosts.setdefault(host, {}).setdefault(url, Job(wanted.url)).wanted.append((place, wanted))
    busiest = sorted(hosts.items(), key=lambda entry: len(entry[1]), reverse=True)
    return {host: list(jobs.values()) for host, jobs in busiest}


def _key(url: str) -> tuple[str, str]:
    try:
        at = target(url)
    except InvalidUrl:
        return NO_HOST, url
    return site_of(at), at.url
