"""A published site judged by its own data, from outside: what it links, holds and says of itself."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlsplit

from prongsai.errors import NetworkError, ProjectError, Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.client import Client, Effort
from prongsai.evidence.faults import Failure
from prongsai.evidence.links import LAWFUL, Given, Wanted, gathered
from prongsai.evidence.published import (
    INDEX,
    MOST_BYTES,
    AgencyFile,
    F,
    Index,
    ItemRecord,
    Misread,
    OitFile,
    Told,
    YearFiles,
    inside,
    is_relative,
    read_published,
    told,
)
from prongsai.evidence.settings import Settings
from prongsai.evidence.wire import InvalidUrl, target
from prongsai.model.receipt import Receipt
from prongsai.source.problems import printable, quoted

TopicOf = Callable[[str, str], str | None]
"""The topic of an item by framework and code; None where the framework is not known."""

ASTRAY: Final = Text(
    "ที่อยู่ที่เว็บไซต์เผยแพร่ชี้ออกนอกเว็บไซต์เอง จึงไม่เปิด",
    "the address that the site publishes leads out of the site itself; it was not visited",
)
_MOST_LINKS: Final = 20_000
_MOST_PARENTS: Final = 8
_NOT_FOUND: Final = frozenset({404, 410})


@dataclass(frozen=True)
class Outside:
    """A published site, as it says itself.

    ``base`` ends with a slash; ``wanted`` holds the evidence, each once, and the items' ``pages``; ``astray``
    are published addresses that lead out of the site. ``told`` is what the site shows of its own looks,
    ``titles`` names items (``2565/o24``).
    """

    base: str
    agency: str
    years: tuple[int, ...]
    own_hosts: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    pages: frozenset[str] = frozenset()
    astray: frozenset[str] = frozenset()
    told: Mapping[str, Told] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


async def read_site(
    address: str, settings: Settings, topic_of: TopicOf, years: Sequence[int] = (), *,
    kept: Mapping[str, Receipt] | None = None,
) -> Outside:  # fmt: skip
    """Read the site at ``address`` (its root, or any page below), with the given ``years`` or all.

    ``kept`` are the reader's own former receipts.

    Raises:
        NetworkError: it does not answer, is no such site, or its files cannot be read.
        ProjectError: the address is none, or there is no such year.
    """
    limited = replace(settings, most_sent=MOST_BYTES, most_inflated=MOST_BYTES)
    async with Client(limited) as client:
        reader = _Reader(client, limited)
        base, index = await reader.index(address)
        chosen = _chosen(index, years)
        agency = await reader.agency(base, index)
        files = [await reader.year(base, year) for year in chosen]
    return _outside(base, agency, files, topic_of, kept or {})


class _Reader:
    """Fetches a site's files for machines, guarded and within limits."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client = client
        self._effort = Effort(settings.slow, settings.slow, asyncio.Semaphore(settings.at_once), last=True)

    async def index(self, address: str) -> tuple[str, Index]:
        """The site's base and its index; an address without a scheme is tried with either."""
        if "://" in address:
            return await self._index(address)
        try:
            return await self._index(f"https://{address.strip()}")
        except NetworkError:
            return await self._index(f"http://{address.strip()}")

    async def _index(self, address: str) -> tuple[str, Index]:
        """The same, looked for at ``address`` and in the folders above it."""
        first: NetworkError | None = None
        for root in _roots(address):
            try:
                answer = await self._answer(root + INDEX)
                index = _read(Index, answer)
            except _NotHere as fault:
                first = first or fault
                continue
            final = answer.final_url
            return (final.removesuffix(INDEX) if final.endswith("/" + INDEX) else root), index
        raise _no_site(address, first)

    async def agency(self, base: str, index: Index) -> AgencyFile:
        """Who publishes; without it nobody can say which hosts are the agency's own."""
        return _read(AgencyFile, await self._part(base, index.files.get("agency"), "agency"))

    async def year(self, base: str, year: YearFiles) -> OitFile:
        """The items of one year."""
        found = _read(OitFile, await self._part(base, year.files.get("oit"), str(year.fiscal_year)))
        if found.fiscal_year != year.fiscal_year:
            raise _misread(f"{year.fiscal_year}: oit.json", f"fiscal_year: {found.fiscal_year}")
        return found

    async def _part(self, base: str, address: str | None, what: str) -> Answer:
        """A file that the index names; it has to come from the site itself."""
        url = inside(base, address) if address else None
        if url is None:
            raise _misread(base + INDEX, f"{what}: {address}")
        answer = await self._answer(url)
        if not same_host(answer.final_url, base):
            raise _misread(url, f"→ {answer.final_url}")
        return answer

    async def _answer(self, url: str) -> Answer:
        with self._client.room.lease() as lease:
            outcome = await self._client.look(url, self._effort, lease)
        if isinstance(outcome, Failure):
            raise _unreached(url, outcome)
        assert isinstance(outcome, Answer)  # only a client that keeps to some hosts hands others on
        if outcome.status in _NOT_FOUND:
            raise _NotHere(f"ไม่พบ {printable(url)} (เครื่องแม่ข่ายตอบ {outcome.status})",
                           f"there is no {printable(url)} (the server answers {outcome.status})")  # fmt: skip
        if outcome.status != 200 or not outcome.whole:
            raise NetworkError(
                f"อ่าน {printable(url)} ไม่ได้ เครื่องแม่ข่ายตอบ {outcome.status} — ลองใหม่ภายหลัง",
                f"{printable(url)} cannot be read, the server answers {outcome.status} — try again later",
            )
        return outcome


class _NotHere(NetworkError):
    """No file of such a site stands at this place; another place may have it."""


def _read(kind: type[F], answer: Answer) -> F:
    try:
        return read_published(kind, answer.body)
    except Misread as fault:
        raise _misread(answer.final_url, str(fault)) from None


def _misread(where: str, reason: str) -> _NotHere:
    shown, reason = printable(where), printable(reason)
    return _NotHere(
        f"{shown} ไม่ใช่ไฟล์ของเว็บไซต์ที่สร้างด้วยโปร่งใส ({reason})",
        f"{shown} is no file of a Prongsai site ({reason})",
    )


def _unreached(url: str, failure: Failure) -> NetworkError:
    shown, thai, english = printable(url), printable(failure.reason.th), printable(failure.reason.en)
    if failure.verdict == "ssrf_blocked":
        return NetworkError(
            f"ไม่เปิด {shown}: {thai} — ถ้าตั้งใจจะตรวจเครื่องภายใน ให้ระบุ --allow HOST:PORT",
            f"{shown} is not opened: {english} — to judge a private host, name it with --allow HOST:PORT",
        )
    return NetworkError(
        f"เปิด {shown} ไม่ได้: {thai} ({failure.verdict}) — ตรวจที่อยู่และอินเทอร์เน็ต แล้วลองใหม่",
        f"{shown} cannot be opened: {english} ({failure.verdict}) — check the address and the connection",
    )


def _no_site(address: str, first: NetworkError | None) -> NetworkError:
    thai, english = first.text if first else ("", "")
    shown = quoted(address, 200)
    return NetworkError(
        f"{shown} ไม่ใช่เว็บไซต์ที่สร้างด้วยโปร่งใส: {thai} — ใส่ที่อยู่หน้าแรกของเว็บไซต์ เช่น https://oit.example.go.th/",
        f"{shown} is no Prongsai site: {english} — give the address of its front page",
    )


def _roots(address: str) -> list[str]:
    """Where the root of the site may be: the folder of ``address``, then those above it."""
    try:
        at = target(address)
    except InvalidUrl as error:
        raise ProjectError(
            f"{quoted(address, 200)} ไม่ใช่ที่อยู่เว็บไซต์ ({error}) — เขียนเช่น https://oit.example.go.th/",
            f"{quoted(address, 200)} is no address of a site — write it like https://oit.example.go.th/",
        ) from None
    path = at.path.partition("?")[0]
    if not path.endswith("/"):
        folder, _, name = path.rpartition("/")
        path = f"{folder}/" if "." in name else f"{path}/"
    parts = re.sub("/+", "/", path).strip("/").split("/")[:_MOST_PARENTS]
    parts = [part for part in parts if part]
    return [
        at.origin + "/" + "".join(f"{part}/" for part in parts[:end]) for end in range(len(parts), -1, -1)
    ]


def _chosen(index: Index, years: Sequence[int]) -> list[YearFiles]:
    published = {year.fiscal_year: year for year in index.years}
    missing = [year for year in years if year not in published]
    if missing:
        there = ", ".join(map(str, published))
        raise ProjectError(
            f"เว็บไซต์นี้ไม่มีปี {', '.join(map(str, missing))} — ที่มีคือ {there}",
            f"this site has no year {', '.join(map(str, missing))} — it has {there}",
        )
    return [year for number, year in published.items() if not years or number in years]


def _outside(
    base: str, agency: AgencyFile, files: Iterable[OitFile], topic_of: TopicOf, kept: Mapping[str, Receipt]
) -> Outside:
    read = _Items(base, topic_of)
    for file in files:
        for item in file.items:
            read.add(file, item)
    links = gathered(read.given, {url: kept[url] for url in kept if url not in read.hashes}, LAWFUL)
    links = [replace(link, sha256=read.hashes.get(link.url, link.sha256)) for link in links]
    pages = gathered(read.pages, {}, LAWFUL)
    known = {link.url for link in links}
    wanted = (*links, *(replace(page, expect="html") for page in pages if page.url not in known))
    if len(wanted) > _MOST_LINKS:
        raise _misread(base, f"{len(wanted)} > {_MOST_LINKS}")
    return Outside(
        base=base,
        agency=printable(agency.name),
        years=tuple(file.fiscal_year for file in files),
        own_hosts=_own_hosts(base, agency),
        wanted=wanted,
        pages=frozenset(page.url for page in pages) - known,
        astray=frozenset(read.astray),
        told=read.told,
        titles=read.titles,
    )


class _Items:
    """What the items of all years link, hold and say."""

    def __init__(self, base: str, topic_of: TopicOf) -> None:
        self._base, self._topic_of = base, topic_of
        self.given: list[Given] = []
        self.pages: list[Given] = []
        self.astray: set[str] = set()
        self.hashes: dict[str, str] = {}
        self.told: dict[str, Told] = {}
        self.titles: dict[str, str] = {}

    def add(self, file: OitFile, item: ItemRecord) -> None:
        """Take in one item. Its topic is the framework's own where that is known, not the site's."""
        name = f"{file.fiscal_year}/{item.code}"
        topic = (self._topic_of(file.framework, item.code) if file.framework else None) or item.topic
        self.titles[name] = printable(item.title)
        self.pages.append(Given(self._resolved(item.page), name, ""))
        for evidence in item.evidence:
            relative = is_relative(evidence.url)
            url = self._resolved(evidence.url) if relative else evidence.url
            self.given.append(Given(url, name, topic))
            if relative and evidence.sha256:
                self.hashes.setdefault(url, evidence.sha256)
            if (shown := told(evidence.receipt)) is not None:
                self.told.setdefault(url, shown)

    def _resolved(self, address: str) -> str:
        found = inside(self._base, address)
        if found is None:
            self.astray.add(address)
        return found if found is not None else address


def _own_hosts(base: str, agency: AgencyFile) -> tuple[str, ...]:
    """The agency's hosts and the site's own; none where it names none, for then any may be its own."""
    named = [host for host in (_netloc(agency.website or ""), *agency.hosts) if host.strip()]
    return tuple(dict.fromkeys((*named, _netloc(base)))) if named else ()


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are on one host, ``www.`` or not."""
    return _netloc(one).lower().removeprefix("www.") == _netloc(other).lower().removeprefix("www.")


def _netloc(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2]
    except ValueError:
        return ""


@dataclass(frozen=True)
class Difference:
    """An address of which the site shows one thing and a look from outside finds another."""

    receipt: Receipt
    told: Told


def differences(receipts: Iterable[Receipt], shown: Mapping[str, Told]) -> list[Difference]:
    """Where the site says good and we find bad, or the reverse, or the file is no longer the one it saw.

    What is unknown to either side is no difference.
    """
    found = []
    for receipt in receipts:
        theirs = shown.get(receipt.url)
        if theirs is None:
            continue
        classes = {receipt.judgement, theirs.judgement}
        replaced = theirs.sha256 and receipt.sha256 and theirs.sha256 != receipt.sha256
        if classes == {"pass", "fail"} or (classes == {"pass"} and replaced):
            found.append(Difference(receipt, theirs))
    return found
