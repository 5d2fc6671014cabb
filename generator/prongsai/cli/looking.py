"""A run of visits as the command makes it: what is due, with progress, and kept as it goes."""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from prongsai.cli import show
from prongsai.errors import NetworkError, OutputError, Text
from prongsai.evidence.due import due, moment
from prongsai.evidence.links import Wanted
from prongsai.evidence.offline import is_offline, nobody_answered
from prongsai.evidence.receipts import merged, unfinished_run, write_lock
from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import visit
from prongsai.model.receipt import Judgement, Receipt
from prongsai.model.verdicts import CLASSES
from prongsai.source.reading import reason_of

Visits = Callable[[Sequence[Wanted], Settings, Callable[[Receipt], None]], list[Receipt]]
"""Visits addresses: a receipt for each in order, and each handed to the function as soon as it is there."""

_SAVED_EVERY: Final = 15.0
_SAVING_SHARE: Final = 20
_CONTINUED: Final = timedelta(days=1)


def here(wanted: Sequence[Wanted], settings: Settings, note: Callable[[Receipt], None]) -> list[Receipt]:
    """Visit from this process."""
    return asyncio.run(visit(wanted, settings, note))


@dataclass(frozen=True)
class Plan:
    """What a run looks at, and what it keeps to.

    A receipt younger than ``max_age`` that passed stands (None: all are looked at, save that a run which was
    broken off is continued); addresses in ``always`` are looked at in any case. ``visits`` does the visiting.
    """

    wanted: Sequence[Wanted]
    settings: Settings
    max_age: timedelta | None = None
    always: Collection[str] = ()
    visits: Visits = here


@dataclass
class Ledger:
    """Where receipts are kept (None: nowhere), the former ones by address, and those of this run.

    ``current`` are the addresses that still are evidence: receipts of others are let go. ``archive`` is the
    folder with the copies, as the project's folder leads to it; ``with_copies`` tells of each receipt which
    copy may be published. ``fault`` is why the last writing was refused.
    """

    path: Path | None = None
    kept: Mapping[str, Receipt] = field(default_factory=dict)
    current: Collection[str] = ()
    fresh: dict[str, Receipt] = field(default_factory=dict)
    archive: str | None = None
    with_copies: Callable[[Mapping[str, Receipt]], Mapping[str, Receipt]] = field(default=lambda held: held)
    fault: OutputError | None = None
    _next: float = field(default_factory=lambda: time.monotonic() + _SAVED_EVERY)

    def note(self, receipt: Receipt) -> Receipt:
        """Take a new receipt in, with what its former one knew."""
        found = self.fresh[receipt.url] = merged(self.kept.get(receipt.url), receipt)
        return found

    def save(self, unfinished: str | None = None) -> None:
        """Write all receipts; ``unfinished`` is when a run began that still goes on."""
        if self.path is None:
            return
        held: Mapping[str, Receipt] = {
            url: receipt for url, receipt in {**self.kept, **self.fresh}.items() if url in self.current
        }
        if unfinished is None:
            held = self.with_copies(held)
        try:
            write_lock(self.path, held.values(), unfinished=unfinished, archive=self.archive)
            self.fault = None
        except OSError as error:
            self.fault = unwritable(self.path, error)

    def save_part(self, began: str) -> None:
        """Write what a run has brought so far, if anything answered at all."""
        if self.fresh and not nobody_answered(self.fresh.values()):
            self.save(began)

    def save_now_and_then(self, began: str) -> None:
        """The same, so that not even a power cut loses it; seldom enough to cost little."""
        before = time.monotonic()
        if before >= self._next:
            self.save_part(began)
            after = time.monotonic()
            self._next = after + max(_SAVED_EVERY, _SAVING_SHARE * (after - before))


def look(plan: Plan, ledger: Ledger) -> list[Receipt]:
    """A receipt for each address of ``plan``, in its order; all are written to ``ledger``.

    Being interrupted keeps what is done. A refusal of the disk is kept in the ledger's ``fault``.

    Raises:
        NetworkError: nothing answered, so that this machine seems to be offline; the former receipts stay.
    """
    began = plan.settings.now()
    chosen = _due(plan, ledger, began)
    found = _visited(plan, chosen, ledger, began)
    if is_offline(found):
        _tell_offline(len(found), ledger)
    new = {id(link): receipt for link, receipt in zip(chosen, found, strict=True)}
    receipts = [new.get(id(link)) or _standing(ledger, link) for link in plan.wanted]
    ledger.save()
    return receipts


def _tell_offline(count: int, ledger: Ledger) -> None:
    asked = Text(
        f"ไม่มีที่อยู่ใดตอบเลย ({count} แห่ง) — เครื่องนี้ไม่มีอินเทอร์เน็ต?",
        f"none of the {count} addresses answered — is this machine offline?",
    )
    if ledger.path is None:
        show.tell(asked)
        return
    raise NetworkError(
        f"{asked.th} ใบตรวจเดิมยังอยู่ครบ ต่ออินเทอร์เน็ตแล้วสั่งใหม่",
        f"{asked.en} The former receipts stand; connect it and run this again",
    )


def _standing(ledger: Ledger, link: Wanted) -> Receipt:
    """A former receipt as it stands today: of the items that link the address now."""
    found = ledger.fresh[link.url] = replace(ledger.kept[link.url], items=link.items)
    return found


def _due(plan: Plan, ledger: Ledger, now: datetime) -> list[Wanted]:
    if plan.max_age is not None:
        chosen = due(plan.wanted, ledger.kept, now - plan.max_age, now, plan.always)
    else:
        began = moment(unfinished_run(ledger.path)) if ledger.path else None
        if began is None or not timedelta() <= now - began <= _CONTINUED:
            return list(plan.wanted)
        chosen = due(plan.wanted, ledger.kept, began, now, plan.always)
    if left := len(plan.wanted) - len(chosen):
        show.tell(Text(
            f"ไม่เปิดซ้ำ {left} ที่อยู่ที่ตรวจผ่านไปแล้ว เปิด {len(chosen)} ที่อยู่",
            f"{left} addresses that passed already are not opened again, {len(chosen)} are",
        ))  # fmt: skip
    return chosen


def _visited(plan: Plan, chosen: Sequence[Wanted], ledger: Ledger, began: datetime) -> list[Receipt]:
    """Visit, telling progress and keeping what is done."""
    if not chosen:
        return []
    started = began.isoformat(timespec="seconds")
    with _Told(len(chosen)) as progress:

        def note(receipt: Receipt) -> None:
            progress.advance(ledger.note(receipt).judgement)
            ledger.save_now_and_then(started)

        try:
            found = plan.visits(chosen, plan.settings, note)
        except BaseException as stopped:
            ledger.save_part(started)
            if isinstance(stopped, KeyboardInterrupt):
                _tell_stopped(ledger, len(chosen))
            raise
    return [merged(ledger.kept.get(receipt.url), receipt) for receipt in found]


def _tell_stopped(ledger: Ledger, count: int) -> None:
    done = f"{len(ledger.fresh)}/{count}"
    if ledger.path is None:
        show.tell(Text(f"หยุดแล้ว เปิดไป {done} ที่อยู่", f"stopped after {done} addresses"))
    elif ledger.fault:
        show.say(ledger.fault.text.in_(show.language()))
    else:
        show.tell(Text(
            f"หยุดแล้ว เก็บผลที่ทำไป {done} ที่อยู่ สั่งอีกครั้งเพื่อทำต่อ",
            f"stopped; what is done is kept, {done} addresses. Run this again to go on",
        ))  # fmt: skip


class _Told:
    """A bar on a terminal: how many are done, and how many of them failed or stayed unknown."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True, quiet=show.is_quiet() or not sys.stderr.isatty())
        self._progress = Progress(
            *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()),
            console=console,
            transient=True,
        )
        self._counts: Counter[Judgement] = Counter()
        self._task = self._progress.add_task(self._said(), total=total)

    def __enter__(self) -> "_Told":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def advance(self, judgement: Judgement) -> None:
        """One more is done."""
        self._counts[judgement] += 1
        self._progress.update(self._task, advance=1, description=self._said())

    def _said(self) -> str:
        lang = show.language()
        found = [f"{name.in_(lang)} {self._counts[key]}" for key, name in CLASSES.items() if key != "pass"]
        return f"{_LOOKING.in_(lang)} ({', '.join(found)})"


_LOOKING: Final = Text("กำลังเปิดดู", "looking")


def unwritable(path: Path, error: OSError) -> OutputError:
    """The error that tells that receipts cannot be written."""
    reason = reason_of(error)
    return OutputError(
        f"เขียน {path} ไม่ได้ ({reason.th}) — ตรวจสิทธิ์และที่ว่างของดิสก์ ไฟล์เดิมยังอยู่",
        f"{path} cannot be written ({reason.en}) — check permissions and free space; the former file stands",
    )
