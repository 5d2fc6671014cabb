"""A generated page, before any engine puts its frame around it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "front",
    "year",
    "indicator",
    "sub_indicator",
    "item",
    "assess",
    "measures",
    "scores",
    "changes",
    "topics",
    "topic",
    "units",
    "channels",
    "receipts",
    "search",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site: its text and the target's address from the site's root (front page: "")."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``address`` is the page's from the site's root (``""``, ``2565/``, ``2565/o1/``); ``html`` the article as
    a fragment with one h1, its links relative to this page and ending in ``index.html``; ``trail`` the
    pages above it; ``trust`` says who answers for it, and when it was last changed and verified.
    """

    address: str
    kind: Kind
    title: str
    description: str
    html: str
    fiscal_year: int | None = None
    item: str | None = None
    trail: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    trust: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The path under which an engine that reads Markdown keeps the page (``2565/o1.md``)."""
        if not self.address:
            return "index.md"
        parent = self.address.rstrip("/")
        return f"{parent}/index.md" if self.kind in ("year", "topics") else f"{parent}.md"
