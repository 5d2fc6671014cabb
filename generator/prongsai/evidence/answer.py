"""What came back from an address, before it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request of a look and the head of its answer, as they went over the wire.

    ``at`` is the time of the request, in UTC; ``asked`` are the request's headers; ``status_line`` is the
    whole first line, and ``headers`` are in the server's own order, letters and bytes.
    """

    url: str
    at: datetime
    asked: tuple[tuple[str, str], ...]
    status_line: str
    headers: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response with its whole body.

    ``headers`` have lower-case names. ``body`` is the content after any content encoding was undone.
    ``whole`` is False when the connection ended too early, or the encoding's own end was missing.
    ``redirects`` are the addresses that led on, in order; ``permanent`` says that all of them were permanent.
    ``exchanges`` are all requests of the way with the heads of their answers, this one's last.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    whole: bool = True
    redirects: tuple[str, ...] = ()
    permanent: bool = True
    exchanges: tuple[Exchange, ...] = ()
