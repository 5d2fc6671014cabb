"""Thai words on a page in another language, marked as Thai: readers aloud and hyphenation go by that."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

_THAI: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e5b]")
_STRETCH: Final = re.compile(f"{_THAI.pattern}(?:.*{_THAI.pattern})?", re.DOTALL)
_SILENT: Final = frozenset({"script", "style", "template"})
_TEXT_ALONE: Final = frozenset({"title", "desc", "text", "option", "textarea"})
"""Elements in which no other element may stand, so that they are marked themselves."""
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def mark_thai(html: str, lang: str) -> str:
    """``html`` with each stretch of Thai under an element whose ``lang`` is ``th``; ``lang`` is the page's.

    A page in Thai stays as it is, and so does what is marked already. An element whose whole text is Thai is
    marked itself, others get a ``span`` around the stretch from the first to the last Thai letter of a text.
    Never fails; what is no sound HTML is passed through.
    """
    if lang == "th" or not _THAI.search(html):
        return html
    marker = _Marker(lang)
    marker.feed(html)
    marker.close()
    return marker.whole()


@dataclass
class _Element:
    """An open element: its language, where its start stands in the output, and what is in it."""

    tag: str
    lang: str
    start: int | None
    children: int = 0
    spans: list[int] = field(default_factory=list)


class _Marker(HTMLParser):
    def __init__(self, lang: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.text: list[str] = []
        self.open = [_Element("", lang, None)]

    def whole(self) -> str:
        self._flush()
        return "".join(self.out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        parent, own = self.open[-1], dict(attrs)
        parent.children += 1
        raw = self.get_starttag_text() or ""
        lang = own.get("lang") or parent.lang
        if tag in _VOID or raw.endswith("/>"):
            named = "lang" not in own and parent.lang != "th" and _THAI.search(own.get("alt") or "")
            self.out.append(_with_lang(raw) if named else raw)
            return
        self.out.append(raw)
        self.open.append(_Element(tag, lang, len(self.out) - 1 if "lang" not in own else None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        at = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].tag == tag), None)
        if at is not None:
            closed = self.open[at]
            del self.open[at:]
            self._settle(closed)
        self.out.append(f"</{tag}>")

    def _settle(self, closed: _Element) -> None:
        """Mark the element itself where nothing but one stretch of Thai stood in it."""
        if closed.start is None or closed.children or len(closed.spans) != 1:
            return
        at = closed.spans[0]
        self.out[closed.start] = _with_lang(self.out[closed.start])
        self.out[at] = self.out[at].removeprefix(_BEFORE).removesuffix(_AFTER)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        self.text.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        letter = unescape(f"&#{name};")
        self.text.append(letter if _THAI.match(letter) else f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._flush()
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._flush()
        self.out.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self._flush()
        self.out.append(f"<?{data}>")

    def _flush(self) -> None:
        """Put out the text gathered so far, its Thai marked."""
        text, within = "".join(self.text), self.open[-1]
        self.text.clear()
        found = _STRETCH.search(text)
        if found is None or within.lang == "th" or within.tag in _SILENT:
            self.out.append(text)
            return
        if within.tag in _TEXT_ALONE:
            if within.start is not None:
                self.out[within.start], within.start = _with_lang(self.out[within.start]), None
                within.lang = "th"
            self.out.append(text)
            return
        before, after = text[: found.start()], text[found.end() :]
        self.out.extend((before, f"{_BEFORE}{found[0]}{_AFTER}", after))
        within.children += bool(before.strip()) + bool(after.strip())
        within.spans.append(len(self.out) - 2)


_BEFORE: Final = '<span lang="th">'
_AFTER: Final = "</span>"


def _with_lang(start: str) -> str:
    """A start tag with ``lang="th"`` after its name."""
    return re.sub(r"^<[^\s/>]+", lambda name: f'{name[0]} lang="th"', start)
