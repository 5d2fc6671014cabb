"""Looks that brought no answer to judge: what went wrong, as a verdict with its reason."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import aiohttp
from aiohttp.http_parser import RawResponseMessage

from prongsai.evidence.guard import NoSuchName, Refused, Unresolved
from prongsai.evidence.inflate import BadEncoding, Bomb, TooLarge
from prongsai.model.receipt import Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """A look without an answer."""

    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()

    def at(self, final_url: str | None, redirects: tuple[str, ...]) -> "Failure":
        """The same, with the way that led there."""
        return replace(self, final_url=final_url, redirects=redirects)


OLD_TLS: Final = Failure("tls_error", "เครื่องใช้ TLS 1.1 หรือเก่ากว่าเท่านั้น ซึ่งเบราว์เซอร์ไม่เปิดแล้ว")
_CERTIFICATE: Final = {
    9: "ใบรับรองยังไม่เริ่มใช้",
    10: "ใบรับรองหมดอายุ",
    18: "ใบรับรองออกให้ตัวเอง (self-signed)",
    19: "ใบรับรองในสายออกให้ตัวเอง (self-signed)",
    20: "ไม่พบผู้ออกใบรับรอง (ใบรับรองกลางขาด หรือผู้ออกไม่เป็นที่เชื่อถือ)",
    21: "ตรวจใบรับรองใบแรกไม่ได้ (ใบรับรองกลางขาด)",
    23: "ใบรับรองถูกเพิกถอน",
    62: "ใบรับรองเป็นของชื่อเครื่องอื่น",
    64: "ใบรับรองเป็นของที่อยู่ IP อื่น",
}
_WORDS: Final[dict[type[Exception], tuple[Verdict, Callable[[Exception], str]]]] = {
    Refused: ("ssrf_blocked", lambda error: f"ที่อยู่ภายในหรือที่สงวนไว้ ไม่เปิดเข้าไป ({error})"),
    NoSuchName: ("dns_error", lambda error: f"ไม่มีชื่อเครื่องนี้ ({error})"),
    Unresolved: ("connect_error", lambda error: f"ค้นชื่อเครื่องไม่ได้ในขณะนี้ ({error})"),
    Bomb: ("bomb", lambda error: "เนื้อหาที่บีบอัดไว้ขยายตัวผิดปกติ"),
    TooLarge: ("too_large", lambda error: "ไฟล์ใหญ่เกินกว่าที่จะเปิดตรวจ"),
    BadEncoding: ("protocol_error", lambda error: f"เนื้อหาไม่ได้เข้ารหัสตามที่แจ้ง ({error})"),
}


def failure_of(error: BaseException) -> Failure:
    """The verdict for what a look raised."""
    for kind, (verdict, words) in _WORDS.items():
        if isinstance(error, kind):
            return Failure(verdict, words(error))
    if isinstance(error, asyncio.TimeoutError):
        return Failure("timeout", "ไม่ตอบภายในเวลาที่รอ")
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return Failure("tls_error", _tls_reason(error))
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, ConnectionResetError):
        # The connection stood and was cut before a request: that is how a handshake is refused.
        return Failure("tls_error", "เครื่องตัดการเชื่อมต่อระหว่างตกลงการเข้ารหัส")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        if isinstance(error.message, RawResponseMessage):
            return Failure("protocol_error", "ปิดการเชื่อมต่อกลางส่วนหัวของคำตอบ")
        return Failure("connect_error", "ปิดการเชื่อมต่อโดยไม่ตอบ")
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
        return Failure("protocol_error", f"คำตอบผิดข้อกำหนด HTTP ({_first_line(error)})")
    if isinstance(error, OSError):
        return Failure("connect_error", f"เชื่อมต่อไม่ได้ ({_first_line(error)})")
    if isinstance(error, aiohttp.ClientError | ValueError):
        return Failure("protocol_error", f"คำตอบผิดข้อกำหนด HTTP ({_first_line(error)})")
    return Failure("unverifiable", f"ตรวจไม่ได้ ({type(error).__name__})")


def tls_failure(failure: Failure, status: int | None) -> Failure:
    """``failure`` with what stood behind the certificate."""
    if status is None:
        return failure
    return replace(failure, status=status, reason=f"{failure.reason}; เมื่อไม่ตรวจใบรับรอง เครื่องตอบ {status}")


def _tls_reason(error: BaseException) -> str:
    inner: BaseException | None = error
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        inner = error.certificate_error
    elif isinstance(error, aiohttp.ClientConnectorError):
        inner = error.os_error
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"{_CERTIFICATE.get(inner.verify_code, 'ใบรับรองใช้ไม่ได้')}: {inner.verify_message}"
    if isinstance(inner, ssl.SSLError):
        return f"เชื่อมต่อแบบเข้ารหัสไม่ได้ ({inner.reason or _first_line(inner)})"
    return f"เชื่อมต่อแบบเข้ารหัสไม่ได้ ({_first_line(error)})"


def _first_line(error: BaseException) -> str:
    if isinstance(error, aiohttp.ClientConnectorError):
        return error.os_error.strerror or str(error.os_error)
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(text).splitlines()[0][:120]
