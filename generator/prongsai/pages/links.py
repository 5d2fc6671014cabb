"""Addresses inside the site, and links between its pages that also work without a server."""

import re
from urllib.parse import quote, urlsplit

FRONT = ""
TOPICS = "topics/"
UNITS = "units/"
CHANNELS = "channels/"
RECEIPTS = "receipts/"
SEARCH = "search/"
WIDGET = "widget/"

_PLAIN = re.compile(r"[\w./~-]*", re.ASCII)


def year(fiscal_year: int) -> str:
    """A year's page."""
    return f"{fiscal_year}/"


def part(fiscal_year: int, name: str) -> str:
    """A page of a year: an indicator (``9``), a sub-indicator (``9.1``), an item (``o12``), ``assess`` …"""
    return f"{fiscal_year}/{name}/"


def topic(name: str) -> str:
    """A topic's page."""
    return f"{TOPICS}{name}/"


def data(fiscal_year: int, name: str) -> str:
    """A file for machines of a year (``oit.json``)."""
    return f"data/{fiscal_year}/{name}"


def relative(source: str, target: str) -> str:
    """The link from the page at ``source`` to ``target``, both addresses from the site's root.

    A page's address is empty (the front page) or ends in a slash, and its link ends in ``index.html``; any
    other address is a file's. An anchor (``#…``) is kept, and alone when ``target`` is on the same page.
    """
    path, mark, anchor = target.partition("#")
    fragment = f"#{quoted(anchor)}" if mark else ""
    if mark and path == source:
        return fragment
    here, there = source.split("/")[:-1], path.split("/")
    shared = 0
    for ours, theirs in zip(here, there[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    steps = [".."] * (len(here) - shared) + there[shared:]
    steps[-1] = steps[-1] or "index.html"
    return quoted("/".join(steps)) + fragment


def quoted(text: str) -> str:
    """A path or anchor as it stands in an address."""
    return text if _PLAIN.fullmatch(text) else quote(text, safe="/~")


def host_of(url: str) -> str:
    """The host of an address, as people say it; empty where the address has none that can be read."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
