"""A piece of evidence put into an item's file: inserted, then compared with what was meant."""

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from prongsai.errors import ProjectError
from prongsai.importing.writing import on_one_line, scalar
from prongsai.source import frontmatter, yaml
from prongsai.source.problems import Problems
from prongsai.starting.editing import Unfit, append, tie
from prongsai.thai.digits import to_arabic

_BOM: Final = b"\xef\xbb\xbf"
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_Add = Callable[[str, str], str]
"""Adds to the data of a file, whose lines end as the second text says."""
_Expect = Callable[[dict[str, Any]], dict[str, Any]]
"""From what the data said, what they are to say."""


def with_evidence(raw: bytes, shown: str, record: Mapping[str, str], elements: Sequence[str] = ()) -> bytes:
    """An item's file with one piece of evidence more, to which ``elements`` are tied; else byte for byte.

    Raises:
        ProjectError: the file has a form in which nothing can be added safely; it says what to type.
    """

    def add(data: str, end: str) -> str:
        number = len(_entries(_plain(data, shown), "evidence")) + _base(_plain(data, shown))
        data = append(data, "evidence", record, end)
        for name in elements:
            data = tie(data, "elements", name, number, end)
        return data

    return _changed(raw, shown, add, _added(record, elements), _by_hand(record, elements))


def with_ties(raw: bytes, shown: str, index: int, elements: Sequence[str]) -> bytes:
    """An item's file in which ``elements`` are tied to the evidence at ``index`` (from 0) that it has.

    Raises:
        ProjectError: the file has a form in which nothing can be added safely.
    """

    def add(data: str, end: str) -> str:
        number = index + _base(_plain(data, shown))
        for name in elements:
            if number not in _numbers(_plain(data, shown), name):
                data = tie(data, "elements", name, number, end)
        return data

    def expect(before: dict[str, Any]) -> dict[str, Any]:
        return _tied(before, index + _base(before), elements)

    return _changed(raw, shown, add, expect, f"elements: {{{elements[0]}: [{index + 1}]}}")


def _changed(raw: bytes, shown: str, add: _Add, expect: _Expect, by_hand: str) -> bytes:
    mark = _BOM if raw.startswith(_BOM) else b""
    text = raw.removeprefix(_BOM).decode("utf-8")
    lines = _LINE.findall(text)
    parts = frontmatter.split(_normal(text), shown, Problems())
    if parts is None:
        raise _unfit(shown, by_hand)
    first, last = parts.data_line - 1, parts.body_line - 2
    data = "".join(lines[first:last])
    try:
        after = add(data, "\r\n" if "\r\n" in text else "\n")
        if _comparable(_plain(after, shown)) != _comparable(expect(_plain(data, shown))):
            raise Unfit
    except Unfit:
        raise _unfit(shown, by_hand) from None
    return mark + "".join([*lines[:first], after, *lines[last:]]).encode()


def _normal(text: str) -> str:
    """A text as the loader sees it."""
    return re.sub("[\x85\u2028\u2029]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(data: str, shown: str) -> dict[str, Any]:
    """What the data say.

    Raises:
        Unfit: they have problems.
    """
    problems = Problems()
    node = yaml.parse(_normal(data), shown, problems)
    found = node.plain() if node is not None and not problems.found else None
    if node is None or problems.found or not isinstance(found, dict | None):
        raise Unfit
    return found or {}


def _added(record: Mapping[str, str], elements: Sequence[str]) -> _Expect:
    def expect(before: dict[str, Any]) -> dict[str, Any]:
        number = len(_entries(before, "evidence")) + _base(before)
        after = _tied(before, number, elements)
        new = {key: on_one_line(value) for key, value in record.items()}
        after["evidence"] = [*_entries(before, "evidence"), new]
        return after

    return expect


def _tied(before: dict[str, Any], number: int, elements: Sequence[str]) -> dict[str, Any]:
    after = copy.deepcopy(before)
    if elements:
        ties = after["elements"] = after.get("elements") or {}
        if not isinstance(ties, dict):
            raise Unfit
        for name in elements:
            known = _numbers(before, name)
            ties[name] = [*map(str, known), *([] if number in known else [str(number)])]
    return after


def _comparable(data: dict[str, Any]) -> dict[str, Any]:
    """The data with evidence and elements in one form, whatever their spelling."""
    elements = data.get("elements")
    if isinstance(elements, dict):
        names = {name: _written(proof) if not _is_nil(proof) else proof for name, proof in elements.items()}
        data = {**data, "elements": names}
    return {**data, "evidence": _entries(data, "evidence")}


def _is_nil(proof: Any) -> bool:
    return isinstance(proof, dict) and "evidence" not in proof


def _written(proof: Any) -> list[str]:
    """The evidence numbers of an element as text, with Arabic digits."""
    if isinstance(proof, dict):
        proof = proof.get("evidence")
    found = proof if isinstance(proof, list) else [] if proof is None else [proof]
    return [to_arabic(str(one)) for one in found]


def _numbers(data: dict[str, Any], name: str) -> list[int]:
    elements = data.get("elements")
    proof = elements.get(name) if isinstance(elements, dict) else None
    if _is_nil(proof):
        raise Unfit
    return [int(one) for one in _written(proof) if one.isdecimal()]


def _base(data: dict[str, Any]) -> int:
    """From which number the file counts its evidence: from 1, unless a 0 stands in it."""
    elements = data.get("elements")
    proofs = elements.values() if isinstance(elements, dict) else ()
    zero = any(one.isdecimal() and int(one) == 0 for proof in proofs for one in _written(proof))
    return 0 if zero else 1


def _entries(data: dict[str, Any], key: str) -> list[Any]:
    found = data.get(key)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _by_hand(record: Mapping[str, str], elements: Sequence[str]) -> str:
    lines = [f"{key}: {scalar(value)}" for key, value in record.items()]
    ties = f"\nelements: {{{', '.join(f'{name}: […]' for name in elements)}}}" if elements else ""
    return f"evidence:\n  - {lines[0]}\n" + "\n".join(f"    {line}" for line in lines[1:]) + ties


def _unfit(shown: str, by_hand: str) -> ProjectError:
    return ProjectError(
        f"{shown}: รูปแบบของข้อมูลระหว่างเส้น --- ไม่แน่ว่าจะเติมตรงไหนได้โดยไม่กระทบของเดิม จึงไม่ได้แก้"
        f" — เติมเองดังนี้\n{by_hand}",
        f"{shown}: there is no safe place to add to its data, so nothing was changed — add this"
        f" by hand\n{by_hand}",
    )
