"""Adding to YAML that people have written: what is there stays byte for byte, comments and line ends too.

Only what an item's file needs is known: a record more in a list, a number more under a name. Each edit finds
its place by the parser's own events and is an insertion; whoever edits compares what both texts mean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from prongsai.importing.writing import scalar

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))
_At = tuple[int, int]


class Unfit(Exception):
    """The text has a form in which nothing can be added safely."""


@dataclass(slots=True)
class _Span:
    """A value in the text: from ``start`` up to ``end`` (line and column from 0).

    ``block``: a list or mapping without brackets; ``key_end`` is where the key before it ends.
    """

    kind: str
    start: _At
    end: _At
    block: bool = False
    text: str = ""
    entries: "list[_Span]" = field(default_factory=list)
    keys: "dict[str, _Span]" = field(default_factory=dict)
    key_end: _At = (0, 0)

    @property
    def is_null(self) -> bool:
        return self.kind == "null"

    @property
    def is_empty(self) -> bool:
        return self.is_null or (self.kind in ("list", "map") and not self.entries)


def append(data: str, key: str, record: Mapping[str, str], end: str = "\n") -> str:
    """``data`` with one record more in the list under the top-level ``key``, made where there is none.

    ``end`` is what ends a line.

    Raises:
        Unfit: there is no safe place for it.
    """
    text = _Text(data, end)
    value = text.value(key)
    if value is None:
        return text.at_end([f"{key}:", *_block(record, 2)])
    if value.is_empty and text.clear(value):
        return text.below(value.key_end[0], _block(record, text.indent + 2))
    if value.kind == "list" and value.block:
        first = value.entries[0]
        pad = first.start[1] - value.start[1] - 1 if first.start[0] == value.start[0] else 1
        return text.after(value, value.start[1], _block(record, value.start[1], max(pad, 1)))
    if value.kind == "list":
        at = value.entries[-1].end if value.entries else _before_bracket(value)
        return text.insert((at, f"{', ' if value.entries else ''}{_flow(record)}"))
    if value.kind == "map" and not value.block:
        return text.insert((value.start, "["), (value.end, f", {_flow(record)}]"))
    if value.kind == "map":
        return text.listed(value, record)
    raise Unfit


def tie(data: str, key: str, name: str, number: int, end: str = "\n") -> str:
    """``data`` with ``number`` more under ``name`` in the mapping under the top-level ``key``.

    ``end`` is what ends a line.

    Raises:
        Unfit: there is no safe place for it.
    """
    text = _Text(data, end)
    value = text.value(key)
    line = f"{name}: [{number}]"
    if value is None:
        return text.at_end([f"{key}:", f"  {line}"])
    if value.is_empty and text.clear(value):
        return text.below(value.key_end[0], [f"{' ' * (text.indent + 2)}{line}"])
    if value.kind != "map":
        raise Unfit
    known = value.keys.get(name)
    if known is not None:
        return text.number(known, number)
    if value.block:
        return text.after(value, value.start[1], [f"{' ' * value.start[1]}{line}"])
    at = value.entries[-1].end if value.entries else _before_bracket(value)
    return text.insert((at, f"{', ' if value.entries else ''}{line}"))


class _Text:
    """The lines of a document as they stand, and where its values are."""

    def __init__(self, data: str, end: str) -> None:
        self.lines: list[str] = _LINE.findall(data)
        plain = re.sub("[\x85\u2028\u2029]", " ", re.sub(r"\r\n?", "\n", data))
        root = _spans(plain)
        if root is not None and not root.is_null and not (root.kind == "map" and root.block):
            raise Unfit
        self.root = root if root is not None and root.kind == "map" else None
        self.indent = self.root.start[1] if self.root else 0
        self.end = end

    def value(self, key: str) -> _Span | None:
        return self.root.keys.get(key) if self.root else None

    def at_end(self, lines: Sequence[str]) -> str:
        return self.below(len(self.lines) - 1, [" " * self.indent + line for line in lines])

    def below(self, line: int, lines: Sequence[str]) -> str:
        """The text with ``lines`` below the line of that number."""
        before = self.lines[: line + 1]
        if before and before[-1][-1:] not in ("\r", "\n"):
            before[-1] += self.end
        return "".join([*before, *(f"{one}{self.end}" for one in lines), *self.lines[line + 1 :]])

    def after(self, value: _Span, column: int, lines: Sequence[str]) -> str:
        """The text with ``lines`` below a block and the comments that are indented more than ``column``."""
        line = value.end[0]
        while line + 1 < len(self.lines):
            following = self.lines[line + 1]
            bare = following.lstrip(" ")
            if not bare.startswith("#") or len(following) - len(bare) <= column:
                break
            line += 1
        return self.below(line, lines)

    def insert(self, *pieces: tuple[_At, str]) -> str:
        """The text with pieces put in at places, which are in order."""
        lines = list(self.lines)
        for (line, column), piece in reversed(pieces):
            lines[line] = lines[line][:column] + piece + lines[line][column:]
        return "".join(lines)

    def clear(self, value: _Span) -> bool:
        """Take an empty value out of its key's line; False where it does not stand there whole."""
        line, column = value.key_end
        colon = self.lines[line].find(":", column)
        if value.is_null and value.text == "":
            return colon >= 0
        if value.start[0] != line or value.end[0] != line or colon < 0:
            return False
        old = self.lines[line]
        self.lines[line] = old[: colon + 1] + old[value.end[1] :]
        return True

    def listed(self, value: _Span, record: Mapping[str, str]) -> str:
        """A single record as the first of a list of two."""
        (first, column), (last, _) = value.start, value.end
        head = self.lines[first]
        if head[:column].strip():
            raise Unfit
        self.lines[first] = f"{head[:column]}- {head[column:]}"
        for number in range(first + 1, last + 1):
            if self.lines[number].strip():
                self.lines[number] = f"  {self.lines[number]}"
        return self.after(value, column, _block(record, column))

    def number(self, value: _Span, number: int) -> str:
        """A number more beside those that an element has."""
        if value.kind == "map" and "evidence" in value.keys:
            return self.number(value.keys["evidence"], number)
        if value.is_null and value.text == "":
            line, column = value.key_end
            colon = self.lines[line].find(":", column)
            return self.insert(((line, colon + 1), f" [{number}]"))
        if value.is_null:
            return self._instead(value, number)
        if value.kind == "scalar":
            return self.insert((value.start, "["), (value.end, f", {number}]"))
        if value.kind == "list" and value.block:
            return self.after(value, value.start[1], [f"{' ' * value.start[1]}- {number}"])
        if value.kind == "list":
            at = value.entries[-1].end if value.entries else _before_bracket(value)
            return self.insert((at, f"{', ' if value.entries else ''}{number}"))
        raise Unfit

    def _instead(self, value: _Span, number: int) -> str:
        (line, start), (_, end) = value.start, value.end
        self.lines[line] = f"{self.lines[line][:start]}[{number}]{self.lines[line][end:]}"
        return "".join(self.lines)


def _before_bracket(value: _Span) -> _At:
    return value.end[0], value.end[1] - 1


def _block(record: Mapping[str, str], indent: int, pad: int = 1) -> list[str]:
    lines = [f"{key}: {scalar(value)}" for key, value in record.items()]
    inner = " " * (indent + 1 + pad)
    return [f"{' ' * indent}-{' ' * pad}{lines[0]}", *(inner + line for line in lines[1:])]


def _flow(record: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_in_flow(value)}" for key, value in record.items()) + "}"


def _in_flow(text: str) -> str:
    """A text between brackets, where a comma or a bracket of its own would end it."""
    written = scalar(text)
    if written.startswith("'") or not re.search(r"[,\[\]{}:]", written):
        return written
    return f"'{written.replace(chr(39), chr(39) * 2)}'"


def _spans(text: str) -> _Span | None:
    """Where the values of a document stand; None of an empty one.

    Raises:
        Unfit: it is no YAML.
    """
    try:
        events = iter(list(yaml.parse(text, Loader=_Loader)))
    except (yaml.YAMLError, RecursionError, ValueError):
        raise Unfit from None
    next(events)
    begin = next(events)
    return None if isinstance(begin, yaml.StreamEndEvent) else _span(next(events), events, text.split("\n"))


def _span(event: Any, events: Iterator[Any], lines: Sequence[str]) -> _Span:
    start, end = _at(event.start_mark), _at(event.end_mark)
    if isinstance(event, yaml.ScalarEvent):
        kind = "null" if event.implicit[0] and event.value in _NULL else "scalar"
        return _Span(kind, start, _content_end(start, end, lines), text=event.value)
    if isinstance(event, yaml.AliasEvent):
        raise Unfit
    found = _Span("list", start, end, block=not event.flow_style)
    if isinstance(event, yaml.MappingStartEvent):
        found.kind = "map"
    last = next(events)
    while not isinstance(last, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
        if found.kind == "map":
            key = _span(last, events, lines)
            value = _span(next(events), events, lines)
            value.key_end = key.end
            if value.is_null and value.text == "":
                value.start = value.end = key.end
            found.keys[key.text] = value
        else:
            value = _span(last, events, lines)
        found.entries.append(value)
        last = next(events)
    if found.block:
        found.end = max((entry.end for entry in found.entries), default=start)
    else:
        found.end = _at(last.end_mark)
    return found


def _at(mark: Any) -> _At:
    return mark.line, mark.column


def _content_end(start: _At, end: _At, lines: Sequence[str]) -> _At:
    """The end of a scalar's own text: a block of text ends before the empty lines behind it."""
    line, column = end
    if column or line <= start[0]:
        return end
    line -= 1
    while line > start[0] and not lines[line].strip():
        line -= 1
    return line, len(lines[line])
