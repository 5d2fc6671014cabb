"""What an answer means for a piece of evidence: its verdict, and why."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from prongsai.evidence import places, telltale
from prongsai.evidence.answer import Answer
from prongsai.evidence.files import IMAGES, MEDIA_TYPES, PACKAGES, FileLook, encrypted_office, look_at
from prongsai.evidence.lasting import fingerprint
from prongsai.evidence.page import Page, decode, looks_like_html, read_page
from prongsai.model.receipt import Expected, Verdict

Telling = tuple[Verdict, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict and what it rests on; ``sha256`` of files, ``fingerprint`` of pages, where they count."""

    verdict: Verdict
    reason: str
    media_type: str | None = None
    bytes: int = 0
    sha256: str | None = None
    fingerprint: str | None = None


_STATUSES: Final[dict[int, Telling]] = {
    204: ("empty", "ไม่มีเนื้อหา"),
    205: ("empty", "ไม่มีเนื้อหา"),
    400: ("not_found", "เซิร์ฟเวอร์ไม่รู้จักที่อยู่นี้"),
    401: ("login_wall", "ต้องเข้าสู่ระบบ"),
    402: ("blocked", "ต้องชำระเงินก่อน"),
    403: ("blocked", "เซิร์ฟเวอร์ไม่อนุญาตให้เข้าดู"),
    404: ("not_found", "ไม่พบเอกสาร"),
    407: ("blocked", "พร็อกซีไม่อนุญาตให้เข้าดู"),
    408: ("timeout", "เซิร์ฟเวอร์รอคำขอนานเกินไป"),
    410: ("gone", "เอกสารถูกนำออกถาวร"),
    421: ("unavailable", "เซิร์ฟเวอร์ไม่ได้ตอบแทนโฮสต์นี้"),
    423: ("blocked", "เอกสารถูกล็อก"),
    425: ("unavailable", "เซิร์ฟเวอร์ยังไม่พร้อมตอบ"),
    429: ("rate_limited", "เซิร์ฟเวอร์ขอให้ลดความถี่"),
    451: ("blocked", "ถูกระงับด้วยเหตุทางกฎหมาย"),
    503: ("unavailable", "ระบบไม่พร้อมให้บริการชั่วคราว"),
    999: ("blocked", "เซิร์ฟเวอร์กั้นการเข้าดูอัตโนมัติ"),
}
_REFUSING: Final = frozenset((405, 406, 409, 412, 418, 444, 499))
_NAMES: Final[dict[str, str]] = {
    "pdf": "PDF", "html": "หน้าเว็บ", "zip": "ZIP", "docx": "DOCX", "xlsx": "XLSX", "image": "ภาพ",
    "text": "ข้อความ", "json": "JSON", "xml": "XML", "binary": "ไฟล์ที่ไม่รู้จักชนิด", "ole": "ไฟล์ Office รุ่นเก่า",
}  # fmt: skip
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
    told = _by_address(answer, allowed_host) or _by_status(answer, last_sha256)
    media_type = _announced(answer)
    if told:
        return Found(*told, media_type=media_type, bytes=len(answer.body))
    if not answer.body.strip(b"\0\t\n\x0b\x0c\r \xef\xbb\xbf"):
        return Found(
            "empty", "ไม่มีเนื้อหา (0 ไบต์)" if not answer.body else "มีแต่ช่องว่าง", media_type, len(answer.body)
        )
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
        return ("login_wall", f"ถูกพาไปหน้าเข้าสู่ระบบ {final}")
    if not allowed_host(host):
        return ("wrong_host", f"อยู่บนโฮสต์ {host} ซึ่งไม่ใช่ของหน่วยงาน")
    return _by_redirect(answer.url, final) if led and page else None


def _by_redirect(url: str, final: str) -> Telling | None:
    """What it means that ``url`` leads to the page ``final``."""
    if places.is_parking(final) and not places.is_parking(url):
        return ("wrong_host", f"ถูกพาไปหน้าจอดโดเมน {final}")
    if places.is_login(final) and not places.is_login(url):
        return ("login_wall", f"ถูกพาไปหน้าเข้าสู่ระบบ {final}")
    if places.is_root(url):
        return None
    if places.is_root(final):
        return ("soft_404", f"ถูกพาไปหน้าแรก {final} แทนเอกสาร")
    if places.is_away(final) and not places.is_away(url):
        return ("unavailable", f"ถูกพาไปหน้าปิดปรับปรุง {final}")
    if places.is_error(final) and not places.is_error(url):
        return ("soft_404", f"ถูกพาไปหน้าแจ้งข้อผิดพลาด {final}")
    return None


def _by_status(answer: Answer, last_sha256: str | None) -> Telling | None:
    """What the status decides, None where the body must tell."""
    status = answer.status
    if status == 206:
        return _by_range(answer)
    if status == 304 and last_sha256:
        return ("ok", "ไม่เปลี่ยนแปลงจากครั้งก่อน (304)")
    if status == 202 and not answer.body.strip():
        return ("unavailable", "เซิร์ฟเวอร์รับคำขอแล้วแต่ยังไม่ส่งเอกสาร (202)")
    if status in _STATUSES:
        verdict, reason = _STATUSES[status]
        return (verdict, f"{reason} ({status})")
    if 200 <= status < 300:
        return None if answer.whole else ("truncated", "การเชื่อมต่อจบก่อนได้เนื้อหาครบตามที่ประกาศ")
    if status in _REFUSING:
        return ("blocked", f"เซิร์ฟเวอร์ไม่รับคำขอนี้ ({status})")
    if 400 <= status < 500:
        return ("not_found", f"เซิร์ฟเวอร์ไม่ให้เอกสาร ({status})")
    if 500 <= status < 600:
        return ("server_error", f"ระบบของเซิร์ฟเวอร์ผิดพลาด ({status})")
    return ("protocol_error", f"คำตอบที่ไม่ควรเป็นคำตอบสุดท้าย ({status})")


def _by_range(answer: Answer) -> Telling | None:
    """A part that wasn't asked for; all of a document called a part will do."""
    given = re.fullmatch(
        r"\s*bytes\s+0-(\d{1,18})/(\d{1,18})\s*", answer.headers.get("content-range", ""), re.I
    )
    if given and int(given[1]) + 1 == int(given[2]) and answer.whole:
        return None
    return ("truncated", "เซิร์ฟเวอร์ส่งมาเพียงบางส่วน (206) ทั้งที่ขอทั้งหมด")


def _judge_page(
    answer: Answer, expect: Expected | None, probe: Answer | None, allowed_host: Callable[[str], bool]
) -> Found:
    page = read_page(answer.body, answer.headers)
    told = (
        _by_jump(answer, page, allowed_host)
        or _by_page(answer, page, expect, probe)
        or _wrong_page(answer, expect)
        or (("truncated", "หน้าเว็บขาดกลางแท็ก") if page.cut else None)
    )
    if told:
        return Found(*told, media_type="text/html", bytes=len(answer.body))
    return Found(*_good(answer, "พบหน้าเว็บ"), "text/html", len(answer.body), fingerprint=fingerprint(page))


def _by_jump(answer: Answer, page: Page, allowed_host: Callable[[str], bool]) -> Telling | None:
    """What a page means that sends its visitors on by itself."""
    target = page.refresh or (page.jump if len(page.main) < 120 else None)
    url = places.joined(answer.final_url, target) if target else None
    if url is None or places.same_document(url, answer.final_url):
        return None
    if len(page.main) > 600:
        return None
    if not places.is_login(url) and not allowed_host(places.host_of(url)):
        return ("wrong_host", f"หน้านี้พาไปโฮสต์อื่น {url}")
    return _by_redirect(answer.url, url) or (
        ("unverifiable", f"หน้านี้พาต่อไปที่ {url} ด้วยเบราว์เซอร์เท่านั้น") if len(page.main) < 200 else None
    )


def _by_page(answer: Answer, page: Page, expect: Expected | None, probe: Answer | None) -> Telling | None:
    wants_page = expect in (None, "html")
    if telltale.is_made_by_scripts(page) and wants_page:
        if told := telltale.telling(page):
            return told
        return ("unverifiable", "หน้านี้แสดงเนื้อหาด้วยสคริปต์เท่านั้น จึงตรวจไม่ได้โดยไม่เปิดเบราว์เซอร์")
    if telltale.is_blank(page) and (wants_page or not page.scripts):
        return ("empty", "หน้าเว็บไม่มีเนื้อหา")
    if told := telltale.telling(page):
        return told
    if probe and wants_page and not places.is_root(answer.url) and (told := _by_probe(answer, page, probe)):
        return told
    if page.frames and not page.text.strip() and wants_page:
        return ("unverifiable", "หน้านี้มีแต่กรอบที่แสดงหน้าอื่น")
    return None


def _by_probe(answer: Answer, page: Page, probe: Answer) -> Telling | None:
    """What the host's answer to an impossible address tells about this one."""
    if not 200 <= probe.status < 300 or not probe.body:
        return None
    if answer.redirects and probe.redirects and answer.final_url == probe.final_url:
        return ("soft_404", f"ที่อยู่ใด ๆ ของโฮสต์นี้ก็ถูกพาไป {answer.final_url}")
    if look_at(probe.body) or not looks_like_html(probe.body, _announced(probe)):
        return None
    return telltale.shared_with(page, read_page(probe.body, probe.headers), answer.url, probe.url)


def _wrong_page(answer: Answer, expect: Expected | None) -> Telling | None:
    """A page where a file was claimed."""
    if expect not in (None, "html"):
        return ("wrong_type", f"ได้หน้าเว็บแทน {_NAMES[str(expect)]}")
    announced = _announced(answer) or ""
    if expect is None and (announced in _FILE_TYPES or announced.startswith("image/")):
        return ("wrong_type", f"ประกาศว่าเป็น {announced} แต่เนื้อหาเป็นหน้าเว็บ")
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
    name = "ภาพ" if kind in IMAGES else _NAMES.get(kind, kind.upper())
    sha256 = hashlib.sha256(body).hexdigest()
    told = (
        _wrong_file(answer, kind, look, expect)
        or (("truncated", f"{name} ไม่ครบ: {look.flaw}") if look and look.flaw else None)
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
        reason = f"{name} ต่างจากที่เคยบันทึกไว้ (SHA-256 เดิม {last_sha256[:12]}… ตอนนี้ {sha256[:12]}…)"
        return Found("changed", reason, media_type, len(body), sha256)
    return Found(*_good(answer, f"พบเอกสาร {name}"), media_type, len(body), sha256)


def _wrong_file(answer: Answer, kind: str, look: FileLook | None, expect: Expected | None) -> Telling | None:
    """A file of another kind than the claimed or the announced."""
    if expect is None:
        announced = _announced(answer) or ""
        if look is None and (announced == "application/pdf" or announced in _FILE_TYPES):
            return ("wrong_type", f"ประกาศว่าเป็น {announced} แต่เนื้อหาไม่ใช่")
        return None
    right = {"image": kind in IMAGES, "zip": kind in PACKAGES}.get(expect, kind == expect)
    if expect in ("docx", "xlsx"):
        right = right or (kind == "zip" and bool(look and look.flaw))
        if kind == "ole" and encrypted_office(answer.body):
            return ("unverifiable", "เอกสารถูกล็อกด้วยรหัสผ่าน")
    if right:
        return None
    wanted, got = _NAMES[expect], "ภาพ" if kind in IMAGES else _NAMES.get(kind, kind.upper())
    if kind in _TEXT_TYPES and (told := telltale.error_in_text(decode(answer.body[:4000], answer.headers))):
        return told if expect != "html" or told[0] != "soft_404" else ("wrong_type", f"ได้ {got} แทน {wanted}")
    return ("wrong_type", f"ได้ {got} แทน {wanted}")


def _same_as_probe(answer: Answer, probe: Answer | None) -> Telling | None:
    """A file that the host gives for every address."""
    if probe and 200 <= probe.status < 300 and probe.body == answer.body and not places.is_root(answer.url):
        return ("soft_404", "เซิร์ฟเวอร์ตอบไฟล์เดียวกันนี้แม้ขอที่อยู่ที่ไม่มีอยู่จริง")
    return None


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


def _good(answer: Answer, reason: str) -> Telling:
    if answer.redirects and answer.permanent:
        return ("moved", f"{reason} ซึ่งย้ายถาวรไปที่ {answer.final_url}")
    return ("ok", reason)


def _announced(answer: Answer) -> str | None:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower() or None
