"""Links inside a built site that lead nowhere: a page, a file or a place on a page that is not there."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

_UNREAD: Final = re.compile(
    r"<!--.*?-->|(<(script|style|textarea)\b[^>]*>).*?</\2\s*>", re.DOTALL | re.IGNORECASE
)
_TAG: Final = re.compile(r"""<([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE: Final = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_LINKS: Final = frozenset({"href", "src", "action", "poster", "data", "srcset"})
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ALONE: Final = "404.html"


class Dead(NamedTuple):
    """A link on a page (both files' names from the site's root), as it is written there."""

    page: str
    link: str


class _Page(NamedTuple):
    links: tuple[str, ...]
    anchors: frozenset[str]


def dead_links(site: Path, names: Mapping[str, object], site_url: str | None = None) -> Iterator[Dead]:
    """The dead links of the site in the folder ``site`` with the files ``names``.

    Links to other hosts are not looked at, but those to ``site_url``, where the site itself will stand.
    ``404.html`` answers at any address, so its links go from the server's root and are left out.

    Raises:
        OSError: a page cannot be read.
    """

    @lru_cache(maxsize=4_096)
    def page(name: str) -> _Page:
        return _read((site / name).read_text("utf-8", "replace"))

    for name in sorted(name for name in names if name.endswith((".html", ".htm")) and name != _ALONE):
        for link in page(name).links:
            inside = _inside(link, name, site_url)
            if inside is None:
                continue
            path, anchor = inside
            found = _file(path, names)
            if found is None or not (
                not anchor or not found.endswith(".html") or _is_there(anchor, page(found).anchors)
            ):
                yield Dead(name, link)


def _is_there(anchor: str, anchors: frozenset[str]) -> bool:
    return anchor in anchors or anchor == "top" or anchor.startswith(":~:")


def _file(path: str, names: Mapping[str, object]) -> str | None:
    """The file that answers at ``path`` on a plain web server."""
    for name in (path, posixpath.join(path, "index.html") if path else "index.html"):
        if name in names:
            return name
    return None


def _inside(link: str, page: str, site_url: str | None) -> tuple[str, str] | None:
    """The path from the site's root and the anchor to which a link leads; None where it leads out."""
    base = f"{site_url.rstrip('/')}/" if site_url else None
    if base and link.startswith(base):
        link, folder = link[len(base) :], ""
    elif _SCHEME.match(link) or link.startswith("//"):
        return None
    else:
        folder = posixpath.dirname(page)
    try:
        parts = urlsplit(link)
    except ValueError:
        return link, ""
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return (page if folder or not base else "index.html"), anchor
    joined = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return ("" if joined == "." else joined), anchor


def _read(text: str) -> _Page:
    """The links of a page, each once, and the names of its places."""
    links: dict[str, None] = {}
    anchors = set()
    for tag, inner in _TAG.findall(_UNREAD.sub(r"\1", text)):
        for name, quoted in _ATTRIBUTE.findall(inner):
            key = name.lower()
            if key == "id" or (key == "name" and tag.lower() == "a"):
                anchors.add(html.unescape(quoted.strip("\"'")))
            elif (key in _LINKS and tag.lower() not in ("meta", "form")) or key == "action":
                value = html.unescape(quoted.strip("\"'")).strip()
                for link in _of_set(value) if key == "srcset" else (value,):
                    links[link] = None
    return _Page(tuple(links), frozenset(anchors))


def _of_set(value: str) -> Iterator[str]:
    return (part.split()[0] for part in value.split(",") if part.strip())
