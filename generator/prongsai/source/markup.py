"""Markdown for citizens, made into HTML that cannot do harm.

What Markdown lets through is compared with a short list of elements, attributes and schemes. What is not on it is a
problem with its place: text that an officer wrote never disappears silently. The list is then enforced once more by a
sanitiser of its own, so that a mistake here publishes nothing.
"""

import re
from functools import cache
from html.parser import HTMLParser

import markdown
import nh3

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reading import position

MAX_BODY = 100_000
# Python-Markdown takes quadratic time on some of these; the limits keep a body under a second.
_LIMITS = {"[": 2_000, "*": 5_000, "_": 5_000, "`": 2_000, "<": 2_000, "!": 5_000, ">": 5_000, "&": 5_000}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align", "scope", "colspan", "rowspan"},
    "td": {"align", "colspan", "rowspan"},
}
_TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_NOT_ALLOWED = Text("ไม่อยู่ในรายการที่อนุญาต", "it is not on the list of what is allowed")
_RUNS = Text("เป็นคำสั่งที่ทำงานในเครื่องผู้อ่าน", "it runs on the reader's machine")
_SCHEME = Text(
    "ที่อยู่ต้องเป็น http, https, mailto, tel หรือแฟ้มในเว็บนี้", "an address is http, https, mailto, tel or a file here"
)
_FOREIGN = Text("รูปต้องเป็นแฟ้มในเว็บนี้ ไม่ดึงจากเว็บอื่น", "an image must be held on this site")
_COMMENT = Text("ความเห็นและคำสั่งที่ซ่อนอยู่จะไม่ถูกเผยแพร่", "hidden comments and declarations are not published")


def render(text: str, shown: str, first_line: int, problems: Problems) -> str:
    """The Markdown ``text`` as safe HTML; problems are noted with their line.

    ``shown`` and ``first_line`` say where the text stands. Empty text, or text with problems, gives an empty string.
    """
    if not text.strip():
        return ""
    if len(text) > MAX_BODY:
        problems.add(
            "S210",
            Place(shown, first_line, 1),
            key=Text("เนื้อหา", "the text"),
            value=f"{len(text):,}",
            limit=f"{MAX_BODY:,}",
        )
        return ""
    for mark, limit in _LIMITS.items():
        if text.count(mark) > limit:
            problems.add("S402", Place(shown, first_line, 1), value=quoted(mark), limit=f"{limit:,}")
            return ""
    try:
        html = _converter().reset().convert(text)
    except (RecursionError, ValueError, AttributeError, IndexError) as error:
        problems.add("S402", Place(shown, first_line, 1), value=quoted(type(error).__name__), limit="-")
        return ""
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    for needle, value, reason in inspector.found:
        line, column = _find(text, needle, first_line)
        problems.add("S401", Place(shown, line, column), value=quoted(value), reason=reason)
    if inspector.found:
        return ""
    return nh3.clean(
        _lower_headings(html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "sane_lists", "def_list", "abbr"], output_format="html")


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, Text]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            reason = (
                _RUNS
                if tag in ("script", "iframe", "object", "embed", "style", "svg", "math")
                else _NOT_ALLOWED
            )
            self.found.append((f"<{tag}", f"<{tag}>", reason))
            return
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in _ATTRIBUTES.get(tag, set()):
            reason = _RUNS if name.startswith("on") or name == "style" else _NOT_ALLOWED
            self.found.append((name, f"{name}=", reason))
        elif name in ("href", "src"):
            compact = re.sub(r"[\x00-\x20\u200b-\u200f\u2028-\u202f\ufeff]", "", value)
            scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", compact)
            if (scheme and scheme[1].lower() not in _SCHEMES) or compact.startswith(("//", "\\")):
                self.found.append((value, value, _SCHEME))
            elif name == "src" and scheme:
                self.found.append((value, value, _FOREIGN))

    def handle_comment(self, data: str) -> None:
        self.found.append(("<!--", "<!--", _COMMENT))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("<!", "<!", _COMMENT))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("<!", "<!", _COMMENT))

    def handle_pi(self, data: str) -> None:
        self.found.append(("<?", "<?", _COMMENT))


def _find(text: str, needle: str, first_line: int) -> tuple[int, int]:
    match = re.search(re.escape(needle), text, re.IGNORECASE)
    return position(text, match.start(), first_line) if match else (first_line, 1)


def _lower_headings(html: str) -> str:
    """The page has its own h1 and section titles: an officer's headings stand below them."""
    return re.sub(r"<(/?)h([1-6])>", lambda m: f"<{m[1]}h{min(int(m[2]) + 2, 6)}>", html)
