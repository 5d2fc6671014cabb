"""One look at an address: redirects by hand, every hop guarded, the body read within limits."""

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from http.cookies import CookieError, SimpleCookie
from io import BytesIO
from types import TracebackType
from typing import Final

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL

from prongsai.errors import Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.faults import OLD_TLS, Failure, failure_of, tls_failure
from prongsai.evidence.guard import Guard, read_allowed
from prongsai.evidence.inflate import Inflater, TooLarge
from prongsai.evidence.polite import Lease, Pace, Room
from prongsai.evidence.robots import MOST, Robots, read_robots
from prongsai.evidence.settings import Settings
from prongsai.evidence.wire import InvalidUrl, Target, follow, target

_HOPS: Final = 10
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({301, 308})
_SMALL: Final = 256 << 10
_ERROR_BODY: Final = 512 << 10
_LINE: Final = 32 << 10
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
    """What one request brought."""

    status: int
    headers: dict[str, str]
    body: bytes = b""
    whole: bool = True


@dataclass(slots=True)
class _Way:
    """The way of one look: what is left of its time, where it has been, the cookies it was given."""

    url: str
    left: float
    passed: list[str] = field(default_factory=list)
    permanent: bool = True
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def cookie(self, at: Target) -> str:
        """The ``Cookie`` header for ``at``."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.get(at.host, {}).items())

    def keep(self, at: Target, headers: CIMultiDictProxy[str]) -> None:
        """Keep the cookies of a hop, for this look alone: some sites redirect until they get theirs back."""
        for line in headers.getall("Set-Cookie", [])[:20]:
            jar: SimpleCookie = SimpleCookie()
            try:
                jar.load(line[:4096])
            except CookieError:
                continue
            kept = self.cookies.setdefault(at.host, {})
            kept.update((name, morsel.coded_value) for name, morsel in jar.items())

    def fail(self, failure: Failure, at: str | None) -> Failure:
        """``failure`` with the way that led to it."""
        return failure.at(at, tuple(self.passed))


class Client:
    """Looks at addresses, politely and guarded; used as a context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.room = Room(settings.room)
        self._guard = Guard(read_allowed(settings.allow))
        self._verified = _verifying(settings)
        self._paces: dict[str, Pace] = {}
        self._robots: dict[str, asyncio.Task[Robots]] = {}

    async def __aenter__(self) -> "Client":
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
            trust_env=False,
            headers={"User-Agent": self._settings.user_agent, **_HEADERS},
            max_line_size=_LINE,
            max_field_size=_LINE,
            max_headers=256,
            timeout=aiohttp.ClientTimeout(total=None),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._robots.values():
            task.cancel()
        await asyncio.gather(*self._robots.values(), return_exceptions=True)
        await self._session.close()

    def pace(self, at: Target) -> Pace:
        """The turns of the host of ``at``; its usual ports are one host, with or without ``www.``."""
        key = at.host.rstrip(".").removeprefix("www.")
        if at.port not in (80, 443):
            key = f"{key}:{at.port}"
        found = self._paces.get(key)
        if found is None:
            found = self._paces[key] = Pace(self._settings.at_once, self._settings.gap)
        return found

    async def look(
        self, url: str, effort: Effort, lease: Lease, *, etag: str | None = None
    ) -> Answer | Failure:
        """What stands at ``url`` in the end; never raises for what a server does."""
        way = _Way(url, effort.seconds)
        try:
            at = target(url)
        except InvalidUrl as error:
            return Failure("invalid_url", error.reason)
        for _ in range(_HOPS + 1):
            if (at.url, way.cookie(at)) in way.seen:
                return way.fail(_ROUND, at.url)
            way.seen.add((at.url, way.cookie(at)))
            if not (await self._rules(at, effort)).permits(at.path):
                return way.fail(_CLOSED, at.url)
            hop = await self._hop(at, way, effort, lease, etag)
            if isinstance(hop, Failure):
                return way.fail(hop, at.url)
            if hop.status not in _REDIRECTS:
                return Answer(
                    url,
                    at.url,
                    hop.status,
                    hop.headers,
                    hop.body,
                    hop.whole,
                    tuple(way.passed),
                    way.permanent,
                )
            way.passed.append(at.url)
            way.permanent = way.permanent and hop.status in _PERMANENT
            if not (location := hop.headers.get("location")):
                return way.fail(replace(_NOWHERE, status=hop.status), at.url)
            try:
                at = follow(at, location)
            except InvalidUrl as error:
                reason = Text(
                    f"เปลี่ยนเส้นทางไปที่อยู่ที่ใช้ไม่ได้: {error.reason.th}",
                    f"redirects to an address that cannot be used: {error.reason.en}",
                )
                return way.fail(Failure("protocol_error", reason, hop.status), at.url)
        return way.fail(_TOO_LONG, at.url)

    async def _hop(
        self, at: Target, way: _Way, effort: Effort, lease: Lease, etag: str | None
    ) -> _Hop | Failure:
        headers = {"If-None-Match": etag} if etag else {}
        if cookie := way.cookie(at):
            headers["Cookie"] = cookie
        async with self.pace(at).turn(effort.total):
            began = time.monotonic()
            waited = [0.0]
            try:
                async with asyncio.timeout(way.left) as deadline:
                    return await self._get(at, way, effort, lease, headers, deadline, waited)
            except Exception as error:
                failure = failure_of(error)
            finally:
                way.left = max(0.05, way.left - (time.monotonic() - began) + waited[0])
            await asyncio.sleep(_PARTING)
            if failure.verdict == "tls_error":
                return tls_failure(failure, await self._unverified(at, _unverifying()))
            if effort.last and at.scheme == "https" and failure.verdict == "connect_error":
                status = await self._unverified(at, _outdated())
                return failure if status is None else tls_failure(OLD_TLS, status)
            return failure

    async def _get(
        self,
        at: Target,
        way: _Way,
        effort: Effort,
        lease: Lease,
        headers: Mapping[str, str],
        deadline: asyncio.Timeout,
        waited: list[float],
    ) -> _Hop:
        await self._guard.check(at.host, at.port)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=effort.stall, sock_read=effort.stall)
        async with self._session.get(
            URL(at.url, encoded=True), headers=headers, allow_redirects=False, timeout=timeout
        ) as response:
            hop = _Hop(response.status, _plain(response.headers))
            way.keep(at, response.headers)
            if hop.status in _REDIRECTS or hop.status == 304:
                return hop

            async def room(size: int) -> None:
                before = time.monotonic()
                await lease.take(size)
                waited[0] += time.monotonic() - before
                if (when := deadline.when()) is not None:
                    deadline.reschedule(when + time.monotonic() - before)

            reader = _Body(self._settings, hop, room)
            hop.body = await reader.read(response)
            return hop

    async def _unverified(self, at: Target, context: ssl.SSLContext) -> int | None:
        """The status behind a certificate that failed: one more look, for the record only."""
        timeout = aiohttp.ClientTimeout(total=5)
        try:
            async with self._session.get(
                URL(at.url, encoded=True), allow_redirects=False, ssl=context, timeout=timeout
            ) as response:
                return response.status
        except (aiohttp.ClientError, OSError, ValueError):
            return None

    async def _rules(self, at: Target, effort: Effort) -> Robots:
        task = self._robots.get(at.origin)
        if task is None:
            task = self._robots[at.origin] = asyncio.create_task(self._read_rules(at, effort))
        return await asyncio.shield(task)

    async def _read_rules(self, at: Target, effort: Effort) -> Robots:
        """What robots.txt says; a host whose robots.txt cannot be read permits everything."""
        asked = Target(at.scheme, at.host, at.port, "/robots.txt")
        way = _Way(asked.url, self._settings.stall)
        impatient = Effort(self._settings.stall, self._settings.stall, effort.total)
        with self.room.lease() as lease:
            for _ in range(5):
                hop = await self._hop(asked, way, impatient, lease, None)
                if isinstance(hop, Failure):
                    return Robots()
                if hop.status in _REDIRECTS:
                    try:
                        asked = follow(asked, hop.headers.get("location", ""))
                    except InvalidUrl:
                        return Robots()
                    continue
                if hop.status != 200 or "html" in hop.headers.get("content-type", "").lower():
                    return Robots()
                robots = read_robots(hop.body[:MOST], self._settings.user_agent)
                if robots.delay:
                    self.pace(at).slow_down(robots.delay)
                return robots
        return Robots()


class _Body:
    """Reads a body within limits: small ones as they come, larger ones when there is room for them."""

    def __init__(self, settings: Settings, hop: _Hop, room: Callable[[int], Awaitable[None]]) -> None:
        self._sent, self._most = settings.most_sent, settings.most_inflated
        self._hop, self._room = hop, room
        self._wanted = hop.status < 400

    async def read(self, response: aiohttp.ClientResponse) -> bytes:
        """The content; of an error page as much as is needed to tell which."""
        announced = response.content_length
        encoded = "content-encoding" in self._hop.headers
        if self._wanted and announced is not None and announced > self._sent:
            raise TooLarge(str(announced))
        inflater = Inflater(self._hop.headers.get("content-encoding", ""), self._most)
        content, sent, roomy = BytesIO(), 0, False
        try:
            async for chunk in response.content.iter_any():
                sent += len(chunk)
                if sent > self._sent:
                    raise TooLarge(str(self._sent))
                for piece in inflater.feed(chunk):
                    if not roomy and content.tell() + len(piece) > _SMALL:
                        await self._room(self._most if encoded or announced is None else announced)
                        roomy = True
                    content.write(piece)
                if not self._wanted and content.tell() > _ERROR_BODY:
                    return content.getvalue()
        except aiohttp.ClientPayloadError as error:
            if _malformed(error):
                raise
            self._hop.whole = False
        except (aiohttp.ServerDisconnectedError, ConnectionError):
            self._hop.whole = False
        self._hop.whole = self._hop.whole and inflater.whole
        return content.getvalue()


def _malformed(error: aiohttp.ClientPayloadError) -> bool:
    """Whether the transfer encoding itself was wrong, rather than cut short."""
    cause = error.__cause__
    return isinstance(cause, aiohttp.http_exceptions.TransferEncodingError) and "Not enough" not in str(cause)


def _plain(headers: CIMultiDictProxy[str]) -> dict[str, str]:
    plain: dict[str, str] = {}
    for name, value in headers.items():
        key = name.lower()
        plain[key] = f"{plain[key]}, {value}" if key in plain and key != "location" else value
    return plain


def _verifying(settings: Settings) -> ssl.SSLContext:
    context = ssl.create_default_context()
    for file in settings.ca_files:
        context.load_verify_locations(file)
    return context


def _unverifying() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    return context


def _outdated() -> ssl.SSLContext:
    context = _unverifying()
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context
