"""Receipts read back, the last ones and those of a filing: whole, or told as broken."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from prongsai.errors import Lang, Text
from prongsai.model.receipt import RECEIPTS_FORMAT, Filing, Receipt
from prongsai.source.place import Place
from prongsai.source.problems import Problem, Problems, quoted
from prongsai.source.reading import position, read_text
from prongsai.thai.dates import day_in_thailand

LOCK: Final = "receipts.lock.json"
FILED: Final = "receipts.filed.json"
MAX_BYTES: Final = 64_000_000

_ENTRIES: Final = TypeAdapter(dict[str, Receipt])
_NAMES: Final = frozenset(field.name for field in fields(Receipt)) - {"url"}
_WELL: Final = ("ok", "moved")
_TIMES: Final = ("checked_at", "first_ok", "last_ok", "failed_at")
_COUNTS: Final = ("bytes", "failures")
_NO_JSON: Final = Text("ไม่ใช่ JSON ที่ครบถ้วน", "it is no whole JSON")


def load_receipts(path: Path, shown: str, problems: Problems) -> dict[str, Receipt] | None:
    """The kept receipts by address, none where the file is not there.

    None, with a problem noted, when the file is broken or of another format: it can be made again by a visit,
    so nothing else has to wait for it.
    """
    if not path.exists():
        return {}
    kept = _read(path, shown, "S501", problems)
    return None if kept is None else kept.entries(problems)


def load_filing(path: Path, fiscal_year: int, shown: str, problems: Problems) -> Filing | None:
    """The receipts of a year as they were filed; None where there are none, or with a problem noted."""
    kept = _read(path, shown, "S502", problems) if path.exists() else None
    if kept is None:
        return None
    filed_at, said = kept.document.get("filed_at"), kept.document.get("fiscal_year")
    if said != fiscal_year or isinstance(said, bool):
        kept.tell("fiscal_year", "fiscal_year", problems)
        return None
    if not isinstance(filed_at, str) or not _is_moment(filed_at):
        kept.tell("filed_at", "filed_at", problems)
        return None
    receipts = kept.entries(problems)
    return None if receipts is None else Filing(fiscal_year, filed_at, receipts)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file of receipts, and the problem that is told of what is broken in it."""

    document: Mapping[str, Any]
    text: str
    shown: str
    code: str

    def tell(self, words: str, key: str, problems: Problems) -> None:
        """Note that the value ``words`` cannot be used, at the place of its ``key``."""
        found = re.search(re.escape(json.dumps(key, ensure_ascii=False)), self.text)
        line, column = position(self.text, found.start()) if found else (1, 1)
        reason = Text(f"ค่าของ {quoted(words)} ใช้ไม่ได้", f"the value of {quoted(words)} cannot be used")
        problems.add(self.code, Place(self.shown, line, column), reason=reason)

    def entries(self, problems: Problems) -> dict[str, Receipt] | None:
        """The receipts by address; None with a problem noted."""
        entries = self.document.get("receipts")
        try:
            if not isinstance(entries, dict):
                raise _Faulty("receipts")
            receipts = _ENTRIES.validate_python({url: _record(url, entry) for url, entry in entries.items()})
            for receipt in receipts.values():
                _check(receipt)
            return receipts
        except _Faulty as fault:
            self.tell(fault.args[0], fault.args[0], problems)
        except ValidationError as error:
            where = error.errors()[0]["loc"]
            self.tell(" → ".join(map(str, where[:2])), str(where[0]), problems)
        return None


def _cause(problem: Problem, lang: Lang) -> str:
    """What is wrong with a file, without the remedy, which would be another for sources."""
    return problem.message(lang).partition(" — ")[0]


def _read(path: Path, shown: str, code: str, problems: Problems) -> _Kept | None:
    apart = Problems()
    text = read_text(path, shown, apart, MAX_BYTES)
    if text is None:
        for problem in apart:
            problems.add(code, problem.place, reason=Text(_cause(problem, "th"), _cause(problem, "en")))
        return None
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        problems.add(code, Place(shown, error.lineno, error.colno), reason=_NO_JSON)
        return None
    except (ValueError, RecursionError):
        problems.add(code, Place(shown, 1, 1), reason=_NO_JSON)
        return None
    if not isinstance(document, dict) or document.get("format") != RECEIPTS_FORMAT:
        found = document.get("format") if isinstance(document, dict) else None
        told = Text(
            f"รูปแบบคือ {quoted(found)} ไม่ใช่ “{RECEIPTS_FORMAT}”",
            f"its format is {quoted(found)}, not “{RECEIPTS_FORMAT}”",
        )
        problems.add(code, Place(shown, 1, 1), reason=told)
        return None
    return _Kept(document, text, shown, code)


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


def _check(receipt: Receipt) -> None:
    moments = (getattr(receipt, name) for name in _TIMES)
    counts = (getattr(receipt, name) for name in _COUNTS)
    if not all(moment is None or _is_moment(moment) for moment in moments):
        raise _Faulty(receipt.url)
    if any(count is not None and count < 0 for count in counts):
        raise _Faulty(receipt.url)


def _is_moment(text: str) -> bool:
    try:
        day_in_thailand(text)
    except ValueError:
        return False
    return True
