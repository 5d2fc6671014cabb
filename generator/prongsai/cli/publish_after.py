"""After a publishing: the addresses are kept, it is recorded, and the public site is looked at."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import typer

from prongsai.cli import show
from prongsai.cli.progress import counting
from prongsai.cli.publish_gates import Ready, overridden
from prongsai.errors import Text
from prongsai.evidence.arrived import Astray, Due, astray
from prongsai.evidence.settings import Settings
from prongsai.kept import PUBLISHED
from prongsai.load.addresses import ADDRESSES
from prongsai.load.project import CONTENT
from prongsai.publish.listing import Listing, addresses_of, build_of
from prongsai.publish.records import Publication, add_publication, write_addresses

_AGAIN: Final = 10.0
_SHOWN: Final = 20


@dataclass(frozen=True)
class Look:
    """Where the public site is looked at (None: nowhere), how, and for how many seconds it may lag behind."""

    address: str | None
    settings: Settings
    patience: float = 0.0


def finish(ready: Ready, target: str, look: Look) -> None:
    """Record a publishing to ``target`` and look at what people see now.

    Raises:
        OutputError: the records cannot be written.
        typer.Exit: an address does not answer with this build (1).
    """
    content = ready.root / CONTENT
    addresses = list(addresses_of(ready.listing))
    new = write_addresses(content / ADDRESSES, ready.compiled.site.published, addresses)
    record(ready.root, target, ready.listing, ready.commit, overridden(ready.gates))
    pages = len(ready.compiled.pages)
    show.tell(Text(
        f"เผยแพร่แล้ว: {pages} หน้า, {len(ready.listing)} ไฟล์ → {target}",
        f"published: {pages} pages, {len(ready.listing)} files → {target}",
    ))  # fmt: skip
    if new:
        show.tell(Text(
            f"บันทึกที่อยู่ใหม่ {new} แห่งลง {CONTENT}/{ADDRESSES} — เก็บไฟล์นี้ไว้กับข้อมูล",
            f"{new} new addresses are kept in {CONTENT}/{ADDRESSES} — keep that file with the sources",
        ))  # fmt: skip
    if look.address is None:
        return
    wanted = _wanted(ready, addresses)
    failed = _looked(look.address, wanted, look)
    if failed:
        _tell(failed)
        raise typer.Exit(1)
    show.tell(Text(
        f"เปิดดูแล้วทุกที่อยู่ ({len(wanted)}) ตอบตรงกับที่เผยแพร่: {look.address}",
        f"all {len(wanted)} addresses answer with this build: {look.address}",
    ))  # fmt: skip


def record(
    root: Path,
    target: str,
    listing: Listing,
    commit: str | None = None,
    despite: Mapping[str, str] | None = None,
) -> None:
    """Write down in the sources of ``root`` that ``listing`` stands at ``target`` from now on.

    Raises:
        OutputError: the record cannot be written.
    """
    now = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    pages = sum(name.endswith(".html") for name in listing)
    entry = Publication(now, target, build_of(listing), pages, commit, despite)
    add_publication(root / CONTENT / PUBLISHED, entry)


def _wanted(ready: Ready, addresses: list[str]) -> dict[str, Due]:
    """The addresses to look at with what must come."""
    files = {address: f"{address}index.html" if address in ("",) or address.endswith("/") else address
             for address in addresses}  # fmt: skip
    return {address: Due(*ready.listing[name]) for address, name in files.items()}


def _looked(address: str, wanted: Mapping[str, Due], look: Look) -> list[Astray]:
    """The addresses that fail, once more after a while as long as there is patience."""
    until = time.monotonic() + look.patience
    with counting(len(wanted), Text("กำลังเปิดดูเว็บไซต์", "looking at the site")) as note:
        failed = asyncio.run(astray(address, wanted, look.settings, note))
        while failed and time.monotonic() < until:
            time.sleep(min(_AGAIN, max(0.1, until - time.monotonic())))
            failed = asyncio.run(astray(address, wanted, look.settings, lambda: None))
    return failed


def _tell(failed: list[Astray]) -> None:
    lang = show.language()
    for each in failed[:_SHOWN]:
        show.say(f"  {each.url}: {each.reason.in_(lang)}")
    show.say(Text(
        f"เผยแพร่แล้ว แต่ {len(failed)} ที่อยู่ยังไม่ตอบตามที่เผยแพร่ — "
        f"ตรวจว่าที่อยู่เว็บไซต์กับโฟลเดอร์ตรงกัน และแคชของเครื่องแม่ข่าย",
        f"published, but {len(failed)} addresses do not answer with this build yet — check that the address "
        f"and "
        "the folder belong together, and the server's cache",
    ).in_(lang))  # fmt: skip
