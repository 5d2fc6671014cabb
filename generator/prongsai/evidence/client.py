"""One look at an address: redirects by hand, every hop guarded, the body read within limits."""

import asyncio
import ssl
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from types import SimpleNamespace, TracebackType
from typing import Final, TypeVar

import aiohttp

from prongsai.errors import Text
from prongsai.evidence.answer import Answer, Exchange
from prongsai.evidence.body import Content, Limits, drain, read
from prongsai.evidence.connection import Response, outdated, take_little, unverifying, verifying
from prongsai.evidence.exchange import exchange_of, plain_headers
from prongsai.evidence.faults import OLD_TLS, Failure, failure_of, tls_failure
from prongsai.evidence.guard import Guard, read_allowed
from prongsai.evidence.onward import refreshed
from prongsai.evidence.polite import Pace
from prongsai.evidence.pulse import Pulse
from prongsai.evidence.robots import MOST, Robots, read_robots
from prongsai.evidence.room import Lease, Room
from prongsai.evidence.settings import Settings
from prongsai.evidence.way import Elsewhere, Way, site_of
from prongsai.evidence.wire import InvalidUrl, Target, follow, target

_T = TypeVar("_T")
_HOPS: Final = 10
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({301, 308})
_LINE: Final = 16 << 10
_BUFFER: Final = 32 << 10
_ASIDE: Final = 2
_TRIES: Final = 2
"""So often the same request is made where this process itself was late, for want of a processor."""

_LATE: Final = 0.5
_PARTING: Final = 0.05
"""Seconds until a server has noticed that a connection was broken off."""
_HEADERS: Final = {
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Language": "th,en;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
}

_ROUND: Final = Failure(
    "redirect_loop", Text("เปลี่ยนเส้นทางวนกลับที่เดิม", "redirects lead back to where they have been")
)
_TOO_LONG: Final = Failure(
    "redirect_loop", Text(f"เปลี่ยนเส้นทางเกิน {_HOPS} ครั้ง", f"more than {_HOPS} redirects, one after another")
)
_CLOSED: Final = Failure(
    "blocked",
    Text("robots.txt ของเว็บไซต์ไม่ให้โปรแกรมเปิด", "the site's robots.txt does not let programs open this"),
)
_NOWHERE: Final = Failure(
    "protocol_error", Text("เปลี่ยนเส้นทางโดยไม่บอกปลายทาง", "redirects without saying where to")
)


@dataclass(frozen=True, slots=True)
class Effort:
    """How patient a look is: seconds in all, seconds without a byte, and the total limit it counts under.

    The ``last`` try also looks whether a server that hangs up speaks nothing but old TLS.
    """

    seconds: float
    stall: float
    total: asyncio.Semaphore
    last: bool = False


@dataclass(slots=True)
class _Hop:
    """What one request brought. ``same``: the very document whose tag was sent along."""

    status: int
    headers: dict[str, str]
    content: Content | None = None
    whole: bool = True
    same: bool = False
    cut: bool = False
    exchange: Exchange | None = None


class Client:
    """Looks at addresses, politely and guarded; used as a context manager.

    It asks nobody but ``hosts``, where they are given: others look at the rest of the world.
    """

    def __init__(self, settings: Settings, hosts: Collection[str] | None = None) -> None:
        self._settings, self._hosts = settings, hosts
        self.room = Room(settings.room, settings.spare)
        self._guard = Guard(read_allowed(settings.allow))
        self._verified = verifying(settings.ca_files)
        self._aside = asyncio.Semaphore(_ASIDE)
        self._pulse = Pulse()
        self._paces: dict[str, Pace] = {}
        self._robots: dict[str, asyncio.Task[Robots]] = {}

    async def __aenter__(self) -> "Client":
        take_little()
        self._beating = asyncio.create_task(self._pulse.beat())
        connector = aiohttp.TCPConnector(
            resolver=self._guard,
            socket_factory=self._guard.socket,
            use_dns_cache=False,
            limit=0,
            ssl=self._verified,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            response_class=Response,
            trace_configs=[_telling_paces()],
            read_bufsize=_BUFFER,
            trust_env=False,
            headers={"User-Agent": self._settings.user_agent, **_HEADERS},
            max_line_size=_LINE,
            max_field_size=_LINE,
            max_headers=128,
            timeout=aiohttp.ClientTimeout(total=None),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tasks = [self._beating, *self._robots.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    def is_ours(self, at: Target) -> bool:
        """Whether the host of ``at`` is one of those that may be asked here."""
        return self._hosts is None or site_of(at) in self._hosts

    def rests(self) -> dict[str, float]:
        """The hosts that are still to be left alone, and for how many seconds from now."""
        return {site: pace.rest for site, pace in self._paces.items() if pace.rest}

    async def is_silent(self, at: Target, effort: Effort) -> bool:
        """Whether the host of ``at`` says nothing at all; its rules are read on the occasion."""
        await self._rules(at, effort)
        return self.pace(at).speaks is False

    def pace(self, at: Target) -> Pace:
        """The turns of the host of ``at``."""
        key = site_of(at)
        found = self._paces.get(key)
        if found is None:
            found = self._paces[key] = Pace(self._settings.at_once, self._settings.gap)
        return found

    async def aside(self, work: Callable[[], _T]) -> _T:
        """Do what takes long beside the visits: a few at a time, since each takes memory."""
        async with self._aside:
            return await asyncio.to_thread(work)

    async def look(
        self,
        url: str,
        effort: Effort,
        lease: Lease,
        *,
        etag: str | None = None,
        enough: int | None = None,
        came: Elsewhere | None = None,
        take: Callable[[], Content] | None = None,
    ) -> Answer | Failure | Elsewhere:
        """What stands at ``url`` in the end, or where it leads; never raises for what a server does.

        ``etag`` is the strong tag of the document that is known; after ``enough`` bytes the rest is let be.
        With ``came`` the look goes on from there. ``take`` gives what takes in a body in place of memory.
        """
        try:
            first = target(url)
        except InvalidUrl as error:
            return Failure("invalid_url", error.reason)
        way, at = (came.way.copy(), came.at) if came else (Way(url, 0), first)
        way.left = effort.seconds
        request = _Request(effort, lease, etag, site_of(first), enough, take)
        while len(way.passed) <= _HOPS:
            if not self.is_ours(at):
                return Elsewhere(way, at)
            if way.is_round(at):
                return way.fail(_ROUND, at.url)
            if not (await self._rules(at, effort)).permits(at.path):
                return way.fail(_CLOSED, at.url)
            hop = await self._hop(at, way, request)
            if isinstance(hop, _Hop) and hop.status == 304 and request.tag_for(at) and not hop.same:
                request = replace(request, etag=None)
                hop = await self._hop(at, way, request)
            if isinstance(hop, Failure):
                return way.fail(hop, at.url)
            if hop.exchange:
                way.exchanges.append(hop.exchange)
            onward = await self._onward(at, hop, way)
            if not isinstance(onward, Target):
                return onward
            at = onward
        return way.fail(_TOO_LONG, at.url)

    async def _onward(self, at: Target, hop: _Hop, way: Way) -> Target | Answer | Failure:
        """Where a hop leads, or what it ends with."""
        location = hop.headers.get("location")
        if hop.status in _REDIRECTS or (hop.status == 300 and location):
            way.pass_on(at, permanent=hop.status in _PERMANENT)
            if not location:
                return way.fail(replace(_NOWHERE, status=hop.status), at.url)
        else:
            body = await hop.content.whole() if hop.content else b""
            answer = Answer(way.url, at.url, hop.status, hop.headers, body, hop.whole, tuple(way.passed),
                            way.permanent, hop.same, tuple(way.exchanges))  # fmt: skip
            location = refreshed(answer)
            if not location:
                return answer
            way.pass_on(at, permanent=False)
        try:
            return follow(at, location)
        except InvalidUrl as error:
            reason = Text(
                f"เปลี่ยนเส้นทางไปที่อยู่ที่ใช้ไม่ได้: {error.reason.th}",
                f"redirects to an address that cannot be used: {error.reason.en}",
            )
            return way.fail(Failure("protocol_error", reason, hop.status), at.url)

    async def _hop(self, at: Target, way: Way, request: "_Request") -> _Hop | Failure:
        async with self.pace(at).turn(request.effort.total):
            for _ in range(_TRIES):
                began, left = time.monotonic(), way.left
                try:
                    async with asyncio.timeout(way.left):
                        hop = await self._get(at, way, request)
                    if hop.cut:
                        await asyncio.sleep(_PARTING)
                    return hop
                except Exception as error:
                    failure = failure_of(error)
                finally:
                    way.left = max(0.05, way.left - (time.monotonic() - began))
                await asyncio.sleep(_PARTING)
                late = self._pulse.was_late(began, max(_LATE, request.effort.stall / 3))
                if failure.verdict != "timeout" or not late:
                    break
                way.left = left
            self._unheard(at, failure)
            if failure.verdict == "tls_error":
                return tls_failure(failure, await self._unverified(at, unverifying()))
            if request.effort.last and at.scheme == "https" and failure.verdict == "connect_error":
                status = await self._unverified(at, outdated())
                return failure if status is None else tls_failure(OLD_TLS, status)
            return failure

    async def _get(self, at: Target, way: Way, request: "_Request") -> _Hop:
        await self._guard.check(at.host, at.port)
        stall = request.effort.stall
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=stall, sock_read=stall)
        tag = request.tag_for(at)
        headers = {"If-None-Match": tag} if tag else {}
        if cookie := way.cookie(at):
            headers["Cookie"] = cookie
        now = self._settings.now()
        async with self._session.get(
            at.sent,
            headers=headers,
            allow_redirects=False,
            timeout=timeout,
            trace_request_ctx=self.pace(at),
        ) as response:
            hop = _Hop(
                response.status, plain_headers(response.headers), exchange=exchange_of(at.url, now, response)
            )
            self.pace(at).speaks = True
            way.keep(at, response.headers.getall("Set-Cookie", []))
            hop.same = hop.status == 304 and tag is not None and hop.headers.get("etag") == tag
            if 200 <= hop.status < 300:
                hop.content = request.content(page="html" in hop.headers.get("content-type", ""))
                try:
                    hop.whole = await read(response, self._limits(request.enough), hop.content)
                except BaseException:
                    hop.content.drop()
                    raise
            else:
                await drain(response)
        hop.cut = isinstance(response, Response) and response.cut
        return hop

    def _limits(self, enough: int | None) -> Limits:
        return Limits(self._settings.most_sent, self._settings.most_inflated, enough)

    async def _unverified(self, at: Target, context: ssl.SSLContext) -> int | None:
        """The status behind a certificate that failed: one more look, for the record only."""
        timeout = aiohttp.ClientTimeout(total=5)
        try:
            async with self._session.get(
                at.sent, allow_redirects=False, ssl=context, timeout=timeout
            ) as response:
                return response.status
        except (aiohttp.ClientError, OSError, ValueError):
            return None

    def _unheard(self, at: Target, failure: Failure) -> None:
        pace = self.pace(at)
        if failure.verdict == "timeout" and pace.speaks is None:
            pace.speaks = False

    async def _rules(self, at: Target, effort: Effort) -> Robots:
        task = self._robots.get(at.origin)
        if task is None:
            task = self._robots[at.origin] = asyncio.create_task(self._read_rules(at, effort))
        return await asyncio.shield(task)

    async def _read_rules(self, at: Target, effort: Effort) -> Robots:
        """What robots.txt says; a host whose robots.txt cannot be read permits everything."""
        asked = Target(at.scheme, at.host, at.port, "/robots.txt")
        way = Way(asked.url, self._settings.stall)
        impatient = Effort(self._settings.stall, self._settings.stall, effort.total)
        with self.room.lease() as lease:
            request = _Request(impatient, lease, None, "", MOST)
            for _ in range(5):
                hop = await self._hop(asked, way, request)
                if isinstance(hop, Failure):
                    return Robots()
                if hop.status in _REDIRECTS:
                    try:
                        asked = follow(asked, hop.headers.get("location", ""))
                    except InvalidUrl:
                        return Robots()
                    if self.is_ours(asked):
                        continue
                    return Robots()
                if not hop.content or "html" in hop.headers.get("content-type", "").lower():
                    return Robots()
                robots = read_robots((await hop.content.whole())[:MOST], self._settings.user_agent)
                if robots.delay:
                    self.pace(at).slow_down(robots.delay)
                return robots
        return Robots()


@dataclass(frozen=True, slots=True)
class _Request:
    """What a look asks with, the same at each of its hops."""

    effort: Effort
    lease: Lease
    etag: str | None
    site: str
    enough: int | None
    take: Callable[[], Content] | None = None

    def content(self, *, page: bool) -> Content:
        """What takes in the body of an answer."""
        if self.take:
            return self.take()
        return Content(None if self.enough else self.lease, page=page)

    def tag_for(self, at: Target) -> str | None:
        """The tag, which is the business of the site alone that gave it."""
        return self.etag if site_of(at) == self.site else None


def _telling_paces() -> aiohttp.TraceConfig:
    """Tells the pace of a request's host when it is really sent."""

    async def sent(session: aiohttp.ClientSession, context: SimpleNamespace, params: object) -> None:
        if isinstance(context.trace_request_ctx, Pace):
            context.trace_request_ctx.sent()

    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(sent)
    return config
