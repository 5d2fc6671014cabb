"""What went to and fro in one request, and the headers of the answer."""

from datetime import UTC, datetime
from typing import Final

import aiohttp
from multidict import CIMultiDictProxy

from prongsai.evidence.answer import Exchange

_HEADS: Final = 64 << 10


def exchange_of(url: str, now: datetime, response: aiohttp.ClientResponse) -> Exchange:
    """What went to and fro; of headers beyond all bounds, as many as fit."""
    version = response.version or aiohttp.HttpVersion11
    status = f"HTTP/{version.major}.{version.minor} {response.status} {response.reason or ''}"
    headers, left = [], _HEADS
    for name, value in response.raw_headers:
        left -= len(name) + len(value)
        if left < 0:
            break
        headers.append((name, value))
    asked = tuple(response.request_info.headers.items())
    return Exchange(url, now.astimezone(UTC), asked, status.rstrip(), tuple(headers))


def plain_headers(headers: CIMultiDictProxy[str]) -> dict[str, str]:
    """Headers by their names in small letters; several of a name as one, but for where it leads."""
    plain: dict[str, str] = {}
    for name, value in headers.items():
        key = name.lower()
        plain[key] = f"{plain[key]}, {value}" if key in plain and key != "location" else value
    return plain
