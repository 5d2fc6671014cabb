"""A receipt: the dated result of visiting a piece of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from prongsai.errors import Text

Verdict = Literal[
    "ok",
    "moved",
    "not_found",
    "gone",
    "soft_404",
    "login_wall",
    "wrong_host",
    "wrong_type",
    "empty",
    "truncated",
    "changed",
    "bomb",
    "too_large",
    "redirect_loop",
    "protocol_error",
    "tls_error",
    "invalid_url",
    "ssrf_blocked",
    "dns_error",
    "timeout",
    "connect_error",
    "server_error",
    "unavailable",
    "rate_limited",
    "blocked",
    "unverifiable",
]
Judgement = Literal["pass", "fail", "unknown"]
Expected = Literal["pdf", "html", "zip", "docx", "xlsx", "image"]

_PASS: Final = ("ok", "moved")
_UNKNOWN: Final = (
    "timeout", "connect_error", "server_error", "unavailable", "rate_limited", "blocked", "unverifiable",
)  # fmt: skip
_ALL: Final[tuple[Verdict, ...]] = Verdict.__args__  # type: ignore[attr-defined]
CLASS_OF: Final[Mapping[Verdict, Judgement]] = MappingProxyType(
    {
        verdict: "pass" if verdict in _PASS else "unknown" if verdict in _UNKNOWN else "fail"
        for verdict in _ALL
    }
)


RECEIPTS_FORMAT: Final = "prongsai/receipts-lock/1"
"""The format of the file in which receipts are kept."""

FAILURES_THAT_COUNT: Final = 3
"""After so many failures, each at least ``DAYS_APART`` days after the one before, unknown becomes fail."""

DAYS_APART: Final = 3


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was found at an address.

    ``redirects`` are the addresses passed on the way; ``sha256`` is of a file's bytes, ``fingerprint`` of a
    page's lasting text; ``accepted`` is the hash that was last taken as right, against which a later visit
    is held, and ``etag`` the tag under which the host served it; times are ISO in UTC; ``failures`` counts
    failures in a row, those less than three days apart once, and ``failed_at`` is when the last of them was
    counted. ``copy`` is the file name of the copy that was kept of the accepted document.
    """

    url: str
    verdict: Verdict
    reason: Text
    status: int | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    media_type: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    fingerprint: str | None = None
    accepted: str | None = None
    etag: str | None = None
    checked_at: str | None = None
    first_ok: str | None = None
    last_ok: str | None = None
    failures: int = 0
    failed_at: str | None = None
    items: tuple[str, ...] = ()
    copy: str | None = None

    @property
    def judgement(self) -> Judgement:
        """The class of the verdict; what stayed unknown in three failures has failed."""
        found = CLASS_OF[self.verdict]
        return "fail" if found == "unknown" and self.failures >= FAILURES_THAT_COUNT else found


@dataclass(frozen=True, slots=True)
class Filing:
    """The receipts of a year as they stood when the year was filed; ``filed_at`` is an ISO moment."""

    fiscal_year: int
    filed_at: str
    receipts: Mapping[str, Receipt]
