"""Three versions of a text made one: as it went out (base), as it came back (theirs), as it is now (ours)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from prongsai.report.editing.cells import Cells, folded

MAX_LINES: Final = 1_000
"""Longest lists that are compared line by line: comparing takes time with the square of them."""


def merge_lines(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> list[str] | None:
    """``ours`` with what ``theirs`` changed in ``base``; None where both changed the same lines.

    A change that is there already is not made twice.
    """
    if max(len(base), len(theirs), len(ours)) > MAX_LINES:
        return None
    merged = list(ours)
    keys = [folded(line) for line in ours]
    before, after = [folded(line) for line in base], [folded(line) for line in theirs]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        # What only moved is neither gone nor new.
        gone = [key for key in before[i1:i2] if key not in after]
        new = [place for place in range(j1, j2) if after[place] not in keys and after[place] not in before]
        there = [keys.index(key) for key in gone if key in keys]
        if len(there) < len(gone) and new:
            return None
        if there:
            at = there[0]
        elif i1 and before[i1 - 1] in keys:
            at = keys.index(before[i1 - 1]) + 1
        else:
            at = len(keys) if i1 else 0
        for place in sorted(there, reverse=True):
            del merged[place], keys[place]
        merged[at:at] = [theirs[place] for place in new]
        keys[at:at] = [after[place] for place in new]
    return merged


def match_entries(
    base: Mapping[int, Cells], ours: Sequence[Cells], keys: Sequence[str], apart: Collection[int] = ()
) -> dict[int, int | None]:
    """Which entry of ``ours``, from 0, each entry of ``base`` is now; None: it is no more.

    The same entry has the same cells, else the same text under the first of ``keys``, else under another at
    the same place. Entries of ``ours`` that are ``apart`` came later.
    """
    free = set(range(len(ours))) - set(apart)
    found: dict[int, int | None] = {}

    def take(alike: Callable[[int, Cells, int], bool]) -> None:
        for number, cells in base.items():
            if number not in found:
                place = next((place for place in sorted(free) if alike(number, cells, place)), None)
                if place is not None:
                    found[number] = place
                    free.discard(place)

    def has(key: str, cells: Cells, place: int) -> bool:
        return bool(cells[key]) and folded(cells[key]) == folded(ours[place][key])

    take(lambda _, cells, place: all(folded(cells[key]) == folded(ours[place][key]) for key in cells))
    take(lambda _, cells, place: has(keys[0], cells, place))
    take(lambda number, cells, place: place == number - 1 and any(has(key, cells, place) for key in keys[1:]))
    return {number: found.get(number) for number in base}
