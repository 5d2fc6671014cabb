"""A tree of nodes made into a frozen model, each mismatch told with its place and in the reader's language."""

import difflib
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import KINDS, Problems, quoted
from prongsai.source.yaml import Node, type_names

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "string_type": Text("ข้อความ", "a text"),
    "string_too_short": Text("ข้อความที่ไม่ว่าง", "a text that is not empty"),
    "tuple_type": Text("รายการที่แต่ละบรรทัดขึ้นต้นด้วย -", "a list, each line beginning with -"),
    "list_type": Text("รายการที่แต่ละบรรทัดขึ้นต้นด้วย -", "a list, each line beginning with -"),
    "dict_type": Text("รายการคีย์: ค่า", "key: value lines"),
    "model_type": Text("รายการคีย์: ค่า", "key: value lines"),
    "bool_type": Text("true หรือ false", "true or false"),
    "bool_parsing": Text("true หรือ false", "true or false"),
    "int_type": Text("จำนวนเต็ม", "a whole number"),
    "decimal_type": Text("ตัวเลข", "a number"),
}
_EMPTY = Text("ว่าง", "empty")


def shape(model: type[M], node: Node | None, path: str, problems: Problems) -> M | None:
    """``node`` as a ``model``; None, with each mismatch noted, when it does not fit. An empty file is an empty mapping."""
    if node is None:
        node = Node(Place(path, 1, 1), {})
    if not isinstance(node.value, dict):
        problems.add("S116", node.place, found=_kind(node))
        return None
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(model, node, detail, problems)
        return None


def _kind(node: Node) -> Text:
    if isinstance(node.value, list):
        return type_names["seq"]
    return type_names["empty"] if node.value is None else type_names["text"]


def _note(model: type[BaseModel], root: Node, detail: ErrorDetails, problems: Problems) -> None:
    loc = tuple(step for step in detail["loc"] if step != "[key]")
    kind, value = detail["type"], detail.get("input")
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    found = root.get(loc)
    place = found.place if found else root.at(loc)
    if kind == "extra_forbidden":
        place = root.at(loc, key=True)
        problems.add("S201", place, value=quoted(key), hint=_did_you_mean(model, loc))
    elif kind == "missing":
        problems.add("S202", root.at(loc[:-1]), value=quoted(loc[-1]))
    elif kind == "literal_error":
        expected = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        problems.add("S204", place, key=key, value=_shown(value), expected=expected)
    elif kind == "string_too_long":
        problems.add(
            "S210", place, key=key, value=f"{len(str(value)):,}", limit=f"{detail['ctx']['max_length']:,}"
        )
    elif kind == "string_pattern_mismatch":
        problems.add(
            "S203", place, key=key, value=_shown(value), expected=_pattern(str(detail["ctx"]["pattern"]))
        )
    elif kind in KINDS:
        values: dict[str, Any] = {"key": key, **detail["ctx"]}
        values.pop("code", None)
        if "value" in values:
            values["value"] = _shown(values["value"])
        problems.add(kind, place, **values)
    else:
        problems.add(
            "S203",
            place,
            key=key,
            value=_shown(value),
            expected=_EXPECTED.get(kind, Text("ค่าอีกชนิดหนึ่ง", "another kind of value")),
        )


def _pattern(pattern: str) -> Text:
    if "a-z" in pattern:
        return Text(
            "ตัวอักษรอังกฤษเล็ก ตัวเลข และขีด (เช่น strategic-plan)",
            "small letters, digits and hyphens (such as strategic-plan)",
        )
    return Text("เลขตัวชี้วัด เช่น 9 หรือ 9.1", "an indicator's number, such as 9 or 9.1")


def _shown(value: object) -> Text | str:
    if value is None:
        return _EMPTY
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return type_names["map"]
    if isinstance(value, (list, tuple)):
        return type_names["seq"]
    return quoted(value)


def _did_you_mean(model: type[BaseModel], loc: tuple[int | str, ...]) -> Text | str:
    names = _names(model, loc[:-1])
    close = difflib.get_close_matches(str(loc[-1]), names, n=1, cutoff=0.6)
    if close:
        return Text(f" (หมายถึง {close[0]} หรือไม่)", f" (did you mean {close[0]}?)")
    return Text(f" (ที่ใช้ได้: {', '.join(names)})", f" (there are: {', '.join(names)})") if names else ""


def _names(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    current: type[BaseModel] | None = model
    for step in loc:
        if current is None or not isinstance(step, str) or step not in current.model_fields:
            continue
        current = _inner_model(current.model_fields[step].annotation)
    return [name for name, field in (current.model_fields if current else {}).items() if not field.exclude]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _inner_model(argument)
        if found:
            return found
    return _inner_model(annotation.__origin__) if hasattr(annotation, "__metadata__") else None
