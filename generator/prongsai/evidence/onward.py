"""Where a page sends its visitors by itself, with the browser's own means or with scripts."""

import re
from typing import Final

from prongsai.evidence import places
from prongsai.evidence.answer import Answer
from prongsai.evidence.page import refresh_target

_SIGNS: Final = re.compile(rb"http-equiv\s*=\s*[\"']?\s*refresh", re.IGNORECASE)
_HEAD: Final = 65_536
_STAGE: Final = 200
"""Characters of main text up to which a page that leads on is nothing but a way."""


def refreshed(answer: Answer) -> str | None:
    """Where a browser goes on to from ``answer`` without scripts, if the page is only a way there."""
    if answer.status != 200 or not answer.whole:
        return None
    header = answer.headers.get("refresh", "")
    if answer.file is not None or (not header and not _is_signed(answer.body[:_HEAD])):
        return None
    if not answer.is_page:
        return None
    url = onward(answer, answer.page.refresh or refresh_target(header))
    return url if url and len(answer.page.main) < _STAGE else None


def _is_signed(head: bytes) -> bool:
    return b"http-equiv" in head.lower() and bool(_SIGNS.search(head))


def onward(answer: Answer, target: str | None) -> str | None:
    """``target`` as an address, None where it is none of the web or the page itself."""
    url = places.joined(answer.final_url, target) if target else None
    return None if url is None or places.same_document(url, answer.final_url) else url
