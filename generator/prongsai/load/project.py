"""A project's folder read into one site: every problem of one run together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.errors import ProjectError, Text
from prongsai.load.addresses import ADDRESSES, MOVED, load_moved, load_published
from prongsai.load.copies import copies_of
from prongsai.load.folders import entries
from prongsai.load.frameworks import is_shipped, library
from prongsai.load.hints import NO_HINT
from prongsai.load.item import code_of
from prongsai.load.pictures import with_pictures
from prongsai.load.receipts import LOCK, load_receipts
from prongsai.load.year import load_year, read_mapping
from prongsai.model.agency import Agency
from prongsai.model.finding import Family, Finding, in_order
from prongsai.model.receipt import Receipt
from prongsai.model.site import Site, Year
from prongsai.source.place import Place
from prongsai.source.problems import Problem, Problems, printable, quoted
from prongsai.thai.digits import to_arabic

CONTENT = "content"
_MEANT_AS_YEAR = re.compile(r"(?:ปี|fy|year|พ\.?\s*ศ\.?)?[\s._-]*(?:[0-9]{2,3}|[0-9]{4}.*)")


@dataclass(frozen=True)
class Loaded:
    """What was read. ``site`` is None where not even an agency and a year could be read."""

    site: Site | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which nothing may be built."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


def load_project(root: Path, content: str = CONTENT) -> Loaded:
    """Read the sources under ``root/content``.

    Raises:
        ProjectError: there is no such folder.
    """
    folder = root / content
    if not folder.is_dir():
        raise ProjectError(
            f"ไม่พบโฟลเดอร์ {content}/ ใน {root} — สั่งในโฟลเดอร์ของโครงการ หรือระบุ --project",
            f"there is no folder {content}/ in {root} — run this in the project's folder or give --project",
        )
    problems = Problems()
    known = library(folder / "frameworks", f"{content}/frameworks", problems)
    agency, node = read_mapping(Agency, folder / "agency.yml", f"{content}/agency.yml", problems)
    found = entries(folder, content, problems)
    if agency is None and node is None and not any(path.name == "agency.yml" for path in found):
        hint = _other_agency(path.name for path in found if path.is_file())
        problems.add("S105", Place(f"{content}/agency.yml"), hint=hint)
    years = [
        load_year(path, year, f"{content}/{path.name}", known, problems)
        for path, year in _years(found, content, problems)
    ]
    if not years and not any(problem.kind.code == "S108" for problem in problems):
        problems.add("S106", Place(content), value=content)
    years.sort(key=lambda year: -year.fiscal_year)
    if agency:
        held = {file.address: file for year in years for file in year.held}
        agency = with_pictures(agency, node, held, problems)
    receipts = load_receipts(folder / LOCK, f"{content}/{LOCK}", problems) or {}
    copies = copies_of(root, folder / LOCK, f"{content}/{LOCK}", _cited(years, receipts), problems)
    site = None
    if agency and years:
        own = tuple(name for name, pack in known.frameworks.items() if not is_shipped(pack))
        published = load_published(folder / ADDRESSES, f"{content}/{ADDRESSES}", problems)
        moved = load_moved(folder / MOVED, f"{content}/{MOVED}", problems)
        site = Site(
            agency, tuple(years), known.topics, known.frameworks, receipts, copies, published, moved, own
        )
    return Loaded(site, _findings(problems))


def _cited(years: Iterable[Year], receipts: Mapping[str, Receipt]) -> dict[str, Receipt]:
    """The receipts of what is evidence now, by address."""
    evidence = (each for year in years for entry in year.entries for each in entry.evidence)
    return {each.url: receipts[each.url] for each in evidence if each.url and each.url in receipts}


def _other_agency(names: Iterable[str]) -> Text:
    other = next((name for name in names if name.lower().startswith("agency.")), None)
    if other is None:
        return NO_HINT
    return Text(f" (พบ {other} ให้เปลี่ยนชื่อเป็น agency.yml)", f" (there is {other}: rename it to agency.yml)")


def _years(found: Sequence[Path], shown: str, problems: Problems) -> list[tuple[Path, int]]:
    """The folders that are named by a year; those that seem meant to be are told."""
    years: dict[int, Path] = {}
    for path in found:
        name = to_arabic(path.name)
        if not path.is_dir() or not _MEANT_AS_YEAR.fullmatch(name.lower()):
            continue
        place = Place(printable(f"{shown}/{path.name}"))
        year = int(name) if re.fullmatch("[0-9]{4}", name) else 0
        if not 2400 <= year <= 2699:
            problems.add("S108", place, value=quoted(path.name), hint=_year_meant(name))
        elif year in years:
            problems.add("S109", place, value=year, first=f"{shown}/{years[year].name}")
        else:
            years[year] = path
    return [(path, year) for year, path in years.items()]


def _year_meant(name: str) -> int:
    match = re.search("[0-9]{4}", name) or re.search("[0-9]{2}", name)
    number = int(match[0]) if match else 0
    if 1857 <= number <= 2156:
        return number + 543
    return number if 2400 <= number <= 2699 else 2500 + number % 100


def _findings(problems: Problems) -> tuple[Finding, ...]:
    """The problems in the order of the files and their lines, each once."""
    return in_order(dict.fromkeys(map(finding_of, problems)))


# Most problems are about the source itself; these are also what the rules of a family are about.
_FAMILIES: dict[str, Family] = {
    "S108": "year",
    "S205": "year",
    "S207": "address",
    "S208": "year",
    "S209": "year",
    "S301": "complete",
    "S302": "complete",
}


def finding_of(problem: Problem) -> Finding:
    """A problem as a finding: of the year and the item in whose file it stands."""
    match = re.match(r"[^/]+/([0-9]{4})/(?:([^/]+)\.md$)?", to_arabic(problem.place.path), re.IGNORECASE)
    return Finding(
        rule=problem.kind.code,
        name=problem.kind.name,
        family=_FAMILIES.get(problem.kind.code, "source"),
        severity=problem.kind.severity,
        message=Text(problem.message("th"), problem.message("en")),
        path=problem.place.path,
        line=problem.place.line,
        column=problem.place.column,
        fiscal_year=int(match[1]) if match else None,
        item=code_of(match[2]) if match and match[2] else None,
    )
