"""What came back from an address, before it is judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final

from prongsai.errors import Text
from prongsai.evidence.files import FileLook, look_at
from prongsai.evidence.page import Page, looks_like_html, read_page
from prongsai.model.receipt import Verdict

Telling = tuple[Verdict, Text]
"""A verdict and why."""


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


_STRONG: Final = re.compile(r'"[\x21\x23-\x7e]{1,200}"')


@dataclass(frozen=True)
class Answer:
    """A response with its whole body.

    ``headers`` have lower-case names. ``body`` is the content after any content encoding was undone.
    ``whole`` is False when the connection ended too early, or the encoding's own end was missing.
    ``same`` says that the server was asked with the tag of the document we know and gave that very tag.
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
    same: bool = False
    exchanges: tuple[Exchange, ...] = ()

    @cached_property
    def page(self) -> Page:
        """The body as a page, read when it is first asked for."""
        return read_page(self.body, self.headers)

    @cached_property
    def is_page(self) -> bool:
        """Whether the body is HTML, whatever it is announced as."""
        return looks_like_html(self.body, self.announced)

    @cached_property
    def file(self) -> FileLook | None:
        """What file the body is, None where it is none that is known."""
        return look_at(self.body)

    @property
    def announced(self) -> str | None:
        """The media type that the server names."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None


def strong_tag(etag: str | None) -> str | None:
    """``etag`` where it is one that stands for the very bytes: a weak one stands for what is like them."""
    return etag if etag and _STRONG.fullmatch(etag) else None
