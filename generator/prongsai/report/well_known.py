"""Files that programs look for at fixed places: ``robots.txt``, ``security.txt`` and ``.nojekyll``."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from prongsai.errors import Text
from prongsai.model.agency import Agency
from prongsai.model.contacts import dialled, mail, telephone

SECURITY: Final = ".well-known/security.txt"
_VALID: Final = timedelta(days=364)
"""RFC 9116 asks for less than a year."""

_WEB: Final = re.compile(r"https://[!-~]+")

WITHOUT_HOST: Final = Text(
    "ยังไม่รู้ที่อยู่ของเว็บไซต์ จึงไม่มี sitemap.xml ที่อยู่หลักของหน้า QR ของข้อ ป้ายลิงก์สำหรับเว็บไซต์หลัก "
    "และลิงก์ใน feed.json กับ deadlines.ics ส่วน feed.xml และ catalog.jsonld ใช้ urn: กับที่อยู่สัมพัทธ์ "
    "— บอกด้วย site_url ใน mkdocs.yml",
    "nobody said where the site will stand, so it has no sitemap.xml, no canonical addresses, no QR codes of "
    "items, no snippet for the main site and no links in feed.json and deadlines.ics; feed.xml and "
    "catalog.jsonld use urn: and relative addresses — set site_url in mkdocs.yml",
)
"""What a build says that does not know its host."""


def well_known_files(agency: Agency, built: int, site_url: str | None) -> dict[str, bytes]:
    """The files by address; ``built`` is the time that stands for the build, in seconds since 1970."""
    files = {".nojekyll": b"", "robots.txt": _text(_robots(site_url))}
    contacts = tuple(_contacts(agency))
    if contacts:
        files[SECURITY] = _text(_security(contacts, built, site_url))
    return files


def _text(lines: Iterable[str]) -> bytes:
    return "\n".join((*lines, "")).encode()


def _robots(site_url: str | None) -> list[str]:
    """Everybody may read everything (RFC 9309); the sitemap where there is one."""
    lines = ["User-agent: *", "Allow: /"]
    return [*lines, "", f"Sitemap: {site_url.rstrip('/')}/sitemap.xml"] if site_url else lines


def _security(contacts: tuple[str, ...], built: int, site_url: str | None) -> list[str]:
    """RFC 9116. A site that nobody builds for a year says by ``Expires`` that nobody may be listening."""
    expires = datetime.fromtimestamp(built, UTC) + _VALID
    lines = [
        *(f"Contact: {contact}" for contact in contacts),
        f"Expires: {expires.isoformat(timespec='seconds').replace('+00:00', 'Z')}",
        "Preferred-Languages: th, en",
    ]
    # The address has to begin with https, and counts only at the root of its host.
    canonical = f"{site_url.rstrip('/')}/{SECURITY}" if site_url else ""
    return [*lines, f"Canonical: {canonical}"] if canonical.startswith("https://") else lines


def _contacts(agency: Agency) -> Iterable[str]:
    """Where to tell of a weakness, as URIs, the best first: mail, the page of contacts, the telephone."""
    letter = mail(agency.email)
    if letter and letter.url:
        yield letter.url
    pages = [one.url for one in agency.channels if one.kind == "contact" and one.url]
    yield from (page for page in pages if _WEB.fullmatch(page))
    call = dialled(telephone(agency.phone))
    if call:
        yield _abroad(call)


def _abroad(call: str) -> str:
    """A Thai number with its country (RFC 3966 wants that of everybody): 02 000 0000 is +66 2 000 0000."""
    return f"tel:+66{call[5:]}" if re.fullmatch("tel:0[0-9]{8,9}", call) else call
