"""Lines of a cell with how deep each is nested: bullets of one kind under bullets of another."""

import re
from typing import Final

from prongsai.thai.digits import to_arabic

_BULLETS: Final = (
    ("dot", re.compile(r"^(?:[•●▪◦‣·➢○◯⚬o]|O(?=\s))\s+(?=\S)|^[•●▪◦‣➢○◯]")),
    ("number", re.compile(r"^[0-9๐-๙]{1,2}\s?[.)]\s*(?=[^\s0-9๐-๙])")),
    ("bracket", re.compile(r"^\(\s?[0-9๐-๙]{1,2}\s?\)\s*")),
    ("dash", re.compile(r"^[-–—]\s*(?=\S)")),
)
_INSIDE: Final = re.compile(
    r"(?<=\S)\s+(?=[•●▪◦‣➢○◯]\s*\S)|(?<=\S)\s+(?=o\s+[ก-ฮเ-ไ])|(?<=\S)\s+(?=\*+\s*(?:กรณี|หาก|ถ้า|หมายเหตุ))"
)
_NUMBER: Final = re.compile(r"(?:^|(?<=\s))([0-9๐-๙]{1,2})\s?[.)]\s+(?=[^\s0-9๐-๙])")
_DASH: Final = re.compile(r"(?<=\S)\s+(?=[-–—]\s+[ก-ฮเ-ไ])")
_STARTS: Final = re.compile(r"^(?:\*|หมายเหตุ)")


def parts_of(text: str) -> list[tuple[int, str]]:
    """The entries of a cell without their bullets; a line that no bullet begins goes on with the one before.

    The first kind of bullet that is met is the outermost; a text before any bullet stands alone. A cell
    without bullets has one entry for each line.
    """
    lines = [
        part
        for raw in text.split("\n")
        for line in _INSIDE.split(raw)
        for part in _numbered(line.strip())
        if part
    ]
    kinds: list[str] = []
    found: list[tuple[int, str]] = []
    for line in lines:
        kind, plain = _bullet(line)
        if kind is None:
            if found and kinds and not _STARTS.match(line):
                depth, before = found[-1]
                found[-1] = (depth, f"{before} {line}")
            else:
                found.append((0, line))
            continue
        if kind not in kinds:
            kinds.append(kind)
        else:
            del kinds[kinds.index(kind) + 1 :]
        leads = bool(found) and len(kinds) == 1 and found[0][1].rstrip(" :").endswith(_LEADING)
        found.append((kinds.index(kind) + leads, plain))
    return found


_LEADING: Final = ("ดังนี้", "ดังต่อไปนี้", "ประกอบด้วย", "ได้แก่", "อย่างน้อย")


def _bullet(line: str) -> tuple[str | None, str]:
    for kind, pattern in _BULLETS:
        if match := pattern.match(line):
            return kind, line[match.end() :].strip()
    return None, line


def _numbered(line: str) -> list[str]:
    """A line that begins a count (``1.``, ``-``) parted where the count goes on."""
    if line.startswith(("-", "–", "—")):
        return [part.strip() for part in _DASH.split(line)]
    cuts: list[int] = []
    expected = 1
    for match in _NUMBER.finditer(line):
        if int(to_arabic(match[1])) == expected and (cuts or match.start() == 0):
            cuts.append(match.start())
            expected += 1
    ends = [*cuts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(cuts, ends, strict=True)] if cuts else [line]
