"""YAML with places: a small, safe part of the language, read from the parser's events.

Only mappings, lists and scalars; no anchors, no tags, no second document, so nothing can expand or run. A scalar
stays text (``null``, ``true`` and ``false`` apart): dates and numbers are read by the field that expects them, so
that ``2565-13-40`` is a bad date with its place and not an exception from a timestamp constructor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

MAX_DEPTH = 20
MAX_VALUES = 50_000
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

type_names = {
    "map": Text("รายการคีย์: ค่า", "key: value lines"),
    "seq": Text("รายการที่ขึ้นต้นด้วย -", "a list"),
    "text": Text("ข้อความ", "a text"),
    "empty": Text("แฟ้มว่าง", "nothing"),
}

Plain = None | bool | str | list["Plain"] | dict[str, "Plain"]


@dataclass(slots=True)
class Node:
    """A value and where it begins. A mapping's keys have places of their own in ``keys``."""

    place: Place
    value: None | bool | str | list["Node"] | dict[str, "Node"]
    keys: dict[str, Place] = field(default_factory=dict)

    def plain(self) -> Plain:
        """The value without places: None, bool, text, lists and dictionaries."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, loc: tuple[int | str, ...], *, key: bool = False) -> Place:
        """The place of the value at ``loc``, or of the nearest thing around it that exists; ``key``: of its key."""
        node, place = self, self.place
        for step in loc:
            if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
                place = node.keys[step]
                node = node.value[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = node.place
            else:
                return place
        return place if key else node.place

    def get(self, loc: tuple[int | str, ...]) -> "Node | None":
        """The node at ``loc``, or None."""
        node = self
        for step in loc:
            if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
                node = node.value[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node


class _Refused(Exception):
    """Raised inside the reader when it cannot go on; the problem is noted already."""


class _Reader:
    def __init__(self, events: Iterator[yaml.Event], shown: str, first_line: int, problems: Problems) -> None:
        self.events = events
        self.shown = shown
        self.first_line = first_line
        self.problems = problems
        self.values = 0

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.shown, mark.line + self.first_line, mark.column + 1)

    def refuse(self, code: str, event: yaml.Event, **values: object) -> _Refused:
        self.problems.add(code, self.place(event.start_mark), **values)
        return _Refused()

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.values += 1
        if depth > MAX_DEPTH or self.values > MAX_VALUES:
            limit = MAX_DEPTH if depth > MAX_DEPTH else MAX_VALUES
            raise self.refuse("S115", event, limit=f"{limit:,}")
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse("S113", event, value=quoted(f"*{event.anchor}"))
        if getattr(event, "anchor", None):
            raise self.refuse("S113", event, value=quoted(f"&{event.anchor}"))  # type: ignore[attr-defined]
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refuse("S114", event, value=quoted(event.tag))  # type: ignore[attr-defined]
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            return Node(
                self.place(event.start_mark), _WORDS.get(event.value, event.value) if plain else event.value
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.place(event.start_mark), self.items(depth))
        return self.mapping(event, depth)

    def items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return items

    def mapping(self, start: yaml.Event, depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, depth)
            place = self.place(event.start_mark)
            node = self.node(next(self.events), depth + 1)
            if key in entries:
                self.problems.add("S112", place, value=quoted(key), first=keys[key].line)
                continue
            entries[key], keys[key] = node, place
        return Node(self.place(start.start_mark), entries, keys)

    def key(self, event: yaml.Event, depth: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self.refuse("S111", event, reason=Text("ชื่อคีย์ต้องเป็นข้อความ", "a key must be a text"))
        self.node(event, depth + 1)
        return str(event.value)


def parse(text: str, shown: str, problems: Problems, first_line: int = 1) -> Node | None:
    """Read one YAML document; None when it is empty or when a problem (noted) stops it.

    Args:
        text: the document.
        shown: the path that messages name.
        problems: receives what is wrong.
        first_line: the line of the file in which ``text`` begins.
    """
    try:
        events = (
            event
            for event in yaml.parse(text, Loader=_Loader)
            if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent))
        )
        reader = _Reader(events, shown, first_line, problems)
        first = next(events)
        if isinstance(first, (yaml.StreamEndEvent, yaml.DocumentEndEvent)):
            return None
        node = reader.node(first, 0)
        next(events)
        more = next(events)
        if not isinstance(more, yaml.StreamEndEvent):
            raise reader.refuse(
                "S111", more, reason=Text("มีเส้น --- คั่นเป็นสองส่วน", "a line --- begins a second document")
            )
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        problems.add("S111", Place(shown, line, (mark.column if mark else 0) + 1), reason=_reason(error))
        return None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problems.add("S111", Place(shown, first_line, 1), reason=quoted(error))
        return None
    return node


def _reason(error: yaml.MarkedYAMLError) -> Text:
    english = str(error.problem or error.context or "syntax error")
    for phrase, thai in _THAI_REASONS:
        if phrase in english:
            return Text(thai, english)
    return Text(f"โครงสร้างบรรทัดไม่ถูกต้อง ({english})", english)


_THAI_REASONS = (
    ("mapping values are not allowed", "มีเครื่องหมาย : เกินมาในบรรทัด (ใส่เครื่องหมายคำพูดครอบข้อความที่มี : )"),
    ("could not find expected ':'", "ขาดเครื่องหมาย : หลังชื่อคีย์"),
    ("found character '\\t'", "ใช้แท็บย่อหน้าไม่ได้ ให้ใช้เว้นวรรค"),
    ("that cannot start any token", "ขึ้นต้นด้วยอักขระที่ใช้ไม่ได้ (แท็บ @ หรือ ` ) ให้ใส่เครื่องหมายคำพูดครอบ"),
    ("found unexpected end of stream", "เครื่องหมายคำพูดหรือวงเล็บเปิดแล้วไม่ปิด"),
    ("did not find expected key", "ย่อหน้าไม่ตรงกับบรรทัดก่อน"),
    ("did not find expected '-' indicator", "ย่อหน้าของรายการไม่ตรงกัน"),
    ("did not find expected ',' or", "วงเล็บ [ ] หรือ { } ไม่ครบหรือขาดเครื่องหมาย ,"),
    ("unknown escape", "ใช้เครื่องหมาย \\ ในคำพูดคู่ไม่ถูก ให้ใช้คำพูดเดี่ยวแทน"),
    ("undefined alias", "เครื่องหมาย * ต้นข้อความ ให้ใส่เครื่องหมายคำพูดครอบ"),
    ("block sequence entries are not allowed", "เครื่องหมาย - อยู่ผิดที่ ให้ขึ้นบรรทัดใหม่"),
)
