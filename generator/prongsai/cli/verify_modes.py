"""The three things that ``verify`` looks at: a project's evidence, a list of links, a published site."""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from prongsai.cli import show
from prongsai.cli.looking import Ledger, Plan, Visits, here, look, unwritable
from prongsai.cli.verify_options import accepted, contact_of
from prongsai.errors import OutputError, ProjectError, Text
from prongsai.evidence.links import LAWFUL, Wanted, accepting, links_of, read_links
from prongsai.evidence.outside import ASTRAY, Outside, read_site, same_host
from prongsai.evidence.receipts import put_aside
from prongsai.evidence.settings import Settings, agent
from prongsai.load.copies import archive_in
from prongsai.load.frameworks import shipped
from prongsai.load.places import Places
from prongsai.load.project import CONTENT, load_project
from prongsai.load.receipts import LOCK, load_receipts
from prongsai.model.agency import Agency
from prongsai.model.receipt import Receipt
from prongsai.model.site import Entry, Site
from prongsai.report.receipt_forms import Looks, Spot
from prongsai.source.place import Place
from prongsai.source.problems import Problems
from prongsai.source.reading import read_text

if TYPE_CHECKING:
    from prongsai.cli.keep import Keeper

MAX_LIST = 50_000_000


@dataclass(frozen=True)
class Asked:
    """What a person asks of a run, whatever it looks at.

    ``years`` empty means all; ``accept`` are addresses whose content is taken anew; ``keeper`` keeps copies;
    ``visits`` does the visiting where nothing is kept; ``introduced``: the person said how to be written to.
    """

    settings: Settings
    introduced: bool = False
    years: tuple[int, ...] = ()
    accept: tuple[str, ...] = ()
    max_age: timedelta | None = None
    keeper: "Keeper | None" = None
    visits: Visits = here

    def plan(self, wanted: Sequence[Wanted], settings: Settings, always: Collection[str] = ()) -> Plan:
        """The run that looks at ``wanted``."""
        visits = self.keeper.visits if self.keeper else self.visits
        return Plan(wanted, settings, self.max_age, always, visits)


@dataclass(frozen=True)
class Judged:
    """What came of a run.

    ``fault``: the receipts could not be kept. ``spots`` finds where each address is written down, which takes
    reading sources again. ``site`` is there where a published one was judged.
    """

    looks: Looks
    spots: Callable[[], Sequence[Sequence[Spot]]]
    fault: OutputError | None = None
    site: Outside | None = None


def judge_list(path: Path, asked: Asked) -> Judged:
    """Receipts of the links in ``path``, in its order; nothing is recorded.

    Raises:
        ProjectError: the list cannot be read, or has lines that are no links.
    """
    problems = Problems()
    text = read_text(path, str(path), problems, MAX_LIST) if path.is_file() else None
    if text is None:
        missing = Text("ไม่มีไฟล์นี้ — ตรวจชื่อและโฟลเดอร์", "there is no such file — check its name and folder")
        found = problems.found[0].message(show.language()) if problems.found else None
        raise ProjectError(
            f"อ่านรายการลิงก์ {path} ไม่ได้: {found or missing.th}",
            f"the list {path} cannot be read: {found or missing.en}",
        )
    wanted, faults = read_links(text, str(path))
    if faults:
        lines = "\n".join(f"{fault.place}: {fault.reason}" for fault in faults)
        raise ProjectError(
            f'มีบรรทัดที่ไม่ใช่ลิงก์ — เขียนบรรทัดละ {{"url": "https://…"}}\n{lines}',
            f'some lines are no links — write {{"url": "https://…"}} a line\n{lines}',
        )
    taken = accepted(asked.accept, wanted)
    wanted = [replace(link, sha256=None) if link.url in taken else link for link in wanted]
    receipts = look(asked.plan(wanted, asked.settings), Ledger())
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return Judged(Looks(receipts), lambda: [[Spot(Place(path.as_posix(), number, 1))] for number in numbers])


def judge_project(root: Path, asked: Asked) -> Judged:
    """Visit the evidence of a project and record the receipts in its sources.

    Raises:
        ProjectError: the sources cannot be read, or have no such year or address.
        NetworkError: nothing answered.
    """
    site = read_sources(root)
    settings = asked.settings
    if not settings.own_hosts:
        settings = replace(settings, own_hosts=own_hosts(site.agency))
    if not asked.introduced:
        settings = replace(settings, user_agent=agent(contact_of(site.agency)))
    lock = root / CONTENT / LOCK
    kept = _kept(lock, f"{CONTENT}/{LOCK}")
    everything = links_of(site, kept, LAWFUL)
    taken = accepted(asked.accept, everything)
    if taken:
        kept = accepting(kept, taken)
        everything = links_of(site, kept, LAWFUL)
    wanted = _of_years(everything, asked.years, [year.fiscal_year for year in site.years])
    ledger = Ledger(lock, kept, {link.url for link in everything})
    if not everything and not lock.exists():
        ledger = Ledger()
    ledger.archive = asked.keeper.recorded if asked.keeper else archive_in(lock)
    if asked.keeper:
        ledger.with_copies = asked.keeper.with_copies
    receipts = look(asked.plan(wanted, settings, taken), ledger)
    titles = {f"{entry.fiscal_year}/{entry.code}": entry.item.title for entry in _entries(site)}
    return Judged(Looks(receipts, titles=titles), lambda: _project_spots(site, root, receipts), ledger.fault)


def read_sources(root: Path) -> Site:
    """The project's sources.

    Raises:
        ProjectError: they cannot be read.
    """
    loaded = load_project(root)
    if loaded.site is None:
        raise ProjectError(
            "อ่านไฟล์ข้อมูลไม่ได้ — ดูด้วย prongsai check", "the sources cannot be read — see prongsai check"
        )
    return loaded.site


def own_hosts(agency: Agency) -> tuple[str, ...]:
    """The hosts that are the agency's own."""
    site = urlsplit(agency.website).netloc if agency.website else ""
    return tuple(dict.fromkeys(host for host in (site, *agency.hosts) if host))


def _entries(site: Site) -> Iterator[Entry]:
    return (entry for year in site.years for entry in year.entries)


def _of_years(wanted: Sequence[Wanted], years: Sequence[int], known: Sequence[int]) -> list[Wanted]:
    missing = [str(year) for year in years if year not in known]
    if missing:
        there = ", ".join(map(str, known))
        raise ProjectError(
            f"ไม่มีปี {', '.join(missing)} — ที่มีคือ {there}",
            f"there is no year {', '.join(missing)} — there are {there}",
        )
    if not years:
        return list(wanted)
    chosen = {str(year) for year in years}
    return [link for link in wanted if any(item.partition("/")[0] in chosen for item in link.items)]


def _project_spots(site: Site, root: Path, receipts: Sequence[Receipt]) -> list[list[Spot]]:
    """Where each address that did not pass is written down."""
    places = Places(root)
    found: dict[str, list[Spot]] = {one.url: [] for one in receipts if one.judgement != "pass"}
    for entry in _entries(site):
        for number, evidence in enumerate(entry.evidence):
            if evidence.url in found and entry.disclosure:
                place = places.find(entry.disclosure.source, ("evidence", number, "url"), evidence.url)
                found[evidence.url].append(Spot(place, f"{entry.fiscal_year}/{entry.code}"))
    return [found.get(receipt.url, []) for receipt in receipts]


def judge_site(address: str, own_receipts: Path | None, asked: Asked) -> Judged:
    """Judge a published site by its own data; recorded only in ``own_receipts``, where that is given.

    Raises:
        NetworkError: there is no such site at ``address``, or it does not answer.
        ProjectError: it has no such year or address.
    """
    kept = _kept(own_receipts, str(own_receipts)) if own_receipts else {}
    site = asyncio.run(read_site(address, asked.settings, _topic_of, asked.years, kept=kept))
    if not same_host(site.base, address if "://" in address else f"//{address}"):
        show.tell(Text(f"เว็บไซต์ย้ายไปที่ {site.base}", f"the site has moved to {site.base}"))
    settings = asked.settings
    if not settings.own_hosts:
        settings = replace(settings, own_hosts=site.own_hosts)
    taken = accepted(asked.accept, site.wanted)
    wanted = [replace(link, sha256=None, etag=None) if link.url in taken else link for link in site.wanted]
    # Receipts of other years, and of other sites in the same file, stay as they are.
    ledger = Ledger(own_receipts, accepting(kept, taken), {*kept, *(link.url for link in wanted)})
    receipts = [
        replace(receipt, reason=ASTRAY) if receipt.url in site.astray else receipt
        for receipt in look(asked.plan(wanted, settings, taken), ledger)
    ]
    looks = Looks(receipts, titles=site.titles)
    return Judged(looks, lambda: _site_spots(site, receipts), ledger.fault, site)


def _topic_of(framework: str, code: str) -> str | None:
    known = shipped().frameworks.get(framework)
    item = known.by_code.get(code) if known else None
    return item.topic if item else None


def _site_spots(site: Outside, receipts: Sequence[Receipt]) -> list[list[Spot]]:
    """The pages on which each address is shown."""
    pages = {item: link.url for link in site.wanted if link.url in site.pages for item in link.items}
    return [[Spot(Place(pages.get(item, site.base)), item) for item in receipt.items] for receipt in receipts]


def _kept(lock: Path, shown: str) -> Mapping[str, Receipt]:
    """The kept receipts; a file that cannot be read is put aside, so that nothing of it is lost."""
    problems = Problems()
    kept = load_receipts(lock, shown, problems)
    if kept is not None:
        return kept
    fault, lang = problems.found[-1], show.language()
    show.say(f"{fault.place}: {fault.kind.code} {fault.message(lang)}")
    try:
        aside = put_aside(lock)
    except OSError as error:
        raise unwritable(lock, error) from None
    show.say(Text(
        f"เก็บไฟล์เดิมไว้ที่ {aside.name} แล้วเริ่มใหม่", f"the old file is now {aside.name}; starting anew"
    ).in_(lang))  # fmt: skip
    return {}
