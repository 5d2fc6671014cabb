"""Every reason in both languages: as they stand in the code, and as a run gives them."""

import ast
import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai import evidence
from prongsai.errors import Text
from prongsai.evidence.faults import failure_of
from prongsai.evidence.judge import Found
from prongsai.evidence.wire import InvalidUrl, target
from tests.evidence.test_judge import OTHER, SOFT, TYPES, look

THAI = re.compile(r"[\u0e00-\u0e7f]")
QUOTED = re.compile(r"“[^”]*”|https?://\S+")
MODULES = sorted(Path(evidence.__file__).parent.glob("*.py"))
PAIRS = {"Text", "InvalidUrl", "OutputError", "NetworkError", "ProjectError", "_NotHere"}
"""What is called with a text in Thai and the same in English."""


def _trees() -> dict[str, ast.Module]:
    """The modules' syntax, read without collecting garbage meanwhile: Python 3.11 can trip over that."""
    gc.disable()
    try:
        return {module.name: ast.parse(module.read_text("utf-8")) for module in MODULES}
    finally:
        gc.enable()


TREES = _trees()


def is_in_both(text: Text) -> bool:
    """Thai in the one, none in the other, except in what is quoted from a page."""
    said = Text(*(QUOTED.sub("", each) for each in text))
    return bool(THAI.search(said.th)) and said.en.strip() != "" and not THAI.search(said.en)


def _constant(node: ast.expr) -> str | None:
    """The words of a string or f-string, without what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) for each in node.values if isinstance(each, ast.Constant))
    return None


def _pairs() -> Iterator[tuple[str, Text]]:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PAIRS:
                words = [_constant(each) for each in node.args]
                if len(words) == 2 and words[0] is not None and words[1] is not None:
                    yield f"{name}:{node.lineno}", Text(words[0], words[1])


FOUND = dict(_pairs())


def test_reasons_are_many() -> None:
    """The walk does find them."""
    assert len(FOUND) > 70


@pytest.mark.parametrize(
    "place", [place for place, text in FOUND.items() if len(text.th.strip(" ():;“”")) > 0]
)
def test_reason_as_written(place: str) -> None:
    """Thai and English stand where they belong, and take in the same values."""
    assert is_in_both(FOUND[place]), FOUND[place]


def test_no_thai_stands_alone() -> None:
    """No Thai string outside of a pair, but in the words that pages are searched for and an archive's note."""
    others = {"words.py", "places.py", "lasting.py", "page.py", "charset.py", "archive.py"}
    for name, tree in TREES.items():
        if name in others:
            continue
        paired = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PAIRS
            for inner in ast.walk(node)
        }
        alone = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and THAI.search(node.value)
            and id(node) not in paired
        ]
        assert not alone, (name, alone)


def _judged() -> Iterator[Found]:
    yield from (look(body) for body in SOFT.values())
    yield from (look(body) for body, _ in OTHER.values())
    yield from (look(body, kind, expect=expect) for body, kind, expect, _ in TYPES)
    yield from (look(b"", status=status) for status in range(200, 600))


def test_reasons_of_the_judge() -> None:
    """Whatever it says, it says in both."""
    wrong = [found.reason for found in _judged() if not is_in_both(found.reason)]
    assert not wrong


@pytest.mark.parametrize(
    "error",
    [OSError(5, "Input/output error"), ValueError("x"), TimeoutError(), RuntimeError("never"), KeyError()],
)
def test_reasons_of_failures(error: Exception) -> None:
    """So do those of what was raised."""
    assert is_in_both(failure_of(error).reason)


@pytest.mark.parametrize(
    "url",
    [
        "x",
        "http://",
        "http://a b/",
        "http://x:99999/",
        "http://[::g]/",
        "http://1.2.3.4.5/",
        "http://http://",
    ],
)
def test_reasons_of_addresses(url: str) -> None:
    """And those of addresses."""
    with pytest.raises(InvalidUrl) as raised:
        target(url)
    assert is_in_both(raised.value.reason)
