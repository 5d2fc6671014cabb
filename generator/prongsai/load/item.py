"""One item's file read into a disclosure."""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.load.files import Held
from prongsai.load.folders import read_source
from prongsai.load.frameworks import canonical
from prongsai.load.hints import NO_HINT, did_you_mean
from prongsai.load.shape import shape
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.fields import read_whole
from prongsai.model.framework import Framework
from prongsai.source import frontmatter, markup, yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

_BOTH = Text("รายการนี้มีทั้งสองอย่าง", "this one has both")
_NEITHER = Text("รายการนี้ไม่มีเลย", "this one has neither")
_A_REASON = Text("เหตุผลที่ไม่มีข้อมูล", "the reason why there is nothing")
_EMPTY = Text("ค่าว่าง", "empty")
_ADDRESS_AS_FILE = Text("file เป็นที่อยู่เว็บ ซึ่งต้องเขียนใน url", "file is a web address, which belongs in url")


@dataclass(frozen=True)
class Around:
    """What an item's file may refer to: its year's files and framework, and the folder it must lie in."""

    folder: Path
    held: Held
    framework: Framework | None


def code_of(name: str) -> str | None:
    """The canonical code that a file name such as ``o12`` or ``O๑๒`` stands for; None when it is none."""
    return canonical(name)


def load_item(path: Path, shown: str, around: Around, problems: Problems) -> Disclosure | None:
    """The disclosure in ``path``; None, with all of its problems noted, when there are any."""
    before = len(problems)
    text = read_source(path, shown, around.folder, problems)
    parts = frontmatter.split(text, shown, problems) if text is not None else None
    if parts is None:
        return None
    html = markup.render(parts.body, shown, parts.body_line, problems, _published(around))
    node = yaml.parse(parts.data, shown, problems, parts.data_line)
    if node is None:
        return None
    if node.value is None:
        node = yaml.Node(Place(shown, 1, 1), {})
    _name(node, path, shown, problems)
    disclosure = shape(Disclosure, node, shown, problems)
    evidence = _check_evidence(node, around.held, problems, shaped=disclosure is not None)
    tables = _check_tables(node, around.held, problems)
    proofs = _check_elements(node, around.framework, problems)
    if disclosure is None or len(problems) > before:
        return None
    changes: dict[str, Any] = {
        "evidence": tuple(
            item.model_copy(update=change) for item, change in zip(disclosure.evidence, evidence, strict=True)
        ),
        "tables": tuple(
            table.model_copy(update={"held": held})
            for table, held in zip(disclosure.tables, tables, strict=True)
        ),
        "elements": {
            name: proof.model_copy(update={"evidence": proofs[name]})
            for name, proof in disclosure.elements.items()
        },
        "body": parts.body.strip(),
        "html": html,
        "source": shown,
    }
    return disclosure.model_copy(update=changes)


def _name(node: yaml.Node, path: Path, shown: str, problems: Problems) -> None:
    """The code is the file's name where the file does not say it; where it does, both must agree."""
    if not isinstance(node.value, dict):
        return
    name = canonical(path.stem) or path.stem
    said = node.step("code")
    if said is None or said.value is None:
        node.value["code"] = yaml.Node(Place(shown, 1, 1), name)
        node.keys["code"] = Place(shown, 1, 1)
    elif (code := canonical(str(said.value))) is not None and code != name:
        problems.add("S303", said.place, name=name, value=quoted(said.value))


def _published(around: Around) -> markup.Resolve:
    """Where a file or another item's page is, seen from the item's own page."""

    def resolve(address: str) -> str | None:
        name, mark, anchor = unquote(address).partition("#")
        found = around.held.find(_clean(name)) or around.held.find(f"files/{_clean(name)}")
        if found:
            return f"../{quote(found.address.partition('/')[2])}{mark}{anchor}"
        code = canonical(name.removesuffix(".md")) if name.endswith(".md") else None
        known = code is not None and (around.framework is None or code in around.framework.by_code)
        return f"../{code}/index.html{mark}{anchor}" if known else None

    return resolve


def _clean(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/"))


def _check_evidence(node: yaml.Node, held: Held, problems: Problems, *, shaped: bool) -> list[dict[str, Any]]:
    """What is to be changed in each piece of evidence: its held file, and its way counted from 1.

    ``shaped``: the model has seen the file, so that only what it does not see is told.
    """
    entries = node.each("evidence")
    ways = len(node.each("breadcrumbs"))
    base = 0 if any(_whole(entry.step("way")) == 0 for entry in entries) else 1
    changes = []
    for entry in entries:
        change: dict[str, Any] = {}
        file, way = entry.text("file"), _whole(entry.step("way"))
        if not shaped:
            _check_target(entry, problems)
        if file is not None:
            change["held"] = _held(file, entry.at(("file",)), held, problems)
        if way is not None:
            change["way"] = way + 1 - base
            if not base <= way < ways + base:
                problems.add("S315", entry.at(("way",)), value=way, count=ways, base=base)
        changes.append(change)
    return changes


def _check_tables(node: yaml.Node, held: Held, problems: Problems) -> list[HeldFile | None]:
    """The held file of each table; one that is no table is told."""
    found = []
    for entry in node.each("tables"):
        named = entry if isinstance(entry.value, str) else entry.step("file")
        file = None
        if named is not None and isinstance(named.value, str):
            file = _held(named.value, named.place, held, problems)
            if file and file.media_type != "text/csv":
                problems.add("S316", named.place, value=quoted(named.value))
        found.append(file)
    return found


def _check_target(entry: yaml.Node, problems: Problems) -> None:
    """One target and no more: the model does not say so of evidence in which something else is wrong."""
    if not isinstance(entry.value, dict):
        return
    targets = [key for key in ("url", "file") if (found := entry.step(key)) and found.value is not None]
    told = any(problem.kind.code == "S312" and problem.place == entry.place for problem in problems)
    if len(targets) != 1 and not told:
        problems.add("S312", entry.place, reason=_BOTH if targets else _NEITHER)


def _held(name: str, place: Place, held: Held, problems: Problems) -> HeldFile | None:
    if re.match(r"\s*https?:", name, re.IGNORECASE):
        problems.add("S312", place, reason=_ADDRESS_AS_FILE)
        return None
    inside = _clean(name)
    if inside.startswith(("../", "/")) or inside == ".." or ":" in inside:
        problems.add("S309", place, value=quoted(name))
        return None
    found = held.find(inside) or held.find(f"files/{inside}")
    if found is None and not (held.is_refused(inside) or held.is_refused(f"files/{inside}")):
        problems.add("S308", place, value=quoted(name), hint=did_you_mean(inside, held.files))
    return found


def _whole(node: yaml.Node | None) -> int | None:
    """The whole number that a node holds; None when it holds none."""
    if node is None or node.value is None:
        return None
    try:
        number = read_whole(node.value)
    except PydanticCustomError:
        return None
    return number if isinstance(number, int) else None


def _check_elements(
    node: yaml.Node, framework: Framework | None, problems: Problems
) -> dict[str, tuple[int, ...]]:
    """The evidence numbers of each element, counted from 1; a file in which a 0 stands counts from 0."""
    elements = node.step("elements")
    if elements is None or not isinstance(elements.value, dict):
        return {}
    numbers = {name: _numbers(proof) for name, proof in elements.value.items()}
    base = 0 if any(number == 0 for found in numbers.values() for number, _ in found) else 1
    count = len(node.each("evidence"))
    for name, found in numbers.items():
        for number, place in found:
            if not base <= number < count + base:
                problems.add("S307", place, key=name, value=number, count=count, base=base)
        nil = elements.value[name].step("none")
        if nil is not None and nil.value is None and not nil.refused:
            problems.add("S203", nil.place, key="none", expected=_A_REASON, value=_EMPTY)
    _check_names(node, elements, framework, problems)
    return {name: tuple(number + 1 - base for number, _ in found) for name, found in numbers.items()}


def _numbers(proof: yaml.Node) -> list[tuple[int, Place]]:
    if isinstance(proof.value, dict):
        written = proof.each("evidence")
    else:
        written = proof.value if isinstance(proof.value, list) else [proof]
    return [(number, node.place) for node in written if (number := _whole(node)) is not None]


def _check_names(
    node: yaml.Node, elements: yaml.Node, framework: Framework | None, problems: Problems
) -> None:
    code = canonical(node.text("code") or "")
    item = framework.by_code.get(code) if framework and code else None
    if item is None:
        return
    known = [element.id for element in item.elements]
    for name, place in elements.keys.items():
        if name not in known:
            hint = did_you_mean(name, known) if known else NO_HINT
            problems.add(
                "S306", place, item=item.code, value=quoted(name), hint=hint, known=", ".join(known) or "-"
            )
