"""New links of a draft, added to the evidence that a source has already."""

from collections.abc import Mapping, Sequence
from typing import Any

from prongsai.importing.rewriting import read_plain, rewrite

_KEPT = ("title", "url", "published_as", "fiscal_years")


def add_evidence(old: str, new: str) -> str:
    """The data of an item's source with those links of a draft's data that it lacks, each with its way.

    A link that the source has, as it is or as it was printed, is not added again.
    """
    mine, drafted = read_plain(old), read_plain(new)
    if mine is None or drafted is None:
        return old
    there, offered = _records(mine.get("evidence")), _records(drafted.get("evidence"))
    known = {key for record in there for key in _addresses(record)}
    added = []
    for record in offered:
        addresses = _addresses(record)
        if addresses and not addresses & known:
            known |= addresses
            added.append(record)
    if not there or not added:
        return old
    ways, theirs = listed(mine.get("breadcrumbs")), listed(drafted.get("breadcrumbs"))
    from_zero = any(str(record.get("way")) in ("0", "๐") for record in there)
    entries: list[Any] = listed(mine.get("evidence"))
    for record in added:
        entry = {key: record[key] for key in _KEPT if record.get(key) not in (None, [])}
        if not from_zero and (way := _way(record, theirs, ways)) is not None:
            entry["way"] = way
        entries.append(entry)
    wanted = {"evidence": entries} if from_zero else {"breadcrumbs": ways, "evidence": entries}
    return rewrite(old, wanted) or old


def listed(value: Any) -> list[Any]:
    """A value as a list: nothing is none, one is a list of one."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _records(value: Any) -> list[Mapping[str, Any]]:
    return [record for record in listed(value) if isinstance(record, dict)]


def _addresses(record: Mapping[str, Any]) -> set[str]:
    """The link as it is and as it was printed, for comparing."""
    found = (record.get("url"), record.get("published_as"))
    return {"".join(text.split()).rstrip("/").lower() for text in found if isinstance(text, str)}


def _way(record: Mapping[str, Any], theirs: Sequence[Any], ways: list[Any]) -> int | None:
    """The number of a record's way among ``ways``, to which it is added where it is new."""
    number = record.get("way")
    place = int(number) - 1 if isinstance(number, str) and number.isdecimal() else -1
    if not 0 <= place < len(theirs):
        return None
    keys = [folded_way(way) for way in ways]
    if folded_way(theirs[place]) not in keys:
        ways.append(theirs[place])
        return len(ways)
    return keys.index(folded_way(theirs[place])) + 1


def folded_way(way: Any) -> str:
    """A way through menus for comparing: as a text or a list it is the same."""
    text = " > ".join(map(str, way)) if isinstance(way, list) else str(way)
    return " ".join(text.replace("›", ">").split())
