"""A project's folder read into one site: every problem of one run together."""

import re
from dataclasses import dataclass
from pathlib import Path

from prongsai.errors import ProjectError, Text
from prongsai.load.frameworks import library
from prongsai.load.year import load_year, read_mapping
from prongsai.model.agency import Agency
from prongsai.model.finding import Finding
from prongsai.model.site import Site
from prongsai.source.place import Place
from prongsai.source.problems import Problem, Problems, quoted
from prongsai.thai.digits import to_arabic

CONTENT = "content"


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
    agency, _ = read_mapping(Agency, folder / "agency.yml", f"{content}/agency.yml", problems)
    if agency is None and not (folder / "agency.yml").exists():
        problems.add("S105", Place(f"{content}/agency.yml"))
    years = [
        load_year(path, year, f"{content}/{path.name}", known, problems)
        for path, year in _years(folder, content, problems)
    ]
    if not years:
        problems.add("S106", Place(content), value=content)
    years.sort(key=lambda year: -year.fiscal_year)
    site = Site(agency, tuple(years), known.topics, known.frameworks) if agency and years else None
    return Loaded(
        site, tuple(sorted(map(_finding, problems), key=lambda f: (f.path, f.line, f.column, f.rule)))
    )


def _years(folder: Path, shown: str, problems: Problems) -> list[tuple[Path, int]]:
    found = []
    for path in sorted(folder.iterdir()):
        name = to_arabic(path.name)
        if not path.is_dir() or not re.fullmatch(r"\d{2,4}", name):
            continue
        year = int(name)
        if 2400 <= year <= 2699:
            found.append((path, year))
        else:
            hint = year + 543 if 1857 <= year <= 2156 else 2500 + year % 100
            problems.add("S108", Place(f"{shown}/{path.name}"), value=quoted(path.name), hint=hint)
    return found


def _finding(problem: Problem) -> Finding:
    match = re.match(r"[^/]+/(\d{4})/(?:(o\d+)\.md)?", problem.place.path)
    return Finding(
        rule=problem.kind.code,
        name=problem.kind.name,
        family="source",
        severity="warning" if problem.kind.severity == "warning" else "error",
        message=Text(problem.message("th"), problem.message("en")),
        path=problem.place.path,
        line=problem.place.line,
        column=problem.place.column,
        fiscal_year=int(match[1]) if match else None,
        item=match[2] if match and match[2] else None,
    )
