"""One fiscal year's folder read into the model."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from prongsai.load.files import FOLDERS, held_in
from prongsai.load.frameworks import Library
from prongsai.load.item import code_of, load_item
from prongsai.load.shape import shape
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.framework import Framework
from prongsai.model.measure import MeasuresReport
from prongsai.model.site import Year
from prongsai.model.year import YearSettings
from prongsai.source import reading, yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

M = TypeVar("M", bound=BaseModel)
_IGNORED = {".DS_Store", "Thumbs.db", "desktop.ini"}


def load_year(folder: Path, fiscal_year: int, shown: str, library: Library, problems: Problems) -> Year:
    """Everything that one year's folder says; what cannot be read is left out with its problems noted."""
    settings, settings_node = read_mapping(YearSettings, folder / "year.yml", f"{shown}/year.yml", problems)
    framework = _framework(settings, settings_node, fiscal_year, library, problems)
    measures, measures_node = read_mapping(
        MeasuresReport, folder / "measures.yml", f"{shown}/measures.yml", problems
    )
    for found, node in ((settings, settings_node), (measures, measures_node)):
        if found is not None and node is not None and found.fiscal_year not in (None, fiscal_year):
            problems.add("S209", node.at(("fiscal_year",)), folder=fiscal_year, value=found.fiscal_year)
    if measures is not None and measures_node is not None:
        _check_measures(measures, measures_node, problems)
    held = held_in(folder, fiscal_year, shown, problems)
    disclosures = _disclosures(folder, shown, fiscal_year, framework, held, problems)
    return Year(
        fiscal_year, framework, settings or YearSettings(), disclosures, measures, tuple(held.values())
    )


def read_mapping(
    model: type[M], path: Path, shown: str, problems: Problems
) -> tuple[M | None, yaml.Node | None]:
    """The YAML file at ``path`` as a ``model`` with its nodes; (None, None) when it is not there or cannot be read."""
    if not path.exists():
        return None, None
    text = reading.read_text(path, shown, problems)
    if text is None:
        return None, None
    before = len(problems)
    node = yaml.parse(text, shown, problems)
    if len(problems) > before:
        return None, None
    return shape(model, node, shown, problems), node


def _framework(
    settings: YearSettings | None,
    node: yaml.Node | None,
    fiscal_year: int,
    library: Library,
    problems: Problems,
) -> Framework | None:
    said = isinstance(node.value, dict) and "framework" in node.value if node else False
    if settings is None or not said:
        return library.frameworks.get(f"nacc-{fiscal_year}")
    if settings.framework is None:
        return None
    found = library.frameworks.get(settings.framework)
    if found is None and node is not None:
        problems.add(
            "S305",
            node.at(("framework",)),
            value=quoted(settings.framework),
            known=", ".join(sorted(library.frameworks)),
        )
    return found


def _disclosures(
    folder: Path,
    shown: str,
    fiscal_year: int,
    framework: Framework | None,
    held: Mapping[str, HeldFile],
    problems: Problems,
) -> dict[str, Disclosure]:
    found: dict[str, Disclosure] = {}
    first: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        name = f"{shown}/{path.name}"
        code = code_of(path.stem) if path.suffix.lower() == ".md" else None
        if code is None or not code.startswith("o"):
            _unknown(path, name, problems)
            continue
        if code in first:
            problems.add("S302", Place(name, 1, 1), value=code, first=first[code])
            continue
        first[code] = name
        if framework is None:
            problems.add("S304", Place(name, 1, 1), year=fiscal_year, value=code)
        elif code not in framework.by_code:
            codes = [item.code for item in framework.items]
            problems.add(
                "S301",
                Place(name, 1, 1),
                framework=framework.framework,
                value=quoted(code),
                first=codes[0],
                last=codes[-1],
            )
        loaded = load_item(path, name, held, framework, problems)
        if loaded:
            found[code] = loaded[0]
    return found


def _unknown(path: Path, shown: str, problems: Problems) -> None:
    known = path.name in {"year.yml", "measures.yml", *_IGNORED} or path.name.startswith(".")
    if not known and not (path.is_dir() and path.name in FOLDERS):
        problems.add("S107", Place(shown), value=quoted(path.name))


def _check_measures(report: MeasuresReport, node: yaml.Node, problems: Problems) -> None:
    seen: dict[str, int] = {}
    for number, measure in enumerate(report.measures):
        place = node.at(("measures", number, "id"))
        if measure.id in seen:
            problems.add("S310", place, value=quoted(measure.id), first=seen[measure.id])
        seen.setdefault(measure.id, place.line)
