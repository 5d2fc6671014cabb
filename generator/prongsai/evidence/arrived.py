"""A look at a site that was just published: does each address answer with the page of this build?"""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from prongsai.errors import Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.client import Client, Effort
from prongsai.evidence.faults import Failure
from prongsai.evidence.settings import Settings
from prongsai.evidence.way import Elsewhere

_OTHER: Final = Text("ตอบด้วยเนื้อหาอื่น ไม่ใช่ของการเผยแพร่ครั้งนี้", "answers with something else than this build")
_CUT: Final = Text("ตอบไม่ครบ", "its answer was cut")
_AT_ONCE: Final = 8
_GAP: Final = 0.02


@dataclass(frozen=True, slots=True)
class Astray:
    """An address that does not answer as it should, and how it answers."""

    url: str
    reason: Text


async def astray(
    base: str, wanted: Mapping[str, str], settings: Settings, note: Callable[[], None]
) -> list[Astray]:
    """The addresses of ``wanted`` (from the site's root, with the SHA-256 of what must come) that fail.

    ``base`` is where the site stands. Of a file beyond the limit of size only that it comes is seen.
    """
    own = replace(settings, at_once=_AT_ONCE, gap=_GAP)
    effort = Effort(own.slow, own.slow, asyncio.Semaphore(_AT_ONCE), last=True)
    root = f"{base.rstrip('/')}/"
    async with Client(own) as client:

        async def one(address: str, sha256: str) -> Astray | None:
            url = root + quote(address, safe="/~")
            with client.room.lease() as lease:
                answer = await client.look(url, effort, lease)
                if isinstance(answer, Elsewhere):
                    return None
                reason = answer.reason if isinstance(answer, Failure) else _fault(answer, sha256)
            note()
            return Astray(url, reason) if reason else None

        found = await asyncio.gather(*(one(address, sha256) for address, sha256 in wanted.items()))
    return sorted((each for each in found if each), key=lambda each: each.reason is _OTHER)


def _fault(answer: Answer, sha256: str) -> Text | None:
    if answer.status != 200:
        return Text(f"ตอบว่า {answer.status}", f"answers {answer.status}")
    if hashlib.sha256(answer.body).hexdigest() == sha256:
        return None
    return _OTHER if answer.whole else _CUT
