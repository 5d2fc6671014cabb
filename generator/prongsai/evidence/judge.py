"""What an answer means for a piece of evidence: its verdict, and why."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import places, telltale
from prongsai.evidence.answer import Answer, Telling
from prongsai.evidence.files import IMAGES, MEDIA_TYPES, PACKAGES, FileLook, encrypted_office, look_at
from prongsai.evidence.lasting import fingerprint
from prongsai.evidence.page import Page, decode, looks_like_html, read_page
from prongsai.evidence.statuses import by_status
from prongsai.model.receipt import Expected, Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict and what it rests on; ``sha256`` of files, ``fingerprint`` of pages, where they count."""

    verdict: Verdict
    reason: Text
    media_type: str | None = None
    bytes: int = 0
    sha256: str | None = None
    fingerprint: str | None = None


_NAMES: Final[dict[str, Text]] = {
    "html": Text("หน้าเว็บ", "a web page"),
    "image": Text("ภาพ", "a picture"),
    "text": Text("ข้อความ", "plain text"),
    "binary": Text("ไฟล์ที่ไม่รู้จักชนิด", "a file of unknown kind"),
    "ole": Text("ไฟล์ Office รุ่นเก่า", "a file of an old Office"),
}
_CUT_PAGE: Final = Text("หน้าเว็บขาดกลางแท็ก", "the web page ends inside a tag")
_NO_BYTES: Final = Text("ไม่มีเนื้อหา (0 ไบต์)", "there is no content (0 bytes)")
_ONLY_SPACES: Final = Text("มีแต่ช่องว่าง", "there is nothing but blanks")
_SCRIPTED: Final = Text(
    "หน้านี้แสดงเนื้อหาด้วยสคริปต์เท่านั้น จึงตรวจไม่ได้โดยไม่เปิดเบราว์เซอร์",
    "scripts alone fill this page, so that it cannot be examined without a browser",
)
_TEXT_TYPES: Final = {"json": "application/json", "xml": "application/xml", "text": "text/plain"}


def judge(
    answer: Answer,
    *,
    expect: Expected | None,
    last_sha256: str | None,
    probe: Answer | None,
    allowed_host: Callable[[str], bool],
) -> Found:
    """Judge a final answer.

    ``expect`` is the kind of document that is claimed, ``last_sha256`` the hash of the file as last accepted,
    ``probe`` what the same host answers to an address that can't exist; ``allowed_host`` takes a host
    (with its port, where the address names one) and tells whether evidence may stand there. Never fails.
    """
    told = _by_address(answer, allowed_host) or by_status(answer, last_sha256)
    media_type = _announced(answer)
    if told:
        return Found(*told, media_type=media_type, bytes=len(answer.body))
    if not answer.body.strip(b"\0\t\n\x0b\x0c\r \xef\xbb\xbf"):
        return Found("empty", _NO_BYTES if not answer.body else _ONLY_SPACES, media_type, len(answer.body))
    look = look_at(answer.body)
    if look is None and looks_like_html(answer.body, media_type):
        return _judge_page(answer, expect, probe, allowed_host)
    kind = look.kind if look else _text_kind(answer)
    return _judge_file(answer, kind, look, expect, last_sha256, probe)


def _by_address(answer: Answer, allowed_host: Callable[[str], bool]) -> Telling | None:
    """What the addresses alone decide."""
    final, host = answer.final_url, places.host_of(answer.final_url)
    led = bool(answer.redirects) and not places.same_document(answer.url, final)
    page = look_at(answer.body) is None
    if led and page and places.is_login(final) and not places.is_login(answer.url):
        return ("login_wall", Text(f"ถูกพาไปหน้าเข้าสู่ระบบ {final}", f"leads to a login page, {final}"))
    if not allowed_host(host):
        reason = Text(
            f"อยู่บนโฮสต์ {host} ซึ่งไม่ใช่ของหน่วยงาน", f"stands on the host {host}, which is not the agency's"
        )
        return ("wrong_host", reason)
    return _by_redirect(answer.url, final) if led and page else None


def _by_redirect(url: str, final: str) -> Telling | None:
    """What it means that ``url`` leads to the page ``final``."""
    if places.is_parking(final) and not places.is_parking(url):
        return (
            "wrong_host",
            Text(f"ถูกพาไปหน้าจอดโดเมน {final}", f"leads to a page of parked domains, {final}"),
        )
    if places.is_login(final) and not places.is_login(url):
        return ("login_wall", Text(f"ถูกพาไปหน้าเข้าสู่ระบบ {final}", f"leads to a login page, {final}"))
    if places.is_root(url):
        return None
    if places.is_root(final):
        return (
            "soft_404",
            Text(f"ถูกพาไปหน้าแรก {final} แทนเอกสาร", f"leads to the front page {final} instead"),
        )
    if places.is_away(final) and not places.is_away(url):
        return ("unavailable", Text(f"ถูกพาไปหน้าปิดปรับปรุง {final}", f"leads to a page of maintenance, {final}"))
    if places.is_error(final) and not places.is_error(url):
        return ("soft_404", Text(f"ถูกพาไปหน้าแจ้งข้อผิดพลาด {final}", f"leads to an error page, {final}"))
    return None


def _judge_page(
    answer: Answer, expect: Expected | None, probe: Answer | None, allowed_host: Callable[[str], bool]
) -> Found:
    page = read_page(answer.body, answer.headers)
    told = (
        _by_jump(answer, page, allowed_host)
        or _by_page(answer, page, expect, probe)
        or _wrong_page(answer, expect)
        or (("truncated", _CUT_PAGE) if page.cut else None)
    )
    if told:
        return Found(*told, media_type="text/html", bytes=len(answer.body))
    return Found(
        *_good(answer, Text("พบหน้าเว็บ", "a web page was found")),
        "text/html",
        len(answer.body),
        fingerprint=fingerprint(page),
    )


def _by_jump(answer: Answer, page: Page, allowed_host: Callable[[str], bool]) -> Telling | None:
    """What a page means that sends its visitors on by itself."""
    target = page.refresh or (page.jump if len(page.main) < 120 else None)
    url = places.joined(answer.final_url, target) if target else None
    if url is None or places.same_document(url, answer.final_url):
        return None
    if len(page.main) > 600:
        return None
    if not places.is_login(url) and not allowed_host(places.host_of(url)):
        return ("wrong_host", Text(f"หน้านี้พาไปโฮสต์อื่น {url}", f"this page leads to another host, {url}"))
    return _by_redirect(answer.url, url) or (
        (
            "unverifiable",
            Text(f"หน้านี้พาต่อไปที่ {url} ด้วยเบราว์เซอร์เท่านั้น", f"this page leads on to {url}, in a browser only"),
        )
        if len(page.main) < 200
        else None
    )


def _by_page(answer: Answer, page: Page, expect: Expected | None, probe: Answer | None) -> Telling | None:
    wants_page = expect in (None, "html")
    if telltale.is_made_by_scripts(page) and wants_page:
        if told := telltale.telling(page):
            return told
        return ("unverifiable", _SCRIPTED)
    if telltale.is_blank(page) and (wants_page or not page.scripts):
        return ("empty", Text("หน้าเว็บไม่มีเนื้อหา", "the web page has no content"))
    if told := telltale.telling(page):
        return told
    if probe and wants_page and not places.is_root(answer.url) and (told := _by_probe(answer, page, probe)):
        return told
    if page.frames and not page.text.strip() and wants_page:
        return ("unverifiable", Text("หน้านี้มีแต่กรอบที่แสดงหน้าอื่น", "this page has nothing but frames of others"))
    return None


def _by_probe(answer: Answer, page: Page, probe: Answer) -> Telling | None:
    """What the host's answer to an impossible address tells about this one."""
    if not 200 <= probe.status < 300 or not probe.body:
        return None
    if answer.redirects and probe.redirects and answer.final_url == probe.final_url:
        reason = Text(
            f"ที่อยู่ใด ๆ ของโฮสต์นี้ก็ถูกพาไป {answer.final_url}",
            f"any address of this host leads to {answer.final_url}",
        )
        return ("soft_404", reason)
    if look_at(probe.body) or not looks_like_html(probe.body, _announced(probe)):
        return None
    return telltale.shared_with(page, read_page(probe.body, probe.headers), answer.url, probe.url)


def _wrong_page(answer: Answer, expect: Expected | None) -> Telling | None:
    """A page where a file was claimed."""
    if expect not in (None, "html"):
        return _instead("html", str(expect))
    announced = _announced(answer) or ""
    if expect is None and (announced in _FILE_TYPES or announced.startswith("image/")):
        reason = Text(
            f"ประกาศว่าเป็น {announced} แต่เนื้อหาเป็นหน้าเว็บ",
            f"announced as {announced}, but the content is a web page",
        )
        return ("wrong_type", reason)
    return None


_FILE_TYPES: Final = frozenset(media for kind, media in MEDIA_TYPES.items() if kind != "ole")


def _judge_file(
    answer: Answer,
    kind: str,
    look: FileLook | None,
    expect: Expected | None,
    last_sha256: str | None,
    probe: Answer | None,
) -> Found:
    body = answer.body
    media_type = look.media_type if look else _TEXT_TYPES.get(kind) or _announced(answer)
    name = _name(kind)
    sha256 = hashlib.sha256(body).hexdigest()
    told = (
        _wrong_file(answer, kind, look, expect)
        or _cut_file(name, look)
        or (
            telltale.error_in_text(decode(body, answer.headers))
            if kind in _TEXT_TYPES and len(body) < 4000
            else None
        )
        or _same_as_probe(answer, probe)
    )
    if told:
        return Found(*told, media_type=media_type, bytes=len(body))
    if last_sha256 and last_sha256.lower() != sha256:
        was, now = last_sha256[:12], sha256[:12]
        reason = Text(
            f"{name.th} ต่างจากที่เคยบันทึกไว้ (SHA-256 เดิม {was}… ตอนนี้ {now}…)",
            f"{name.en} that differs from the recorded one (SHA-256 then {was}…, now {now}…)",
        )
        return Found("changed", reason, media_type, len(body), sha256)
    return Found(
        *_good(answer, Text(f"พบเอกสาร {name.th}", f"{name.en} was found")), media_type, len(body), sha256
    )


def _wrong_file(answer: Answer, kind: str, look: FileLook | None, expect: Expected | None) -> Telling | None:
    """A file of another kind than the claimed or the announced."""
    if expect is None:
        announced = _announced(answer) or ""
        if look is None and (announced == "application/pdf" or announced in _FILE_TYPES):
            reason = Text(
                f"ประกาศว่าเป็น {announced} แต่เนื้อหาไม่ใช่", f"announced as {announced}, but the content is not"
            )
            return ("wrong_type", reason)
        return None
    right = {"image": kind in IMAGES, "zip": kind in PACKAGES}.get(expect, kind == expect)
    if expect in ("docx", "xlsx"):
        right = right or (kind == "zip" and bool(look and look.flaw))
        if kind == "ole" and encrypted_office(answer.body):
            return ("unverifiable", Text("เอกสารถูกล็อกด้วยรหัสผ่าน", "the document is behind a password"))
    if right:
        return None
    if kind in _TEXT_TYPES and (told := telltale.error_in_text(decode(answer.body[:4000], answer.headers))):
        return told if expect != "html" or told[0] != "soft_404" else _instead(kind, expect)
    return _instead(kind, expect)


def _same_as_probe(answer: Answer, probe: Answer | None) -> Telling | None:
    """A file that the host gives for every address."""
    if probe and 200 <= probe.status < 300 and probe.body == answer.body and not places.is_root(answer.url):
        reason = Text(
            "เซิร์ฟเวอร์ตอบไฟล์เดียวกันนี้แม้ขอที่อยู่ที่ไม่มีอยู่จริง",
            "the server gives this very file for addresses that cannot exist",
        )
        return ("soft_404", reason)
    return None


def _cut_file(name: Text, look: FileLook | None) -> Telling | None:
    if look is None or look.flaw is None:
        return None
    return (
        "truncated",
        Text(f"{name.th} ไม่ครบ: {look.flaw.th}", f"{name.en} that is not whole: {look.flaw.en}"),
    )


def _instead(kind: str, expect: str) -> Telling:
    got, wanted = _name(kind), _name(expect)
    return ("wrong_type", Text(f"ได้ {got.th} แทน {wanted.th}", f"{got.en} came instead of {wanted.en}"))


def _name(kind: str) -> Text:
    """What people call a kind of document."""
    if kind in IMAGES:
        kind = "image"
    article = "an" if kind in ("xlsx", "xml", "rtf", "ods", "odt", "epub") else "a"
    return _NAMES.get(kind) or Text(kind.upper(), f"{article} {kind.upper()} file")


def _text_kind(answer: Answer) -> str:
    """The kind of a body that is no known file and no page."""
    body = answer.body.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in body[:4096] and not answer.body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary"
    if re.match(rb"(?:\{\s*[\"}]|\[\s*[\[{\"\d\]])", body) and body.rstrip()[-1:] in (b"}", b"]"):
        return "json"
    if body.startswith((b"<?xml", b"<rss", b"<feed")):
        return "xml"
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in body[:4096])
    return "binary" if odd * 20 > min(len(body), 4096) else "text"


def _good(answer: Answer, reason: Text) -> Telling:
    if answer.redirects and answer.permanent:
        to = answer.final_url
        return ("moved", Text(f"{reason.th} ซึ่งย้ายถาวรไปที่ {to}", f"{reason.en}, moved for good to {to}"))
    return ("ok", reason)


def _announced(answer: Answer) -> str | None:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower() or None
