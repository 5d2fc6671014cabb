"""Pages that are written by hand, as the search looks through them beside the generated ones."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from prongsai.pages.search_texts import within

ABOUT: Final = "about/"
"""The page that tells what the site is, where an agency writes one; people ask for it in their own words."""

_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Written:
    """A page by its address from the site's root, with its headings and its content as HTML."""

    address: str
    title: str
    headings: Sequence[str]
    html: str


def with_written(index: dict[str, Any], pages: Iterable[Written]) -> dict[str, Any]:
    """``index`` (`search_index`) with ``pages``; none where a generated page has the address already."""
    known = {page["page"] for page in index["pages"]}
    added = [_entry(page) for page in pages if page.address not in known]
    return index | {"pages": [*index["pages"], *added]}


def _entry(page: Written) -> dict[str, Any]:
    kind = "about" if page.address == ABOUT else "written"
    entry: dict[str, Any] = {"page": page.address, "kind": kind, "title": page.title}
    if headings := [one for one in dict.fromkeys(page.headings) if one and one != page.title]:
        entry["near"] = headings
    if said := within([" ".join(html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", page.html))).split())]):
        entry["said"] = said
    return entry
