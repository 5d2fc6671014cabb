"""A tree of nodes made into a frozen model, each mismatch told with its place in both languages."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prongsai.errors import Text
from prongsai.load.annotations import blank_is_default, computed_keys, keys_at
from prongsai.load.hints import closest, did_you_mean
from prongsai.model.fields import STATUS_WORDS
from prongsai.source.place import Place
from prongsai.source.problems import KINDS, Problems, quoted
from prongsai.source.yaml import Loc, Node

M = TypeVar("M", bound=BaseModel)

_LIST = Text("รายการที่แต่ละบรรทัดขึ้นต้นด้วย -", "a list, each line beginning with -")
_MAP = Text("บรรทัดแบบ คีย์: ค่า", "key: value lines")
_YES_NO = Text("ค่า true หรือ false", "true or false")
_EXPECTED = {
    "string_type": Text("ข้อความ", "a text"),
    "too_short": Text("ข้อความที่ไม่ว่าง", "a text that is not empty"),
    "string_too_short": Text("ข้อความที่ไม่ว่าง", "a text that is not empty"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAP,
    "model_type": _MAP,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "int_type": Text("จำนวนเต็ม", "a whole number"),
    "int_parsing": Text("จำนวนเต็ม", "a whole number"),
    "decimal_type": Text("ตัวเลข", "a number"),
}
_OTHER = Text("ค่าอีกชนิดหนึ่ง", "another kind of value")
_SLUG = Text(
    "ตัวอักษรอังกฤษเล็ก ตัวเลข และขีด (เช่น strategic-plan)",
    "small letters, digits and hyphens (such as strategic-plan)",
)
_NUMBER = Text("เลขตัวชี้วัด เช่น 9 หรือ 9.1", "an indicator's number, such as 9 or 9.1")
_EMPTY = Text("ค่าว่าง", "empty")
_THE_KEY = Text("ชื่อคีย์", "the key")
_FOUND_LIST = Text("รายการหลายค่า", "a list")
_FOUND_MAP = Text("คีย์และค่า", "key: value lines")


def shape(model: type[M], node: Node | None, path: str, problems: Problems) -> M | None:
    """``node`` as a ``model``; None, with each mismatch noted, when it does not fit.

    An empty file is an empty mapping. A key without a value is as good as no key where the model can do
    without.
    """
    if node is None or node.value is None:
        node = Node(Place(path, 1, 1) if node is None else node.place, {})
    if not isinstance(node.value, dict):
        problems.add("S116", node.place, found=shown(node.value))
        return None
    before = len(problems)
    _drop_computed(model, node, problems)
    try:
        found = _validate(model, node)
    except ValidationError as error:
        details = error.errors(include_url=False)
        misspelt = {_meant(model, detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        for detail in details:
            if not (detail["type"] == "missing" and detail["loc"] in misspelt):
                _note(model, node, detail, problems)
        return None
    return found if len(problems) == before else None


def _meant(model: type[M], loc: Loc) -> Loc:
    """Where the key at ``loc`` would stand if it were spelt as it seems to be meant."""
    return (*loc[:-1], closest(str(loc[-1]), keys_at(model, loc[:-1])) or "")


def _validate(model: type[M], node: Node) -> M:
    """``node`` as a ``model``; keys without a value that do not fit are as if they were not there."""
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        blank = [
            detail["loc"]
            for detail in error.errors(include_url=False)
            if detail["input"] is None and blank_is_default(model, detail["loc"])
        ]
        if not blank:
            raise
    for loc in blank:
        parent, key = node.get(loc[:-1]), loc[-1]
        if parent is not None and isinstance(parent.value, dict) and isinstance(key, str):
            parent.value.pop(key, None)
    return model.model_validate(node.plain())


def _drop_computed(model: type[BaseModel], root: Node, problems: Problems) -> None:
    """Take out keys that the program fills itself: nobody writes them."""
    for pattern in computed_keys(model):
        for owner, loc in _matching(root, pattern[:-1], ()):
            if isinstance(owner.value, dict) and pattern[-1] in owner.value:
                del owner.value[pattern[-1]]
                hint = did_you_mean(pattern[-1], keys_at(model, loc))
                problems.add("S201", owner.keys[pattern[-1]], value=quoted(pattern[-1]), hint=hint)


def _matching(node: Node, pattern: tuple[str, ...], loc: Loc) -> Iterator[tuple[Node, Loc]]:
    """The nodes at which ``pattern`` arrives; ``*`` is every entry of a list, or its only one."""
    if not pattern:
        yield node, loc
    elif pattern[0] != "*":
        found = node.step(pattern[0])
        if found is not None:
            yield from _matching(found, pattern[1:], (*loc, pattern[0]))
    else:
        entries = node.value if isinstance(node.value, list) else [node]
        for number, entry in enumerate(entries):
            yield from _matching(entry, pattern[1:], (*loc, number))


def _note(model: type[BaseModel], root: Node, detail: ErrorDetails, problems: Problems) -> None:
    """Tell one mismatch, unless a problem of the value itself is told already."""
    loc, in_key = _without_marks(detail["loc"])
    met, nodes = _met(root, loc)
    if any(node.refused for node in nodes):
        return
    kind = detail["type"]
    key = next((str(step) for step in reversed(met) if isinstance(step, str)), str(loc[-1]))
    if kind == "missing":
        problems.add("S202", nodes[-1].place, value=loc[-1])
        return
    if kind == "extra_forbidden":
        hint = did_you_mean(str(loc[-1]), keys_at(model, loc[:-1]), known=True)
        problems.add("S201", root.at(met, key=True), value=quoted(loc[-1]), hint=hint)
        return
    code, values = _told(kind, detail)
    if not in_key:
        problems.add(code, nodes[-1].place, **{"key": key, **values})
    elif code == "S204":
        hint = Text(f" (ที่ใช้ได้คือ {values['expected'].th})", f" (there are {values['expected'].en})")
        problems.add("S201", root.at(met, key=True), value=quoted(key), hint=hint)
    else:
        problems.add(code, root.at(met, key=True), **{"key": _THE_KEY, **values})


def _without_marks(loc: Loc) -> tuple[Loc, bool]:
    """``loc`` without pydantic's own mark for "the key itself", and whether it was there."""
    return tuple(step for step in loc if step != "[key]"), "[key]" in loc


def _met(root: Node, loc: Loc) -> tuple[Loc, list[Node]]:
    """The steps of ``loc`` that the source has, and the nodes on the way.

    A single value may stand for a list of one, and a list for a mapping with one key.
    """
    met: list[int | str] = []
    nodes = [root]
    for step in loc:
        found = nodes[-1].step(step)
        if found is not None:
            met.append(step)
            nodes.append(found)
    return tuple(met), nodes


def _told(kind: str, detail: ErrorDetails) -> tuple[str, dict[str, Any]]:
    """The code of a problem and the values that fill its text, for a mismatch as pydantic reports it."""
    context, value = detail.get("ctx", {}), detail["input"]
    if kind in KINDS:
        values = {name: context[name] for name in context if name != "code"}
        return kind, values | ({"value": shown(values["value"])} if "value" in values else {})
    if kind == "literal_error":
        return "S204", {"value": shown(value), "expected": _choice(str(context["expected"]))}
    if kind in ("string_too_long", "too_long"):
        return "S210", {"value": f"{len(str(value)):,}", "limit": f"{context['max_length']:,}"}
    if kind == "string_pattern_mismatch":
        expected = _SLUG if "a-z" in str(context["pattern"]) else _NUMBER
        return "S203", {"value": shown(value), "expected": expected}
    return "S203", {"value": shown(value), "expected": _EXPECTED.get(kind, _OTHER)}


def _choice(expected: str) -> Text:
    """What may be chosen, in Thai with the word that officers write for it."""
    words = expected.replace("'", "").replace(" or ", ", ").split(", ")
    thai = _thai_status()
    return Text(
        ", ".join(f"{word} ({thai[word]})" if word in thai else word for word in words), ", ".join(words)
    )


@cache
def _thai_status() -> dict[str, str]:
    return {state: word for word, state in reversed(STATUS_WORDS.items())}


def shown(value: object) -> Text | str:
    """A value as a message shows it."""
    if value is None or value == "":
        return _EMPTY
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return _FOUND_MAP
    if isinstance(value, (list, tuple)):
        return _FOUND_LIST
    return quoted(value)
