"""Receipts kept in the sources: one entry an address, sorted, made for reading a diff."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from prongsai.model.receipt import CLASS_OF, DAYS_APART, Receipt

FORMAT: Final = "prongsai/receipts-lock/1"
_NAMES: Final = tuple(field.name for field in fields(Receipt) if field.name != "url")


class LockFault(Exception):
    """The kept receipts cannot be read; the message says why."""


def read_lock(path: Path) -> dict[str, Receipt]:
    """The kept receipts by address; none when the file is not there.

    Raises:
        LockFault: the file is broken or of another format.
    """
    if not path.exists():
        return {}
    try:
        document = json.loads(path.read_text("utf-8"))
        if document["format"] != FORMAT:
            raise LockFault(str(document["format"]))
        return {url: _receipt(url, entry) for url, entry in document["receipts"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LockFault(str(error)) from None


def _receipt(url: str, entry: Mapping[str, Any]) -> Receipt:
    known = {name: entry[name] for name in _NAMES if name in entry}
    for name in ("redirects", "items"):
        if name in known:
            known[name] = tuple(known[name])
    if known["verdict"] not in CLASS_OF:
        raise ValueError(f"verdict {known['verdict']}")
    return Receipt(url=url, **known)


def write_lock(path: Path, receipts: Iterable[Receipt]) -> None:
    """Write all receipts at once: a reader sees the file as it was or as it is, never half of it.

    Raises:
        OSError: the disk refuses.
    """
    entries = {
        receipt.url: {
            name: value for name in _NAMES if (value := getattr(receipt, name)) not in (None, (), 0)
        }
        for receipt in sorted(receipts, key=lambda receipt: receipt.url)
    }
    text = json.dumps({"format": FORMAT, "receipts": entries}, ensure_ascii=False, indent=1, default=list)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text + "\n", "utf-8")
    beside.replace(path)


def put_aside(path: Path) -> Path:
    """Move a lock file that cannot be read out of the way, and say where it is now.

    Raises:
        OSError: the disk refuses.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    return path.rename(aside)


def merged(old: Receipt | None, new: Receipt) -> Receipt:
    """``new`` with what ``old`` knew: when it was first and last well, and how often it failed since."""
    if new.judgement == "pass":
        first = old.first_ok if old and old.first_ok else new.checked_at
        return replace(new, first_ok=first, last_ok=new.checked_at, failures=0, failed_at=None)
    counted, when = (old.failures, old.failed_at) if old else (0, None)
    if _counts(when, new.checked_at):
        counted, when = counted + 1, new.checked_at
    return replace(
        new,
        first_ok=old.first_ok if old else None,
        last_ok=old.last_ok if old else None,
        failures=counted,
        failed_at=when,
        sha256=new.sha256 or (old.sha256 if old else None),
    )


def _counts(last: str | None, now: str | None) -> bool:
    if last is None or now is None:
        return True
    return (datetime.fromisoformat(now) - datetime.fromisoformat(last)).days >= DAYS_APART


def receipts_document(receipts: Iterable[Receipt]) -> dict[str, Any]:
    """The document ``prongsai/receipts/1``."""
    return {"format": "prongsai/receipts/1", "receipts": [_record(receipt) for receipt in receipts]}


def _record(receipt: Receipt) -> dict[str, Any]:
    known = asdict(receipt)
    names = (
        "url",
        "items",
        "verdict",
        "class",
        "reason",
        "status",
        "final_url",
        "redirects",
        "media_type",
        "bytes",
    )
    more = ("sha256", "checked_at", "first_ok", "last_ok", "failures")
    known |= {"class": receipt.judgement, "items": list(receipt.items), "redirects": list(receipt.redirects)}
    return {name: known[name] for name in (*names, *more)}
