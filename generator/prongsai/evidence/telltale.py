"""Pages that are no evidence although the server calls them fine."""

import re
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import missing, words
from prongsai.evidence.answer import Telling
from prongsai.evidence.found import quoting
from prongsai.evidence.missing import Said
from prongsai.evidence.page import Page
from prongsai.evidence.saying import Saying
from prongsai.model.receipt import Verdict

_SHORT: Final = 400
"""Characters of main text up to which a page is short: a message, not a document."""
_LONG: Final = 1500
_SOON: Final = 45
"""How far into a line a message may begin."""
_AWAY_PROSE: Final = 400
_MATTER: Final = 30
"""Characters of prose that make a page more than a form with a heading."""
_GAMBLING: Final = 4
"""So many different words of gambling stand on no page of a town."""
_MOST: Final = 50_000

_FAULT: Final = Text("เนื้อหาเป็นข้อความผิดพลาดของระบบ", "the content is a message of a failed system")
_TEXT_MISSING: Final = Text("เนื้อหาบอกว่าไม่พบ", "the content says that nothing was found")
_LOGIN_PAGE: Final = Text("เป็นหน้าเข้าสู่ระบบ", "this is a login page")
_LOGIN_FIRST: Final = Text("ต้องเข้าสู่ระบบก่อน", "one has to log in first")
_TAKEN: Final = Text(
    "ชื่อโดเมนกลายเป็นเว็บไซต์การพนัน ซึ่งไม่ใช่ของหน่วยงาน",
    "the domain now holds a gambling site, which is not the agency's",
)
_PARKED: Final = Text("ชื่อโดเมนถูกจอดหรือประกาศขาย", "the domain is parked or for sale")


def telling(page: Page) -> Telling | None:
    """What a page's own words and forms give away, None where it seems to be a real one."""
    said = missing.said_by(page)
    return (
        missing.by_title(page, said)
        or _parked(page)
        or _away(page, said)
        or _login(page, said)
        or missing.by_words(page, said)
    )


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
    bare = len(page.main) <= 60 and not page.headings and page.links < 3
    asks = len(page.main) < 300 and bool(words.NEEDS_SCRIPTS.search(page.main)) and not page.links
    return (staged and bare) or (waits and bare) or asks


def alerted(page: Page) -> Telling | None:
    """What an otherwise empty page tells in a box of its script."""
    return error_in_text(page.alert) if page.alert else None


def error_in_text(text: str) -> Telling | None:
    """What a short text or JSON tells that isn't a document."""
    if len(text) > _SHORT:
        return None
    plain = " ".join(text.split())
    if words.SERVER_FAULT.search(plain):
        return ("server_error", quoting(_FAULT, plain))
    if words.NOT_FOUND.search(plain) or missing.is_bare(plain):
        return ("soft_404", quoting(_TEXT_MISSING, plain))
    if re.match(r"\s*\{", text) and words.MISSING_RECORD.search(plain):
        return ("soft_404", quoting(_TEXT_MISSING, plain))
    if words.LOGIN_NEEDED.search(plain) or re.search(r"\bunauthori[sz]ed\b", plain, re.I):
        return ("login_wall", quoting(_LOGIN_FIRST, plain))
    return None


def _parked(page: Page) -> Telling | None:
    """A domain that is for sale, or that somebody else has taken over."""
    size, everything = len(page.main), f"{page.title}\n{page.text[:_MOST]}"
    found = words.PARKED.search(everything) if size < _LONG else None
    if found and (size < _SHORT * 2 or any(found[0] in head for head in missing.heads(page))):
        return ("wrong_host", quoting(_PARKED, found[0]))
    if words.GAMBLING.search(page.title) and not words.WARNING.search(everything):
        terms = {match[0].lower() for match in words.GAMBLING.finditer(everything)}
        if len(terms) >= _GAMBLING:
            return ("wrong_host", quoting(_TAKEN, page.title))
    return None


def _away(page: Page, said: Said) -> Telling | None:
    """A guard against robots, a closed or broken system."""
    if said.prose >= _AWAY_PROSE or len(page.main) >= _LONG * 2:
        return None
    heads = [head for head in missing.heads(page) if len(head) < 90]
    for pattern, verdict, meaning in _STATES:
        if head := next((head for head in heads if pattern.search(head)), None):
            return (verdict, quoting(meaning, head))
    if page.own_documents or len(page.main) >= _SHORT:
        return None
    lines = [block.text for block in missing.own_blocks(page) if not block.in_form]
    for pattern, verdict, meaning in _STATES:
        if line := next((line for line in lines if _begins(pattern, line)), None):
            return (verdict, quoting(meaning, line))
    return None


_STATES: Final[tuple[tuple[Saying, Verdict, Text], ...]] = (
    (words.SERVER_FAULT, "server_error", _FAULT),
    (words.BLOCKED, "blocked", Text("เซิร์ฟเวอร์กั้นการเข้าดูอัตโนมัติ", "the server keeps programs out")),
    (words.MAINTENANCE, "unavailable", Text("ระบบปิดปรับปรุงชั่วคราว", "the system is closed for maintenance")),
)


def _begins(pattern: Saying | re.Pattern[str], line: str) -> bool:
    """Whether a line begins with what ``pattern`` says, rather than telling of it."""
    found = pattern.search(line)
    return found is not None and found.start() <= _SOON and not words.QUOTED.search(line[: found.start()])


def _login(page: Page, said: Said) -> Telling | None:
    """A page whose matter is to let somebody in."""
    named = next(
        (head for head in missing.heads(page)[:2] if words.LOGIN.search(head) and len(head) < 90), None
    )
    prose = sum(len(block.text) for block in missing.own_blocks(page)
                if not block.in_form and not block.linked and block.text not in page.headings)  # fmt: skip
    own_matter = page.headings and not named and prose >= _MATTER
    if page.passwords and not page.own_documents and not own_matter and prose < (800 if named else 200):
        return ("login_wall", quoting(_LOGIN_PAGE, named or page.title))
    if page.own_documents or said.prose >= _SHORT:
        return None
    lines = (block.text for block in missing.own_blocks(page))
    if asked := next((line for line in lines if _begins(words.LOGIN_NEEDED, line)), None):
        return ("login_wall", quoting(_LOGIN_FIRST, asked))
    if named and page.inputs and prose < 200 and words.LOGIN.match(named):
        return ("login_wall", quoting(_LOGIN_PAGE, named))
    return None
