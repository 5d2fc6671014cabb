"""Connections that are given up: cut at once, so that no host ever counts more than four."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
import trustme

from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import Wanted, visit
from prongsai.model.receipt import Receipt

FAST = Settings(quick=0.8, slow=1.0, stall=0.4, gap=0.0)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 90000\r\n\r\n"
Talk = Callable[[asyncio.Transport, bytes], None]


class Counter(asyncio.Protocol):
    """Counts connections as the kernel has them, whatever has or hasn't been said on them."""

    def __init__(self, host: "Host") -> None:
        self.host = host

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.host.transports.add(transport)
        self.host.open += 1
        self.host.all += 1
        self.host.most = max(self.host.most, self.host.open)

    def data_received(self, data: bytes) -> None:
        self.host.talk(self.transport, data)

    def eof_received(self) -> bool:
        return True  # Stays open for its part, as a server that is at work on an answer does.

    def connection_lost(self, error: Exception | None) -> None:
        self.host.transports.discard(self.transport)
        self.host.open -= 1


class Host:
    """One host and how it talks."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.open = self.most = self.all = 0
        self.transports: set[asyncio.Transport] = set()

    async def leave(self) -> None:
        """Let go of what is still open."""
        for transport in list(self.transports):
            transport.abort()
        while self.transports:
            await asyncio.sleep(0.01)


def _says(*parts: bytes) -> Talk:
    def talk(transport: asyncio.Transport, data: bytes) -> None:
        for part in parts:
            transport.write(part)

    return talk


def _by_turns(*talks: Talk) -> Talk:
    turn = iter(range(10_000))
    return lambda transport, data: talks[next(turn) % len(talks)](transport, data)


def _drip(transport: asyncio.Transport, data: bytes) -> None:
    transport.write(HEAD)

    def drop() -> None:
        if not transport.is_closing():
            transport.write(b"x")
            asyncio.get_running_loop().call_later(0.1, drop)

    drop()


REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: /on\r\nContent-Length: 90000\r\n\r\n<p>"
MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 900000\r\n\r\n" + b"x" * 70_000
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n"
HUGE = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n%PDF"
WAYS: dict[str, Talk] = {
    "silent": _says(),
    "half a head": _says(b"HTTP/1.1 200 OK\r\nContent-"),
    "half a body": _says(HEAD, b"%PDF-1.4\n"),
    "drip": _drip,
    "redirect that does not end": _says(REDIRECT),
    "error page that does not end": _says(MISSING),
    "too large": _says(HUGE),
    "too large, unannounced": _says(ENDLESS, b"x" * 40_000_000),
    "by turns": _by_turns(_says(), _drip, _says(HEAD), _says(REDIRECT), _says(HUGE)),
}


async def _visited(
    host: Host, context: ssl.SSLContext | None, count: int, ca: tuple[str, ...]
) -> list[Receipt]:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Counter(host), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    scheme = "https" if context else "http"
    settings = replace(FAST, allow=(f"127.0.0.1:{port}",), ca_files=ca)
    wanted = [Wanted(f"{scheme}://127.0.0.1:{port}/{number}.pdf") for number in range(count)]
    try:
        return await visit(wanted, settings, lambda _: None)
    finally:
        server.close()
        await host.leave()


def counted(act: Awaitable[list[Receipt]]) -> list[Receipt]:
    """Run and give the receipts."""

    async def run() -> list[Receipt]:
        return await act

    return asyncio.run(run())


@pytest.mark.parametrize("way", WAYS)
def test_four_open_connections(way: str) -> None:
    """Twenty addresses, each given up: never a fifth connection, and none left at the end."""
    host = Host(WAYS[way])
    receipts = counted(_visited(host, None, 20, ()))
    assert not [receipt for receipt in receipts if receipt.judgement == "pass"]
    assert host.all > 4
    assert host.most <= 4


@pytest.mark.parametrize("way", ["silent", "half a body", "drip", "by turns"])
def test_four_open_connections_over_tls(way: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """TLS has a farewell of its own, for which nobody waits."""
    authority = trustme.CA()
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    host = Host(WAYS[way])
    receipts = counted(_visited(host, context, 20, (path,)))
    assert {receipt.judgement for receipt in receipts} <= {"unknown", "fail"}
    assert host.all > 4
    assert host.most <= 4


def test_four_open_connections_in_the_handshake() -> None:
    """A server that never answers a TLS greeting."""
    host = Host(_says())

    async def run() -> list[Receipt]:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Counter(host), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        settings = replace(FAST, allow=(f"127.0.0.1:{port}",))
        wanted = [Wanted(f"https://127.0.0.1:{port}/{number}") for number in range(12)]
        try:
            return await visit(wanted, settings, lambda _: None)
        finally:
            server.close()
            await host.leave()

    assert {receipt.verdict for receipt in asyncio.run(run())} <= {"timeout", "tls_error"}
    assert host.all > 4
    assert host.most <= 4


def test_connections_are_kept_where_they_can_be() -> None:
    """Twenty whole answers need no more than four connections."""
    body = b"%PDF-1.4\nstartxref\n0\n%%EOF\n"
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: %d\r\n\r\n%s" % (
        len(body),
        body,
    )
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot here."
    host = Host(
        lambda transport, data: transport.write(
            whole if b".pdf" in data and b"prongsai-" not in data else missing
        )
    )
    receipts = counted(_visited(host, None, 20, ()))
    assert {receipt.verdict for receipt in receipts} == {"ok"}
    assert host.all <= 4
