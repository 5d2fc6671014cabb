"""The address guard: every private or special range, every notation, and what the configuration names."""

import asyncio
import ipaddress
import socket

import pytest

from prongsai.evidence.guard import Guard, NoSuchName, Refused, is_public, read_allowed
from prongsai.evidence.wire import target

PRIVATE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.31.255.255",
    "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.19.0.1", "203.0.113.5", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "168.63.129.16",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1",
    "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "100.128.0.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "64:ff9b::808:808"]
NOTATIONS = [
    "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "%31%32%37.0.0.1",
    "１２７.０.０.１",
    "127。0。0。1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1]", "[0:0:0:0:0:0:0:1]", "localhost",
    "LOCALHOST.", "a.localhost", "169.254.169.254", "0",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_special_ranges_are_not_public(address: str) -> None:
    """Whatever is not the open internet is refused."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_the_open_internet_is(address: str) -> None:
    """Neighbours of special ranges, and NAT64 of a public address, are public."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", NOTATIONS)
def test_every_notation_is_refused(host: str) -> None:
    """A private address stays private, however it is written."""
    at = target(f"http://{host}/")
    with pytest.raises(Refused):
        asyncio.run(Guard(read_allowed(())).check(at.host, at.port))


def test_allowed_by_host_and_port() -> None:
    """A named port is open, its neighbour is not; the mapped notation is another address."""
    guard = Guard(read_allowed(["127.0.0.1:8080", "localhost:9090", "[::1]:7070", "10.0.0.0/8"]))
    assert asyncio.run(guard.check("127.0.0.1", 8080))
    assert asyncio.run(guard.check("localhost", 9090))
    assert asyncio.run(guard.check("::1", 7070))
    assert asyncio.run(guard.check("10.9.9.9", 1))
    for host, port in (("127.0.0.1", 8081), ("localhost", 9091), ("::ffff:127.0.0.1", 8080), ("::1", 8080)):
        with pytest.raises(Refused):
            asyncio.run(guard.check(host, port))


@pytest.mark.parametrize(
    "entry", ["", "localhost", "host:", "host:0", "host:99999", ":80", "1.2.3.4/99", "x/8"]
)
def test_entries_that_say_nothing(entry: str) -> None:
    """They are told, not guessed."""
    with pytest.raises(ValueError):
        read_allowed([entry])


def test_the_socket_is_the_last_gate() -> None:
    """An address that slipped by the resolver gets no socket."""
    guard = Guard(read_allowed(()))
    info = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80))
    with pytest.raises(OSError, match="refused"):
        guard.socket(info)


def test_a_name_that_never_exists() -> None:
    """``.invalid`` needs no look-up."""
    with pytest.raises(NoSuchName):
        asyncio.run(Guard(read_allowed(())).check("town.invalid", 80))
