"""What came back from an address, before it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.errors import Text
from prongsai.model.receipt import Verdict

Telling = tuple[Verdict, Text]
"""A verdict and why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response with its whole body.

    ``headers`` have lower-case names. ``body`` is the content after any content encoding was undone.
    ``whole`` is False when the connection ended too early, or the encoding's own end was missing.
    ``same`` says that the server was asked with the tag of the document we know and gave that very tag.
    ``redirects`` are the addresses that led on, in order; ``permanent`` says that all of them were permanent.
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
