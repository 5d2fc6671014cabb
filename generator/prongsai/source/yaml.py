"""YAML with places: a small, safe part of the language, read from the parser's events.

Only mappings, lists and scalars; no anchors, no tags, no second document, so nothing can expand or run. A
scalar stays text (``null``, ``true`` and ``false`` apart): dates and numbers are read by the field that
expects them, so that ``2565-13-40`` is a bad date with its place and not an exception from a timestamp
constructor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

import yaml

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reading import CONTROL
from prongsai.source.syntax import explain

MAX_DEPTH = 20
MAX_VALUES = 50_000
MAX_PROBLEMS = 20
"""Reading ends after so many problems in one file that are the parser's own."""

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TOO_DEEP = Text("ซ้อนลึก", "is nested deeper")
_NESTED_BEYOND = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on of nesting that it doesn't follow."""
_TOO_MANY = Text("มีค่าจำนวนมาก", "has more values")
_KEY = (
    Text("ชื่อคีย์ต้องเป็นข้อความ", "a key must be a text"),
    Text("เขียนเป็น ชื่อคีย์: ค่า", "write key: value"),
)
_SECOND = (
    Text("มีเส้น --- คั่นเป็นสองส่วน", "a line --- begins a second document"),
    Text("ลบเส้น --- ออก", "delete the line ---"),
)
_LOOK = Text("ตรวจว่าเป็นไฟล์ YAML ที่ถูกต้อง", "make sure that this is a YAML file")

Plain: TypeAlias = "bool | str | list[Plain] | dict[str, Plain] | None"
Loc: TypeAlias = tuple[int | str, ...]


@dataclass(slots=True)
class Node:
    """A value and where it begins. A mapping's keys have places of their own in ``keys``.

    ``refused``: a problem of the value itself is noted already, whatever else may be wrong with it.
    """

    place: Place
    value: "bool | str | list[Node] | dict[str, Node] | None"
    keys: dict[str, Place] = field(default_factory=dict)
    refused: bool = False

    def plain(self) -> Plain:
        """The value without places: None, bool, text, lists and dictionaries."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def step(self, step: int | str) -> "Node | None":
        """The value of a key or at a list's index, or None."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and 0 <= step < len(self.value):
            return self.value[step]
        return None

    def each(self, key: str) -> "list[Node]":
        """The entries of the list under ``key``; a single value is a list of one, nothing an empty list."""
        found = self.step(key)
        if found is None or found.value is None:
            return []
        return found.value if isinstance(found.value, list) else [found]

    def text(self, key: str) -> str | None:
        """The text under ``key``; None when there is none."""
        found = self.step(key)
        return found.value if found is not None and isinstance(found.value, str) else None

    def path(self, loc: Loc) -> "list[Node]":
        """This node and those that ``loc`` leads through, as far as they exist."""
        nodes = [self]
        for step in loc:
            found = nodes[-1].step(step)
            if found is None:
                break
            nodes.append(found)
        return nodes

    def get(self, loc: Loc) -> "Node | None":
        """The node at ``loc``, or None."""
        nodes = self.path(loc)
        return nodes[-1] if len(nodes) == len(loc) + 1 else None

    def at(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of the value at ``loc``, or of the nearest thing around it that exists.

        ``key``: the place of its key.
        """
        nodes = self.path(loc)
        reached = len(nodes) - 1
        whole = reached == len(loc)
        if reached and (key or not whole):
            parent, last = nodes[-2], loc[reached - 1]
            if isinstance(last, str):
                return parent.keys[last]
        return nodes[-1].place


class _Refused(Exception):
    """Raised inside the reader when it cannot go on; the problem is noted already."""


class _Reader:
    """Makes nodes of events; what can be read in spite of a problem is read."""

    def __init__(self, events: Iterator[Any], shown: str, first_line: int, problems: Problems) -> None:
        self.events = events
        self.shown = shown
        self.first_line = first_line
        self.problems = problems
        self.values = 0
        self.noted = 0

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.shown, mark.line + self.first_line, mark.column + 1)

    def note(self, code: str, event: Any, **values: object) -> None:
        self.problems.add(code, self.place(event), **values)
        self.noted += 1
        if self.noted >= MAX_PROBLEMS:
            raise _Refused

    def refuse(self, code: str, event: Any, **values: object) -> NoReturn:
        self.problems.add(code, self.place(event), **values)
        raise _Refused

    def node(self, event: Any, depth: int) -> Node:
        self.values += 1
        if self.values > MAX_VALUES:
            self.refuse("S115", event, what=_TOO_MANY, limit=f"{MAX_VALUES:,}")
        if depth > MAX_DEPTH:
            self.refuse("S115", event, what=_TOO_DEEP, limit=f"{MAX_DEPTH:,}")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.note("S113", event, value=quoted(f"*{event.anchor}"))
            return Node(self.place(event), None, refused=True)
        refused = self.marked(event)
        node = (
            self.items(event, depth)
            if isinstance(event, yaml.SequenceStartEvent)
            else self.mapping(event, depth)
        )
        node.refused = refused
        return node

    def marked(self, event: Any) -> bool:
        """Whether a value has an anchor or a tag of its own; both are problems."""
        before = self.noted
        if event.anchor is not None:
            self.note("S113", event, value=quoted(f"&{event.anchor}"))
        if event.tag not in (None, "!"):
            self.note("S114", event, value=quoted(_short(event.tag)))
        return self.noted > before

    def scalar(self, event: Any) -> Node:
        value: str = event.value
        refused = (event.anchor is not None or event.tag is not None) and self.marked(event)
        if event.style == '"' and (found := CONTROL.search(value)):
            self.note("S104", event, value=f"U+{ord(found.group()):04X}")
            refused = True
        plain = event.implicit[0] and not refused
        return Node(self.place(event), _WORDS.get(value, value) if plain else value, refused=refused)

    def items(self, start: Any, depth: int) -> Node:
        found = Node(self.place(start), items := [])
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return found

    def mapping(self, start: Any, depth: int) -> Node:
        entries: dict[str, Node] = {}
        found = Node(self.place(start), entries)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("S111", event, reason=_KEY[0], remedy=_KEY[1])
            key = self.scalar(event)
            name = str(event.value)
            node = self.node(next(self.events), depth + 1)
            if name in entries:
                self.note("S112", event, value=quoted(name), first=found.keys[name].line)
            else:
                entries[name], found.keys[name] = node, key.place
        return found


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def parse(text: str, shown: str, problems: Problems, first_line: int = 1) -> Node | None:
    """Read one YAML document; None when a problem (noted) stops it.

    An empty document is a node without value. Problems that leave the rest readable (a key twice, a tag) are
    noted, and the rest is read.

    Args:
        text: the document.
        shown: the path that messages name.
        problems: receives what is wrong.
        first_line: the line of the file in which ``text`` begins.
    """
    try:
        return _document(text, shown, problems, first_line)
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        told = explain(error, text)
        place = Place(shown, told.line + first_line, told.column + 1)
        if error.problem == _NESTED_BEYOND:
            problems.add("S115", place, what=_TOO_DEEP, limit=f"{MAX_DEPTH:,}")
        else:
            problems.add("S111", place, reason=told.reason, remedy=told.remedy)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problems.add("S111", Place(shown, first_line, 1), reason=quoted(error), remedy=_LOOK)
    return None


def _document(text: str, shown: str, problems: Problems, first_line: int) -> Node:
    events = yaml.parse(text, Loader=_Loader)
    reader = _Reader(events, shown, first_line, problems)
    next(events)
    begin = next(events)
    if isinstance(begin, yaml.StreamEndEvent):
        return Node(Place(shown, first_line, 1), None)
    node = reader.node(next(events), 0)
    next(events)
    more = next(events)
    if not isinstance(more, yaml.StreamEndEvent):
        reader.refuse("S111", more, reason=_SECOND[0], remedy=_SECOND[1])
    return node
