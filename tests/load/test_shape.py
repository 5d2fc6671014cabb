"""Nodes made into models: where a mismatch is told, and what may be left blank."""

from typing import Annotated

import pytest
from pydantic import BeforeValidator, Field

from prongsai.load.annotations import blank_is_default, computed_keys, keys_at
from prongsai.load.shape import shape
from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import Frozen, Line, Lines, Score, as_list
from prongsai.model.framework import Framework
from prongsai.model.year import YearSettings
from prongsai.source import yaml
from prongsai.source.problems import Problems


class Part(Frozen):
    name: Line
    score: Score = None
    secret: str = Field(default="", exclude=True)


class Whole(Frozen):
    title: Line = "ไม่มีชื่อ"
    parts: Annotated[tuple[Part, ...], BeforeValidator(as_list)] = ()
    named: dict[str, Part] = Field(default_factory=dict)
    tags: Lines = ()
    done: bool = False


def shaped(text: str) -> tuple[Whole | None, list[tuple[str, int, int]]]:
    problems = Problems()
    node = yaml.parse(text, "a.yml", problems)
    found = shape(Whole, node, "a.yml", problems)
    return found, [(p.kind.code, p.place.line, p.place.column) for p in problems]


@pytest.mark.parametrize("text", ["", "# ว่าง\n", "title:\nparts:\nnamed:\ntags:\ndone:\n", "~"])
def test_blank_is_the_default(text: str) -> None:
    assert shaped(text) == (Whole(), [])


def test_blank_beside_a_fault_is_not_told() -> None:
    assert shaped("title:\ndone: maybe\n") == (None, [("S203", 2, 7)])


def test_a_single_value_for_a_list() -> None:
    found, problems = shaped("parts: {name: ก}\ntags: ข\n")
    assert problems == []
    assert found is not None and found.parts[0].name == "ก" and found.tags == ("ข",)
    assert shaped("parts: {nam: ก, score: x}\n")[1] == [("S203", 1, 24), ("S201", 1, 9)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", [("S116", 1, 1)]),
        ("parts:\n  - score: 1\n", [("S202", 2, 5)]),
        ("parts:\n  - name: ก\n    score: 101\n", [("S203", 3, 12)]),
        ("named:\n  ก: {name: }\n", [("S203", 2, 13)]),
        ("named:\n  ก: ข\n", [("S203", 2, 6)]),
        ("tags:\n  - ก\n  - [ข]\n", [("S203", 3, 5)]),
        ("parts: 1\n", [("S203", 1, 8)]),
        ("wrong: 1\nparts:\n  - {name: ก, wrong: 1}\n", [("S201", 3, 15), ("S201", 1, 1)]),
        ("parts: {name: ก, secret: x}\n", [("S201", 1, 18)]),
        ("parts:\n  - {name: ก}\n  - {name: ก, secret: x}\n", [("S201", 3, 15)]),
        ("title: !!int ก\ndone: x\n", [("S114", 1, 8), ("S203", 2, 7)]),
    ],
)
def test_places(text: str, told: list[tuple[str, int, int]]) -> None:
    found, problems = shaped(text)
    assert found is None
    assert sorted(problems) == sorted(told)


def test_what_annotations_say() -> None:
    assert keys_at(Whole, ("parts", 3)) == ["name", "score"]
    assert keys_at(Whole, ("named", "title")) == ["name", "score"]
    assert keys_at(Whole, ("tags",)) == []
    assert "stated" in keys_at(YearSettings, ("scores", "instruments", "iit"))
    assert "topic" in keys_at(Framework, ("indicators", 0, "sub_indicators", 0, "items", 0))
    assert blank_is_default(Whole, ("title",)) and not blank_is_default(Whole, ("parts", 0, "name"))
    assert ("evidence", "*", "held") in computed_keys(Disclosure)
    assert ("html",) in computed_keys(Disclosure)
    assert computed_keys(YearSettings) == ()
