"""What a run of visits keeps to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import prongsai

PRODUCT: Final = f"Prongsai/{prongsai.__version__}"


def agent(contact: str | None = None) -> str:
    """The user agent: what this is, and ``contact``, an ASCII address for a server's people to write to."""
    return f"{PRODUCT} (checks links of public disclosures{f'; +{contact}' if contact else ''})"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """Hosts, permissions, limits and manners of a run.

    ``own_hosts`` are ``HOST[:PORT]`` (none: any host is fine); ``allow`` names private addresses that may be
    visited, ``HOST:PORT`` or ``ADDRESS/BITS``; ``quick`` and ``slow`` are the seconds of the first and the
    second try, ``stall`` those without a single byte in the first, and ``patience`` those in the second for a
    host that has never said a word; ``total`` is how many requests there are at once; sizes are in bytes;
    ``room`` is the memory for documents being judged, ``spare`` for those that still come.
    """

    own_hosts: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    ca_files: tuple[Path, ...] = ()
    user_agent: str = agent()
    now: Callable[[], datetime] = _now
    quick: float = 10.0
    slow: float = 30.0
    stall: float = 3.0
    patience: float = 10.0
    at_once: int = 4
    gap: float = 0.1
    total: int = 256
    most_sent: int = 30 << 20
    most_inflated: int = 60 << 20
    room: int = 32 << 20
    spare: int = 16 << 20
