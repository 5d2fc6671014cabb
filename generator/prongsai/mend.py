"""Mending what is certain: findings that carry their own remedy, written into the sources."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prongsai.check import context_of
from prongsai.load.places import Places
from prongsai.load.project import CONTENT, load_project
from prongsai.rules.registry import RULES
from prongsai.rules.rule import Hit


@dataclass(frozen=True)
class Mend:
    """A source before and after."""

    path: str
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), self.path, self.path
        )
        return "".join(lines)


def find_mends(root: Path, today: date, content: str = CONTENT) -> tuple[Mend, ...]:
    """Every source that has certain mistakes, with them mended; sources that don't load are left alone.

    Raises:
        ProjectError: there are no sources.
    """
    loaded = load_project(root, content)
    if loaded.site is None:
        return ()
    context = context_of(loaded.site, today, content)
    hits = (hit for rule in RULES if rule.fixable for hit in rule.check(context) if hit.fix is not None)
    return tuple(_mends(hits, root))


def write(mends: Iterable[Mend], root: Path) -> None:
    """Write the mended sources; each file is replaced as a whole.

    Raises:
        OSError: the disk refuses.
    """
    for mend in mends:
        path = root / mend.path
        beside = path.with_name(f".{path.name}.mending")
        beside.write_bytes(mend.after.encode())
        beside.replace(path)


def _mends(hits: Iterable[Hit], root: Path) -> Iterable[Mend]:
    by_source: dict[str, list[Hit]] = {}
    for hit in hits:
        by_source.setdefault(hit.source, []).append(hit)
    for source, of_source in sorted(by_source.items()):
        before = (root / source).read_bytes().decode("utf-8")
        after = before
        for hit in of_source:
            after = _mended(after, hit, Places(root))
        if after != before:
            yield Mend(source, before, after)


def _mended(text: str, hit: Hit, places: Places) -> str:
    """``text`` with the value of ``hit`` replaced, where that stands in one piece; else as it was."""
    old = places.value(hit.source, hit.loc)
    place = places.find(hit.source, hit.loc)
    lines = text.split("\n")
    if old is None or hit.fix is None or not 0 < place.line <= len(lines):
        return text
    line = lines[place.line - 1]
    start = line.find(old, place.column - 1)
    if start < 0:
        return text
    lines[place.line - 1] = line[:start] + hit.fix + line[start + len(old) :]
    return "\n".join(lines)
