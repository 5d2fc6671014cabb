"""What a draft knows beyond a source: units, ways, periods and results, added to the lists that are there."""

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

from prongsai.importing.linking import folded_way, listed
from prongsai.importing.rewriting import read_plain, rewrite
from prongsai.thai.text import squash

_ALIKE: Final = 0.8
"""From which likeness on a result is the same one in other words."""


def add_entries(old: str, new: str) -> str:
    """The data of an item's source with those entries of a draft's data that its lists lack.

    Only lists that hold something already: empty ones are filled as a whole. Entries stay as they are and in
    their order, what is new comes behind them. One that says the same in another spelling is not new.
    """
    mine, drafted = read_plain(old), read_plain(new)
    if mine is None or drafted is None:
        return old
    wanted: dict[str, Any] = {}
    for key, same in _SAME.items():
        there = listed(mine.get(key))
        added: list[Any] = []
        for entry in listed(drafted.get(key)):
            if not any(same(entry, known) for known in (*there, *added)):
                added.append(_without_nothing(entry))
        if there and added:
            wanted[key] = [*there, *added]
    return (rewrite(old, wanted) or old) if wanted else old


def _without_nothing(entry: Any) -> Any:
    """An entry as a person writes it: keys that say nothing are left out."""
    if isinstance(entry, Mapping):
        return {key: value for key, value in entry.items() if value not in (None, [])}
    return entry


def _same_unit(one: Any, other: Any) -> bool:
    """``สำนักปลัด`` and ``สำนักปลัดเทศบาล`` are one unit, named shortly and in full."""
    mine, its = squash(str(one)), squash(str(other))
    return mine.startswith(its) or its.startswith(mine)


def _same_way(one: Any, other: Any) -> bool:
    return folded_way(one) == folded_way(other)


def _same_period(one: Any, other: Any) -> bool:
    return squash(_words(one)) == squash(_words(other))


def _same_result(one: Any, other: Any) -> bool:
    """Whether two results tell the same: alike in their words, or one within the other."""
    mine, its = squash(_words(one)), squash(_words(other))
    if not mine or mine in its or its in mine:
        return True
    return SequenceMatcher(None, mine, its, autojunk=False).ratio() >= _ALIKE


def _words(entry: Any) -> str:
    return str(entry.get("text") or "") if isinstance(entry, Mapping) else str(entry)


_SAME: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "responsible": _same_unit,
    "periods": _same_period,
    "breadcrumbs": _same_way,
    "results": _same_result,
}
