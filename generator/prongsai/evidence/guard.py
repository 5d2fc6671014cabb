"""The address guard: nothing private is ever connected to, whatever a name or a redirect claims.

Names are resolved here, and the sockets are made here too: the very address that is connected to has been
checked, so a name that answers differently a second time gains nothing.
"""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from aiohttp.abc import AbstractResolver, ResolveResult

from prongsai.evidence.connection import cut_on_close

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

_REFUSED: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3", "168.63.129.16/32",
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip
_GLOBAL_V6: Final = ipaddress.IPv6Network("2000::/3")
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_LOOKUPS: Final = 64
_REMEMBERED: Final = 300.0


class Refused(Exception):
    """The address is private, or special in some other way."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} -> {address}" if host != address else address)
        self.host, self.address = host, address


class NoSuchName(Exception):
    """The name does not exist."""


class Unresolved(Exception):
    """The name could not be looked up; it may exist."""


@lru_cache(4096)
def is_public(address: IPAddress) -> bool:
    """Whether ``address`` belongs to the open internet; every special range does not."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _GLOBAL_V6:
            return False
    return not any(address.version == network.version and address in network for network in _REFUSED)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the configuration names: hosts with their ports, and ranges of addresses."""

    hosts: frozenset[tuple[str, int]] = frozenset()
    networks: tuple[IPNetwork, ...] = ()

    def covers(self, address: IPAddress, port: int) -> bool:
        """Whether ``address`` itself is named."""
        if (str(address), port) in self.hosts:
            return True
        return any(address.version == network.version and address in network for network in self.networks)


def read_allowed(entries: Iterable[str]) -> Allowed:
    """Read ``HOST:PORT`` and ``ADDRESS/BITS`` entries; raises ``ValueError`` with the entry at fault."""
    hosts: set[tuple[str, int]] = set()
    networks: list[IPNetwork] = []
    for entry in entries:
        text = entry.strip()
        if "/" in text:
            networks.append(ipaddress.ip_network(text, strict=False))
            continue
        host, colon, port = text.rpartition(":")
        host = host.removeprefix("[").removesuffix("]").lower()
        if not colon or not host or not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65536:
            raise ValueError(entry)
        literal = _literal(host)
        hosts.add((str(literal) if literal else host.rstrip("."), int(port)))
    return Allowed(frozenset(hosts), tuple(networks))


@dataclass(slots=True)
class _Answered:
    """One look-up, remembered for a while so that a host is not asked for at each link."""

    until: float
    found: list[IPAddress] = field(default_factory=list)
    failure: type[NoSuchName] | type[Unresolved] | None = None


class Guard(AbstractResolver):
    """Resolves names and makes sockets, for addresses that may be visited alone."""

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed
        self._granted: set[tuple[str, int]] = set()
        self._known: dict[str, _Answered] = {}
        self._asking: dict[str, asyncio.Task[_Answered]] = {}
        self._lookups = asyncio.Semaphore(_LOOKUPS)

    def permits(self, address: IPAddress, port: int) -> bool:
        """Whether a connection to ``address`` and ``port`` may be made."""
        return (
            is_public(address) or self._allowed.covers(address, port) or (str(address), port) in self._granted
        )

    async def check(self, host: str, port: int) -> list[IPAddress]:
        """The addresses of ``host`` that may be visited; raises when there is none."""
        literal = _literal(host)
        name = host.lower().rstrip(".")
        found = [literal] if literal else await self._look_up(name)
        if (str(literal) if literal else name, port) in self._allowed.hosts:
            self._granted.update((str(address), port) for address in found)
        fit = [address for address in found if self.permits(address, port)]
        if not fit:
            raise Refused(host, str(found[0]))
        return fit

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """aiohttp asks here for each new connection."""
        return [
            ResolveResult(
                hostname=host,
                host=str(address),
                port=port,
                family=socket.AF_INET if address.version == 4 else socket.AF_INET6,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in await self.check(host, port)
        ]

    async def close(self) -> None:
        """Leave the look-ups that still run to themselves."""
        for task in list(self._asking.values()):
            task.cancel()

    def socket(self, info: tuple[Any, Any, int, str, Sequence[Any]]) -> socket.socket:
        """The last gate: makes the socket for one address, or refuses."""
        family, kind, proto, _, where = info
        literal = _literal(str(where[0]))
        if literal is None or not self.permits(literal, int(where[1])):
            raise OSError(f"refused: {where[0]}")
        made = socket.socket(family, kind, proto)
        # Until it carries a request, a connection that is given up is cut.
        cut_on_close(made, cut=True)
        return made

    async def _look_up(self, name: str) -> list[IPAddress]:
        if name == "localhost" or name.endswith(".localhost"):
            return [ipaddress.IPv4Address("127.0.0.1")]
        if name == "invalid" or name.endswith(".invalid"):
            raise NoSuchName(name)
        answered = self._known.get(name)
        if answered is None or answered.until < asyncio.get_running_loop().time():
            task = self._asking.get(name)
            if task is None:
                task = self._asking[name] = asyncio.create_task(self._ask(name))
                task.add_done_callback(lambda _: self._asking.pop(name, None))
            answered = self._known[name] = await asyncio.shield(task)
        if answered.failure is not None:
            raise answered.failure(name)
        return answered.found

    async def _ask(self, name: str) -> _Answered:
        loop = asyncio.get_running_loop()
        try:
            async with self._lookups:
                infos = await _in_thread(name)
        except socket.gaierror as error:
            missing = error.errno == socket.EAI_NONAME
            remembered = loop.time() + (_REMEMBERED if missing else 5.0)
            return _Answered(remembered, failure=NoSuchName if missing else Unresolved)
        except (OSError, UnicodeError):
            return _Answered(loop.time() + 5.0, failure=Unresolved)
        found = [literal for info in infos if (literal := _literal(str(info[4][0]))) is not None]
        if not found:
            return _Answered(loop.time() + 5.0, failure=Unresolved)
        return _Answered(loop.time() + _REMEMBERED, list(dict.fromkeys(found)))


async def _in_thread(name: str) -> list[Any]:
    """``getaddrinfo`` in a thread of its own that nobody has to wait for when the look is broken off."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[Any]] = loop.create_future()

    def settle(infos: list[Any], error: BaseException | None) -> None:
        if future.done():
            return
        if error is None:
            future.set_result(infos)
        else:
            future.set_exception(error)

    def look() -> None:
        infos: list[Any] = []
        failed: BaseException | None = None
        try:
            infos = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            failed = error
        if not loop.is_closed():
            try:
                loop.call_soon_threadsafe(settle, infos, failed)
            except RuntimeError:
                return

    threading.Thread(target=look, daemon=True).start()
    return await future


@lru_cache(4096)
@lru_cache(4096)
def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None
