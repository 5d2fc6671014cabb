"""Pages that are but what a host says to any address."""

from typing import Final

from prongsai.errors import Text
from prongsai.evidence import missing, words
from prongsai.evidence.answer import Telling
from prongsai.evidence.found import quoting
from prongsai.evidence.nowhere import Kind
from prongsai.evidence.page import Page
from prongsai.evidence.template import Template

_ASIDE: Final = 200
"""Characters of prose up to which what remains is an apology rather than a document."""
_LONG: Final = 1500
_BARE: Final = 80
_LABELS: Final = 150
"""The names of fields that an empty record still shows."""
_NOTHING: Final = 3

_SAME: Final = Text(
    "เหมือนหน้าที่เซิร์ฟเวอร์ตอบเมื่อขอที่อยู่ที่ไม่มีอยู่จริง",
    "the same page as the server gives for addresses that cannot exist",
)
_REST: Final = Text("เมื่อตัดส่วนที่ทุกหน้ามีเหมือนกันออก เหลือเพียง", "without what all its pages share, there remains")
_SAME_APOLOGY: Final = Text(
    "มีข้อความเดียวกับที่เซิร์ฟเวอร์ตอบเมื่อขอที่อยู่ที่ไม่มีอยู่จริง",
    "it says what the server says to addresses that cannot exist",
)
_SAME_TITLE: Final = Text("ชื่อหน้าเหมือนหน้าที่ไม่มีอยู่จริง", "the title is the one of pages that cannot exist")


def shared_with(page: Page, url: str, nowhere: Template, root: Template | None, kind: Kind) -> Telling | None:
    """What remains of a page without what the host says to any address; None where that is a document.

    ``root`` is the host's front page, where it is known: it tells what is but the frame of its pages.
    """
    own = nowhere.own(page, url)
    if set(page.documents) - nowhere.documents:
        return None
    rest = "\n".join(line.text for line in own)
    seen = page.pictures > nowhere.pictures or page.frames > nowhere.frames
    if len(rest) <= _NOTHING and not seen:
        heedless = kind == "record" and _has_own(page, url, root)
        return None if heedless else ("soft_404", _SAME)
    said = missing.sort(own)
    if said.prose <= _ASIDE and said.apology(beside_documents=page.own_documents > 0):
        return ("soft_404", quoting(_REST, rest))
    if said.bare and said.prose <= _BARE and not seen and not said.lists and not words.NIL_TOPIC.search(rest):
        return ("soft_404", quoting(_REST, rest))
    if page.title == nowhere.title and missing.is_missing_title(page.title) and len(rest) < _LONG:
        return ("soft_404", quoting(_SAME_TITLE, page.title))
    if len(rest) < _LONG and (apology := _shared_apology(page, url, nowhere)):
        return ("soft_404", quoting(_SAME_APOLOGY, apology))
    return None


def _has_own(page: Page, url: str, root: Template | None) -> bool:
    """Whether a page that ignores the number in its address has a matter of its own."""
    if root is None:
        return len(page.main) >= _LONG
    return (
        bool(set(page.documents) - root.documents)
        or sum(len(line.text) for line in root.own(page, url)) > _LABELS
    )


def _shared_apology(page: Page, url: str, nowhere: Template) -> str | None:
    """A line by which the host says of an impossible page that it is missing, standing in this one too."""
    main = {block.text for block in page.blocks if not block.chrome}
    apologies = (line for line in nowhere.shared(page, url) if line in main and missing.is_apology(line))
    return next((line for line in apologies if words.PAGE_MISSING.search(line)), None)
