"""Drafts beside sources that are there already: nothing is overwritten, what is empty or new is added."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from prongsai.importing.adding import add_entries
from prongsai.importing.linking import add_evidence
from prongsai.source import yaml
from prongsai.source.problems import Problems

_KEY: Final = re.compile(r"(?P<key>[A-Za-z_]+):(?P<value>.*)$")
_EMPTY: Final = frozenset(("", "null", "~", "[]", "{}"))
_EITHER: Final = {"period": "periods", "periods": "period"}
"""A source that says one of them has said when."""
_FENCE: Final = "---"


@dataclass
class Changes:
    """What an import means for a folder: new files, files to fill in (their new text), and those left alone.

    ``kept`` differ from the draft, and nothing of them is empty that the draft could fill.
    """

    new: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def differing(self) -> list[str]:
        """Files that are there and are not as the draft has them."""
        return sorted([*self.merged, *self.kept])

    def diff(self, existing: Mapping[str, str]) -> str:
        """The changes to files that are there, as a unified diff; new files by name."""
        parts = [f"+ {path}\n" for path in sorted(self.new)]
        for path, text in sorted(self.merged.items()):
            before = existing[path].splitlines(keepends=True)
            parts += difflib.unified_diff(before, text.splitlines(keepends=True), path, path)
        return "".join(parts)


def changes_of(existing: Mapping[str, str], drafted: Mapping[str, str]) -> Changes:
    """What drafts add to files that exist, by path."""
    changes = Changes()
    for path, text in drafted.items():
        if path not in existing:
            changes.new[path] = text
        elif existing[path] == text:
            changes.unchanged.append(path)
        else:
            filled = _filled(path, existing[path], text)
            if filled is None or filled == existing[path]:
                changes.kept.append(path)
            else:
                changes.merged[path] = filled
    return changes


def _filled(path: str, old: str, new: str) -> str | None:
    """A source with its empty keys filled; None where its form is not understood."""
    if not path.startswith("content/"):
        return None
    if not path.endswith(".md"):
        return _checked(_merged(old, new), path)
    parts, drafted = _front(old), _front(new)
    if parts is None or drafted is None:
        return None
    data = _checked(_merged(parts[0], drafted[0]), path)
    if data is None:
        return None
    data = add_entries(add_evidence(data, drafted[0]), drafted[0])
    body = parts[1] if parts[1].strip() else drafted[1]
    return f"{_FENCE}\n{data}{_FENCE}\n{body}"


def _front(text: str) -> tuple[str, str] | None:
    """The data and the body of an item's file."""
    match = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*\n?(.*)\Z", text, re.DOTALL)
    return (match[1], match[2]) if match else None


def _checked(text: str, path: str) -> str | None:
    problems = Problems()
    node = yaml.parse(text, path, problems)
    return text if node is not None and not problems.found else None


@dataclass
class _Block:
    """The lines of one top-level key, with the comments above it."""

    key: str
    lines: list[str]
    empty: bool


def _blocks(text: str) -> tuple[list[str], list[_Block]]:
    """What stands before the first key, and the keys."""
    head: list[str] = []
    blocks: list[_Block] = []
    comments: list[str] = []
    for line in text.splitlines(keepends=True):
        match = _KEY.match(line.rstrip("\n"))
        if match:
            value = re.sub(r"\s+#.*$", "", match["value"]).strip()
            blocks.append(_Block(match["key"], [*comments, line], value in _EMPTY))
            comments = []
        elif line.startswith("#"):
            comments.append(line)
        elif blocks:
            blocks[-1].lines += [*comments, line]
            blocks[-1].empty = blocks[-1].empty and not line.strip()
            comments = []
        else:
            head += [*comments, line]
            comments = []
    if comments and blocks:
        blocks[-1].lines += comments
    return head, blocks


def _merged(old: str, new: str) -> str:
    head, blocks = _blocks(old if old.endswith("\n") or not old else f"{old}\n")
    _, drafted = _blocks(new)
    known = {block.key: block for block in blocks}
    for draft in drafted:
        if draft.empty:
            continue
        mine = known.get(draft.key)
        other = known.get(_EITHER.get(draft.key, ""))
        if other is not None and not other.empty:
            continue
        if mine is None:
            blocks.append(draft)
        elif mine.empty:
            mine.lines = draft.lines
    return "".join([*head, *(line for block in blocks for line in block.lines)])
