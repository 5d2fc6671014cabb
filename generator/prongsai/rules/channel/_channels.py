"""The agency's channels by kind, and where findings on them stand."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from prongsai.model.agency import Channel
from prongsai.model.site import Entry, Site, Year

GENERAL: Final = frozenset({"questions", "opinions", "contact", "information", "social"})
"""Channels for anything at all, at which a person who reports corruption is not protected."""
CORRUPTION_TOPIC: Final = "complaint-channel"
QUESTIONS_TOPIC: Final = "q-and-a"
NO_GIFT_TOPIC: Final = "no-gift-policy"
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def channels(site: Site, *kinds: str) -> tuple[tuple[int, Channel], ...]:
    """The channels of some kinds with their indexes."""
    return tuple((number, each) for number, each in enumerate(site.agency.channels) if each.kind in kinds)


def is_online(channel: Channel) -> bool:
    """Whether a channel can be used on the net: it has an address, and not only a telephone's."""
    return channel.url is not None and not channel.url.lower().startswith("tel:")


def same_place(address: str) -> str:
    """What two addresses of the same page have in common, for comparing only."""
    parts = urlsplit(address.strip())
    if parts.scheme.lower() not in _DEFAULT_PORTS:
        return address.strip().lower()
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in _DEFAULT_PORTS.values() else ""
    path = re.sub(r"/+", "/", parts.path).rstrip("/")
    rest = "".join(f"{mark}{part}" for mark, part in (("?", parts.query), ("#", parts.fragment)) if part)
    return f"{host}{port}{path}{rest}"


def reporting_year(site: Site) -> Year | None:
    """The newest year, where the agency reports on items in it."""
    return site.newest if site.newest.disclosures else None


def on_topic(year: Year | None, topic: str) -> Iterator[Entry]:
    """The items of a topic on which there is a report."""
    return (entry for entry in (year.by_topic.get(topic, ()) if year else ()) if entry.disclosure)
