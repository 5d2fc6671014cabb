"""The one place that chains the floors: sources in, pages and files out."""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from prongsai.check import context_of, with_rules
from prongsai.errors import ProjectError, ProngsaiError, Text
from prongsai.kept import RECORDS, address_faults
from prongsai.load.kept_texts import kept_texts
from prongsai.load.places import Places
from prongsai.load.project import CONTENT, load_project
from prongsai.load.vocabulary import vocabulary
from prongsai.model.arithmetic import compute_years
from prongsai.model.estimate import Estimate
from prongsai.model.finding import Finding, in_order
from prongsai.model.held import Table
from prongsai.model.site import Site
from prongsai.pages.changed import last_changes
from prongsai.pages.edition import Publication
from prongsai.pages.languages import mark_thai
from prongsai.pages.moved import moved_files
from prongsai.pages.navigation import Navigation, navigation
from prongsai.pages.page import Page
from prongsai.pages.render import render_pages
from prongsai.pages.search import search_data
from prongsai.pages.search_written import Written, with_written
from prongsai.pages.whole import keep_whole
from prongsai.report.files import render_files
from prongsai.report.well_known import WITHOUT_HOST
from prongsai.score.estimate import estimate

# The last second of a year from which every date that a site gives can still be reckoned onwards.
_LATEST = 32_503_680_000 - 1  # the end of 2999


class SourcesFault(ProngsaiError):
    """The sources have errors, so nothing is built; ``findings`` tells all of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        count = sum(finding.severity == "error" for finding in findings)
        super().__init__(
            f"พบข้อผิดพลาด {count} แห่งในข้อมูล จึงไม่สร้างเว็บไซต์ เว็บไซต์เดิมยังอยู่ครบ",
            f"{count} error(s) in the sources, so no site was built; the last one stays as it was",
        )


@dataclass(frozen=True)
class Compiled:
    """A site before any engine frames it.

    ``findings`` leaves out what only the text of documents shows: reading it takes time, and ``check`` does.
    ``files`` maps addresses from the site's root to content; ``copies`` maps them to files on disk; ``built``
    is the time that stands for the build, in seconds since 1970; ``changed`` says of pages by their address
    when what they show was last changed; ``left_out`` is what could not be made, and why.
    """

    site: Site
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    copies: Mapping[str, Path]
    navigation: Navigation
    built: int
    changed: Mapping[str, date]
    left_out: Text | None


def compile_project(
    root: Path, content: str = CONTENT, site_url: str | None = None, beside: Collection[str] = ()
) -> Compiled:
    """Compile the sources under ``root/content``; ``site_url`` is where the site will stand, if known.

    ``beside`` are addresses of pages and files that the engine adds, written by hand.

    Raises:
        SourcesFault: the sources have errors, or an address that was published would be gone.
        ProjectError: there are no sources.
    """
    loaded = load_project(root, content)
    site = loaded.site
    if loaded.errors or site is None:
        raise SourcesFault(loaded.findings)
    built = build_time(root / content)
    context = context_of(site, _today(), content)
    findings = with_rules(loaded, context, Places(root))
    computed = compute_years(site)
    silenced = [finding for finding in findings if finding.silenced]
    files = dict(render_files(site, computed, built=built, site_url=site_url, silenced=silenced))
    files.update(_search_files(site, root, context.tables))
    copies = {held.address: Path(held.source) for year in site.years for held in year.held}
    copies |= {copy.address: Path(copy.source) for copy in site.copies.values()}
    again = {old: copies[new] for old, new in moved_files(site).items()}
    estimates = _estimates(site, findings) if site.agency.show_estimate else {}
    day = datetime.fromtimestamp(built, UTC).date()
    publication = Publication(site_url, day)
    rendered = render_pages(site, computed, silenced, estimates, publication, context.tables)
    lang = site.agency.language
    pages = tuple(replace(page, html=keep_whole(mark_thai(page.html, lang))) for page in rendered)
    made = {page.address for page in pages if page.kind != "moved"}
    faults = address_faults(site, {*made, *files, *copies, *beside}, content, Places(root))
    if faults:
        raise SourcesFault(in_order([*loaded.findings, *faults]))
    changed = last_changes(site, pages, day)
    left_out = None if site_url else WITHOUT_HOST
    return Compiled(site, findings, pages, files, copies | again, navigation(site), built, changed, left_out)


def _estimates(site: Site, findings: tuple[Finding, ...]) -> dict[int, Estimate]:
    found = ((year.fiscal_year, estimate(year, findings)) for year in site.years)
    return {fiscal_year: one for fiscal_year, one in found if one is not None}


def _today() -> date:
    """The day by which deadlines are judged: that of SOURCE_DATE_EPOCH, or else today."""
    told = _told_time()
    return date.today() if told is None else datetime.fromtimestamp(told, UTC).date()


def _search_files(site: Site, root: Path, tables: Mapping[str, Table]) -> Iterator[tuple[str, bytes]]:
    """What the search looks through, as data and as scripts for a site that is opened from a folder."""
    texts = kept_texts((file for year in site.years for file in year.held), root)
    for name, data in search_data(site, vocabulary(), texts, tables).items():
        yield from _search_file(name, data)


def _search_file(name: str, data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    yield f"data/{name}.json", text.encode()
    yield f"data/{name}.js", f"(globalThis.prongsaiData??={{}}).{name}={_for_script(text)};".encode()


def search_with(compiled: Compiled, written: Iterable[Written]) -> dict[str, bytes]:
    """The files of the search, by address, that find ``written`` too: pages that are written by hand.

    None where there are no such pages: the files that were compiled stand.
    """
    pages = tuple(written)
    if not pages:
        return {}
    index = json.loads(compiled.files["data/search.json"])
    return dict(_search_file("search", with_written(index, pages)))


def _for_script(text: str) -> str:
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def build_time(folder: Path) -> int:
    """SOURCE_DATE_EPOCH, or else the time of the newest source: the same sources give the same site.

    Raises:
        ProjectError: SOURCE_DATE_EPOCH is no number of seconds, or one that no calendar reaches.
    """
    told = _told_time()
    if told is not None:
        return told
    sources = (path for path in folder.rglob("*") if path.is_file() and path.name not in RECORDS)
    newest = max((path.stat().st_mtime for path in sources), default=0)
    return min(max(int(newest), 0), _LATEST)


def _told_time() -> int | None:
    """What SOURCE_DATE_EPOCH says, in seconds since 1970; ``None`` where it says nothing."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not told:
        return None
    if told.isascii() and told.isdecimal() and len(told) <= len(str(_LATEST)) and int(told) <= _LATEST:
        return int(told)
    raise ProjectError(
        f"ตัวแปรระบบ SOURCE_DATE_EPOCH มีค่า “{told[:40]}” ซึ่งไม่ใช่จำนวนวินาทีนับจาก ค.ศ. 1970"
        " — แก้เป็นตัวเลข เช่น 1672531200 หรือลบตัวแปรนี้",
        f"SOURCE_DATE_EPOCH is “{told[:40]}”, which is no number of seconds since 1970"
        " — set it to a number such as 1672531200, or unset it",
    )
