"""Visits over real sockets: what servers do to a connection, and how the run behaves."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from prongsai.evidence.polite import retry_after
from prongsai.evidence.robots import read_robots
from prongsai.evidence.room import Room
from prongsai.evidence.visit import Settings, Wanted, visit
from prongsai.model.receipt import Receipt

Serve = Callable[[str, dict[str, str], asyncio.StreamWriter], Awaitable[None]]
HTML = "<html><head><title>แผน</title></head><body><h1>แผนพัฒนา {}</h1><p>{}</p></body></html>"
PAGE = HTML.format("๒๕๖๖", "เทศบาลตำบลประกาศใช้แผนพัฒนาท้องถิ่นห้าปี ตามมติที่ประชุมสภา " * 5).encode()
FAST = Settings(quick=1.0, slow=1.5, stall=0.6, gap=0.0)
NOW = datetime(2026, 3, 5, 12, 0, 0, tzinfo=UTC)


def reply(body: bytes = PAGE, status: str = "200 OK", *headers: str) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if not any(line.lower().startswith("content-type") for line in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body


class Site:
    """A server whose paths answer with raw bytes, or do as they like."""

    def __init__(self, paths: dict[str, bytes | Serve]) -> None:
        self.paths, self.port = paths, 0
        self.hits: Counter[str] = Counter()
        self.sent: list[dict[str, str]] = []
        self.now = self.most = 0

    def url(self, path: str) -> str:
        """The address of ``path``."""
        return f"http://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection, request after request."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *lines = head.decode("latin-1").rstrip().split("\r\n")
                path = first.split(" ")[1]
                self.hits[path] += 1
                self.sent.append({k.lower(): v for k, _, v in (line.partition(": ") for line in lines)})
                self.now += 1
                self.most = max(self.most, self.now)
                try:
                    await self._answer(path, writer)
                finally:
                    self.now -= 1
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        behaviour = self.paths.get(path, reply(b"<h1>not here</h1>", "404 Not Found"))
        if isinstance(behaviour, bytes):
            writer.write(behaviour.replace(b"{port}", str(self.port).encode()))
        else:
            await behaviour(path, self.sent[-1], writer)
        await writer.drain()


@asynccontextmanager
async def served(site: Site) -> AsyncIterator[None]:
    """The site, on a port of its own."""
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        server.close()


class Served:
    """The site in a thread with a loop of its own, for tests that hold up the loop of the visits."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)

    def __enter__(self) -> None:
        self._thread.start()
        self._served = served(self._site)
        asyncio.run_coroutine_threadsafe(self._served.__aenter__(), self._loop).result(10)

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._served.__aexit__(None, None, None), self._loop).result(10)
        asyncio.run_coroutine_threadsafe(_end_tasks(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


async def _end_tasks() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def looked(site: Site, paths: Sequence[str], settings: Settings = FAST, **more: str) -> list[Receipt]:
    """The receipts of ``paths``."""

    async def run() -> list[Receipt]:
        async with served(site):
            allowed = replace(settings, allow=(f"127.0.0.1:{site.port}",))
            wanted = [Wanted(path if "://" in path else site.url(path), **more) for path in paths]
            return await visit(wanted, allowed, lambda _: None)

    return asyncio.run(run())


async def _drip(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    for _ in range(200):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _silent(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def _closes(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.close()


async def _endless(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n")
    while not writer.is_closing():
        writer.write(bytes(65536))
        await writer.drain()


async def _header_bomb(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while not writer.is_closing():
        writer.write(b"X-Filler: " + b"y" * 4000 + b"\r\n")
        await writer.drain()


async def _needs_cookie(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    there = headers.get("cookie") == "seen=1"
    writer.write(
        reply() if there else reply(b"", "302 Found", f"Location: {path}", "Set-Cookie: seen=1; Path=/")
    )


def _then_closes(data: bytes) -> Serve:
    async def behave(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        writer.close()

    return behave


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
WIRE: dict[str, tuple[bytes | Serve, str]] = {
    "/good": (reply(), "ok"),
    "/moved": (reply(b"", "301 Moved", "Location: /good"), "moved"),
    "/found": (reply(b"", "302 Found", "Location: good"), "ok"),
    "/self": (reply(b"", "302 Found", "Location: /self"), "redirect_loop"),
    "/cookie": (_needs_cookie, "ok"),
    "/nowhere": (reply(b"", "302 Found"), "protocol_error"),
    "/script": (reply(b"", "302 Found", "Location: javascript:1"), "protocol_error"),
    "/inside": (reply(b"", "302 Found", "Location: http://169.254.169.254/x"), "ssrf_blocked"),
    "/mapped": (reply(b"", "302 Found", "Location: http://[::ffff:127.0.0.1]:{port}/good"), "ssrf_blocked"),
    "/short": (_then_closes(reply()[:-40]), "truncated"),
    "/chunk-cut": (_then_closes(CHUNKED + b"5\r\n<html\r\n"), "truncated"),
    "/chunk-bad": (_then_closes(CHUNKED + b"zz\r\n<html\r\n0\r\n\r\n"), "protocol_error"),
    "/status": (_then_closes(b"HTTP/9 abc\r\n\r\n"), "protocol_error"),
    "/ssh": (_then_closes(b"SSH-2.0-OpenSSH_9.2\r\n"), "protocol_error"),
    "/headers": (_header_bomb, "protocol_error"),
    "/closes": (_closes, "connect_error"),
    "/drip": (_drip, "timeout"),
    "/silent": (_silent, "timeout"),
    "/endless": (_endless, "too_large"),
    "/huge": (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "too_large"),
    "/not-gzip": (reply(PAGE, "200 OK", "Content-Encoding: gzip"), "protocol_error"),
    "/error": (reply(b"down", "500 Oh"), "server_error"),
}


@pytest.fixture(scope="module")
def wired() -> dict[str, Receipt]:
    """All paths visited in one run."""
    site = Site({path: behaviour for path, (behaviour, _) in WIRE.items()})
    receipts = looked(site, [*WIRE])
    return dict(zip(WIRE, receipts, strict=True))


@pytest.mark.parametrize("path", WIRE)
def test_wire(wired: dict[str, Receipt], path: str) -> None:
    """Each gets its verdict, with a reason."""
    assert wired[path].verdict == WIRE[path][1], wired[path]
    assert wired[path].reason


def test_no_connection() -> None:
    """Nobody listens; no such name; no address at all; each has a receipt in its place."""

    async def run() -> list[Receipt]:
        site = Site({})
        async with served(site):
            pass
        wanted = [
            Wanted(site.url("/")),
            Wanted("http://town.invalid/"),
            Wanted("nonsense"),
            Wanted("http://10.0.0.1/"),
        ]
        return await visit(wanted, replace(FAST, allow=("127.0.0.0/8",)), lambda _: None)

    verdicts = [receipt.verdict for receipt in asyncio.run(run())]
    assert verdicts == ["connect_error", "dns_error", "invalid_url", "ssrf_blocked"]


def test_the_address_goes_out_as_written() -> None:
    """TIS-620 escapes, odd cases and dots arrive byte for byte."""
    paths = ["/%a1%C1/%2f/../x.html?q=%A1+b", "/%zz|[a]", "/empty?"]
    site = Site({path: reply() for path in paths})
    looked(site, paths)
    assert all(site.hits[path] == 1 for path in paths)


def test_twice_wanted_is_visited_once() -> None:
    """And both get their receipt."""
    site = Site({"/a": reply()})
    receipts = looked(site, ["/a", "/a", "/a#part"])
    assert [receipt.verdict for receipt in receipts] == ["ok"] * 3
    assert receipts[2].url.endswith("#part")
    assert site.hits["/a"] == 1


def test_throttled_once_then_told() -> None:
    """A short wait is kept, a long one is not waited for, a second refusal is the verdict."""
    calls: Counter[str] = Counter()

    async def relents(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        calls[path] += 1
        writer.write(reply() if calls[path] > 1 else reply(b"", "429 Slow", "Retry-After: 1"))

    paths: dict[str, bytes | Serve] = {
        "/relents": relents,
        "/never": reply(b"", "429 Slow", "Retry-After: 1"),
        "/hour": reply(b"", "429 Slow", "Retry-After: 3600"),
    }
    site = Site(paths)
    start = time.monotonic()
    receipts = looked(site, [*paths])
    assert [receipt.verdict for receipt in receipts] == ["ok", "rate_limited", "rate_limited"]
    assert 1.0 <= time.monotonic() - start < 6
    assert (site.hits["/never"], site.hits["/hour"]) == (2, 1)


def test_a_host_that_turns_away_is_left_alone() -> None:
    """After a Retry-After of an hour nothing more is asked of the host, and each receipt says why."""
    paths = [f"/f{number}" for number in range(12)]
    site = Site(dict.fromkeys(paths, reply(b"", "429 Slow", "Retry-After: 3600")))
    receipts = looked(site, paths)
    assert {receipt.verdict for receipt in receipts} == {"rate_limited"}
    assert sum(site.hits[path] for path in paths) <= FAST.at_once
    assert "not tried" in receipts[-1].reason.en
    assert receipts[-1].status is None


def test_robots_decide() -> None:
    """What robots.txt closes is not asked for."""
    robots = b"User-agent: *\nDisallow: /closed\nAllow: /closed/open\n"
    site = Site({"/robots.txt": reply(robots, "200 OK", "Content-Type: text/plain"), "/closed/open": reply()})
    receipts = looked(site, ["/closed/a", "/closed/open"])
    assert [receipt.verdict for receipt in receipts] == ["blocked", "ok"]
    assert not site.hits["/closed/a"]


def test_unchanged_by_its_tag() -> None:
    """A receipt's tag is asked with, and 304 is as good as the file."""

    async def tagged(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        known = headers.get("if-none-match") == '"7"'
        writer.write(
            b'HTTP/1.1 304 Same\r\nETag: "7"\r\n\r\n' if known else reply(PAGE, "200 OK", 'ETag: "7"')
        )

    (receipt,) = looked(Site({"/f": tagged}), ["/f"], etag='"7"', sha256="ab" * 32)
    assert (receipt.verdict, receipt.status, receipt.sha256) == ("ok", 304, "ab" * 32)


def test_a_stalled_host_is_given_up() -> None:
    """Forty silent addresses take as long as a few."""
    paths: dict[str, bytes | Serve] = {f"/s{number}": _silent for number in range(40)}
    start = time.monotonic()
    receipts = looked(Site(paths), [*paths])
    assert {receipt.verdict for receipt in receipts} == {"timeout"}
    assert time.monotonic() - start < 8


def test_a_host_that_never_says_a_word_costs_two_waits() -> None:
    """One for its robots.txt, one of more patience for a round of its addresses; the others are not tried."""
    paths: dict[str, bytes | Serve] = {f"/s{number}": _silent for number in range(40)}
    site = Site({**paths, "/robots.txt": _silent})
    start = time.monotonic()
    receipts = looked(site, [*paths], replace(FAST, stall=0.5, patience=1.5, slow=30.0))
    assert {receipt.verdict for receipt in receipts} == {"timeout"}
    assert time.monotonic() - start < 4.5
    assert site.hits["/robots.txt"] == 1
    assert sum(site.hits.values()) == 5


def test_a_host_that_speaks_is_waited_for() -> None:
    """An address that takes longer than the quick try allows, and than a silent host is granted."""

    async def slow(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1.5)
        writer.write(reply())

    (receipt,) = looked(Site({"/slow": slow}), ["/slow"], replace(FAST, stall=0.5, patience=0.5, slow=10.0))
    assert receipt.verdict == "ok"


def test_a_process_that_gets_no_processor_does_not_blame_the_host() -> None:
    """The host answers in time; the loop hears of it only after the time is over."""

    async def soon(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(reply())

    site = Site({f"/{number}": soon for number in range(6)})

    async def starved(settings: Settings) -> list[Receipt]:
        running = asyncio.create_task(visit([Wanted(site.url(f"/{n}")) for n in range(6)], settings, print))
        for _ in range(3):
            await asyncio.sleep(0.1)
            time.sleep(1.0)
        return await running

    with Served(site):
        settings = replace(
            FAST, allow=(f"127.0.0.1:{site.port}",), stall=0.6, quick=0.6, patience=0.6, slow=0.6
        )
        receipts = asyncio.run(starved(settings))
    assert {receipt.verdict for receipt in receipts} == {"ok"}, receipts


def test_cancelled_keeps_what_is_done() -> None:
    """Receipts handed over before the end stand."""
    done: list[Receipt] = []

    async def run() -> None:
        site = Site({"/a": reply(), "/b": _silent})
        async with served(site):
            settings = Settings(allow=(f"127.0.0.1:{site.port}",))
            task = asyncio.create_task(
                visit([Wanted(site.url("/a")), Wanted(site.url("/b"))], settings, done.append)
            )
            await asyncio.sleep(1.5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())
    assert [receipt.verdict for receipt in done] == ["ok"]


def test_the_gap_between_requests() -> None:
    """Requests to one host do not start closer than the gap."""
    site = Site({f"/{number}": reply() for number in range(8)})
    start = time.monotonic()
    looked(site, [f"/{number}" for number in range(8)], replace(FAST, gap=0.1))
    assert time.monotonic() - start >= 0.8


def test_at_most_four_at_once() -> None:
    """A slow host has four requests to answer, never a fifth, its robots.txt and the probe included."""

    async def slow(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.1)
        writer.write(reply())

    site = Site({f"/{number}": slow for number in range(20)})
    assert {receipt.verdict for receipt in looked(site, [*site.paths])} == {"ok"}
    assert site.most == 4


def test_retry_after() -> None:
    """Seconds, dates, and neither."""
    later = format_datetime(NOW + timedelta(seconds=30), usegmt=True)
    assert [retry_after(text, NOW) for text in ("5", later, "soon", None, "-3")] == [5, 30, None, None, None]
    assert retry_after(format_datetime(NOW - timedelta(days=1), usegmt=True), NOW) == 0


def test_robots_rules() -> None:
    """The longest match decides; groups of our own come before everybody's."""
    text = (
        b"User-agent: a\nUser-agent: Prongsai\nDisallow: /*.pdf$\nCrawl-delay: 2\n\n"
        b"User-agent: *\nDisallow: /\n"
    )
    robots = read_robots(text, "Prongsai/1 (+x)")
    assert (robots.permits("/a.pdf"), robots.permits("/a.pdf?x"), robots.delay) == (False, True, 2.0)
    assert not read_robots(text, "other").permits("/x")
    assert read_robots(b"<html>: :::\xff\n\nDisallow: /", "x").permits("/")


def test_room_is_shared() -> None:
    """A body that is larger than what is left waits its turn."""

    async def run() -> list[int]:
        room, order = Room(10), list[int]()

        async def body(size: int) -> None:
            share = await room.take(size)
            order.append(size)
            await asyncio.sleep(0.01)
            room.give_back(share)

        await asyncio.gather(body(8), body(99), body(1), body(2))
        return order

    assert asyncio.run(run()) == [8, 99, 1, 2]
