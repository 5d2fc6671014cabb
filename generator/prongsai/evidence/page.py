"""An HTML page read for what a visitor sees: its blocks of text, headings, forms and links."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from prongsai.evidence.charset import decode
from prongsai.evidence.tags import Tags
from prongsai.thai.text import clean, fold_spaces

MAX_BYTES: Final = 2_000_000
"""What of a page is read; the longest real ones are a tenth of it."""

OFTEN: Final = 200
"""Characters up to which a line is worth remembering: all pages of a host have the same menus and footers."""

_MAX_DEPTH: Final = 400
_VOID: Final = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "input", "ins",
    "kbd", "wbr", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var",
))  # fmt: skip
_UNSEEN: Final = frozenset((
    "script", "style", "template", "noscript", "title", "option", "datalist", "svg", "object",
))  # fmt: skip
_CONTENT: Final = frozenset(("main", "article"))
_OUTER: Final = frozenset(("html", "body", "main", "article", "form"))
"""Elements whose names tell of the whole page."""
_NEVER_FRAME: Final = frozenset(("h1", "h2", "tr", "td", "p"))
_NOT_SHOWN: Final = "display:none"
_CHROME_TAGS: Final = frozenset(("nav", "footer", "aside", "menu"))
_CHROME_ROLES: Final = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "menubar")
)
_CHROME_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:site|page|main|top|global|master|nav)[_-]?)?(?:header|head|footer|nav|navbar|navigation|menu|menubar"
    r"|sidebar|side[_-]?bar|topbar|toolbar|top|banner|breadcrumbs?|widget|aside|left[_-]?col|right[_-]?col|login[_-]?box)"
    r"(?=$|[\s_]|-(?:wrap(?:per)?|inner|area|container|top|left|right|section)\b)",
    re.I,
)
_VOLATILE_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:counter|clock|visitors?|visits?|hits?|views?|view-?count|online|stat|stats|statistics?|timer|countdown"
    r"|captcha|nonce|csrf|token|datetime|current-?time|now|today)(?:$|[\s_-])",
    re.I,
)
_MOUNTS: Final = frozenset((
    "app", "root", "main-app", "__next", "__nuxt", "react-root", "ember-app", "svelte", "application",
    "q-app",
))  # fmt: skip
_MOUNT_TAGS: Final = re.compile(r"(?:app|ng|my|vue|ion)-[\w-]+")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SHOWN_LINK: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)$", re.I)
_JUMP: Final = re.compile(
    r"(?:(?:window|document|self|top|parent)\.)?location(?:\.href|\.replace|\.assign)?\s*[=(]\s*[\"']([^\"']+)[\"']"
)


_ALERT: Final = re.compile(r"""\balert\s*\(\s*["']([^"'\n]{1,200})["']""")
_MOST_SCRIPT: Final = 100_000
_REFRESH: Final = re.compile(
    r"\s*(\d{0,9})(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"'\s]+)", re.IGNORECASE | re.ASCII
)
_SOON: Final = 10
"""Seconds within which a page that leads on is only a way."""


@dataclass(frozen=True, slots=True)
class Block:
    """Text between two line breaks of the page. ``chrome``: of a header, menu, footer or side bar.

    ``slot`` is the same for all blocks that stand in the same element in elements of the same name. A
    ``linked`` one is nothing but links.
    """

    text: str
    chrome: bool = False
    volatile: bool = False
    in_table: bool = False
    in_form: bool = False
    slot: int = 0
    linked: bool = False


@dataclass(eq=False)
class Page:
    """What a visitor sees of a page without running its scripts; its texts are put together once."""

    title: str = ""
    headings: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    own_documents: int = 0
    refresh: str | None = None
    jump: str | None = None
    alert: str = ""
    noscript: str = ""
    scripts: int = 0
    pictures: int = 0
    frames: int = 0
    links: int = 0
    mounts: int = 0
    passwords: int = 0
    chrome_passwords: int = 0
    inputs: int = 0
    cut: bool = False

    @cached_property
    def text(self) -> str:
        """All of its text."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def main(self) -> str:
        """Its text without headers, menus and footers; all of it where nothing else is left."""
        own = "\n".join(block.text for block in self.blocks if not block.chrome)
        return own or self.text

    @cached_property
    def prose(self) -> str:
        """Its main text without what stands in forms."""
        return "\n".join(block.text for block in self.blocks if not block.chrome and not block.in_form)


def looks_like_html(body: bytes, media_type: str | None) -> bool:
    """Whether these bytes are a page: by their beginning, or because they are served as one and have tags."""
    head = body[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    if re.match(
        rb"<(?:!doctype\s+html|html|head|body|title|meta|script|link|style|div|table|center|h1|p|font|frameset)\b",
        head,
    ):
        return True
    if re.search(rb"<(?:!doctype\s+html|html|body)\b", head) and not head.startswith((b"{", b"[")):
        return True
    if media_type in ("text/html", "application/xhtml+xml"):
        return b"\0\0" not in head and not head.startswith((b"{", b"[", b"<?xml"))
    return head.startswith(b"<!--") and b"<" in head[4:]


def read_page(body: bytes, headers: Mapping[str, str]) -> Page:
    """``body`` as a visitor would see it. Never fails, whatever the bytes."""
    text = _COMMENT.sub("", decode(body[:MAX_BYTES], headers).replace("\0", ""))
    end = text.rfind(">") + 1
    reader = _Reader()
    try:
        reader.feed(text[:end] + text[end:].replace("<", " "))
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        reader.flush()
    page = reader.finished()
    page.cut = len(body) <= MAX_BYTES and _is_cut(text)
    return page


def refresh_target(text: str) -> str | None:
    """Where a refresh (``0; url=/there``) leads, None where it leads nowhere else or not soon."""
    found = _REFRESH.match(text)
    return found[2] if found and int(found[1] or 0) <= _SOON else None


def _is_cut(text: str) -> bool:
    """Whether a page ends inside a tag."""
    tail = text[-2000:]
    return bool(re.search(r"<(?:/?[a-zA-Z][^<>]*|/|!)?$", tail)) and not re.search(
        r"</html\s*>", text[-20_000:], re.I
    )


class _Frame(NamedTuple):
    tag: str
    unseen: bool
    chrome: bool
    volatile: bool
    table: bool
    form: bool
    body: bool
    link: bool
    path: int
    slot: int
    inner: dict[str, int]


_OUTSIDE: Final = _Frame("", False, False, False, False, False, False, False, 0, 0, {})


class _Reader(Tags):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._stack: list[_Frame] = []
        self._text: list[str] = []
        self._heading: list[str] | None = None
        self._title: list[str] = []
        self._noscript: list[str] = []
        self._script: list[str] = []
        self._unlinked = False
        self._outside = _OUTSIDE._replace(inner={})
        self._at = self._outside

    def finished(self) -> Page:
        self.flush()
        page = self.page
        page.title = _tidy("".join(self._title))
        page.noscript = _tidy(" ".join(self._noscript))
        script = "".join(self._script)[:_MOST_SCRIPT]
        jump, alert = _JUMP.search(script), _ALERT.search(script)
        page.jump = jump[1] if jump else None
        page.alert = _tidy(alert[1]) if alert else ""
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _INLINE:
            self.flush()
        self._note(tag, given)
        if tag in _VOID:
            return
        if len(self._stack) < _MAX_DEPTH:
            self._stack.append(self._frame(tag, given))
            self._at = self._stack[-1]
        if tag in ("h1", "h2"):
            self._heading = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag in ("a", "span", "div", "i", "p", "script"):
            return
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        if tag in ("h1", "h2") and self._heading is not None:
            if heading := _tidy("".join(self._heading)):
                self.page.headings.append(heading)
            self._heading = None
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].tag == tag:
                del self._stack[depth:]
                self._at = self._stack[-1] if self._stack else self._outside
                return

    def handle_data(self, data: str) -> None:
        at = self._at
        if at.unseen:
            kept = {"title": self._title, "noscript": self._noscript, "script": self._script}.get(at.tag)
            if kept is None and any(frame.tag == "noscript" for frame in self._stack):
                kept = self._noscript
            if kept is not None:
                kept.append(data)
            return
        if at.volatile and data.strip():
            self.flush()
            self.page.blocks.append(self._block(_tidy(data)))
            return
        self._text.append(data)
        self._unlinked = self._unlinked or (not at.link and not data.isspace())
        if self._heading is not None:
            self._heading.append(data)

    def flush(self) -> None:
        """End the block at hand."""
        if self._text:
            text = _tidy("".join(self._text))
            self._text.clear()
            if text:
                self.page.blocks.append(self._block(text, linked=not self._unlinked))
            self._unlinked = False

    def _block(self, text: str, *, linked: bool = False) -> Block:
        at = self._at
        return Block(text, at.chrome, at.volatile, at.table, at.form, at.slot, linked)

    def _frame(self, tag: str, given: Mapping[str, str]) -> _Frame:
        above = self._at
        content = above.body or tag in _CONTENT
        chrome = tag in _CHROME_TAGS or (tag == "header" and not content)
        volatile, unseen, names = above.volatile, tag in _UNSEEN, " "
        if given:
            names = f"{given.get('id', '')} {given.get('class', '')}"
            if names != " " and tag not in _OUTER:
                of_frame, of_visit = _told_by(names)
                chrome = chrome or (of_frame and not content and tag not in _NEVER_FRAME)
                volatile = volatile or of_visit
            chrome = chrome or given.get("role", "").lower() in _CHROME_ROLES
            style = given.get("style")
            unseen = (
                unseen or "hidden" in given or bool(style and _NOT_SHOWN in style.replace(" ", "").lower())
            )
        number = above.inner[tag] = above.inner.get(tag, 0) + 1
        slot = hash((above.path, tag))
        return _Frame(
            tag,
            above.unseen or unseen,
            (above.chrome or chrome) and tag not in _CONTENT,
            volatile,
            above.table or tag == "table",
            above.form or tag == "form",
            content,
            above.link or tag == "a",
            hash((slot, names, number)),
            slot,
            {},
        )

    def _note(self, tag: str, given: Mapping[str, str]) -> None:
        page, at = self.page, self._at
        if tag == "script":
            page.scripts += 1
        elif tag == "img" and not at.chrome and not at.unseen:
            page.pictures += 1
        elif tag in ("embed", "object", "video", "audio", "iframe", "canvas"):
            if (
                tag in ("embed", "object", "iframe")
                and not at.unseen
                and given.get("src", given.get("data", ""))
            ):
                page.frames += 1
        elif tag == "frame":
            page.frames += 1
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            if not at.unseen:
                page.refresh = refresh_target(given.get("content", "")) or page.refresh
        elif tag == "input":
            self._note_input(given.get("type", "text").lower())
        elif tag == "a" and given.get("href"):
            page.links += not at.chrome
            path = given["href"].partition("#")[0].partition("?")[0].strip()
            if _SHOWN_LINK.search(path):
                page.documents.append(path)
                page.own_documents += not at.chrome
        if given.get("id", "").lower() in _MOUNTS or "data-reactroot" in given or _MOUNT_TAGS.fullmatch(tag):
            page.mounts += 1

    def _note_input(self, kind: str) -> None:
        if self._at.unseen:
            return
        if kind == "password":
            self.page.passwords += not self._at.chrome
            self.page.chrome_passwords += self._at.chrome
        elif kind in ("text", "email", "tel", "number"):
            self.page.inputs += not self._at.chrome


def _tidy(text: str) -> str:
    """``text`` cleaned; what is short stands on many pages of a host and is cleaned once."""
    return _tidied(text) if len(text) <= OFTEN else fold_spaces(clean(text))


@lru_cache(4096)
def _tidied(text: str) -> str:
    return fold_spaces(clean(text))


@lru_cache(4096)
def _told_by(names: str) -> tuple[bool, bool]:
    """Whether the names of an element tell of a header, menu or footer, and of a counter or clock."""
    return bool(_CHROME_NAMES.search(names)), bool(_VOLATILE_NAMES.search(names))
