"""Addresses that tell by themselves what stands there: a front page, a login, an error page."""

import re
from typing import Final
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

_ROOTS: Final = re.compile(
    r"/?(?:(?:th|en|thai|web|www|main|home|index|default|welcome|frontpage|หน้าแรก|หน้าหลัก)(?:\.\w{2,5})?/?){0,2}",
    re.I,
)
_LOGIN: Final = re.compile(
    r"(?:wp-|user[-_]?|member[-_]?s?|admin[-_]?|sso[-_]?|auth[-_]?|page[-_]?|account[-_]?|form[-_]?|service)?"
    r"(?:log[-_]?in|sign[-_]?in|logon|เข้าสู่ระบบ)(?:[-_]?(?:form|page|user|member|admin))?",
    re.I,
)
_ERROR: Final = re.compile(
    r"(?:(?:http|page|err|error|status)[-_]?)*404(?:[-_]?(?:error|page|not[-_]?found))?|(?:(?:page|file|error|err|404)[-_]?)?not[-_]?found"
    r"|errors?(?:[-_]?(?:page|message|document))?|page[-_]?error|generic[-_]?error|custom[-_]?error|missing|filenotfound|noaccess",
    re.I,
)
_AWAY: Final = re.compile(
    r"(?:under[-_]?)?maintenance|503|unavailable|offline|under[-_]?construction|500", re.I
)
_PARKING: Final = re.compile(
    r"defaultwebpage|suspendedpage|suspended|parking|parked|expired|domain[-_]?for[-_]?sale", re.I
)
_SIGN_ON_HOSTS: Final = frozenset(
    (
        "accounts.google.com",
        "login.microsoftonline.com",
        "login.live.com",
        "login.yahoo.com",
        "appleid.apple.com",
    )
)


def is_root(url: str) -> bool:
    """Whether this is the front page of a host."""
    split = _split(url)
    return not split[2] and bool(_ROOTS.fullmatch(split[1]))


def is_login(url: str) -> bool:
    """Whether an address is one of a login page."""
    host, path, query = _split(url)
    stems = _stems(path)[-2:] + [value.lower() for key, value in parse_qsl(query) if key.lower() in _SWITCHES]
    return host in _SIGN_ON_HOSTS or any(_LOGIN.fullmatch(stem) for stem in stems)


_SWITCHES: Final = frozenset(
    ("view", "page", "action", "mod", "module", "name", "op", "act", "do", "r", "route", "p")
)


def is_error(url: str) -> bool:
    """Whether an address is one of an error page."""
    return _ends(url, _ERROR) or bool(_ERROR.fullmatch(_switched(url))) or _is_root_with_error(url)


def _is_root_with_error(url: str) -> bool:
    """A front page that is told to say that something is missing."""
    _, path, query = _split(url)
    if not query or not _ROOTS.fullmatch(path):
        return False
    return any(_ERROR.fullmatch(word) for pair in parse_qsl(query, keep_blank_values=True) for word in pair)


def is_away(url: str) -> bool:
    """Whether an address is one that says: for now not here."""
    return _ends(url, _AWAY)


def is_parking(url: str) -> bool:
    """Whether an address is one to which hosting companies lead for what they no longer serve."""
    return _ends(url, _PARKING)


def same_document(one: str, other: str) -> bool:
    """Whether two addresses differ in scheme, ``www.``, a slash or a fragment at most."""

    def shape(url: str) -> tuple[str, str, str]:
        host, path, query = _split(url)
        return (re.sub(r"^www\.", "", host), path.rstrip("/"), query)

    return shape(one) == shape(other)


def joined(base: str, target: str) -> str | None:
    """``target`` as the page at ``base`` means it; None where it is no address of the web."""
    try:
        url = urljoin(base, target.strip())
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def host_of(url: str) -> str:
    """The host of an address with its port where it names one, in small letters."""
    try:
        split = urlsplit(url)
        port = f":{split.port}" if split.port else ""
        return (split.hostname or "") + port
    except ValueError:
        return ""


def _ends(url: str, pattern: re.Pattern[str]) -> bool:
    stems = _stems(_split(url)[1])
    return bool(stems) and any(pattern.fullmatch(stem) for stem in stems[-1:])


def _switched(url: str) -> str:
    query = parse_qsl(_split(url)[2])
    return next(
        (value for key, value in query if key.lower() in ("page", "error", "view", "p", "action")), ""
    )


def _stems(path: str) -> list[str]:
    return [
        re.sub(r"\.(?:php\d?|html?|aspx?|jsp|cgi|do|action)$", "", part)
        for part in path.lower().split("/")
        if part
    ]


def _split(url: str) -> tuple[str, str, str]:
    try:
        split = urlsplit(url)
        return ((split.hostname or "").lower(), unquote(split.path, errors="replace"), split.query)
    except ValueError:
        return ("", url, "")
