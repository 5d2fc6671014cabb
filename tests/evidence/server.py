"""A fault server of our own: real sockets and real TLS on the loopback, one port for each "host".

A host is a table of request target → behaviour; a behaviour is a coroutine that writes raw bytes. In text
that is sent, ``{name}`` stands for the address of a host. The server runs in a thread of its own, so that its
counts do not depend on the client's loop.
"""

import asyncio
import socket
import ssl
import struct
import threading
import time
import warnings
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

import trustme

LOOPBACK = "127.0.0.1"
LONG_AGO = datetime.now(UTC) - timedelta(days=800)


@dataclass
class Exchange:
    """One request and the means to answer it."""

    server: "FaultServer"
    host: str
    method: str
    target: str
    headers: Mapping[str, str]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    turn: int
    """Which request for this target it is, from 1."""

    async def send(self, data: bytes) -> None:
        """Write bytes and wait until they are on their way."""
        self.writer.write(data)
        await self.writer.drain()

    async def gone(self) -> None:
        """Wait until the client hangs up."""
        while await self.reader.read(65536):
            pass


Behaviour = Callable[[Exchange], Awaitable[None]]


@dataclass
class Seen:
    """What a host has seen: its open connections, the requests in flight, and of each what was asked when."""

    now: int = 0
    most: int = 0
    open: int = 0
    most_open: int = 0
    requests: list[tuple[str, str, Mapping[str, str], float]] = field(default_factory=list)

    def starts(self, target: str | None = None) -> list[float]:
        """When the requests came, of one target or of all but robots.txt."""
        return [
            at for _, seen, _, at in self.requests if seen == target or (not target and seen != "/robots.txt")
        ]


class _Counted(asyncio.StreamReaderProtocol):
    """A connection that is counted from when it is made until it is lost, whatever its behaviour awaits."""

    def __init__(
        self,
        seen: Seen,
        serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        super().__init__(asyncio.StreamReader(loop=loop), serve, loop=loop)
        self._seen = seen

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._seen.open += 1
        self._seen.most_open = max(self._seen.most_open, self._seen.open)
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._seen.open -= 1
        super().connection_lost(exc)


class FaultServer:
    """Hosts by name, each with its table; used as a context manager."""

    def __init__(
        self, tables: Mapping[str, Mapping[str, Behaviour]], elsewhere: Mapping[str, Behaviour], ca: Path
    ) -> None:
        self.tables, self.elsewhere = tables, elsewhere
        self.seen: dict[str, Seen] = {name: Seen() for name in tables}
        self.ports: dict[str, int] = {}
        self.canary_hits: list[str] = []
        self._turns: Counter[tuple[str, str]] = Counter()
        self._secure = _contexts(ca)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._tasks: set[asyncio.Task[None]] = set()
        self._servers: list[asyncio.Server] = []
        self._dead = socket.socket()

    def __enter__(self) -> "FaultServer":
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._dead.close()

    def fill(self, text: str) -> str:
        """Text with the addresses of hosts (``{name}``) and the canary's bare port (``{port}``) put in."""
        for name, port in self.ports.items():
            scheme = "https" if name.startswith("tls") else "http"
            text = text.replace("{" + name + "}", f"{scheme}://{LOOPBACK}:{port}")
            text = text.replace("{" + name + ":port}", str(port))
        return text.replace("{port}", str(self.ports["canary"]))

    def allowed(self) -> list[str]:
        """HOST:PORT of all hosts that may be visited: not the canary."""
        return [f"{host}:{port}" for name, port in self.ports.items() if name != "canary"
                for host in (LOOPBACK, "localhost")]  # fmt: skip

    async def _open(self) -> None:
        for name in self.tables:
            await self._listen(name)
        self._dead.bind((LOOPBACK, 0))
        self.ports["dead"] = self._dead.getsockname()[1]
        everywhere = await asyncio.start_server(self._canary, "0.0.0.0", 0)
        self.ports["canary"] = everywhere.sockets[0].getsockname()[1]
        self._servers.append(everywhere)
        with suppress(OSError):
            self._servers.append(await asyncio.start_server(self._canary, "::1", self.ports["canary"]))

    async def _listen(self, name: str) -> None:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task
            self._tasks.add(task)
            try:
                await self._serve(name, reader, writer)
            except asyncio.CancelledError:
                writer.transport.abort()
            except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                pass
            finally:
                self._tasks.discard(task)
                writer.close()
                with suppress(OSError, asyncio.CancelledError):
                    await writer.wait_closed()

        secure = self._secure.get(name)
        shake = 5.0 if secure else None
        seen = self.seen[name]
        server = await self._loop.create_server(
            lambda: _Counted(seen, serve, self._loop), LOOPBACK, 0, ssl=secure, ssl_handshake_timeout=shake
        )
        self.ports[name] = server.sockets[0].getsockname()[1]
        self._servers.append(server)

    async def _canary(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.canary_hits.append(str(writer.get_extra_info("sockname")))
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async def _serve(self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen, table = self.seen[name], self.tables[name]
        if raw := table.get("*raw"):
            seen.requests.append(("GET", "*raw", {}, time.monotonic()))
            await raw(Exchange(self, name, "", "", {}, reader, writer, 1))
            return
        first = await reader.readexactly(1)
        if first == b"\x16":  # A TLS greeting, where plain HTTP is spoken.
            writer.write(head(400, [("Content-Length", "0"), ("Connection", "close")]))
            return
        lines = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = {
            key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:])
        }
        seen.requests.append((method, target, headers, time.monotonic()))
        self._turns[name, target] += 1
        exchange = Exchange(self, name, method, target, headers, reader, writer, self._turns[name, target])
        seen.now += 1
        seen.most = max(seen.most, seen.now)
        try:
            await (table.get(target) or self.elsewhere.get(name) or NOT_FOUND)(exchange)
        finally:
            seen.now -= 1

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        waiting = list(self._tasks)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.sleep(0.1)


def _contexts(folder: Path) -> dict[str, ssl.SSLContext]:
    """TLS by host; the good authority's certificate is written to ``folder / "ca.pem"``."""
    known, unknown = trustme.CA(), trustme.CA()
    known.cert_pem.write_to_path(folder / "ca.pem")
    middle = known.create_child_ca()
    unsent = middle.issue_cert(LOOPBACK, "localhost")
    certificates = {
        "tls": known.issue_cert(LOOPBACK, "localhost"),
        "tls-expired": known.issue_cert(
            LOOPBACK, not_before=LONG_AGO, not_after=datetime.now(UTC) - timedelta(days=3)
        ),
        "tls-early": known.issue_cert(LOOPBACK, not_before=datetime.now(UTC) + timedelta(days=30)),
        "tls-name": known.issue_cert("www.other.example"),
        "tls-self": unknown.issue_cert(LOOPBACK),
        "tls-old": known.issue_cert(LOOPBACK),
    }
    contexts: dict[str, ssl.SSLContext] = {}
    for name, certificate in certificates.items():
        contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(contexts[name])
    contexts["tls-chain"] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf = folder / "leaf.pem"
    leaf.write_bytes(unsent.private_key_pem.bytes() + unsent.cert_chain_pems[0].bytes())
    contexts["tls-chain"].load_cert_chain(leaf)
    old = contexts["tls-old"]
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1
    return contexts


def head(status: int, fields: Iterable[tuple[str, str]]) -> bytes:
    """A response's head; text outside ASCII goes out as UTF-8."""
    lines = [f"HTTP/1.1 {status} Something", *(f"{key}: {value}" for key, value in fields)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answer(
    body: bytes, media_type: str = "application/pdf", status: int = 200, *, wait: float = 0, **fields: str
) -> Behaviour:
    """A whole response with its length; ``fields`` are headers, written with underscores."""

    async def behave(exchange: Exchange) -> None:
        await asyncio.sleep(wait)
        named = b"{" in body[:4000]
        sent = exchange.server.fill(body.decode("latin-1")).encode("latin-1") if named else body
        more = {key.replace("_", "-"): exchange.server.fill(value) for key, value in fields.items()}
        length = {} if status in (204, 304) else {"Content-Length": str(len(sent))}
        every = {"Content-Type": media_type, **length, "Connection": "close", **more}
        await exchange.send(head(status, every.items()) + (b"" if status in (204, 304) else sent))

    return behave


def redirect(status: int, location: str, **fields: str) -> Behaviour:
    """A redirect with a short page of its own."""
    return answer(b"<p>Moved", "text/html", status, wait=0, Location=location, **fields)


def raw(*parts: bytes | float, then: str = "close") -> Behaviour:
    """Bytes as they are, numbers being pauses; at the end ``close``, ``stall`` or ``reset``."""

    async def behave(exchange: Exchange) -> None:
        for part in parts:
            if isinstance(part, bytes):
                await exchange.send(exchange.server.fill(part.decode("latin-1")).encode("latin-1"))
            else:
                await asyncio.sleep(part)
        if then == "stall":
            await exchange.gone()
        if then == "reset":
            await asyncio.sleep(0.1)
            option = struct.pack("ii", 1, 0)
            exchange.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)
            exchange.writer.transport.abort()

    return behave


def endless(start: bytes, piece: bytes, pause: float = 0) -> Behaviour:
    """The same piece again and again until the client has had enough."""

    async def behave(exchange: Exchange) -> None:
        await exchange.send(start)
        while True:
            await exchange.send(piece)
            if pause:
                with suppress(TimeoutError):
                    return await asyncio.wait_for(exchange.gone(), pause)

    return behave


def turns(*behaviours: Behaviour) -> Behaviour:
    """The first request gets the first behaviour, and so on; the last one stays."""

    async def behave(exchange: Exchange) -> None:
        await behaviours[min(exchange.turn, len(behaviours)) - 1](exchange)

    return behave


def by_cookie(without: Behaviour, having: Behaviour) -> Behaviour:
    """One behaviour for clients that send a cookie, another for those without."""

    async def behave(exchange: Exchange) -> None:
        await (having if "cookie" in exchange.headers else without)(exchange)

    return behave


def made(page: Callable[[Exchange], bytes], status: int = 200) -> Behaviour:
    """A page made anew for each request."""

    async def behave(exchange: Exchange) -> None:
        await answer(page(exchange), "text/html; charset=utf-8", status)(exchange)

    return behave


NOT_FOUND = answer(b"<title>404</title><h1>Not Found</h1>", "text/html", 404)
