"""Looks that brought no answer to judge: what went wrong, as a verdict with its reason."""

import asyncio
import ssl
from dataclasses import dataclass, replace
from typing import Final

import aiohttp
from aiohttp.http_parser import RawResponseMessage

from prongsai.errors import Text
from prongsai.evidence.guard import NoSuchName, Refused, Unresolved
from prongsai.evidence.inflate import BadEncoding, Bomb, TooLarge
from prongsai.model.receipt import Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """A look without an answer."""

    verdict: Verdict
    reason: Text
    status: int | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()

    def at(self, final_url: str | None, redirects: tuple[str, ...]) -> "Failure":
        """The same, with the way that led there."""
        return replace(self, final_url=final_url, redirects=redirects)


OLD_TLS: Final = Failure(
    "tls_error",
    Text(
        "เครื่องใช้ TLS 1.1 หรือเก่ากว่าเท่านั้น ซึ่งเบราว์เซอร์ไม่เปิดแล้ว",
        "the server speaks TLS 1.1 or older only, which browsers no longer open",
    ),
)
_CERTIFICATE: Final = {
    9: Text("ใบรับรองยังไม่เริ่มใช้", "the certificate is not valid yet"),
    10: Text("ใบรับรองหมดอายุ", "the certificate has expired"),
    18: Text("ใบรับรองออกให้ตัวเอง (self-signed)", "the certificate is signed by itself"),
    19: Text("ใบรับรองในสายออกให้ตัวเอง (self-signed)", "a certificate of the chain is signed by itself"),
    20: Text(
        "ไม่พบผู้ออกใบรับรอง (ใบรับรองกลางขาด หรือผู้ออกไม่เป็นที่เชื่อถือ)",
        "the issuer of the certificate is not known (an intermediate is missing, or the issuer not trusted)",
    ),
    21: Text(
        "ตรวจใบรับรองใบแรกไม่ได้ (ใบรับรองกลางขาด)",
        "the first certificate cannot be verified (an intermediate is missing)",
    ),
    23: Text("ใบรับรองถูกเพิกถอน", "the certificate was revoked"),
    62: Text("ใบรับรองเป็นของชื่อเครื่องอื่น", "the certificate is of another host name"),
    64: Text("ใบรับรองเป็นของที่อยู่ IP อื่น", "the certificate is of another IP address"),
}  # fmt: skip
_UNUSABLE: Final = Text("ใบรับรองใช้ไม่ได้", "the certificate cannot be used")
_NO_TLS: Final = Text("เชื่อมต่อแบบเข้ารหัสไม่ได้", "no encrypted connection could be made")
_NO_CONNECTION: Final = Text("เชื่อมต่อไม่ได้", "no connection could be made")
_NO_HTTP: Final = Text("คำตอบผิดข้อกำหนด HTTP", "the answer breaks the rules of HTTP")
_KINDS: Final[dict[type[Exception], tuple[Verdict, Text, bool]]] = {
    Refused: (
        "ssrf_blocked",
        Text("ที่อยู่ภายในหรือที่สงวนไว้ ไม่เปิดเข้าไป", "a private or reserved address, not opened"),
        True,
    ),
    NoSuchName: ("dns_error", Text("ไม่มีชื่อเครื่องนี้", "there is no such host name"), True),
    Unresolved: (
        "connect_error",
        Text("ค้นชื่อเครื่องไม่ได้ในขณะนี้", "the host name cannot be looked up at present"),
        True,
    ),
    Bomb: (
        "bomb",
        Text("เนื้อหาที่บีบอัดไว้ขยายตัวผิดปกติ", "the compressed content grows out of all proportion"),
        False,
    ),
    TooLarge: ("too_large", Text("ไฟล์ใหญ่เกินกว่าที่จะเปิดตรวจ", "the file is too large to be examined"), False),
    BadEncoding: (
        "protocol_error",
        Text("เนื้อหาไม่ได้เข้ารหัสตามที่แจ้ง", "the content is not encoded as announced"),
        True,
    ),
}
"""For what is raised here: the verdict, the reason, and whether the reason goes on with what was raised."""


def failure_of(error: BaseException) -> Failure:
    """The verdict for what a look raised."""
    for kind, (verdict, reason, more) in _KINDS.items():
        if isinstance(error, kind):
            return Failure(verdict, _with(reason, str(error)) if more else reason)
    if isinstance(error, asyncio.TimeoutError):
        return Failure("timeout", Text("ไม่ตอบภายในเวลาที่รอ", "no answer within the time that is waited"))
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return Failure("tls_error", _tls_reason(error))
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, ConnectionResetError):
        # The connection stood and was cut before a request: that is how a handshake is refused.
        return Failure(
            "tls_error",
            Text(
                "เครื่องตัดการเชื่อมต่อระหว่างตกลงการเข้ารหัส",
                "the server cut the connection while the encryption was agreed on",
            ),
        )
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return _disconnected(error)
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.ClientPayloadError):
        return Failure("protocol_error", _with(_NO_HTTP, _first_line(error)))
    if isinstance(error, OSError):
        return Failure("connect_error", _with(_NO_CONNECTION, _first_line(error)))
    if isinstance(error, aiohttp.ClientError | ValueError):
        return Failure("protocol_error", _with(_NO_HTTP, _first_line(error)))
    return Failure("unverifiable", unexpected(error))


def unexpected(error: BaseException) -> Text:
    """The reason where something raised that never should."""
    return _with(Text("ตรวจไม่ได้", "this could not be examined"), type(error).__name__)


def tls_failure(failure: Failure, status: int | None) -> Failure:
    """``failure`` with what stood behind the certificate."""
    if status is None:
        return failure
    reason = Text(
        f"{failure.reason.th}; เมื่อไม่ตรวจใบรับรอง เครื่องตอบ {status}",
        f"{failure.reason.en}; with the certificate unchecked the server answers {status}",
    )
    return replace(failure, status=status, reason=reason)


def _disconnected(error: aiohttp.ServerDisconnectedError) -> Failure:
    if isinstance(error.message, RawResponseMessage):
        reason = Text(
            "ปิดการเชื่อมต่อกลางส่วนหัวของคำตอบ", "the connection was closed within the head of the answer"
        )
        return Failure("protocol_error", reason)
    return Failure(
        "connect_error", Text("ปิดการเชื่อมต่อโดยไม่ตอบ", "the connection was closed without an answer")
    )


def _tls_reason(error: BaseException) -> Text:
    inner: BaseException | None = error
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        inner = error.certificate_error
    elif isinstance(error, aiohttp.ClientConnectorError):
        inner = error.os_error
    if isinstance(inner, ssl.SSLCertVerificationError):
        return _with(_CERTIFICATE.get(inner.verify_code, _UNUSABLE), inner.verify_message)
    if isinstance(inner, ssl.SSLError):
        return _with(_NO_TLS, inner.reason or _first_line(inner))
    return _with(_NO_TLS, _first_line(error))


def _with(reason: Text, detail: str) -> Text:
    """``reason`` with the words of the system."""
    return Text(f"{reason.th} ({detail})", f"{reason.en} ({detail})")


def _first_line(error: BaseException) -> str:
    if isinstance(error, aiohttp.ClientConnectorError):
        return error.os_error.strerror or str(error.os_error)
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(text).splitlines()[0][:120]
