"""What an answer means for a piece of evidence: its verdict, and why."""

from collections.abc import Callable, Sequence
from typing import Final

from prongsai.errors import Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.found import Found, good
from prongsai.evidence.judge_file import judge_file
from prongsai.evidence.judge_page import judge_page
from prongsai.evidence.nowhere import Nowhere
from prongsai.evidence.redirects import by_address
from prongsai.evidence.statuses import SAME, by_status
from prongsai.model.receipt import Expected

__all__ = ["Found", "judge"]

_NO_BYTES: Final = Text("ไม่มีเนื้อหา (0 ไบต์)", "there is no content (0 bytes)")
_ONLY_SPACES: Final = Text("มีแต่ช่องว่าง", "there is nothing but blanks")
_BLANK: Final = b"\0\t\n\x0b\x0c\r \xef\xbb\xbf"


def judge(
    answer: Answer,
    *,
    expect: Expected | None,
    last_sha256: str | None,
    nowheres: Sequence[Nowhere] = (),
    allowed_host: Callable[[str], bool],
) -> Found:
    """Judge a final answer.

    ``expect`` is the kind of document that is claimed, ``last_sha256`` the hash of the file as last accepted,
    ``nowheres`` what the same host answers to addresses that can't exist; ``allowed_host`` takes a host
    (with its port, where the address names one) and tells whether evidence may stand there. Never fails.
    """
    told = by_address(answer, allowed_host)
    if told is None and answer.same and last_sha256:
        return Found(*good(answer, SAME), sha256=last_sha256)
    told = told or by_status(answer)
    body = answer.body
    if told:
        return Found(*told, media_type=answer.announced, bytes=len(body))
    if not body.strip(_BLANK):
        return Found("empty", _ONLY_SPACES if body else _NO_BYTES, answer.announced, len(body))
    if answer.file is None and answer.is_page:
        return judge_page(answer, expect, nowheres, allowed_host)
    return judge_file(answer, expect, last_sha256, nowheres)
