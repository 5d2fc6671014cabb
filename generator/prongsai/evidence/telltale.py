"""Pages that are no evidence although the server calls them fine."""

import re
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import words
from prongsai.evidence.answer import Telling
from prongsai.evidence.nowhere import Kind
from prongsai.evidence.page import Page
from prongsai.evidence.template import Template
from prongsai.model.receipt import Verdict

_SHORT: Final = 400
"""Characters of main text up to which a page is short: an apology, not a document."""
_LONG: Final = 1500
"""From here on a page is an article, whatever its title."""
_BARE: Final = 80
_LABELS: Final = 150
"""The names of fields that an empty record still shows."""
_NOTHING: Final = 3
_PARTS: Final = re.compile(r"\s+[-–—|·»:]+\s+|\s*[|»«·–—]\s*|:\s+|\s*::\s*")


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
_FAULT: Final = Text("เนื้อหาเป็นข้อความผิดพลาดของระบบ", "the content is a message of a failed system")
_TEXT_MISSING: Final = Text("เนื้อหาบอกว่าไม่พบ", "the content says that nothing was found")
_TITLED: Final = Text("ชื่อหน้าหรือหัวเรื่องบอกว่าไม่พบ", "the title or heading says that nothing was found")
_NO_MORE: Final = Text("ทั้งหน้าบอกเพียงว่า", "the whole page says no more than")
_LOGIN_PAGE: Final = Text("เป็นหน้าเข้าสู่ระบบ", "this is a login page")
_LOGIN_FIRST: Final = Text("ต้องเข้าสู่ระบบก่อน", "one has to log in first")
_PARKED: Final = Text("ชื่อโดเมนถูกจอดหรือประกาศขาย", "the domain is parked or for sale")


def telling(page: Page) -> Telling | None:
    """What a page's own words and forms give away, None where it seems to be a real one."""
    return _away(page) or _login(page) or _missing(page)


def is_blank(page: Page) -> bool:
    """Whether a visitor sees nothing at all."""
    return not page.text.strip() and not page.pictures and not page.frames


def is_made_by_scripts(page: Page) -> bool:
    """Whether a page is an empty stage that only scripts fill."""
    if not page.scripts or page.passwords:
        return False
    shown = "\n".join(block.text for block in page.blocks if not words.LOADING.fullmatch(block.text))
    if not shown.strip():
        return not page.pictures
    staged = bool(page.mounts) or bool(words.NEEDS_SCRIPTS.search(page.noscript))
    waits = len(shown) < len(page.text) and len(page.main) < 200
    bare = len(_own(page)) <= 60 and not page.headings and page.links < 3
    asks = len(page.main) < 300 and bool(words.NEEDS_SCRIPTS.search(page.main)) and not page.links
    return (staged and bare) or (waits and bare) or asks


def shared_with(page: Page, url: str, nowhere: Template, root: Template | None, kind: Kind) -> Telling | None:
    """What remains of a page without what the host says to any address; None where that is a document.

    ``root`` is the host's front page, where it is known: it tells what is but the frame of its pages.
    """
    own = nowhere.own(page, url)
    if set(page.documents) - nowhere.documents:
        return None
    rest = "\n".join(own)
    seen = page.pictures > nowhere.pictures or page.frames > nowhere.frames
    if len(rest) <= _NOTHING and not seen:
        heedless = kind == "record" and _has_own(page, url, root)
        return None if heedless else ("soft_404", _SAME)
    if len(rest) <= _SHORT and (words.NOT_FOUND.search(rest) or any(map(_is_missing_title, own))):
        return ("soft_404", _quoting(_REST, rest))
    if len(rest) <= _BARE and not seen and any(words.BARE.fullmatch(_stripped(line)) for line in own):
        return ("soft_404", _quoting(_REST, rest))
    if page.title == nowhere.title and _is_missing_title(page.title) and len(rest) < _LONG:
        return ("soft_404", _quoting(_SAME_TITLE, page.title))
    if len(rest) < _LONG and (apology := _shared_apology(page, url, nowhere)):
        return ("soft_404", _quoting(_SAME_APOLOGY, apology))
    return None


def _has_own(page: Page, url: str, root: Template | None) -> bool:
    """Whether a page that ignores the number in its address has a matter of its own."""
    if root is None:
        return len(_own(page)) >= _LONG
    return bool(set(page.documents) - root.documents) or len("\n".join(root.own(page, url))) > _LABELS


def _shared_apology(page: Page, url: str, nowhere: Template) -> str | None:
    """A line by which the host says of an impossible page that it is missing, standing in this one too."""
    main = {block.text for block in page.blocks if not block.chrome}
    apologies = (line for line in nowhere.shared(page, url) if words.PAGE_MISSING.search(line))
    return next((line for line in apologies if line in main and len(line) < _SHORT), None)


def error_in_text(text: str) -> Telling | None:
    """What a short text or JSON tells that isn't a document."""
    if len(text) > _SHORT:
        return None
    plain = " ".join(text.split())
    if words.SERVER_FAULT.search(plain):
        return ("server_error", _quoting(_FAULT, plain))
    if words.NOT_FOUND.search(plain) or words.BARE.fullmatch(plain.strip(" .!")):
        return ("soft_404", _quoting(_TEXT_MISSING, plain))
    if re.match(r"\s*\{", text) and words.MISSING_RECORD.search(plain):
        return ("soft_404", _quoting(_TEXT_MISSING, plain))
    if words.LOGIN_NEEDED.search(plain) or re.search(r"\bunauthori[sz]ed\b", plain, re.I):
        return ("login_wall", _quoting(_LOGIN_FIRST, plain))
    return None


def _away(page: Page) -> Telling | None:
    """A parked domain, a guard against robots, a closed or broken system."""
    size = len(page.main)
    heads = _heads(page)
    everything = "\n".join((page.title, page.text))
    if size < _LONG and (found := words.PARKED.search(everything)) and _is_about(found, heads, size):
        return ("wrong_host", _quoting(_PARKED, found[0]))
    if size >= _LONG:
        return None
    for pattern, verdict, meaning in _STATES:
        in_head = next((head for head in heads if pattern.search(head) and len(head) < 90), None)
        if in_head and size < 800:
            return (verdict, _quoting(meaning, in_head))
        found = pattern.search(page.main) if size < _SHORT and not page.documents else None
        if found and (found.start() < 120 or size < 200):
            return (verdict, _quoting(meaning, found[0]))
    return None


_STATES: Final[tuple[tuple[re.Pattern[str], Verdict, Text], ...]] = (
    (words.SERVER_FAULT, "server_error", _FAULT),
    (words.BLOCKED, "blocked", Text("เซิร์ฟเวอร์กั้นการเข้าดูอัตโนมัติ", "the server keeps programs out")),
    (words.MAINTENANCE, "unavailable", Text("ระบบปิดปรับปรุงชั่วคราว", "the system is closed for maintenance")),
)


def _is_about(found: re.Match[str], heads: list[str], size: int) -> bool:
    return size < _SHORT * 2 or any(found[0] in head for head in heads)


def _login(page: Page) -> Telling | None:
    """A page whose matter is to let somebody in."""
    heads = _heads(page)
    named = next((head for head in heads if words.LOGIN.search(head) and len(head) < 90), None)
    prose = len(page.prose)
    if page.passwords and not page.documents and (prose < 200 or (named and prose < 800)):
        return ("login_wall", _quoting(_LOGIN_PAGE, named or page.title))
    asked = words.LOGIN_NEEDED.search(page.main)
    if asked and len(page.main) < _SHORT and not page.documents:
        return ("login_wall", _quoting(_LOGIN_FIRST, asked[0]))
    if named and page.inputs and prose < 200 and words.LOGIN.match(named):
        return ("login_wall", _quoting(_LOGIN_PAGE, named))
    return None


def _missing(page: Page) -> Telling | None:
    """A page that says in its title, its headings or as a whole that there is nothing."""
    own = _own(page)
    size = len(own)
    if size < _LONG and not page.documents:
        head = next((head for head in _heads(page) if _is_missing_title(head)), None)
        if head:
            return ("soft_404", _quoting(_TITLED, head))
    if size > _SHORT or page.documents:
        return None
    if found := words.NOT_FOUND.search(own):
        return ("soft_404", _quoting(_NO_MORE, _sentence(own, found)))
    lines = own.split("\n")
    if size <= _BARE * 2 and not page.pictures and not page.frames:
        bare = next((line for line in lines if words.BARE.fullmatch(_stripped(line))), None)
        if bare and size - len(bare) <= _BARE:
            return ("soft_404", _quoting(_NO_MORE, bare))
    return None


def _is_missing_title(head: str) -> bool:
    """Whether a title or heading, or a part of it beside the site's name, is an error's."""
    parts = [part.strip(" .!?…\"'“”") for part in (head, *_PARTS.split(head)[:6])]
    return any(len(part) < 120 and words.NOT_FOUND_TITLE.fullmatch(part) for part in parts if part)


def _heads(page: Page) -> list[str]:
    return [head for head in (page.title, *page.headings[:4]) if head]


def _own(page: Page) -> str:
    """The main text without the line of copyright and the like."""
    return "\n".join(line for line in page.main.split("\n") if not words.COPYRIGHT.search(line))


def _stripped(line: str) -> str:
    return line.strip(" .!\"'")


def _sentence(text: str, found: re.Match[str]) -> str:
    start = text.rfind("\n", 0, found.start()) + 1
    return text[start:].partition("\n")[0]


def _quoting(reason: Text, words_of_page: str) -> Text:
    """``reason`` with the page's own words, which stay in the page's language."""
    quoted = " ".join(words_of_page.split())
    if not quoted:
        return reason
    quoted = quoted if len(quoted) <= 80 else f"{quoted[:79]}…"
    return Text(f"{reason.th}: “{quoted}”", f"{reason.en}: “{quoted}”")
