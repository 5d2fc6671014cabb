"""Headers for servers that let a town set them: one list, written as three servers read it.

``_headers`` is read by Netlify, Cloudflare Pages and their like, ``.htaccess`` by Apache and LiteSpeed;
``data/nginx-headers.conf`` is for who may change the settings of an nginx.
"""

from typing import Final
from urllib.parse import quote, urlsplit

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The strictest content security policy under which the site works (CSP 3): nothing inline or foreign."""

HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What is sent with every file, so kept few and short; where a link leads learns nothing of its reader."""

TRANSPORT: Final = ("Strict-Transport-Security", "max-age=31536000")
"""For a year by https alone (RFC 6797). It binds the whole host, other people's pages on it included."""

_TYPES: Final = (
    ("application/ld+json", ".jsonld"),
    ("text/calendar", ".ics"),
    ("font/woff2", ".woff2"),
)
_NEEDS_HOST: Final = (
    "# ให้ทั้งโฮสต์ใช้ https เท่านั้นหนึ่งปี: เปิดใช้เมื่อทุกหน้าของโฮสต์นี้ตอบด้วย https แล้วเท่านั้น",
    "# For a year by https alone, the whole host: only where every page of the host answers by https.",
)


def header_files(site_url: str | None) -> dict[str, bytes]:
    """The three files by address; ``site_url`` is where the site will stand, if known.

    Strict transport security is switched on where the site has a host by https to itself. On a host that it
    shares, or that nobody named, it stands there as a comment: one folder must not decide for all others.
    ``_headers`` is only read by services that serve nothing but this site, so there an unknown host will do.
    """
    parts = urlsplit(site_url or "")
    alone = parts.scheme == "https" and parts.path.strip("/") == ""
    files = {
        "_headers": _plain(alone or not site_url),
        ".htaccess": _apache(alone, parts.path if site_url else None),
        "data/nginx-headers.conf": _nginx(alone),
    }
    return {address: "\n".join((*lines, "")).encode() for address, lines in files.items()}


def _plain(transport: bool) -> list[str]:
    headers = HEADERS | (dict([TRANSPORT]) if transport else {})
    return ["/*", *(f"  {name}: {value}" for name, value in headers.items())]


def _apache(transport: bool, path: str | None) -> list[str]:
    """For Apache 2.4.10 and later; a module that is missing leaves its part out."""
    strict = f"""Header always set {TRANSPORT[0]} "{TRANSPORT[1]}" "expr=%{{HTTPS}} == 'on'\""""
    lines = [
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in HEADERS.items()),
        *([f"  {strict}"] if transport else [f"  {line}" for line in (*_NEEDS_HOST, f"# {strict}")]),
        "</IfModule>",
        "<IfModule mod_mime.c>",
        "  AddDefaultCharset utf-8",
        "  AddCharset utf-8 .css .csv .ics .js",
        *(f"  AddType {media} {end}" for media, end in _TYPES),
        "</IfModule>",
    ]
    if path is not None:
        lines.append(f"ErrorDocument 404 {quote(path.rstrip('/'), safe='/')}/404.html")
    return lines


def _nginx(transport: bool) -> list[str]:
    """Lines for a ``server`` or ``location``; a block that adds a header of its own takes none from above."""
    strict = f'add_header {TRANSPORT[0]} "{TRANSPORT[1]}" always;'
    return [
        "# include ไฟล์นี้ใน server หรือ location ของเว็บไซต์ - include this in the site's server or location",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        *([strict] if transport else [*_NEEDS_HOST, f"# {strict}"]),
        "charset utf-8;",
    ]
