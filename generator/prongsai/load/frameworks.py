"""Framework packs: those that ship, and an agency's own in ``content/frameworks/``."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from prongsai.errors import ProjectError, Text
from prongsai.load.shape import shape
from prongsai.model.fields import Frozen
from prongsai.model.framework import Framework, Slug, Topic
from prongsai.source import reading, yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted


class TopicFile(Frozen):
    """The topics that ship."""

    topics: dict[Slug, Topic]


@dataclass(frozen=True)
class Library:
    """All frameworks and topics that a project knows."""

    frameworks: Mapping[str, Framework]
    topics: Mapping[str, Topic]


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
        if not entry.name.endswith(".yml"):
            continue
        node = yaml.parse(entry.read_text("utf-8"), entry.name, problems)
        if entry.name == "topics.yml":
            found = shape(TopicFile, node, entry.name, problems)
            topics.update(found.topics if found else {})
        elif pack := shape(Framework, node, entry.name, problems):
            packs[pack.framework] = pack
            _check(pack, node, topics={}, problems=problems, check_topics=False)
    if problems.found or not packs or not topics:
        first = problems.found[0] if problems.found else None
        told = f" ({first.place}: {first.message('en')})" if first else ""
        raise ProjectError(
            f"กรอบการประเมินที่มากับโปรแกรมเสียหาย{told} — ติดตั้ง Prongsai ใหม่",
            f"the frameworks that ship are damaged{told} — install Prongsai again",
        )
    return Library(packs, topics)


def library(folder: Path, shown: str, problems: Problems) -> Library:
    """The shipped packs and those in ``folder`` (which need not exist); an agency's own wins over a shipped one."""
    base = shipped()
    if not folder.is_dir():
        return base
    frameworks, topics = dict(base.frameworks), dict(base.topics)
    for path in sorted(folder.glob("*.yml")):
        name = f"{shown}/{path.name}"
        text = reading.read_text(path, name, problems)
        if text is None:
            continue
        before = len(problems)
        node = yaml.parse(text, name, problems)
        if len(problems) > before:
            continue
        pack = shape(Framework, node, name, problems)
        if pack is None or node is None:
            continue
        topics.update(pack.topics)
        _check(pack, node, topics, problems, check_topics=True)
        expected = f"{pack.scheme}-{pack.fiscal_year}"
        if path.stem != expected and pack.framework == expected:
            problems.add("S313", Place(name), value=quoted(path.stem), expected=expected)
        frameworks[pack.framework] = pack
    return Library(frameworks, topics)


def _check(
    pack: Framework,
    node: yaml.Node | None,
    topics: Mapping[str, Topic],
    problems: Problems,
    *,
    check_topics: bool,
) -> None:
    if node is None:
        return
    expected = f"{pack.scheme}-{pack.fiscal_year}"
    if pack.framework != expected:
        problems.add("S313", node.at(("framework",)), value=quoted(pack.framework), expected=expected)
    codes: dict[str, int] = {}
    for i, indicator in enumerate(pack.indicators):
        for s, sub in enumerate(indicator.sub_indicators):
            for n, item in enumerate(sub.items):
                loc = ("indicators", i, "sub_indicators", s, "items", n)
                _unique(item.code, codes, node.at((*loc, "code")), problems)
                ids: dict[str, int] = {}
                for e, element in enumerate(item.elements):
                    _unique(element.id, ids, node.at((*loc, "elements", e, "id")), problems)
                if check_topics and item.topic not in topics:
                    problems.add(
                        "S314",
                        node.at((*loc, "topic")),
                        value=quoted(item.topic),
                        hint=_hint(item.topic, topics),
                    )


def _unique(name: str, seen: dict[str, int], place: Place, problems: Problems) -> None:
    if name in seen:
        problems.add("S310", place, value=quoted(name), first=seen[name])
    seen.setdefault(name, place.line)


def _hint(name: str, topics: Mapping[str, Topic]) -> Text | str:
    close = difflib.get_close_matches(name, topics, n=1)
    return Text(f" (หมายถึง {close[0]} หรือไม่)", f" (did you mean {close[0]}?)") if close else ""
