"""A look at a site that was just published: does each address answer with the page of this build?"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple
from urllib.parse import quote

from prongsai.errors import Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.body import Fingerprint
from prongsai.evidence.client import Client, Effort
from prongsai.evidence.faults import Failure
from prongsai.evidence.settings import Settings
from prongsai.evidence.way import Elsewhere

_OTHER: Final = Text("ตอบด้วยเนื้อหาอื่น ไม่ใช่ของการเผยแพร่ครั้งนี้", "answers with something else than this build")
_CUT: Final = Text("ตอบไม่ครบ", "its answer was cut")
_AT_ONCE: Final = 8
_GAP: Final = 0.02
_SLOW: Final = 100_000
"""Bytes in a second that a line brings at the least: so long a large file may take."""


class Due(NamedTuple):
    """What must come from an address: so many bytes, with this SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Astray:
    """An address that does not answer as it should, and how it answers."""

    url: str
    reason: Text


async def astray(
    base: str, wanted: Mapping[str, Due], settings: Settings, note: Callable[[], None]
) -> list[Astray]:
    """The addresses of ``wanted`` (from the site's root, with what must come) that fail.

    ``base`` is where the site stands. Files of any size are fetched: a body is hashed as it comes and never
    kept, and no more of it is read than the largest file has.
    """
    most = max(settings.most_sent, 1 + max((due.bytes for due in wanted.values()), default=0))
    own = replace(settings, at_once=_AT_ONCE, gap=_GAP, most_sent=most, most_inflated=most)
    total = asyncio.Semaphore(_AT_ONCE)
    root = f"{base.rstrip('/')}/"
    async with Client(own) as client:

        async def one(address: str, due: Due) -> Astray | None:
            url = root + quote(address, safe="/~")
            effort = Effort(own.slow + due.bytes / _SLOW, own.slow, total, last=True)
            taken = [Fingerprint()]

            def take() -> Fingerprint:
                taken.append(Fingerprint())
                return taken[-1]

            with client.room.lease() as lease:
                answer = await client.look(url, effort, lease, take=take)
                if isinstance(answer, Elsewhere):
                    return None
                reason = answer.reason if isinstance(answer, Failure) else _fault(answer, taken[-1], due)
            note()
            return Astray(url, reason) if reason else None

        found = await asyncio.gather(*(one(address, due) for address, due in wanted.items()))
    return sorted((each for each in found if each), key=lambda each: each.reason is _OTHER)


def _fault(answer: Answer, came: Fingerprint, due: Due) -> Text | None:
    if answer.status != 200:
        return Text(f"ตอบว่า {answer.status}", f"answers {answer.status}")
    if came.sha256 == due.sha256:
        return None
    return _OTHER if answer.whole else _CUT
