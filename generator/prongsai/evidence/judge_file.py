"""What a file, or a text that is no page, means for a piece of evidence."""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import places, telltale
from prongsai.evidence.answer import Answer, Telling
from prongsai.evidence.charset import decode
from prongsai.evidence.files import IMAGES, MEDIA_TYPES, PACKAGES, FileLook, encrypted_office
from prongsai.evidence.found import Found, good
from prongsai.evidence.nowhere import Nowhere
from prongsai.model.receipt import Expected

_NAMES: Final[dict[str, Text]] = {
    "html": Text("หน้าเว็บ", "a web page"),
    "image": Text("ภาพ", "a picture"),
    "text": Text("ข้อความ", "plain text"),
    "binary": Text("ไฟล์ที่ไม่รู้จักชนิด", "a file of unknown kind"),
    "ole": Text("ไฟล์ Office รุ่นเก่า", "a file of an old Office"),
}
_TEXT_TYPES: Final = {"json": "application/json", "xml": "application/xml", "text": "text/plain"}
_FILE_TYPES: Final = frozenset(media for kind, media in MEDIA_TYPES.items() if kind != "ole")
_LOCKED: Final = Text("เอกสารถูกล็อกด้วยรหัสผ่าน", "the document is behind a password")
_ANYWHERE: Final = Text(
    "เซิร์ฟเวอร์ตอบไฟล์เดียวกันนี้แม้ขอที่อยู่ที่ไม่มีอยู่จริง", "the server gives this very file for addresses that cannot exist"
)
_SHORT_TEXT: Final = 4000


def judge_file(
    answer: Answer, expect: Expected | None, last_sha256: str | None, nowheres: Sequence[Nowhere]
) -> Found:
    """Judge a file that was served without complaint."""
    look, body = answer.file, answer.body
    kind = look.kind if look else _text_kind(body)
    media_type = look.media_type if look else _TEXT_TYPES.get(kind) or answer.announced
    name = _name(kind)
    sha256 = hashlib.sha256(body).hexdigest()
    told = (
        _wrong_file(answer, kind, look, expect)
        or _cut(name, look)
        or (_error(answer) if kind in _TEXT_TYPES and len(body) < _SHORT_TEXT else None)
        or _given_anywhere(answer, nowheres)
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
    reason = Text(f"พบเอกสาร {name.th}", f"{name.en} was found")
    return Found(*good(answer, reason), media_type=media_type, bytes=len(body), sha256=sha256)


def instead(kind: str, expect: str) -> Telling:
    """A document of one kind where another was claimed."""
    got, wanted = _name(kind), _name(expect)
    return ("wrong_type", Text(f"ได้ {got.th} แทน {wanted.th}", f"{got.en} came instead of {wanted.en}"))


def _wrong_file(answer: Answer, kind: str, look: FileLook | None, expect: Expected | None) -> Telling | None:
    """A file of another kind than the claimed or the announced."""
    if expect is None:
        announced = answer.announced or ""
        if look is None and announced in _FILE_TYPES:
            reason = Text(
                f"ประกาศว่าเป็น {announced} แต่เนื้อหาไม่ใช่", f"announced as {announced}, but the content is not"
            )
            return ("wrong_type", reason)
        return None
    right = {"image": kind in IMAGES, "zip": kind in PACKAGES}.get(expect, kind == expect)
    if expect in ("docx", "xlsx"):
        right = right or (kind == "zip" and bool(look and look.flaw))
        if kind == "ole" and encrypted_office(answer.body):
            return ("unverifiable", _LOCKED)
    if right:
        return None
    if kind in _TEXT_TYPES and (told := _error(answer)):
        return told if expect != "html" or told[0] != "soft_404" else instead(kind, expect)
    return instead(kind, expect)


def _error(answer: Answer) -> Telling | None:
    """What a text tells that is an apology rather than a document."""
    return telltale.error_in_text(decode(answer.body[:_SHORT_TEXT], answer.headers))


def _given_anywhere(answer: Answer, nowheres: Sequence[Nowhere]) -> Telling | None:
    """A file that the host gives for every address."""
    if places.is_root(answer.url) or not any(nowhere.is_file_of(answer) for nowhere in nowheres):
        return None
    return ("soft_404", _ANYWHERE)


def _cut(name: Text, look: FileLook | None) -> Telling | None:
    if look is None or look.flaw is None:
        return None
    reason = Text(f"{name.th} ไม่ครบ: {look.flaw.th}", f"{name.en} that is not whole: {look.flaw.en}")
    return ("truncated", reason)


def _name(kind: str) -> Text:
    """What people call a kind of document."""
    if kind in IMAGES:
        kind = "image"
    article = "an" if kind in ("xlsx", "xml", "rtf", "ods", "odt", "epub") else "a"
    return _NAMES.get(kind) or Text(kind.upper(), f"{article} {kind.upper()} file")


def _text_kind(whole: bytes) -> str:
    """The kind of a body that is no known file and no page."""
    body = whole.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in body[:4096] and not whole.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary"
    if re.match(rb"(?:\{\s*[\"}]|\[\s*[\[{\"\d\]])", body) and body.rstrip()[-1:] in (b"}", b"]"):
        return "json"
    if body.startswith((b"<?xml", b"<rss", b"<feed")):
        return "xml"
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in body[:4096])
    return "binary" if odd * 20 > min(len(body), 4096) else "text"
