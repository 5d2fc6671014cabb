"""Which hosts are the agency's own: what it declares, checked against what its evidence uses."""

from collections import Counter
from typing import NamedTuple

from prongsai.model.site import Site
from prongsai.rules.hosts import bare, host_of, is_private, is_within, lookalike, parts_of, registrable
from prongsai.rules.known_hosts import NATIONAL, PROCUREMENT, SHORTENERS, SOCIAL, STORES

_NATIONAL = frozenset(NATIONAL)
_SOME, _MANY = 2, 3
"""So many addresses of evidence count for more than what the agency's file says of a part, or of all."""


class Own(NamedTuple):
    """``hosts`` without ``www.``; ``home`` those whose root is the agency's front page.

    ``declared``: the agency names them itself; otherwise most of its evidence stands on them.
    """

    hosts: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    declared: bool = False


def is_known(host: str) -> bool:
    """Whether a host is somebody else's for certain."""
    return any(is_within(host, hosts) for hosts in (SOCIAL, STORES, SHORTENERS, PROCUREMENT, _NATIONAL))


def own_hosts(site: Site) -> Own:
    """The agency's own hosts, without a declared one that is a misspelling of the one in use."""
    website = bare(host_of(site.agency.website)) if site.agency.website else ""
    listed = [bare(host_of(host)) for host in site.agency.hosts]
    declared = [host for host in dict.fromkeys([*listed, website]) if _can_be_own(host)]
    used = _used(site)
    if not declared:
        most, count = next(iter(used.most_common(1)), ("", 0))
        clear = count >= 2 and count * 2 > used.total()
        return Own((most,), (most,)) if clear else Own()
    hosts = []
    for host in declared:
        better = _better(host, declared, used, website)
        if better is None and not (host == website and _is_stray(website, listed, used)):
            hosts.append(host)
        elif better is not None:
            hosts.append(better)
    unique = tuple(dict.fromkeys(hosts))
    home = tuple(host for host in unique if host == website) or unique
    return Own(unique, home, declared=True)


def _can_be_own(host: str) -> bool:
    return "." in host and not is_known(host) and not is_private(f"http://{host}/")


def _used(site: Site) -> Counter[str]:
    """How often the evidence names each host that may be the agency's."""
    found = Counter(
        bare(parts_of(evidence.url).host)
        for year in site.years
        for disclosure in year.disclosures.values()
        for evidence in disclosure.evidence
        if evidence.url is not None
    )
    return Counter({host: count for host, count in found.items() if _can_be_own(host)})


def _better(host: str, declared: list[str], used: Counter[str], website: str) -> str | None:
    """The host of which ``host``, which no evidence uses, seems a misspelling; None for one that is used."""
    for other in (*declared, *used):
        if other == host or lookalike(host, (other,)) is None:
            continue
        same = registrable(other) == registrable(host)
        if same and other in declared and not host.endswith(f".{other}"):
            continue
        mine, theirs = (_count(name if same else registrable(name), used) for name in (host, other))
        undeclared = _SOME if same else _MANY
        needed = undeclared if other not in declared else 0 if other == website else 1
        if mine == 0 and theirs >= needed:
            return other
    return None


def _count(host: str, used: Counter[str]) -> int:
    return sum(count for name, count in used.items() if is_within(name, (host,)))


def _is_stray(website: str, listed: list[str], used: Counter[str]) -> bool:
    """Whether the website is on a host that no evidence uses, while the listed hosts are used."""
    if not listed or any(registrable(host) == registrable(website) for host in listed):
        return False
    return _count(website, used) == 0 and sum(_count(host, used) for host in listed) >= _MANY
