"""A merged item written into its source: changed keys alone, everything else as it stands."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from prongsai.importing.editing.items import Entry, Merged, Versions
from prongsai.importing.editing.values import About, lines_of, value_of
from prongsai.importing.editing.ways import without_numbers
from prongsai.importing.rewriting import read_plain, rewrite
from prongsai.importing.writing import Sheet
from prongsai.model.disclosure import Disclosure
from prongsai.report.editing.cells import Cells, folded

ORDER: Final = tuple(name for name, field in Disclosure.model_fields.items() if not field.exclude)
_PARTS: Final = re.compile(r"((?:[ \t]*\n)*---[ \t]*\n)((?:.*\n)*?)(---[ \t]*(?:\n|\Z))([\s\S]*)\Z")
_LISTS: Final = ("responsible", "method", "documents")


def written(text: str | None, versions: Versions, merged: Merged) -> str | None:
    """The new text of an item's source that was ``text`` (None: there is none); None: it cannot be edited."""
    if text is None:
        return _new_file(versions, merged)
    lines = text.replace("\r\n", "\n")
    if lines.count("\n") != text.count("\n") or (text != lines and text.count("\r\n") != text.count("\n")):
        return None
    mark = "\ufeff" if lines.startswith("\ufeff") else ""
    parts = _PARTS.fullmatch(lines.removeprefix("\ufeff"))
    raw = read_plain(parts[2]) if parts else None
    if parts is None or raw is None:
        return None
    data = rewrite(parts[2], _wanted(raw, versions, merged), ORDER)
    if data is None:
        return None
    body = parts[4]
    if folded(merged.cells["body"]) != folded(versions.ours["body"]):
        body = f"{merged.cells['body'].strip()}\n" if merged.cells["body"].strip() else ""
    edited = f"{mark}{parts[1]}{data}{parts[3]}{body}"
    return edited.replace("\n", "\r\n") if "\r\n" in text else edited


def _new_file(versions: Versions, merged: Merged) -> str:
    record = {"code": versions.item.code, **_wanted({}, versions, merged)}
    sheet = Sheet("")
    sheet.lines.append("---")
    sheet.mapping({name: record[name] for name in ORDER if record.get(name)}, [])
    sheet.lines.append("---")
    body = merged.cells["body"].strip()
    return sheet.text() + (f"{body}\n" if body else "")


def _wanted(raw: Mapping[str, Any], versions: Versions, merged: Merged) -> dict[str, Any]:
    """The keys that change, with their values."""
    about = About(len(versions.item.elements), 0, lambda _: True)
    old, new = versions.ours, merged.cells
    wanted: dict[str, Any] = {}
    for name in ("reported", "updated"):
        if folded(old[name]) != folded(new[name]):
            wanted[name] = value_of(name, new[name], about)
    for name in _LISTS:
        if folded(old[name]) != folded(new[name]):
            wanted[name] = _kept(_listed(raw.get(name)), lines_of(old[name]), lines_of(new[name]))
    if folded(old["breadcrumbs"]) != folded(new["breadcrumbs"]):
        ways = raw.get("breadcrumbs")
        wanted["breadcrumbs"] = _kept(
            _listed(ways), lines_of(old["breadcrumbs"]), lines_of(new["breadcrumbs"])
        )
    if folded(old["periods"]) != folded(new["periods"]):
        wanted |= _periods(raw, lines_of(old["periods"]), lines_of(new["periods"]))
    results = [_result(raw, entry, versions) for entry in merged.entries["results"]]
    if _changed(merged.entries["results"], versions.entries["results"]):
        wanted["results"] = results
    ours = without_numbers(versions.ours, versions.entries["evidence"])
    if "breadcrumbs" in wanted or _changed(merged.entries["evidence"], ours):
        wanted |= _evidence(raw, versions, merged)
    if "evidence" in wanted or folded(old["nil"]) != folded(new["nil"]):
        wanted["elements"] = _elements(raw, versions, merged)
    return wanted


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _kept(
    raw: Sequence[Any], old: Sequence[str], new: Sequence[str], make: Callable[[str], Any] = str
) -> list[Any]:
    """The entries of a list: those that stay as the source has them, the others made of their text."""
    if len(raw) != len(old):
        return [make(text) for text in new]
    free = list(range(len(old)))
    found = []
    for text in new:
        place = next((place for place in free if folded(old[place]) == folded(text)), None)
        if place is None:
            found.append(make(text))
        else:
            free.remove(place)
            found.append(raw[place])
    return found


def _periods(raw: Mapping[str, Any], old: Sequence[str], new: Sequence[str]) -> dict[str, Any]:
    """One period stands under ``period``, several under ``periods``."""
    there = _listed(raw.get("period")) + _listed(raw.get("periods"))
    kept = _kept(there, old, new)
    if len(kept) <= 1 and not _listed(raw.get("periods")):
        return {"period": kept[0] if kept else None}
    if raw.get("period") is not None and kept and kept[0] == raw["period"]:
        return {"periods": kept[1:]}
    if len(kept) == 1:
        return {"period": kept[0], "periods": []}
    return {"period": None, "periods": kept}


def _changed(entries: Sequence[Entry], ours: Sequence[Cells]) -> bool:
    if [entry.origin for entry in entries] != list(range(len(ours))):
        return True
    return any(
        folded(entry.cells[name]) != folded(cells[name])
        for entry, cells in zip(entries, ours, strict=True)
        for name in cells
    )


def _result(raw: Mapping[str, Any], entry: Entry, versions: Versions) -> Any:
    about = About(0, 0, lambda _: True)
    there = _listed(raw.get("results"))
    source = there[entry.origin] if entry.origin is not None and entry.origin < len(there) else {}
    old = versions.entries["results"][entry.origin] if entry.origin is not None else {}
    changed = {
        name: value_of(name, text, about)
        for name, text in entry.cells.items()
        if folded(old.get(name, "")) != folded(text)
    }
    if not changed:
        return source
    record = dict(source) if isinstance(source, dict) else {"text": source}
    return _updated(record, changed)


def _updated(record: dict[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """A record with what changed; what was emptied goes unless it was there."""
    for name, value in changed.items():
        if value not in (None, []) or name in record:
            record[name] = value
    return record


def _evidence(raw: Mapping[str, Any], versions: Versions, merged: Merged) -> dict[str, Any]:
    """The evidence and its elements. Where the file counts ways from 0, all are counted from 1 then."""
    there, ours = _listed(raw.get("evidence")), without_numbers(versions.ours, versions.entries["evidence"])
    ways = lines_of(merged.cells["breadcrumbs"])
    about = About(len(versions.item.elements), len(ways), lambda _: True)
    from_zero = any(isinstance(one, dict) and _is_zero(one.get("way")) for one in there)
    found = []
    for entry in merged.entries["evidence"]:
        origin = entry.origin
        record = dict(there[origin]) if origin is not None and isinstance(there[origin], dict) else {}
        old = ours[origin] if origin is not None else {}
        cells = entry.cells
        changed: dict[str, Any] = {}
        if folded(old.get("name", "")) != folded(cells["name"]):
            changed["title"] = value_of("name", cells["name"], about)
        if folded(old.get("address", "")) != folded(cells["address"]):
            address = value_of("address", cells["address"], about)
            key, other = ("url", "file") if ":" in address[:8] else ("file", "url")
            record.pop(other, None)
            record.pop("published_as", None)
            changed[key] = address
        way = ways.index(cells["way"]) + 1 if cells["way"] in ways else None
        if way != _number(record.get("way"), from_zero=from_zero) or (from_zero and way is not None):
            changed["way"] = way
        if folded(old.get("years", "")) != folded(cells["years"]):
            changed["fiscal_years"] = value_of("years", cells["years"], about)
        found.append(_updated(record, changed))
    return {"evidence": found}


def _number(value: Any, *, from_zero: bool) -> int | None:
    return int(value) + from_zero if value is not None and str(value).isdecimal() else None


def _is_zero(value: Any) -> bool:
    return value is not None and str(value).strip() in ("0", "๐")


def _elements(raw: Mapping[str, Any], versions: Versions, merged: Merged) -> dict[str, Any]:
    """Which evidence shows which element, counted from 1; those that stay as the source has them."""
    about = About(len(versions.item.elements), 0, lambda _: True)
    nil = value_of("nil", merged.cells["nil"], about)
    there = raw.get("elements") if isinstance(raw.get("elements"), dict) else {}
    assert there is not None
    from_zero = any(_is_zero(one) for proof in there.values() for one in _numbers(proof))
    shows = [set(value_of("shows", entry.cells["shows"], about)) for entry in merged.entries["evidence"]]
    found: dict[str, Any] = {}
    for place, element in enumerate(versions.item.elements, 1):
        numbers = [number for number, one in enumerate(shows, 1) if place in one]
        source = there.get(element.id)
        said = [number for one in _numbers(source) if (number := _number(one, from_zero=False)) is not None]
        is_same = sorted(set(said)) == numbers and _nil_of(source) == nil.get(place)
        if source is not None and is_same and not from_zero:
            found[element.id] = source
        elif numbers and place in nil:
            found[element.id] = {"evidence": numbers, "none": nil[place]}
        elif numbers:
            found[element.id] = numbers
        elif place in nil:
            found[element.id] = {"none": nil[place]}
    known = {element.id for element in versions.item.elements}
    kept = [name for name in there if name in found or name not in known]
    ordered = {name: found.get(name, there.get(name)) for name in kept}
    return {**ordered, **{name: value for name, value in found.items() if name not in ordered}}


def _numbers(proof: Any) -> list[Any]:
    return _listed(proof.get("evidence") if isinstance(proof, dict) else proof)


def _nil_of(proof: Any) -> str | None:
    found = proof.get("none") if isinstance(proof, dict) else None
    return " ".join(str(found).split()) if found else None
