"""One item's file read into a disclosure."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prongsai.load.shape import shape
from prongsai.model.disclosure import Disclosure, Evidence, HeldFile, Proof
from prongsai.model.framework import Framework
from prongsai.source import frontmatter, markup, reading, yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.thai import codes


def code_of(name: str) -> str | None:
    """The canonical code that a file name such as ``o12.md`` or ``O๑๒.md`` stands for; None when it is no item's."""
    try:
        return codes.parse_code(name)
    except codes.CodeError:
        return None


def load_item(
    path: Path, shown: str, held: Mapping[str, HeldFile], framework: Framework | None, problems: Problems
) -> tuple[Disclosure, Place] | None:
    """The disclosure in ``path`` and the place of its code; None, with problems noted, when it cannot be read."""
    before = len(problems)
    text = reading.read_text(path, shown, problems)
    parts = frontmatter.split(text, shown, problems) if text is not None else None
    if parts is None:
        return None
    html = markup.render(parts.body, shown, parts.body_line, problems)
    damaged = len(problems)
    node = yaml.parse(parts.data, shown, problems, parts.data_line)
    if len(problems) > damaged:
        return None
    node = node or yaml.Node(Place(shown, parts.data_line, 1), {})
    name = code_of(path.stem) or path.stem
    if isinstance(node.value, dict) and "code" not in node.value:
        node.value["code"] = yaml.Node(Place(shown, 1, 1), name)
        node.keys["code"] = Place(shown, 1, 1)
    disclosure = shape(Disclosure, node, shown, problems)
    if disclosure is None:
        return None
    if disclosure.code != name:
        problems.add("S303", node.at(("code",)), name=name, value=quoted(disclosure.code))
    changes = _resolve(disclosure, node, held, problems)
    _check_elements(disclosure, node, framework, problems)
    if len(problems) > before:
        return None
    changes |= {"body": parts.body.strip(), "html": html, "source": shown}
    return disclosure.model_copy(update=changes), node.at(("code",))


def _resolve(
    disclosure: Disclosure, node: yaml.Node, held: Mapping[str, HeldFile], problems: Problems
) -> dict[str, Any]:
    """Held files joined to their evidence; numbers of evidence and ways brought to counting from 1."""
    ways_from_zero = any(item.way == 0 for item in disclosure.evidence)
    evidence = []
    for number, item in enumerate(disclosure.evidence):
        loc = ("evidence", number)
        change: dict[str, Any] = {}
        if item.file is not None:
            change["held"] = _held(item.file, node.at((*loc, "file")), held, problems)
        if item.way is not None:
            way = item.way + ways_from_zero
            if not 1 <= way <= len(disclosure.breadcrumbs):
                problems.add(
                    "S315", node.at((*loc, "way")), value=item.way, count=len(disclosure.breadcrumbs)
                )
            change["way"] = way
        evidence.append(item.model_copy(update=change) if change else item)
    return {"evidence": tuple(evidence), "elements": _numbered(disclosure, node, problems)}


def _held(name: str, place: Place, held: Mapping[str, HeldFile], problems: Problems) -> HeldFile | None:
    clean = posixpath.normpath(name.replace("\\", "/"))
    if clean.startswith(("../", "/")) or clean == ".." or ":" in clean:
        problems.add("S309", place, value=quoted(name))
        return None
    found = held.get(clean) or held.get(f"files/{clean}")
    if found is None:
        problems.add("S308", place, value=quoted(name))
    return found


def _numbered(disclosure: Disclosure, node: yaml.Node, problems: Problems) -> dict[str, Proof]:
    """Evidence numbers count from 1; a file in which a 0 stands counts from 0."""
    from_zero = any(0 in proof.evidence for proof in disclosure.elements.values())
    count = len(disclosure.evidence)
    proofs = {}
    for name, proof in disclosure.elements.items():
        numbers = tuple(number + from_zero for number in proof.evidence)
        for number, written in zip(numbers, proof.evidence, strict=True):
            if not 1 <= number <= count:
                problems.add("S307", node.at(("elements", name)), key=name, value=written, count=count)
        proofs[name] = proof.model_copy(update={"evidence": numbers})
    return proofs


def _check_elements(
    disclosure: Disclosure, node: yaml.Node, framework: Framework | None, problems: Problems
) -> None:
    item = framework.by_code.get(disclosure.code) if framework else None
    if item is None:
        return
    known = [element.id for element in item.elements]
    for name in disclosure.elements:
        if name not in known:
            problems.add(
                "S306",
                node.at(("elements", name), key=True),
                item=disclosure.code,
                value=quoted(name),
                known=", ".join(known),
            )


__all__ = ["Evidence", "code_of", "load_item"]
