"""Names of persons in drafts: left out, except where the law wants them shown."""

from typing import Any

from prongsai.importing.draft import Draft
from prongsai.importing.units import without_names

_KEYS = (
    "method",
    "results",
    "steps",
    "outcomes",
    "recommendations",
    "reporting",
    "approach",
    "actions",
    "guidance",
    "body",
)


def without_people(draft: Draft, *, stays: bool) -> None:
    """Take names of persons out of a draft's texts and say so; ``stays``: the item is about executives."""
    if stays:
        return
    changed = False
    for key in _KEYS:
        if key in draft.record:
            value = _without(draft.record[key])
            changed = changed or value != draft.record[key]
            draft.record[key] = value
    if changed:
        draft.note("people", None, None, "ข้อความมีชื่อบุคคล จึงไม่นำชื่อมา คงตำแหน่งไว้")


def _without(value: Any) -> Any:
    if isinstance(value, str):
        return (without_names(value) or "—") if value else value
    if isinstance(value, list):
        return [_without(one) for one in value]
    if isinstance(value, dict):
        return {key: _without(one) if key in ("text", "by") and one else one for key, one in value.items()}
    return value
