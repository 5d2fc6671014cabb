"""Framework packs: those that ship, and an agency's own in ``content/frameworks/``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from pydantic_core import PydanticCustomError

from prongsai.errors import ProjectError, Text
from prongsai.load import vocabulary
from prongsai.load.folders import entries, read_source
from prongsai.load.hints import did_you_mean
from prongsai.load.shape import shape
from prongsai.model.fields import Frozen, read_year
from prongsai.model.framework import Framework, Slug, Topic
from prongsai.source import yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.thai import codes

_NAME = Text("ชื่อกรอบ", "the framework's name")
_FILE = Text("ชื่อไฟล์", "the file's name")


class TopicFile(Frozen):
    """The topics that ship."""

    topics: dict[Slug, Topic]


@dataclass(frozen=True)
class Library:
    """All frameworks and topics that a project knows; ``damaged`` names packs that could not be read."""

    frameworks: Mapping[str, Framework]
    topics: Mapping[str, Topic]
    damaged: frozenset[str] = frozenset()


@cache
def shipped() -> Library:
    """The packs inside the package.

    Raises:
        ProjectError: the installation is damaged.
    """
    problems = Problems()
    folder = resources.files("prongsai") / "frameworks"
    topics: dict[str, Topic] = {}
    packs: dict[str, Framework] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".yml") or entry.name == vocabulary.NAME:
            continue
        node = yaml.parse(entry.read_text("utf-8"), entry.name, problems)
        if entry.name == "topics.yml":
            found = shape(TopicFile, node, entry.name, problems)
            topics.update(found.topics if found else {})
        elif node and (pack := shape(Framework, node, entry.name, problems)):
            packs[pack.framework] = pack
            _check(node, entry.name.removesuffix(".yml"), None, problems)
    if problems.found or not packs or not topics:
        first = problems.found[0] if problems.found else None
        told = f" ({first.place}: {first.message('en')})" if first else ""
        raise ProjectError(
            f"กรอบการประเมินที่มากับโปรแกรมเสียหาย{told} — ติดตั้ง Prongsai ใหม่",
            f"the frameworks that ship are damaged{told} — install Prongsai again",
        )
    return Library(packs, topics)


def is_shipped(pack: Framework) -> bool:
    """Whether a pack is one inside the package."""
    return shipped().frameworks.get(pack.framework) is pack


def library(folder: Path, shown: str, problems: Problems) -> Library:
    """The shipped packs and those in ``folder`` (which need not exist).

    An agency's own wins over a shipped one of the same name.
    """
    base = shipped()
    if not folder.is_dir():
        return base
    frameworks, topics, damaged = dict(base.frameworks), dict(base.topics), set()
    for path in entries(folder, shown, problems):
        name = f"{shown}/{path.name}"
        if path.suffix != ".yml":
            hint = did_you_mean(path.name, [f"{path.stem}.yml"] if path.suffix.lower() == ".yaml" else [])
            problems.add("S107", Place(name), value=quoted(path.name), hint=hint)
            continue
        before = len(problems)
        text = read_source(path, name, folder, problems)
        node = yaml.parse(text, name, problems) if text is not None else None
        pack = shape(Framework, node, name, problems) if node else None
        if node:
            own = node.step("topics")
            known = {*topics, *(own.keys if own else ())}
            _check(node, path.stem, known, problems)
        if pack is None or len(problems) > before:
            damaged |= {path.stem, (node.text("framework") if node else None) or path.stem}
        if pack is not None:
            topics.update(pack.topics)
            frameworks[pack.framework] = pack
    return Library(frameworks, topics, frozenset(damaged))


def _check(node: yaml.Node, stem: str, topics: Iterable[str] | None, problems: Problems) -> None:
    """What must agree inside a pack; ``topics`` are those that its items may have (None: any)."""
    _check_name(node, stem, problems)
    indicators = node.each("indicators")
    subs = [sub for indicator in indicators for sub in indicator.each("sub_indicators")]
    items = [item for sub in subs for item in sub.each("items")]
    unique(indicators, "number", problems)
    unique(subs, "number", problems)
    unique(items, "code", problems)
    for item in items:
        unique(item.each("elements"), "id", problems)
        topic = item.text("topic")
        if topics is not None and topic is not None and topic not in topics:
            hint = did_you_mean(topic, topics)
            problems.add("S314", item.at(("topic",)), value=quoted(topic), hint=hint)


def _check_name(node: yaml.Node, stem: str, problems: Problems) -> None:
    scheme, year, name = node.text("scheme"), node.text("fiscal_year"), node.text("framework")
    if scheme is None or year is None or name is None:
        return
    try:
        expected = f"{scheme}-{read_year(year)}"
    except PydanticCustomError:
        return
    if name != expected:
        problems.add("S313", node.at(("framework",)), what=_NAME, value=quoted(name), expected=expected)
    elif stem != expected:
        problems.add("S313", Place(node.place.path), what=_FILE, value=quoted(stem), expected=expected)


def unique(nodes: Iterable[yaml.Node], key: str, problems: Problems) -> None:
    """Note each text under ``key`` that stands twice; codes are the same however they are written."""
    seen: dict[str, int] = {}
    for node in nodes:
        written = node.text(key)
        if written is None:
            continue
        place = node.at((key,))
        name = (canonical(written) if key == "code" else None) or written
        if name in seen:
            problems.add("S310", place, value=f"{key} {quoted(written)}", first=seen[name])
        seen.setdefault(name, place.line)


def canonical(written: str) -> str | None:
    """The canonical form of a code, or None when it is none."""
    try:
        return codes.parse_code(written)
    except codes.CodeError:
        return None
