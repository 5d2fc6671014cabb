"""Lists of links to judge: JSON lines from a file, or the evidence of a site."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from prongsai.evidence.files import MEDIA_TYPES
from prongsai.model.receipt import Expected, Receipt
from prongsai.model.site import Site
from prongsai.source.place import Place

LAWFUL: Final = frozenset({
    "social-media", "q-and-a", "procurement-plan", "procurement-notices", "procurement-monthly",
    "procurement-report", "e-service", "laws",
})  # fmt: skip
"""Topics whose evidence lawfully stands on other hosts: social media, the state's procurement system."""

_EXPECTED = Expected.__args__  # type: ignore[attr-defined]
_TYPES: Mapping[str, Expected] = {
    ".pdf": "pdf",
    ".zip": "zip",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".jpg": "image",
    ".jpeg": "image",
    ".png": "image",
    ".gif": "image",
    ".webp": "image",
}
_KEPT: Mapping[Expected, str] = {kind: MEDIA_TYPES[kind] for kind in ("pdf", "zip", "docx", "xlsx")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to visit.

    ``expect`` is the kind that must come back; ``sha256`` and ``etag`` are those of the last receipt.
    ``items`` says where the evidence belongs (``2565/o24``). ``elsewhere``: any host is lawful here.
    """

    url: str
    expect: Expected | None = None
    sha256: str | None = None
    etag: str | None = None
    items: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line of a list that is no link."""

    place: Place
    reason: str


def read_links(text: str, shown: str) -> tuple[list[Wanted], list[LineFault]]:
    """The links of a list, one JSON object a line (``url``, ``expect``, ``sha256``), and the other lines."""
    wanted, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            wanted.append(_link(json.loads(line)))
        except (ValueError, TypeError, RecursionError) as error:
            faults.append(LineFault(Place(shown, number, 1), str(error)))
    return wanted, faults


def _link(entry: object) -> Wanted:
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        raise TypeError('expected {"url": "…"}')
    expect, sha256 = entry.get("expect"), entry.get("sha256")
    if expect is not None and expect not in _EXPECTED:
        raise ValueError(f"expect: {expect}")
    if sha256 is not None and not isinstance(sha256, str):
        raise TypeError("sha256")
    return Wanted(entry["url"], expect, sha256.lower() if sha256 else None)


class Given(NamedTuple):
    """An address as evidence of an item (``2565/o24``) on a topic."""

    url: str
    item: str
    topic: str


def links_of(site: Site, kept: Mapping[str, Receipt], lawful: frozenset[str]) -> list[Wanted]:
    """The evidence addresses of a site, each once; on items of a topic in ``lawful`` any host may stand."""
    return gathered(
        (
            Given(evidence.url, f"{entry.fiscal_year}/{entry.code}", entry.item.topic)
            for year in site.years
            for entry in year.entries
            for evidence in entry.evidence
            if evidence.url is not None
        ),
        kept,
        lawful,
    )


def gathered(given: Iterable[Given], kept: Mapping[str, Receipt], lawful: frozenset[str]) -> list[Wanted]:
    """What to visit for ``given``: each address once, with all its items, held to its last receipt."""
    found: dict[str, Wanted] = {}
    for url, item, topic in given:
        known = found.get(url) or _first(url, kept.get(url))
        found[url] = replace(
            known,
            items=tuple(dict.fromkeys((*known.items, item))),
            elsewhere=known.elsewhere or topic in lawful,
        )
    return list(found.values())


def _first(url: str, receipt: Receipt | None) -> Wanted:
    path = url.partition("?")[0].partition("#")[0].lower()
    expect = next((kind for ending, kind in _TYPES.items() if path.endswith(ending)), None)
    if receipt is None or receipt.accepted is None:
        return Wanted(url, expect)
    # An address that doesn't tell its kind is held to the kind that it was.
    expect = expect or next((kind for kind, media in _KEPT.items() if media == receipt.media_type), None)
    return Wanted(url, expect, receipt.accepted, receipt.etag)


def accepting(receipts: Mapping[str, Receipt], addresses: Iterable[str]) -> dict[str, Receipt]:
    """The receipts with what was accepted at ``addresses`` forgotten: the next look takes what it finds."""
    chosen = set(addresses)
    return {
        url: replace(receipt, accepted=None, etag=None) if url in chosen else receipt
        for url, receipt in receipts.items()
    }
