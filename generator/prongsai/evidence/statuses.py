"""What the status of an answer decides by itself."""

import re
from typing import Final

from prongsai.errors import Text
from prongsai.evidence.answer import Answer, Telling
from prongsai.model.receipt import Verdict

_NOTHING: Final = Text("ไม่มีเนื้อหา", "there is no content")
_STATUSES: Final[dict[int, tuple[Verdict, Text]]] = {
    204: ("empty", _NOTHING),
    205: ("empty", _NOTHING),
    400: ("not_found", Text("เซิร์ฟเวอร์ไม่รู้จักที่อยู่นี้", "the server does not understand this address")),
    401: ("login_wall", Text("ต้องเข้าสู่ระบบ", "one has to log in")),
    402: ("blocked", Text("ต้องชำระเงินก่อน", "one has to pay first")),
    403: ("blocked", Text("เซิร์ฟเวอร์ไม่อนุญาตให้เข้าดู", "the server does not permit a look")),
    404: ("not_found", Text("ไม่พบเอกสาร", "the document is not there")),
    407: ("blocked", Text("พร็อกซีไม่อนุญาตให้เข้าดู", "a proxy does not permit a look")),
    408: ("timeout", Text("เซิร์ฟเวอร์รอคำขอนานเกินไป", "the server waited too long for the request")),
    410: ("gone", Text("เอกสารถูกนำออกถาวร", "the document was taken away for good")),
    421: ("unavailable", Text("เซิร์ฟเวอร์ไม่ได้ตอบแทนโฮสต์นี้", "the server does not answer for this host")),
    423: ("blocked", Text("เอกสารถูกล็อก", "the document is locked")),
    425: ("unavailable", Text("เซิร์ฟเวอร์ยังไม่พร้อมตอบ", "the server is not ready to answer")),
    429: ("rate_limited", Text("เซิร์ฟเวอร์ขอให้ลดความถี่", "the server asks for fewer requests")),
    451: ("blocked", Text("ถูกระงับด้วยเหตุทางกฎหมาย", "withheld for legal reasons")),
    503: ("unavailable", Text("ระบบไม่พร้อมให้บริการชั่วคราว", "the service is not available for now")),
    999: ("blocked", Text("เซิร์ฟเวอร์กั้นการเข้าดูอัตโนมัติ", "the server keeps programs out")),
}
_REFUSING: Final = frozenset((405, 406, 409, 412, 418, 444, 499))
_CUT: Final = Text(
    "การเชื่อมต่อจบก่อนได้เนื้อหาครบตามที่ประกาศ", "the connection ended before all of the announced content came"
)
_PART: Final = Text(
    "เซิร์ฟเวอร์ส่งมาเพียงบางส่วน (206) ทั้งที่ขอทั้งหมด", "the server sent a part only (206), though asked for all"
)
_ACCEPTED: Final = Text(
    "เซิร์ฟเวอร์รับคำขอแล้วแต่ยังไม่ส่งเอกสาร (202)", "the server took the request but has not sent the document (202)"
)
_REFUSED: Final = Text("เซิร์ฟเวอร์ไม่รับคำขอนี้", "the server does not take this request")
_NOT_GIVEN: Final = Text("เซิร์ฟเวอร์ไม่ให้เอกสาร", "the server does not give the document")
_BROKEN: Final = Text("ระบบของเซิร์ฟเวอร์ผิดพลาด", "the server's own system failed")
_NO_END: Final = Text("คำตอบที่ไม่ควรเป็นคำตอบสุดท้าย", "an answer that should not be the last")
SAME: Final = Text("ไม่เปลี่ยนแปลงจากครั้งก่อน (304)", "unchanged since the last look (304)")
"""The reason of a document that its server says is the one we know."""


def by_status(answer: Answer) -> Telling | None:
    """What the status decides, None where the body must tell."""
    status = answer.status
    if status == 206:
        return None if _is_all(answer) else ("truncated", _PART)
    if status == 202 and not answer.body.strip():
        return ("unavailable", _ACCEPTED)
    if status in _STATUSES:
        return _numbered(*_STATUSES[status], status)
    if 200 <= status < 300:
        return None if answer.whole else ("truncated", _CUT)
    if status in _REFUSING:
        return _numbered("blocked", _REFUSED, status)
    if 400 <= status < 500:
        return _numbered("not_found", _NOT_GIVEN, status)
    if 500 <= status < 600:
        return _numbered("server_error", _BROKEN, status)
    return _numbered("protocol_error", _NO_END, status)


def _numbered(verdict: Verdict, reason: Text, status: int) -> Telling:
    return (verdict, Text(f"{reason.th} ({status})", f"{reason.en} ({status})"))


def _is_all(answer: Answer) -> bool:
    """Whether what is called a part is all of the document."""
    given = re.fullmatch(
        r"\s*bytes\s+0-(\d{1,18})/(\d{1,18})\s*", answer.headers.get("content-range", ""), re.I | re.ASCII
    )
    return given is not None and answer.whole and int(given[1]) + 1 == int(given[2])
