"""Receipts kept in the sources: one entry an address, sorted, made for reading a diff."""

import errno
import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from prongsai.errors import Lang
from prongsai.model.receipt import CLASS_OF, DAYS_APART, RECEIPTS_FORMAT, Receipt

_NAMES: Final = tuple(field.name for field in fields(Receipt) if field.name != "url")


def write_lock(
    path: Path, receipts: Iterable[Receipt], *, unfinished: str | None = None, archive: str | None = None
) -> None:
    """Write all receipts at once: a reader sees the file as it was or as it is, never half of it.

    ``unfinished`` is when a run began that has not yet come to its end; ``archive`` the folder with the
    copies, as the project's folder leads to it.

    Raises:
        OSError: the disk refuses; what stood there stays.
    """
    head = {"unfinished": unfinished, "archive": archive}
    _write(path, {key: value for key, value in head.items() if value}, receipts)


def write_filed(path: Path, receipts: Iterable[Receipt], fiscal_year: int, filed_at: str) -> None:
    """Write the receipts of one year as they stood when it was filed; never over an earlier such file.

    Raises:
        OSError: the disk refuses, or there is such a file (``FileExistsError``).
    """
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    _write(path, {"fiscal_year": fiscal_year, "filed_at": filed_at}, receipts)


def unfinished_run(path: Path) -> str | None:
    """When the run began that was broken off before it could look at everything; None where none was."""
    try:
        with path.open("rb") as file:
            found = _UNFINISHED.match(file.read(400).decode("utf-8", "replace"))
    except OSError:
        return None
    return found[1] if found else None


_UNFINISHED: Final = re.compile(r'\{\s*"format":\s*"[^"]*",\s*"unfinished":\s*"([^"]+)"')


def _write(path: Path, head: Mapping[str, object], receipts: Iterable[Receipt]) -> None:
    entries = {receipt.url: _entry(receipt) for receipt in sorted(receipts, key=lambda receipt: receipt.url)}
    document = {"format": RECEIPTS_FORMAT, **head, "receipts": entries}
    text = json.dumps(document, ensure_ascii=False, indent=1, default=list)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(f"{text}\n".encode())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _entry(receipt: Receipt) -> dict[str, Any]:
    """What stands in the file: nothing that is empty, and no accepted hash where it is the found one."""
    entry: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(receipt, name)
        if name == "reason":
            entry |= {"reason": value.th, "reason_en": value.en}
        elif value not in (None, (), 0) and not (name == "accepted" and _is_accepted(receipt)):
            entry[name] = value
    return entry


def _is_accepted(receipt: Receipt) -> bool:
    return CLASS_OF[receipt.verdict] == "pass" and receipt.accepted == receipt.sha256


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
    """``new`` with what ``old`` knew: when it was first and last well, and how often it failed since.

    A document that passes is the accepted one from now on. One that doesn't leaves what was accepted as it
    was, so that a changed document stays changed until somebody takes it.
    """
    if new.status == 304 and old:
        new = replace(new, media_type=old.media_type, bytes=old.bytes, fingerprint=old.fingerprint)
    if new.judgement == "pass":
        first = old.first_ok if old and old.first_ok else new.checked_at
        copy = old.copy if old and old.accepted == new.sha256 else None
        return replace(new, first_ok=first, last_ok=new.checked_at, failures=0, failed_at=None,
                       accepted=new.sha256, copy=copy)  # fmt: skip
    counted, when = (old.failures, old.failed_at) if old else (0, None)
    if _counts(when, new.checked_at):
        counted, when = counted + 1, new.checked_at
    failed = replace(new, failures=counted, failed_at=when, first_ok=None, last_ok=None, etag=None)
    if old is None:
        return failed
    return replace(
        failed,
        first_ok=old.first_ok,
        last_ok=old.last_ok,
        accepted=old.accepted,
        etag=old.etag,
        copy=old.copy,
    )


def _counts(last: str | None, now: str | None) -> bool:
    if last is None or now is None:
        return True
    return (datetime.fromisoformat(now) - datetime.fromisoformat(last)).days >= DAYS_APART


def receipts_document(receipts: Iterable[Receipt], lang: Lang) -> dict[str, Any]:
    """The document ``prongsai/receipts/1``, its reasons in ``lang``."""
    return {"format": "prongsai/receipts/1", "receipts": [_record(receipt, lang) for receipt in receipts]}


def _record(receipt: Receipt, lang: Lang) -> dict[str, Any]:
    known = asdict(receipt) | {"reason": receipt.reason.in_(lang)}
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
