"""Tells a machine without internet from links that are dead.

Where nothing answers at all, the fault is seldom in the links, and a receipt for each of them would say that
it were. How that is decided: ``docs/how-to/verify.md``.
"""

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterable
from typing import Final

from prongsai.evidence.guard import is_public
from prongsai.evidence.wire import InvalidUrl, target
from prongsai.model.receipt import Receipt

CONTROL: Final = "a.root-servers.net"
"""A name that resolves as long as names resolve at all: one of the root servers'."""

_SILENT: Final = frozenset({"dns_error", "connect_error", "timeout"})
_TOLD_NOTHING: Final = frozenset({"invalid_url", "ssrf_blocked"})
_RESERVED: Final = ("invalid", "test", "example", "localhost", "local", "internal")
_MANY: Final = 3
_PATIENCE: Final = 5.0


def nobody_answered(receipts: Iterable[Receipt]) -> bool:
    """Whether some public host was asked, and nothing that was asked gave any answer."""
    asked = [receipt for receipt in receipts if receipt.verdict not in _TOLD_NOTHING]
    return all(map(_silent, asked)) and any(_public_host(receipt.url) for receipt in asked)


def is_offline(receipts: Iterable[Receipt], resolves: Callable[[str], bool] | None = None) -> bool:
    """Whether these looks say more about this machine than about the links.

    Nothing answered, and either three hosts or more stay silent of which none is said not to exist (names
    resolve, but nothing gets out), or not even a name that always resolves does. ``resolves`` looks a name
    up; it is asked only where nothing answered.
    """
    looks = list(receipts)
    if not nobody_answered(looks):
        return False
    hosts = {host for receipt in looks if (host := _public_host(receipt.url))}
    missing = any(receipt.verdict == "dns_error" for receipt in looks)
    if len(hosts) >= _MANY and not missing:
        return True
    return not (resolves or name_resolves)(CONTROL)


def name_resolves(name: str) -> bool:
    """Whether ``name`` has an address, as far as can be told within five seconds."""
    found: list[object] = []

    def look() -> None:
        try:
            found.extend(socket.getaddrinfo(name, None))
        except OSError:
            return

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    return bool(found)


def _silent(receipt: Receipt) -> bool:
    return receipt.verdict in _SILENT and receipt.status is None and not receipt.redirects


def _public_host(url: str) -> str | None:
    """The host of ``url`` where it says something about the internet: none reserved, none private."""
    try:
        host = target(url).host.rstrip(".").removeprefix("www.")
    except InvalidUrl:
        return None
    try:
        return host if is_public(ipaddress.ip_address(host)) else None
    except ValueError:
        return None if "." not in host or host.rpartition(".")[2] in _RESERVED else host
