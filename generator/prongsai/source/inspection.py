"""Looking through HTML for what must not be published."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from prongsai.errors import Text

ATTRIBUTES = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "img": frozenset({"src", "alt", "title"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"align", "scope", "colspan", "rowspan"}),
    "td": frozenset({"align", "colspan", "rowspan", "data-label"}),
}
TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre"),
        *("s", "small", "span", "strong", "sub", "sup", "u", "ul"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_NOT_ALLOWED = Text("ไม่อยู่ในรายการที่อนุญาต", "it is not on the list of what is allowed")
_RUNS = Text("เป็นคำสั่งที่ทำงานในเครื่องของผู้อ่านได้", "it can run on the reader's machine")
_SCHEME = Text(
    "ลิงก์ต้องขึ้นต้นด้วย http://, https://, mailto: หรือ tel: หรือเป็นไฟล์ใน files/",
    "a link begins with http://, https://, mailto: or tel:, or is a file in files/",
)
_FOREIGN = Text("รูปต้องเป็นไฟล์ใน files/ ไม่ดึงจากเว็บอื่น", "an image must be a file in files/, not on another site")
_HIDDEN = Text("ความเห็นและคำสั่งที่ซ่อนอยู่ไม่ถูกเผยแพร่", "hidden comments and declarations are not published")
_ACTIVE = frozenset(
    ("script", "iframe", "object", "embed", "style", "svg", "math", "link", "meta", "base", "form")
)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


class Fault(NamedTuple):
    """Something that must not be published: how to find it, how to show it, and why (None: no such file)."""

    needle: str
    value: str
    reason: Text | None

    @property
    def is_address(self) -> bool:
        """Whether the fault lies in an address, which a source may write in other characters."""
        return self.reason in (None, _SCHEME, _FOREIGN)


@dataclass
class Seen:
    """What some HTML has.

    Its faults, all links and images, those of them that are allowed, and its words without white space.
    """

    faults: list[Fault] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    words: str = ""


def visible(text: str) -> str:
    """``text`` without white space, controls and zero-width characters, which an address does not need."""
    return _INVISIBLE.sub("", text)


def scheme_of(address: str) -> str | None:
    """An address's scheme as a browser reads it, in small letters; ``//`` for another host; else None."""
    compact = visible(address).replace("\\", "/")
    if compact.startswith("//"):
        return "//"
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", compact)
    return match[1].lower() if match else None


def inspect(html: str) -> Seen:
    """What ``html`` has."""
    inspector = _Inspector()
    try:
        inspector.feed(html)
        inspector.close()
    except AssertionError:  # Python's parser gives up on a declaration that it cannot read
        inspector.fault("<![", "<![", _HIDDEN)
    inspector.seen.words = "".join("".join(inspector.text).split())
    return inspector.seen


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.text: list[str] = []

    def fault(self, needle: str, value: str, reason: Text) -> None:
        self.seen.faults.append(Fault(needle, value, reason))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.fault(f"<{tag}", f"<{tag}>", _RUNS if tag in _ACTIVE else _NOT_ALLOWED)
            return
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS and not any(fault.needle == f"<{tag}" for fault in self.seen.faults):
            self.fault(f"</{tag}", f"</{tag}>", _NOT_ALLOWED)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES.get(tag, frozenset()):
            self.fault(name, f"{name}=", _RUNS if name.startswith("on") or name == "style" else _NOT_ALLOWED)
        elif name in ("href", "src"):
            self.seen.links.append(value)
            scheme = scheme_of(value)
            if scheme is not None and scheme not in SCHEMES:
                self.fault(value, value, _SCHEME)
            elif name == "src" and scheme is not None:
                self.fault(value, value, _FOREIGN)
            else:
                self.seen.addresses.append(value)

    def handle_comment(self, data: str) -> None:
        self.fault("<!" if data.startswith("[") else "<!--", "<!--", _HIDDEN)

    def handle_decl(self, decl: str) -> None:
        self.fault("<!", "<!", _HIDDEN)

    def unknown_decl(self, data: str) -> None:
        self.fault("<!", "<!", _HIDDEN)

    def handle_pi(self, data: str) -> None:
        self.fault("<?", "<?", _HIDDEN)
