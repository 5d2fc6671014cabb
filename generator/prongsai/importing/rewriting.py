"""Changes in YAML that leave all else as somebody wrote it: comments, order, quotes, one-line lists.

The text is composed into nodes with their marks, the wanted values are compared with them, and only the
spans that differ are replaced. What comes out is read again: an edit that did not give the wanted values,
or touched others, is given up.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias

import yaml as pyyaml

from prongsai.importing.writing import Sheet, scalar
from prongsai.source import yaml
from prongsai.source.problems import Problems

Value: TypeAlias = "str | int | list[Value] | dict[str, Value] | None"

_IN_FLOW: Final = re.compile(r"[,\[\]{}]|^[^\wก-๙(./]|: |:$| #")
_COMMENT: Final = re.compile(r"[ \t]+#[^\n]*")


class _CannotEdit(Exception):
    """A form of YAML that is edited only as a whole."""


def rewrite(text: str, wanted: Mapping[str, Value], order: Sequence[str] = ()) -> str | None:
    """``text`` (a block mapping) with its top-level keys as ``wanted``; None where that cannot be done.

    None as a value empties a key that is there, and adds none. ``order`` places new keys among the others.
    """
    text = text if text.endswith("\n") or not text else f"{text}\n"
    before = read_plain(text)
    if before is None:
        return None
    now: dict[str, Value] = dict(before)
    for key, value in wanted.items():
        new = as_plain(value)
        if (key in now or new not in (None, [], {})) and now.get(key, ...) != new:
            now[key] = new
            edited = _tried(text, key, value, now, order)
            if edited is None:
                return None
            text = edited
    return text


def read_plain(text: str) -> dict[str, Value] | None:
    """The values of a YAML mapping as the sources' reader gives them; None when it is none or is broken."""
    problems = Problems()
    node = yaml.parse(text, "", problems)
    if node is None or problems.found:
        return None
    if node.value is None:
        return {}
    plain: Any = node.plain()
    return plain if isinstance(plain, dict) else None


def as_plain(value: Any) -> Any:
    """A value as the sources' reader would give it: numbers are text."""
    if isinstance(value, dict):
        return {key: as_plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool) else str(value)


def _tried(
    text: str, key: str, value: Value, expected: Mapping[str, Value], order: Sequence[str]
) -> str | None:
    """``text`` with one key changed: in its smallest parts, else the key as a whole."""
    for make in (_in_parts, _as_a_whole):
        try:
            edited = make(text, key, value, order)
        except (_CannotEdit, pyyaml.YAMLError, RecursionError, ValueError):
            continue
        if read_plain(edited) == expected:
            return edited
    return None


def _in_parts(text: str, key: str, value: Value, order: Sequence[str]) -> str:
    root = _root(text)
    edits = _Edits(text)
    found = next((pair for pair in root.value if pair[0].value == key), None)
    if found is None:
        edits.add_key(root, key, value, order)
    else:
        edits.value(found[0], found[1], value)
    return edits.applied()


def _as_a_whole(text: str, key: str, value: Value, order: Sequence[str]) -> str:
    root = _root(text)
    edits = _Edits(text)
    name, node = next(pair for pair in root.value if pair[0].value == key)
    begin, end = edits.line_start(name.start_mark.index), edits.line_end(_end(node, name))
    comments = [line for line in text[begin:end].splitlines() if line.lstrip().startswith("#")]
    written = _block({key: value}, name.start_mark.column)
    edits.put(begin, end, "".join(f"{line}\n" for line in (*comments, *written)))
    return edits.applied()


def _root(text: str) -> Any:
    node = pyyaml.compose(text, Loader=pyyaml.SafeLoader)
    if not isinstance(node, pyyaml.MappingNode) or node.flow_style:
        raise _CannotEdit
    return node


def _end(node: Any, key: Any = None) -> int:
    """Where a value's last character ends; marks of block collections reach over comments."""
    if isinstance(node, pyyaml.MappingNode) and not node.flow_style:
        return max(_end(value, name) for name, value in node.value)
    if isinstance(node, pyyaml.SequenceNode) and not node.flow_style:
        return max((_end(item) for item in node.value), default=node.start_mark.index)
    if node.start_mark.index == node.end_mark.index and key is not None:
        return max(int(key.end_mark.index) + 1, int(node.end_mark.index))
    if isinstance(node, pyyaml.ScalarNode) and node.style in ("|", ">"):
        buffer = node.start_mark.buffer or node.end_mark.buffer
        if buffer is None:
            raise _CannotEdit
        return len(buffer[: node.end_mark.index].rstrip("\n\0 "))
    return int(node.end_mark.index)


def _plain(node: Any) -> Value:
    """A composed node's values, in the reader's own way."""
    if isinstance(node, pyyaml.MappingNode):
        return {str(name.value): _plain(value) for name, value in node.value}
    if isinstance(node, pyyaml.SequenceNode):
        return [_plain(item) for item in node.value]
    text = str(node.value)
    if node.style is None and text in ("", "~", "null", "Null", "NULL"):
        return None
    return text


def _alike(node: Any, value: Any) -> bool:
    return bool(_plain(node) == as_plain(value))


def _block(record: Mapping[str, Value], indent: int) -> list[str]:
    sheet = Sheet("")
    sheet.mapping(record, [], indent)
    return sheet.lines


def _items(values: Iterable[Value], indent: int) -> list[str]:
    lines = []
    for line in _block({"_": list(values)}, indent)[1:]:
        lines.append(line[2:])
    return lines


def _flow(value: Value) -> str:
    """A value on one line, inside brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    text = scalar(value)
    if isinstance(value, str) and not text.startswith("'") and _IN_FLOW.search(text):
        return f"'{text.replace(chr(39), chr(39) * 2)}'"
    return text


class _Edits:
    """Replacements of spans, collected and then made from the end of the text on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[tuple[int, int, str]] = []

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a span."""
        self._edits.append((start, end, text))

    def applied(self) -> str:
        """The text with every edit made."""
        text = self._text
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2], reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def line_start(self, at: int) -> int:
        """The beginning of the line of a character."""
        return self._text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """The beginning of the next line."""
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1

    def value(self, name: Any, node: Any, value: Value) -> None:
        """The value of a key made ``value``."""
        if _alike(node, value):
            return
        if isinstance(node, pyyaml.MappingNode) and isinstance(value, dict) and value and node.value:
            self._mapping(node, value)
        elif isinstance(node, pyyaml.SequenceNode) and isinstance(value, list) and value and node.value:
            self._sequence(node, value)
        else:
            self._replace(name, node, value)

    def add_key(self, node: Any, key: str, value: Value, order: Sequence[str] = ()) -> None:
        """A key that a mapping lacks: after the one that comes before it in ``order``, else at its end."""
        if node.flow_style:
            before = node.value[-1][1]
            self.put(
                _end(before, node.value[-1][0]), _end(before, node.value[-1][0]), f", {key}: {_flow(value)}"
            )
            return
        earlier = order[: order.index(key)] if key in order else ()
        pairs = [pair for pair in node.value if pair[0].value in earlier] or list(node.value)
        if not pairs:
            raise _CannotEdit
        after = self.line_end(_end(pairs[-1][1], pairs[-1][0]))
        column = node.value[0][0].start_mark.column
        self.put(after, after, "".join(f"{line}\n" for line in _block({key: value}, column)))

    def _mapping(self, node: Any, value: Mapping[str, Value]) -> None:
        known = {name.value: (name, inner) for name, inner in node.value}
        for key in known:
            if key not in value:
                self._drop_key(node, key)
        if not any(key in value for key in known):
            raise _CannotEdit
        for key, inner in value.items():
            if key in known:
                self.value(*known[key], inner)
            else:
                self.add_key(node, key, inner)

    def _drop_key(self, node: Any, key: str) -> None:
        index = next(place for place, (name, _) in enumerate(node.value) if name.value == key)
        name, inner = node.value[index]
        if node.flow_style:
            self._drop_in_flow(
                [(pair[0].start_mark.index, _end(pair[1], pair[0])) for pair in node.value], index
            )
            return
        begin = self.line_start(name.start_mark.index)
        if self._text[begin : name.start_mark.index].strip():
            raise _CannotEdit
        self.put(begin, self.line_end(_end(inner, name)), "")

    def _drop_in_flow(self, spans: Sequence[tuple[int, int]], index: int) -> None:
        if index:
            self.put(spans[index - 1][1], spans[index][1], "")
        elif len(spans) > 1:
            self.put(spans[0][0], spans[1][0], "")
        else:
            raise _CannotEdit

    def _sequence(self, node: Any, value: Sequence[Value]) -> None:
        old = [_key(_plain(item)) for item in node.value]
        new = [_key(as_plain(item)) for item in value]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            shared = min(i2 - i1, j2 - j1)
            for place in range(shared):
                self._item(node.value[i1 + place], value[j1 + place])
            for place in range(i1 + shared, i2):
                self._drop_item(node, place)
            if j1 + shared < j2:
                self._add_items(node, i1 + shared, value[j1 + shared : j2])

    def _item(self, node: Any, value: Value) -> None:
        if _alike(node, value):
            return
        if isinstance(node, pyyaml.MappingNode) and isinstance(value, dict) and node.value:
            self._mapping(node, value)
        elif isinstance(node, pyyaml.SequenceNode) and isinstance(value, list) and value and node.value:
            self._sequence(node, value)
        else:
            in_flow = isinstance(node, pyyaml.ScalarNode) and node.style not in ("|", ">")
            if isinstance(value, (dict, list)) and not (in_flow or node.flow_style):
                raise _CannotEdit
            self.put(node.start_mark.index, _end(node), _flow(value))

    def _drop_item(self, node: Any, index: int) -> None:
        item = node.value[index]
        if node.flow_style:
            self._drop_in_flow([(each.start_mark.index, _end(each)) for each in node.value], index)
            return
        begin = self._dash(item)
        self.put(begin, self.line_end(_end(item)), "")

    def _add_items(self, node: Any, index: int, values: Sequence[Value]) -> None:
        if node.flow_style:
            if index:
                at = _end(node.value[index - 1])
                self.put(at, at, "".join(f", {_flow(value)}" for value in values))
            else:
                at = node.value[0].start_mark.index
                self.put(at, at, "".join(f"{_flow(value)}, " for value in values))
            return
        first = self._dash(node.value[0])
        column = re.match(r" *", self._text[first:]).end()  # type: ignore[union-attr]
        at = self.line_end(_end(node.value[index - 1])) if index else first
        self.put(at, at, "".join(f"{line}\n" for line in _items(values, column)))

    def _dash(self, item: Any) -> int:
        """The beginning of the line with an entry's dash."""
        begin = self.line_start(item.start_mark.index)
        if not re.fullmatch(r" *- +", self._text[begin : item.start_mark.index]):
            raise _CannotEdit
        return begin

    def _replace(self, name: Any, node: Any, value: Value) -> None:
        """The whole value of a key; a comment beside it stays beside the key."""
        begin, end = name.end_mark.index, _end(node, name)
        colon = self._text.find(":", begin) + 1
        if not isinstance(value, (dict, list)) or not value:
            kept = isinstance(node, pyyaml.ScalarNode) or node.flow_style
            if not kept:
                raise _CannotEdit
            in_flow = self._in_flow(name)
            self.put(colon, end, f" {_flow(value) if in_flow else scalar(value)}")
            return
        if self._in_flow(name) or self._short(value):
            self.put(colon, end, f" {_flow(value)}")
            return
        comment = _COMMENT.match(self._text, end)
        kept_comment = comment.group() if comment else ""
        lines = _block({"_": value}, name.start_mark.column)[1:]
        stop = comment.end() if comment else end
        self.put(colon, stop, kept_comment + "".join(f"\n{line}" for line in lines))

    def _short(self, value: Value) -> bool:
        """Whether a list is of numbers alone: these stand in brackets."""
        return isinstance(value, list) and all(isinstance(each, int) for each in value)

    def _in_flow(self, name: Any) -> bool:
        """Whether a key stands inside braces."""
        line = self._text[self.line_start(name.start_mark.index) : name.start_mark.index]
        return bool(re.sub(r"^ *(?:- +)*", "", line))


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
