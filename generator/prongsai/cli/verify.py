"""``prongsai verify``: visits evidence, records receipts, and judges any list of links."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from prongsai.cli import show
from prongsai.cli.cluster import Visits
from prongsai.errors import Lang, ProjectError, Text
from prongsai.evidence.links import Wanted, accepting, links_of, read_links
from prongsai.evidence.receipts import merged, put_aside, write_lock
from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import visit
from prongsai.load.project import CONTENT, load_project
from prongsai.load.receipts import LOCK, load_receipts
from prongsai.model.agency import Agency
from prongsai.model.receipt import Receipt
from prongsai.source.problems import Problems
from prongsai.source.reading import read_text

MAX_LIST = 50_000_000
# Evidence for these topics lawfully stands on other hosts: social media, and the state's procurement system.
LAWFUL = frozenset({
    "social-media", "q-and-a", "procurement-plan", "procurement-notices", "procurement-monthly",
    "procurement-report", "e-service", "laws",
})  # fmt: skip
_CLASSES = {"pass": Text("ผ่าน", "pass"), "fail": Text("เสีย", "fail"), "unknown": Text("ไม่แน่ชัด", "unknown")}


def judge_list(path: Path, settings: Settings, visits: Visits) -> list[Receipt]:
    """Receipts of the links in ``path``, in its order; nothing is recorded.

    Raises:
        ProjectError: the list cannot be read, or has lines that are no links.
    """
    problems = Problems()
    text = read_text(path, str(path), problems, MAX_LIST) if path.is_file() else None
    if text is None:
        reason = problems.found[0].message(show.language()) if problems.found else ""
        raise ProjectError(f"อ่านรายการลิงก์ {path} ไม่ได้ {reason}", f"the list {path} cannot be read {reason}")
    wanted, faults = read_links(text, str(path))
    if faults:
        lines = "\n".join(f"{fault.place}: {fault.reason}" for fault in faults)
        raise ProjectError(
            f'มีบรรทัดที่ไม่ใช่ลิงก์ — เขียนบรรทัดละ {{"url": "https://…"}}\n{lines}',
            f'some lines are no links — write {{"url": "https://…"}} a line\n{lines}',
        )
    return _visited(wanted, settings, {}, visits)


def verify_project(root: Path, settings: Settings, accept: tuple[str, ...], visits: Visits) -> list[Receipt]:
    """Visit the evidence of a project and record the receipts in its sources.

    Raises:
        ProjectError: the sources cannot be read.
        OSError: the receipts cannot be written.
    """
    loaded = load_project(root)
    if loaded.site is None:
        raise ProjectError(
            "อ่านไฟล์ข้อมูลไม่ได้ — ดูด้วย prongsai check", "the sources cannot be read — see prongsai check"
        )
    if not settings.own_hosts:
        settings = replace(settings, own_hosts=own_hosts(loaded.site.agency))
    lock = root / CONTENT / LOCK
    kept = accepting(_kept(lock), accept)
    wanted = links_of(loaded.site, kept, LAWFUL)
    found = dict(kept)
    try:
        for receipt in _visited(wanted, settings, kept, visits):
            found[receipt.url] = receipt
    finally:
        current = {link.url for link in wanted}
        write_lock(lock, [receipt for url, receipt in found.items() if url in current])
    return [found[link.url] for link in wanted if link.url in found]


def own_hosts(agency: Agency) -> tuple[str, ...]:
    """The hosts that are the agency's own."""
    site = urlsplit(agency.website).netloc if agency.website else ""
    return tuple(dict.fromkeys(host for host in (site, *agency.hosts) if host))


def _kept(lock: Path) -> dict[str, Receipt]:
    """The kept receipts; a file that cannot be read is put aside, so that nothing of it is lost."""
    problems = Problems()
    kept = load_receipts(lock, f"{CONTENT}/{LOCK}", problems)
    if kept is not None:
        return kept
    aside, fault = put_aside(lock), problems.found[-1]
    lang = show.language()
    show.say(f"{fault.place}: {fault.kind.code} {fault.message(lang)}")
    show.say(Text(
        f"เก็บไฟล์เดิมไว้ที่ {aside.name} แล้วเริ่มใหม่", f"the old file is now {aside.name}; starting anew"
    ).in_(lang))  # fmt: skip
    return {}


def here(wanted: Sequence[Wanted], settings: Settings, note: Callable[[Receipt], None]) -> list[Receipt]:
    """Visit from this process."""
    return asyncio.run(visit(wanted, settings, note))


def _visited(
    wanted: list[Wanted], settings: Settings, kept: dict[str, Receipt], visits: Visits
) -> list[Receipt]:
    """Visit, telling progress; what was visited before an interruption is returned by way of ``kept``."""
    done: dict[str, Receipt] = {}
    with _progress() as progress:
        task = progress.add_task("verify", total=len({link.url for link in wanted}))

        def note(receipt: Receipt) -> None:
            done[receipt.url] = kept[receipt.url] = merged(kept.get(receipt.url), receipt)
            progress.advance(task)

        visits(wanted, settings, note)
    return [done[link.url] for link in wanted]


def _progress() -> Progress:
    console = Console(stderr=True, quiet=show.is_quiet() or not sys.stderr.isatty())
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    )


def receipts_text(receipts: list[Receipt], lang: Lang) -> str:
    """Receipts as text: what failed first, then what is unknown, and how many passed."""
    order = {"fail": 0, "unknown": 1, "pass": 2}
    lines = []
    for receipt in sorted(receipts, key=lambda one: order[one.judgement]):
        if receipt.judgement != "pass":
            where = f" ({', '.join(receipt.items)})" if receipt.items else ""
            lines.append(f"{_CLASSES[receipt.judgement].in_(lang)} {receipt.verdict} {receipt.url}{where}")
            lines.append(f"    {receipt.reason.in_(lang)}")
    counts = {name: sum(one.judgement == name for one in receipts) for name in _CLASSES}
    lines.append(", ".join(f"{_CLASSES[name].in_(lang)} {count}" for name, count in counts.items()))
    return "\n".join(lines)
