"""How many facts ``prongsai import`` reads right, doubts, or gets wrong without saying so.

    python benchmarks/importing.py FOLDER
    python benchmarks/importing.py --invented 8

With ``--invented``, documents of so many invented towns are made in every shape that
``tests/importing/towns.py`` knows, and compared with what was put into them. FOLDER holds documents; each is
imported and compared with the sources that a careful reader made of it. Which sources belong to which
document is told by agency and year; a document without such sources is passed over.
``--json FILE`` writes the figures, ``--wrong`` lists every fact that is wrong.
Facts are compared by what they say: titles and units without spaces, dots and kinds of digits, periods by
their first and last day, addresses as they are.
"""

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.errors import ProngsaiError
from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.readers.opening import read_file
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.model.measure import Guidance, Measure
from prongsai.model.site import Site, Year
from prongsai.thai.text import squash

ROOT = Path(__file__).parents[1]
KINDS = ("code", "title", "unit", "period", "status", "address", "score", "link", "about")
ENDINGS = frozenset((".txt", ".md", ".html", ".htm", ".docx", ".xlsx", ".csv", ".tsv", ".pdf"))


@dataclass(frozen=True)
class Fact:
    """One fact: its kind, where it belongs, and what it says; a doubt about it stands under ``key``."""

    kind: str
    where: str
    says: str
    path: str
    key: str


@dataclass
class Tally:
    """Facts of one document by kind and by what became of them."""

    document: str
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    rows: int = 0
    placed: int = 0
    doubts: int = 0
    seconds: float = 0.0

    def of(self, kind: str | None, *outcomes: str) -> int:
        """How many facts of a kind (None: of all) had one of these outcomes."""
        return sum(
            count
            for (one, outcome), count in self.counts.items()
            if kind in (None, one) and outcome in outcomes
        )


def facts_of(site: Site, year: Year) -> Iterator[Fact]:
    """Every fact of a year's sources that a table in a document gives."""
    yield from _about(site, year)
    for code, disclosure in sorted(year.disclosures.items()):
        path = f"content/{year.fiscal_year}/{code}.md"
        item = year.framework.by_code[code] if year.framework else None
        title = disclosure.title or (item.title if item else "")
        yield Fact("code", code, code, path, "code")
        yield Fact("title", code, squash(title), path, "title")
        for unit in disclosure.responsible:
            yield Fact("unit", code, squash(unit), path, "responsible")
        periods = [disclosure.period, *disclosure.periods]
        yield Fact("period", code, "; ".join(_period(one) for one in periods if one), path, "period")
        yield Fact("status", code, str(disclosure.reported), path, "reported")
        for evidence in disclosure.evidence:
            yield Fact("address", code, str(evidence.url), path, "evidence")
    if year.measures:
        path = f"content/{year.fiscal_year}/measures.yml"
        for measure in year.measures.measures:
            yield from _measure(measure, path)
        for guidance in year.measures.guidance:
            yield from _guidance(guidance, path)
    yield from _scores(year)


def _about(site: Site, year: Year) -> Iterator[Fact]:
    agency = site.agency
    for key in ("name", "kind", "district", "province", "website"):
        yield Fact("about", f"agency.{key}", str(getattr(agency, key)), "content/agency.yml", key)
    settings, path = year.settings, f"content/{year.fiscal_year}/year.yml"
    yield Fact("about", "year", str(year.fiscal_year), path, "fiscal_year")
    yield Fact("about", "framework", str(year.framework and year.framework.framework), path, "framework")
    span = settings.round
    yield Fact(
        "about", "round", f"{span.name} {_iso(span.start)} {_iso(span.end)}" if span else "", path, "round"
    )


def _measure(measure: Measure, path: str) -> Iterator[Fact]:
    where = measure.id
    yield Fact("title", where, squash(measure.title), path, "title")
    yield Fact("code", where, str(measure.number), path, "number")
    for unit in measure.responsible:
        yield Fact("unit", where, squash(unit), path, "responsible")
    yield Fact("period", where, _period(measure.period) if measure.period else "", path, "period")
    states = " ".join(f"{result.state}@{_iso(result.date)}" for result in measure.results)
    yield Fact("status", where, states, path, "results")
    for report in measure.reporting:
        yield Fact("period", f"{where}.reporting", f"{_iso(report.due)} {report.every}", path, "reporting")
    for link in measure.links:
        yield Fact("link", where, f"{link.code} {squash(link.title or '')} {link.framework}", path, "links")
        yield Fact("score", where, f"{link.code} {_score(link.score)}", path, "links")


def _guidance(guidance: Guidance, path: str) -> Iterator[Fact]:
    where = f"guidance {guidance.indicator}"
    yield Fact("code", where, f"{guidance.indicator} {guidance.instrument}", path, "indicator")
    yield Fact("title", where, squash(guidance.name or ""), path, "name")
    for unit in guidance.responsible:
        yield Fact("unit", where, squash(unit), path, "responsible")
    yield Fact("period", where, _period(guidance.period) if guidance.period else "", path, "period")
    yield Fact("status", where, f"{guidance.reported} {len(guidance.actions)}", path, "reported")


def _scores(year: Year) -> Iterator[Fact]:
    scores, path = year.settings.scores, f"content/{year.fiscal_year}/year.yml"
    if scores is None:
        return

    def fact(where: str, says: str) -> Fact:
        return Fact("score", where, says, path, "scores")

    yield fact("assessed_year", str(scores.assessed_year))
    yield fact("target", _score(scores.target))
    yield fact("overall", f"{_score(scores.overall.stated)} {' '.join(scores.overall.grades_stated)}")
    for name, stated in sorted(scores.instruments.items()):
        yield fact(name, _score(stated.stated))
    for one in scores.indicators:
        yield fact(
            "indicator", f"{one.number} {squash(one.name or '')} {one.instrument} {_score(one.stated)}"
        )
    for question in scores.questions:
        yield fact("question", f"{question.code} {squash(question.text or '')} {_score(question.score)}")
    for name in ("strengths", "weaknesses", "highest", "lowest"):
        for mention in getattr(scores.analysis, name):
            yield fact(name, f"{mention.number} {squash(mention.name or '')} {_score(mention.stated)}")
    for better in scores.analysis.improve:
        yield fact("improve", f"{better.instrument} {squash(better.indicator or '')}")


def _period(period: Any) -> str:
    ends = f"{_iso(period.start)}..{_iso(period.end)}"
    return ends if ends != ".." else squash(period.text or "")


def _iso(day: Any) -> str:
    return day.iso() if day else ""


def _score(number: Any) -> str:
    return "-" if number is None else format(number.normalize(), "f")


def compare(
    expected: Iterable[Fact], found: Iterable[Fact], doubted: set[tuple[str, str]], tally: Tally
) -> None:
    """Tell for each expected fact what became of it; a fact found that nobody expected is wrong, too."""
    wanted, got = Counter(_same(fact) for fact in expected), Counter(_same(fact) for fact in found)
    for fact, count in (wanted & got).items():
        tally.counts[fact[0], "doubted right" if _doubted(fact, doubted) else "right"] += count
    missing, extra = wanted - got, got - wanted
    for fact, count in missing.items():
        tally.counts[fact[0], "doubted wrong" if _doubted(fact, doubted) else "wrong"] += count
        tally.wrong.append(
            f"- {fact[0]} {fact[1]}: {fact[2]}" + ("  (doubted)" if _doubted(fact, doubted) else "")
        )
    for fact, count in extra.items():
        tally.wrong.append(f"+ {fact[0]} {fact[1]}: {fact[2]}")
        spare = count - sum(other for one, other in missing.items() if one[:2] == fact[:2])
        if spare > 0:
            tally.counts[fact[0], "doubted wrong" if _doubted(fact, doubted) else "wrong"] += spare


def _same(fact: Fact) -> tuple[str, str, str, str, str]:
    return fact.kind, fact.where, fact.says, fact.path, fact.key


def _doubted(fact: tuple[str, str, str, str, str], doubted: set[tuple[str, str]]) -> bool:
    kind, where, says, path, key = fact
    return any(
        place == path
        and name.startswith(f"{key}:")
        and (kind not in ("address", "link") or value_in(name, says))
        for place, name in doubted
        if not re.fullmatch(r"m\d+|guidance \d+", where) or f"@{where}" in name
    )


def value_in(name: str, says: str) -> bool:
    """Whether a doubt about an address or a link names this one."""
    value = name.partition(":")[2].rpartition("@")[0]
    return squash(value)[:30] in squash(says) or squash(says.partition(" ")[2])[:12] in squash(value)


def doubts_of(imported: Imported) -> set[tuple[str, str]]:
    """Path and key of each doubt, with the record it stands in."""
    found = set()
    for placed in imported.doubts:
        lines = imported.files[placed.path].split("\n")
        above = [match[1] for line in lines[: placed.line] if (match := re.match(r"  - id: (m\d+)", line))]
        below = next(
            (match[1] for line in lines[placed.line :] if (match := re.match(r"  - id: (m\d+)", line))), ""
        )
        first = lines[placed.line - 2].strip() == "measures:" if placed.line > 1 else False
        where = below if first or not above else above[-1]
        found.add((placed.path, f"{placed.doubt.key}:{placed.doubt.value}@{where}"))
    return found


def gold() -> dict[tuple[str, int], tuple[Site, Year]]:
    """The years of the sources in this repository, by agency and year."""
    found = {}
    for folder in (ROOT, *sorted((ROOT / "examples").iterdir())):
        if (folder / "mkdocs.yml").exists():
            site = load_project(folder).site
            for year in site.years if site else ():
                found[squash(site.agency.name if site else ""), year.fiscal_year] = (site, year)
    return found  # type: ignore[return-value]


def measure(path: Path, known: dict[tuple[str, int], tuple[Site, Year]]) -> Tally | None:
    """Import a document and compare it; None where no sources belong to it."""
    started = time.perf_counter()
    try:
        imported = convert([read_file(path)], shipped().frameworks, Wanted())
    except ProngsaiError as error:
        print(error, file=sys.stderr)
        return None
    seconds = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        _put(Path(folder), imported)
        site = load_project(Path(folder)).site
    if site is None:
        return None
    tally = Tally(
        path.name, rows=imported.rows, placed=imported.placed, doubts=len(imported.doubts), seconds=seconds
    )
    doubted = doubts_of(imported)
    for year in site.years:
        expected = known.get((squash(site.agency.name), year.fiscal_year))
        if expected is None:
            near = [pair for (_, fiscal_year), pair in known.items() if fiscal_year == year.fiscal_year]
            expected = near[0] if len(near) == 1 else None
        if expected is None:
            return None
        compare(facts_of(*expected), facts_of(site, year), doubted, tally)
    return tally


def table(tallies: list[Tally]) -> str:
    """Figures by document and by kind of fact."""
    lines = [
        "| document | facts | right | wrong, said so | wrong, not said | right in 100 | doubts"
        " | rows placed | seconds |"
    ]
    lines.append("| --- |" + " ---: |" * 8)
    for tally in tallies:
        lines.append(_line(tally.document, tally, None, tally))
    whole = Tally("all", sum((tally.counts for tally in tallies), Counter()))
    whole.rows, whole.placed = sum(one.rows for one in tallies), sum(one.placed for one in tallies)
    whole.doubts, whole.seconds = sum(one.doubts for one in tallies), sum(one.seconds for one in tallies)
    lines.append(_line("all", whole, None, whole))
    lines += ["", "| kind of fact | facts | right | wrong, said so | wrong, not said | right in 100 |"]
    lines.append("| --- |" + " ---: |" * 5)
    lines += [_line(kind, whole, kind, None) for kind in KINDS if _all(whole, kind)]
    return "\n".join(lines)


def _all(tally: Tally, kind: str | None) -> int:
    return tally.of(kind, "right", "doubted right", "wrong", "doubted wrong")


def _line(name: str, tally: Tally, kind: str | None, whole: Tally | None) -> str:
    facts, right = _all(tally, kind), tally.of(kind, "right", "doubted right")
    said, silent = tally.of(kind, "doubted wrong"), tally.of(kind, "wrong")
    cells = [name, facts, right, said, silent, f"{100 * right / max(facts, 1):.1f}"]
    if whole:
        cells += [whole.doubts, f"{whole.placed}/{whole.rows}", f"{whole.seconds:.2f}"]
    return f"| {' | '.join(map(str, cells))} |"


def invented(count: int) -> Tally:
    """Documents of invented towns, in every shape, compared with what stands in them."""
    sys.path.insert(0, str(ROOT))
    from tests.importing import towns

    tally = Tally(f"{count} invented towns, {len(towns.SHAPES)} shapes")
    for seed in range(100, 100 + count):
        for name, make, shape in towns.SHAPES:
            town = towns.town(seed)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / name
                path.write_bytes(make(town, shape, seed))
                started = time.perf_counter()
                imported = convert([read_file(path)], shipped().frameworks, Wanted())
                tally.seconds += time.perf_counter() - started
                _put(Path(folder) / "out", imported)
                site = load_project(Path(folder) / "out").site
            tally.rows, tally.placed = tally.rows + imported.rows, tally.placed + imported.placed
            tally.doubts += len(imported.doubts)
            expected = [_invented_fact(*fact) for fact in towns.facts(town, shape)]
            found = (
                [fact for fact in facts_of(site, site.years[0]) if fact.kind in _ITEM_KINDS] if site else []
            )
            compare(expected, found, doubts_of(imported), tally)
    return tally


_ITEM_KINDS = {"code": "code", "title": "title", "unit": "responsible", "period": "period",
               "status": "reported",
               "address": "evidence"}  # fmt: skip


def _invented_fact(kind: str, where: str, says: str, year: int) -> Fact:
    return Fact(kind, where, says, f"content/{year}/{where}.md", _ITEM_KINDS[kind])


def _put(folder: Path, imported: Imported) -> None:
    for name, text in imported.files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def of_folder(folder: Path) -> list[Tally]:
    """The documents of a folder, or one document, that sources here belong to."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else [folder]
    known = gold()
    return [found for path in paths if path.suffix in ENDINGS and (found := measure(path, known))]


def main() -> int:
    """Measure every document of a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", help="documents, or one document")
    parser.add_argument("--invented", type=int, metavar="TOWNS", help="so many invented towns instead")
    parser.add_argument("--wrong", action="store_true", help="list the facts that are wrong")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()
    if arguments.invented:
        tallies = [invented(arguments.invented)]
    elif arguments.folder is None:
        parser.error("a folder of documents, or --invented, is needed")
    else:
        tallies = of_folder(arguments.folder)
    if not tallies:
        print("no document that sources in this repository belong to", file=sys.stderr)
        return 2
    print(table(tallies))
    for tally in tallies if arguments.wrong else ():
        print(f"\n{tally.document}\n" + "\n".join(tally.wrong))
    if arguments.json:
        figures = {
            tally.document: {" ".join(key): count for key, count in sorted(tally.counts.items())}
            for tally in tallies
        }
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
