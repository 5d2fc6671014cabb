"""What a web page means for a piece of evidence."""

from collections.abc import Callable, Sequence
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import places, telltale
from prongsai.evidence.answer import Answer, Telling
from prongsai.evidence.files import MEDIA_TYPES
from prongsai.evidence.found import Found, good
from prongsai.evidence.judge_file import instead
from prongsai.evidence.lasting import fingerprint
from prongsai.evidence.likeness import shared_with
from prongsai.evidence.nowhere import Nowhere
from prongsai.evidence.onward import onward
from prongsai.evidence.page import Page
from prongsai.evidence.redirects import by_redirect
from prongsai.model.receipt import Expected

_FOUND: Final = Text("พบหน้าเว็บ", "a web page was found")
_CUT: Final = Text("หน้าเว็บขาดกลางแท็ก", "the web page ends inside a tag")
_NOTHING: Final = Text("หน้าเว็บไม่มีเนื้อหา", "the web page has no content")
_FRAMES: Final = Text("หน้านี้มีแต่กรอบที่แสดงหน้าอื่น", "this page has nothing but frames of others")
_SCRIPTED: Final = Text(
    "หน้านี้แสดงเนื้อหาด้วยสคริปต์เท่านั้น จึงตรวจไม่ได้โดยไม่เปิดเบราว์เซอร์",
    "scripts alone fill this page, so that it cannot be examined without a browser",
)
_FILE_TYPES: Final = frozenset(media for kind, media in MEDIA_TYPES.items() if kind != "ole")


def judge_page(
    answer: Answer,
    expect: Expected | None,
    nowheres: Sequence[Nowhere],
    allowed_host: Callable[[str], bool],
) -> Found:
    """Judge a page that was served without complaint."""
    page = answer.page
    told = (
        _by_jump(answer, page, allowed_host)
        or _by_content(answer, page, expect, nowheres)
        or _wrong_page(answer, expect)
        or (("truncated", _CUT) if page.cut else None)
    )
    size = len(answer.body)
    if told:
        return Found(*told, media_type="text/html", bytes=size)
    return Found(*good(answer, _FOUND), media_type="text/html", bytes=size, fingerprint=fingerprint(page))


def _by_jump(answer: Answer, page: Page, allowed_host: Callable[[str], bool]) -> Telling | None:
    """What a page means that sends its visitors on by itself."""
    size = len(page.main)
    url = onward(answer, page.refresh or (page.jump if size < 120 else None))
    if url is None or size > 600:
        return None
    if not places.is_login(url) and not allowed_host(places.host_of(url)):
        return ("wrong_host", Text(f"หน้านี้พาไปโฮสต์อื่น {url}", f"this page leads to another host, {url}"))
    if told := by_redirect(answer.url, url):
        return told
    if size >= 200:
        return None
    reason = Text(f"หน้านี้พาต่อไปที่ {url} ด้วยเบราว์เซอร์เท่านั้น", f"this page leads on to {url}, in a browser only")
    return telltale.alerted(page) or ("unverifiable", reason)


def _by_content(
    answer: Answer, page: Page, expect: Expected | None, nowheres: Sequence[Nowhere]
) -> Telling | None:
    wants_page = expect in (None, "html")
    if telltale.is_made_by_scripts(page) and wants_page:
        return telltale.telling(page) or telltale.alerted(page) or ("unverifiable", _SCRIPTED)
    if telltale.is_blank(page) and (wants_page or not page.scripts):
        return ("empty", _NOTHING)
    if told := telltale.telling(page):
        return told
    if wants_page and not places.is_root(answer.url) and (told := _by_nowheres(answer, page, nowheres)):
        return told
    if page.frames and not page.text.strip() and wants_page:
        return ("unverifiable", _FRAMES)
    return None


def _by_nowheres(answer: Answer, page: Page, nowheres: Sequence[Nowhere]) -> Telling | None:
    """What the host's answers to impossible addresses tell about this one."""
    root = next((nowhere.page for nowhere in nowheres if nowhere.kind == "root"), None)
    for nowhere in nowheres:
        if nowhere.kind == "root":
            continue
        if answer.redirects and nowhere.redirected and answer.final_url == nowhere.final_url:
            to = answer.final_url
            reason = Text(f"ที่อยู่ใด ๆ ของโฮสต์นี้ก็ถูกพาไป {to}", f"any address of this host leads to {to}")
            return ("soft_404", reason)
        if nowhere.page and (told := shared_with(page, answer.url, nowhere.page, root, nowhere.kind)):
            return told
    return None


def _wrong_page(answer: Answer, expect: Expected | None) -> Telling | None:
    """A page where a file was claimed."""
    if expect not in (None, "html"):
        return instead("html", str(expect))
    announced = answer.announced or ""
    if expect is None and (announced in _FILE_TYPES or announced.startswith("image/")):
        reason = Text(
            f"ประกาศว่าเป็น {announced} แต่เนื้อหาเป็นหน้าเว็บ",
            f"announced as {announced}, but the content is a web page",
        )
        return ("wrong_type", reason)
    return None
