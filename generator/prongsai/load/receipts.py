"""The kept receipts (``receipts.lock.json``) read back: whole, or told as broken."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from prongsai.errors import Text
from prongsai.model.receipt import RECEIPTS_FORMAT, Receipt
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reading import position, read_text

LOCK: Final = "receipts.lock.json"
FILED: Final = "receipts.filed.json"
MAX_BYTES: Final = 64_000_000

_ENTRIES: Final = TypeAdapter(dict[str, Receipt])
_NAMES: Final = frozenset(field.name for field in fields(Receipt)) - {"url"}
_WELL: Final = ("ok", "moved")
_TIMES: Final = ("checked_at", "first_ok", "last_ok", "failed_at")


def load_receipts(path: Path, shown: str, problems: Problems) -> dict[str, Receipt] | None:
    """The kept receipts by address, none where the file is not there.

    None, with a problem noted, when the file is broken or of another format: it can be made again by a visit,
    so nothing else has to wait for it.
    """
    if not path.exists():
        return {}
    text = read_text(path, shown, problems, MAX_BYTES)
    if text is None:
        return None
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        problems.add("S501", Place(shown, error.lineno, error.colno), reason=_NO_JSON)
        return None
    except (ValueError, RecursionError):
        problems.add("S501", Place(shown, 1, 1), reason=_NO_JSON)
        return None
    if not isinstance(document, dict) or document.get("format") != RECEIPTS_FORMAT:
        found = document.get("format") if isinstance(document, dict) else None
        told = Text(
            f"รูปแบบคือ {quoted(found)} ไม่ใช่ “{RECEIPTS_FORMAT}”",
            f"its format is {quoted(found)}, not “{RECEIPTS_FORMAT}”",
        )
        problems.add("S501", Place(shown, 1, 1), reason=told)
        return None
    return _entries(document.get("receipts"), text, shown, problems)


_NO_JSON: Final = Text("ไม่ใช่ JSON ที่ครบถ้วน", "it is no whole JSON")


def _entries(entries: object, text: str, shown: str, problems: Problems) -> dict[str, Receipt] | None:
    try:
        if not isinstance(entries, dict):
            raise _Faulty("receipts")
        receipts = _ENTRIES.validate_python({url: _record(url, entry) for url, entry in entries.items()})
        for receipt in receipts.values():
            _check_times(receipt)
        return receipts
    except _Faulty as fault:
        words, key = fault.args[0], fault.args[0]
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        words, key = " → ".join(map(str, where[:2])), str(where[0])
    found = re.search(re.escape(json.dumps(key, ensure_ascii=False)), text)
    line, column = position(text, found.start()) if found else (1, 1)
    reason = Text(f"ค่าของ {quoted(words)} ใช้ไม่ได้", f"the value of {quoted(words)} cannot be used")
    problems.add("S501", Place(shown, line, column), reason=reason)
    return None


class _Faulty(Exception):
    """A value that no receipt has; its argument is where it stands."""


def _record(url: str, entry: object) -> dict[str, Any]:
    if not isinstance(entry, Mapping):
        raise _Faulty(url)
    known = {name: entry[name] for name in _NAMES & entry.keys()}
    thai = entry.get("reason")
    known["reason"] = Text(str(thai or ""), str(entry.get("reason_en") or thai or ""))
    if entry.get("verdict") in _WELL:
        known.setdefault("accepted", known.get("sha256"))
    return {"url": url, **known}


def _check_times(receipt: Receipt) -> None:
    for name in _TIMES:
        value = getattr(receipt, name)
        try:
            if value is not None and datetime.fromisoformat(value).tzinfo is None:
                raise _Faulty(receipt.url)
        except ValueError:
            raise _Faulty(receipt.url) from None
