"""One fiscal year's folder read into the model."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.load.filed_sheet import SHEET, load_sheet
from prongsai.load.files import FOLDERS, held_in
from prongsai.load.folders import entries, read_source
from prongsai.load.frameworks import Library, canonical, unique
from prongsai.load.hints import did_you_mean
from prongsai.load.item import Around, code_of, load_item
from prongsai.load.receipts import FILED, load_filing
from prongsai.load.shape import shape
from prongsai.load.structure import STRUCTURE, checked
from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import read_year
from prongsai.model.framework import Framework
from prongsai.model.measure import MeasuresReport
from prongsai.model.site import Year
from prongsai.model.structure import Structure
from prongsai.model.year import YearSettings
from prongsai.source import yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems, printable, quoted

M = TypeVar("M", bound=BaseModel)
_FILES = ("year.yml", "measures.yml", STRUCTURE)
_KNOWN = (*_FILES, FILED, SHEET)
_NAMED = 5
_NAME = re.compile("[a-z0-9-]+")
_NO_ITEMS = Text("กรอบนี้ยังไม่มีข้อใดเลย", "it has no items at all")


class _Said(NamedTuple):
    """The framework of a year; not ``sure`` where a problem that is told already hides which it is."""

    framework: Framework | None
    sure: bool


def load_year(folder: Path, fiscal_year: int, shown: str, library: Library, problems: Problems) -> Year:
    """Everything that one year's folder says; what cannot be read is left out with its problems noted."""
    settings, settings_node = read_mapping(YearSettings, folder / _FILES[0], f"{shown}/{_FILES[0]}", problems)
    measures, measures_node = read_mapping(
        MeasuresReport, folder / _FILES[1], f"{shown}/{_FILES[1]}", problems
    )
    structure, structure_node = read_mapping(Structure, folder / STRUCTURE, f"{shown}/{STRUCTURE}", problems)
    if structure and structure_node:
        structure = checked(structure_node, structure, problems)
    unread = (folder / _FILES[0]).exists() and settings_node is None
    said = _Said(None, False) if unread else _framework(settings_node, fiscal_year, library, problems)
    for node in (settings_node, measures_node, structure_node):
        _check_year(node, fiscal_year, problems)
    if measures_node is not None:
        _check_measures(measures_node, library, problems)
    held = held_in(folder, fiscal_year, shown, problems)
    files = _items(folder, shown, problems)
    _check_items(files, shown, fiscal_year, said, problems)
    disclosures = _disclosures(files, shown, Around(folder, held, said.framework), problems)
    return Year(
        fiscal_year,
        said.framework,
        settings or YearSettings(),
        disclosures,
        measures,
        tuple(held.files.values()),
        load_filing(folder / FILED, fiscal_year, f"{shown}/{FILED}", problems),
        structure,
        load_sheet(folder / SHEET, fiscal_year, f"{shown}/{SHEET}", problems),
    )


def _check_year(node: yaml.Node | None, folder: int, problems: Problems) -> None:
    written = node.text("fiscal_year") if node else None
    if node is None or written is None:
        return
    try:
        year = read_year(written)
    except PydanticCustomError:
        return
    if year != folder:
        problems.add("S209", node.at(("fiscal_year",)), folder=folder, value=written)


def read_mapping(
    model: type[M], path: Path, shown: str, problems: Problems
) -> tuple[M | None, yaml.Node | None]:
    """The YAML file at ``path`` as a ``model``, with its nodes.

    (None, None) when it is not there or cannot be read, (None, nodes) when it does not fit.
    """
    if not (path.exists() or path.is_symlink()):
        return None, None
    text = read_source(path, shown, path.parent, problems)
    if text is None:
        return None, None
    before = len(problems)
    node = yaml.parse(text, shown, problems)
    if node is None:
        return None, None
    found = shape(model, node, shown, problems)
    return found if len(problems) == before else None, node


def _framework(node: yaml.Node | None, fiscal_year: int, library: Library, problems: Problems) -> _Said:
    """The framework that the year names, or the shipped one of that year when it names none."""
    said = node.step("framework") if node else None
    if node is None or said is None:
        name: object = f"nacc-{fiscal_year}"
        return _Said(library.frameworks.get(str(name)), name not in library.damaged)
    if said.value is None:
        return _Said(None, True)
    name = said.value
    found = library.frameworks.get(name) if isinstance(name, str) else None
    if found is None and isinstance(name, str) and not said.refused and _NAME.fullmatch(name):
        _unknown_framework(name, said.place, library, problems)
    return _Said(found, found is not None)


def _unknown_framework(name: str, place: Place, library: Library, problems: Problems) -> None:
    if name not in library.damaged:
        known = sorted(library.frameworks)
        problems.add(
            "S305",
            place,
            value=quoted(name),
            hint=did_you_mean(name, known, cutoff=0.8),
            known=", ".join(known),
        )


def _items(folder: Path, shown: str, problems: Problems) -> list[tuple[str, Path]]:
    """The items' files with their codes; what else lies in the folder is told."""
    found = []
    for path in entries(folder, shown, problems):
        code = code_of(path.stem) if path.suffix.lower() == ".md" else None
        if code is not None and code.startswith("o"):
            found.append((code, path))
        elif path.name not in _KNOWN and not (path.is_dir() and path.name in FOLDERS):
            hint = did_you_mean(path.name, (*_KNOWN, *FOLDERS))
            problems.add("S107", Place(printable(f"{shown}/{path.name}")), value=quoted(path.name), hint=hint)
    return sorted(found, key=lambda item: (item[0], item[1].name != f"{item[0]}.md", item[1].name))


def _check_items(
    files: Sequence[tuple[str, Path]], shown: str, fiscal_year: int, said: _Said, problems: Problems
) -> None:
    """Whether each item stands in the year's framework, once."""
    first: dict[str, str] = {}
    for code, path in files:
        place = Place(f"{shown}/{path.name}", 1, 1)
        if code in first:
            problems.add("S302", place, value=code, first=first[code])
        elif said.framework is not None and code not in said.framework.by_code:
            _unknown_item(code, said.framework, place, problems)
        first.setdefault(code, f"{shown}/{path.name}")
    if files and said.framework is None and said.sure:
        place = Place(f"{shown}/{files[0][1].name}", 1, 1)
        problems.add("S304", place, year=fiscal_year, value=_listed(list(first)))


def _listed(found: list[str]) -> Text:
    names = ", ".join(found[:_NAMED])
    if len(found) <= _NAMED:
        return Text(f"ข้อ {names}", names)
    return Text(f"ข้อ {names} และอีก {len(found) - _NAMED} ข้อ", f"{names} and {len(found) - _NAMED} more")


def _unknown_item(code: str, framework: Framework, place: Place, problems: Problems) -> None:
    known = [item.code for item in framework.items]
    told = Text(f"มี {known[0]} ถึง {known[-1]}", f"it has {known[0]} to {known[-1]}") if known else _NO_ITEMS
    problems.add("S301", place, framework=framework.framework, value=quoted(code), known=told)


def _disclosures(
    files: Sequence[tuple[str, Path]], shown: str, around: Around, problems: Problems
) -> dict[str, Disclosure]:
    found: dict[str, Disclosure] = {}
    for code, path in files:
        loaded = load_item(path, f"{shown}/{path.name}", around, problems)
        if loaded is not None:
            found.setdefault(code, loaded)
    return found


def _check_measures(node: yaml.Node, library: Library, problems: Problems) -> None:
    """Whether ids stand once, and links lead to frameworks and items that there are."""
    unique(node.each("measures"), "id", problems)
    for measure in node.each("measures"):
        for link in measure.each("links"):
            name, code = link.text("framework"), canonical(link.text("code") or "")
            framework = library.frameworks.get(name) if name else None
            if name and framework is None and _NAME.fullmatch(name):
                _unknown_framework(name, link.at(("framework",)), library, problems)
            elif framework and code and code.startswith("o") and code not in framework.by_code:
                _unknown_item(code, framework, link.at(("code",)), problems)
