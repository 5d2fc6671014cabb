"""Addresses that cannot exist, beside one that may, and what a host answers to them."""

import asyncio
import hashlib
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from prongsai.evidence.answer import Answer
from prongsai.evidence.template import MARK, Template, template_of
from prongsai.evidence.wire import Target

Kind = Literal["path", "record", "root"]
ENOUGH: Final = 1 << 20
"""Bytes of a made-up address's answer that are read."""

_MOST_RECORDS: Final = 6
_RECORD: Final = re.compile(r"(?<![^&;])([\w.\[\]-]{1,40}=)([0-9]{1,18})(?=[&;]|$)", re.ASCII)
_NUMBERED: Final = re.compile(r"/[0-9]{1,12}(?=/?$|[-_/.])", re.ASCII)
_UNTOLD: Final = re.compile(
    r"(?:.*[_-])?(?:sid|uid|lang\w*|sess(?:ion\w*)?|token|ref|ts|rand|v|ver(?:sion)?|t|_|time)",
    re.IGNORECASE | re.ASCII,
)
"""Numbers in an address that name no record."""

_STATIC: Final = re.compile(r"\.(?!php\d?$|aspx?$|ashx$|jspx?$|cgi$|do$|action$|cfm$)\w{1,5}$", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.\w{1,5}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Nowhere:
    """What a host answers to an address that cannot exist, as much as is needed to know it again.

    ``kind``: a path that nobody made; a record of no such number; the host's front page, which does exist
    and shows what every page has. ``digest`` is of the first ``ENOUGH`` bytes of the body, ``size`` what was
    announced of it.
    """

    kind: Kind
    url: str
    final_url: str
    redirected: bool
    digest: str
    size: str | None
    page: Template | None

    def is_file_of(self, answer: Answer) -> bool:
        """Whether ``answer`` brought the same bytes."""
        return self.page is None and self.digest == _digest(answer.body) and self.size in (
            None, answer.headers.get("content-length"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """One address to ask for: ``key`` is the same for all that would bring the same."""

    key: str
    kind: Kind
    make: Callable[[], str]


class Nowheres:
    """What one host answers to impossible addresses; each kind is asked for once."""

    def __init__(self, ask: Callable[[str], Awaitable[Answer | None]]) -> None:
        self._ask = ask
        self._known: dict[str, asyncio.Task[Nowhere | None]] = {}

    async def beside(self, at: Target, *, page: bool) -> list[Nowhere]:
        """The answers to impossible addresses like ``at``, at which there is a page or a file."""
        found = [await asyncio.shield(task) for task in map(self._task, _asks(at, page)) if task]
        return [nowhere for nowhere in found if nowhere]

    async def close(self) -> None:
        """Let go of what is still being asked."""
        for task in self._known.values():
            task.cancel()
        await asyncio.gather(*self._known.values(), return_exceptions=True)

    def _task(self, ask: Ask) -> "asyncio.Task[Nowhere | None] | None":
        task = self._known.get(ask.key)
        if task is None:
            if ask.kind == "record" and sum(key.startswith("record") for key in self._known) >= _MOST_RECORDS:
                return None
            task = self._known[ask.key] = asyncio.create_task(self._find(ask))
        return task

    async def _find(self, ask: Ask) -> Nowhere | None:
        """The answer; where a page is given for it, asked twice, to know what changes in it by itself."""
        found = await self._once(ask)
        if found is None or found.page is None:
            return found
        again = await self._once(ask)
        if again is None or again.page is None:
            return found
        return replace(found, page=found.page.varied(again.page))

    async def _once(self, ask: Ask) -> Nowhere | None:
        answer = await self._ask(ask.make())
        return nowhere_of(answer, ask.kind) if answer is not None else None


def nowhere_of(answer: Answer, kind: Kind) -> Nowhere | None:
    """What ``answer`` tells of its host, None where the host says that there is nothing (as it should)."""
    if not 200 <= answer.status < 300 or not answer.body:
        return None
    template = template_of(answer.page, answer.url) if answer.is_page else None
    return Nowhere(kind, answer.url, answer.final_url, bool(answer.redirects), _digest(answer.body),
                   answer.headers.get("content-length"), template)  # fmt: skip


def _digest(body: bytes) -> str:
    return hashlib.sha256(body[:ENOUGH]).hexdigest()


def _asks(at: Target, page: bool) -> list[Ask]:
    path, _, query = at.path.partition("?")
    if not page:
        return _file_asks(at, path, query)
    found = [Ask(f"path {at.origin}", "path", lambda: f"{at.origin}/{_made_up()}")]
    if record := _record(path, query):
        key, make = record
        found.append(Ask(f"record {at.origin}{key}", "record", lambda: at.origin + make()))
        found.append(Ask(f"root {at.origin}", "root", lambda: f"{at.origin}/"))
    return found


def _file_asks(at: Target, path: str, query: str) -> list[Ask]:
    """Beside a file: another name in its folder, once for each ending; another number, where that is all."""
    folder, _, name = path.rpartition("/")
    ending = _ENDING.search(name)
    shown = ending[0] if ending else ""
    found = [Ask(f"path {at.origin} {shown.lower()}", "path",
                 lambda: f"{at.origin}{folder}/{_made_up()}{shown}")]  # fmt: skip
    alone = query.count("=") == 1 if query else not ending
    if alone and (record := _record(path, query)):
        key, make = record
        found.append(Ask(f"record {at.origin}{key}", "record", lambda: at.origin + make()))
    return found


def _record(path: str, query: str) -> tuple[str, Callable[[], str]] | None:
    """The shape of an address of a numbered record, and how one of an impossible number is made."""
    if query:
        named = any(not _UNTOLD.fullmatch(found[1][:-1]) for found in _RECORD.finditer(query))
        if not named or _STATIC.search(path):
            return None
        return (
            f"{path}?{_RECORD.sub(_unnumbered, query)}",
            lambda: f"{path}?{_RECORD.sub(_impossible, query)}",
        )
    if not _NUMBERED.search(path):
        return None
    start = _last_number(path)
    head, tail = path[: start + 1], re.sub(r"^[0-9]+", "", path[start + 1 :])
    return f"{head}0{re.sub('[^/]', '', tail)}", lambda: f"{head}{_no_such_number()}{tail}"


def _last_number(path: str) -> int:
    return [found.start() for found in _NUMBERED.finditer(path)][-1]


def _unnumbered(found: re.Match[str]) -> str:
    return found[0] if _UNTOLD.fullmatch(found[1][:-1]) else f"{found[1]}0"


def _impossible(found: re.Match[str]) -> str:
    return found[0] if _UNTOLD.fullmatch(found[1][:-1]) else f"{found[1]}{_no_such_number()}"


def _no_such_number() -> int:
    return 900_000_000 + random.randrange(99_999_999)


def _made_up() -> str:
    return f"{MARK}-{random.getrandbits(48):012x}"
