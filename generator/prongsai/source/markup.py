"""Markdown for citizens, made into HTML that cannot do harm.

What Markdown lets through is compared with a short list of elements, attributes and schemes. What is not on
it is a problem with its place: text that an officer wrote never disappears silently. The list is then
enforced once more by a sanitiser of its own, so that a mistake here publishes nothing.
"""

import re
from collections.abc import Callable
from functools import cache

import markdown
import nh3

from prongsai.errors import Text
from prongsai.source.inspection import ATTRIBUTES, SCHEMES, TAGS, Fault, inspect, scheme_of
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.tables import LabelledTables
from prongsai.source.whereabouts import find

MAX_BODY = 30_000
MAX_LINES = 1_000
MAX_BRACKETS = 1_000_000
"""Brackets of a paragraph times its length: Python-Markdown looks for the end of each of them."""

_LIMITS = {"*": 2_000, "_": 2_000, "`": 1_000, "<": 1_000, "!": 2_000, ">": 2_000, "&": 2_000}
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]")
_ITEMS = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d{1,9}\.)[ \t])")
_BODY = Text("เนื้อหา", "the text")
_LINES = Text("บรรทัด", "lines")

Resolve = Callable[[str], str | None]


def _as_written(address: str) -> str | None:
    return address


def render(text: str, shown: str, first_line: int, problems: Problems, resolve: Resolve = _as_written) -> str:
    """The Markdown ``text`` as safe HTML; problems are noted with their line.

    ``shown`` and ``first_line`` say where the text stands. ``resolve`` gives the published address of a
    file that the text names, or None when there is no such file. Empty text, or text with problems, gives an
    empty string.
    """
    if not text.strip() or _is_too_much(text, shown, first_line, problems):
        return ""
    try:
        converter = _converter().reset()
        html = converter.convert(text)
    except Exception as error:  # whatever a parser makes of arbitrary text, it is a message
        _converter.cache_clear()
        problems.add("S403", _start(text, shown, first_line), reason=_why(error))
        return ""
    seen = inspect(html)
    faults = [*seen.faults, *_missing_files(seen.addresses, resolve)]
    if faults:
        _note(faults, text, shown, first_line, problems)
        return ""
    unused = next((name for name, (to, _) in converter.references.items() if to not in seen.links), None)
    if unused is not None:
        line, column = find(text, f"[{unused}]:")
        problems.add("S403", Place(shown, line + first_line, column + 1), reason=_unused(unused))
        return ""
    clean = _clean(html, resolve)
    if inspect(clean).words != seen.words:
        problems.add("S403", _start(text, shown, first_line), reason=_LOST)
        return ""
    return clean


_LOST = Text("เครื่องหมาย < หรือ & ทำให้ข้อความบางส่วนหายไป", "a < or & makes a part of the text disappear")
_NESTED = Text("ซ้อนกันลึกเกินไป", "it is nested too deeply")


def _unused(name: str) -> Text:
    shown = quoted(f"[{name}]:", 40)
    return Text(
        f"บรรทัดที่ขึ้นต้นด้วย {shown} จะไม่แสดง เพราะ Markdown ถือเป็นที่อยู่ของลิงก์",
        f"the line {shown} would not be shown, because to Markdown it is a link's address",
    )


def _why(error: Exception) -> Text:
    if isinstance(error, RecursionError):
        return _NESTED
    name = type(error).__name__
    return Text(f"ตัวแปลงแจ้งว่า {name}", name)


def _start(text: str, shown: str, first_line: int) -> Place:
    before = text[: len(text) - len(text.lstrip())]
    return Place(shown, first_line + before.count("\n"), 1)


def _is_too_much(text: str, shown: str, first_line: int, problems: Problems) -> bool:
    """Whether the text is longer or has more marks than can be converted in a moment."""
    start = _start(text, shown, first_line)
    if len(text) > MAX_BODY:
        problems.add("S210", start, key=_BODY, value=f"{len(text):,}", limit=f"{MAX_BODY:,}")
        return True
    if text.count("\n") > MAX_LINES:
        problems.add("S402", start, what=_LINES, limit=f"{MAX_LINES:,}")
        return True
    for mark, limit in _LIMITS.items():
        if text.count(mark) > limit:
            problems.add("S402", start, what=_marks(mark), limit=f"{limit:,}")
            return True
    for paragraph in _paragraphs(text):
        brackets = paragraph.count("[") + paragraph.count("<")
        if brackets * len(paragraph) > MAX_BRACKETS:
            limit = MAX_BRACKETS // len(paragraph)
            problems.add("S402", start, what=_IN_A_PARAGRAPH, limit=f"{limit:,}")
            return True
    return False


_IN_A_PARAGRAPH = Text("เครื่องหมาย [ หรือ < ในย่อหน้าเดียว", "[ or < in one paragraph")


def _marks(mark: str) -> Text:
    return Text(f"เครื่องหมาย {mark}", f"{mark}")


def _paragraphs(text: str) -> list[str]:
    paragraphs = []
    for block in re.split(r"\n[ \t]*\n", text):
        paragraphs += _ITEMS.split(block) if _LIST_ITEM.match(block) else [block]
    return paragraphs


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["tables", "sane_lists", LabelledTables()],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )


def _missing_files(addresses: list[str], resolve: Resolve) -> list[Fault]:
    missing = [address for address in addresses if _is_file(address) and resolve(address) is None]
    return [Fault(address, address, None) for address in missing]


def _is_file(address: str) -> bool:
    """Whether an address names a file beside the source: not the web's, not from the root, no anchor."""
    return scheme_of(address) is None and not address.startswith(("/", "#", "?", "../"))


def _clean(html: str, resolve: Resolve) -> str:
    def address(_tag: str, name: str, value: str) -> str | None:
        return resolve(value) if name in ("href", "src") and _is_file(value) else value

    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=address,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
    return _lower_headings(clean)


def _note(faults: list[Fault], text: str, shown: str, first_line: int, problems: Problems) -> None:
    met: dict[str, int] = {}
    for fault in faults:
        met[fault.needle] = met.get(fault.needle, 0) + 1
        line, column = find(text, fault.needle, met[fault.needle], address=fault.is_address)
        place = Place(shown, line + first_line, column + 1)
        if fault.reason is None:
            problems.add("S308", place, value=quoted(fault.value), hint="")
        else:
            problems.add("S401", place, value=quoted(fault.value), reason=fault.reason)


def _lower_headings(html: str) -> str:
    """The page has its own h1: an officer's headings begin below it and skip no level, whatever was typed."""
    above: list[int] = []

    def lowered(found: re.Match[str]) -> str:
        typed = int(found[2])
        if not found[1]:
            while above and above[-1] >= typed:
                above.pop()
            above.append(typed)
        return f"<{found[1]}h{min(len(above) + 1, 6)}>"

    return re.sub(r"<(/?)h([1-6])>", lowered, html)
