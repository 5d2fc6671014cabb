"""A year begun: its files from the framework and the year before, beside what is there already."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from prongsai.errors import ProjectError
from prongsai.load.frameworks import canonical, library
from prongsai.load.project import CONTENT
from prongsai.load.structure import STRUCTURE
from prongsai.model.disclosure import Evidence
from prongsai.model.framework import Framework, Item
from prongsai.model.site import Site, Year
from prongsai.source.problems import Problems
from prongsai.source.reading import reason_of
from prongsai.starting.names import free_name
from prongsai.starting.project import SCHEMAS, modeline
from prongsai.starting.stub import Carried, stub, year_file
from prongsai.starting.turn import Turn
from prongsai.starting.years import Frameworks, choose
from prongsai.thai.digits import to_arabic

_YEAR: Final = "year.yml"
_SAID: Final = re.compile(r"^(fiscal_year\s*:\s*)\S+", re.MULTILINE)


@dataclass(frozen=True)
class Begun:
    """What is to be written: ``files`` by name from the project's folder; ``kept`` are there already."""

    turn: Turn
    files: dict[str, bytes]
    kept: tuple[str, ...]


def begin_year(root: Path, site: Site, fiscal_year: int, source: int | None, name: str | None) -> Begun:
    """The files of ``fiscal_year``, from the year ``source`` (None: the newest before it with a framework).

    Raises:
        ProjectError: there is no such year or framework.
    """
    packs = library(root / CONTENT / "frameworks", f"{CONTENT}/frameworks", Problems()).frameworks
    there = site.by_year.get(fiscal_year)
    folder = _folder(root, fiscal_year)
    framework = _framework(packs, there, folder / _YEAR, name, fiscal_year)
    turn = Turn(_before(site, fiscal_year, source), framework, fiscal_year)
    known = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    codes = {code for one in known if one.lower().endswith(".md") and (code := canonical(one[:-3]))}
    inside: dict[str, bytes] = {}
    missing = [item for item in framework.items if item.code not in codes]
    moved = _held(turn, missing, folder, inside)
    for item in missing:
        carried = turn.carried.get(item.code)
        text = stub(framework, item, fiscal_year, _renamed(carried, moved) if carried else None)
        inside[f"{item.code}.md"] = text.encode()
    if _YEAR not in known:
        head = [modeline("year", 2)] if (root / SCHEMAS / "source-year.json").is_file() else []
        inside[_YEAR] = year_file(framework, fiscal_year, head).encode()
    if STRUCTURE not in known and turn.before and (units := _structure(root, turn.before, fiscal_year)):
        inside[STRUCTURE] = units
    kept = tuple(sorted(one for one in known if one.endswith((".md", ".yml"))))
    return Begun(turn, {f"{CONTENT}/{folder.name}/{one}": data for one, data in inside.items()}, kept)


def _before(site: Site, fiscal_year: int, source: int | None) -> Year | None:
    if source is None:
        older = (year for year in site.years if year.fiscal_year < fiscal_year and year.framework)
        return next(older, None)
    year = site.by_year.get(source)
    if year is None or source == fiscal_year:
        years = ", ".join(str(one.fiscal_year) for one in site.years if one.fiscal_year != fiscal_year)
        raise ProjectError(
            f"ยกข้อมูลจากปี {source} ไม่ได้ — ที่มีคือ {years or 'ไม่มีเลย'}",
            f"nothing can be taken from {source} — there are {years or 'no years'}",
        )
    if year.framework is None:
        raise ProjectError(
            f"ปี {source} ไม่มีกรอบ (รายการข้อ) จึงไม่รู้ว่าข้อใดเป็นเรื่องใด — ใส่ framework ใน"
            f" {CONTENT}/{source}/year.yml ก่อน",
            f"{source} has no framework, so what its items are about is not known — name one in its year.yml",
        )
    return year


def _framework(packs: Frameworks, there: Year | None, shown: Path, name: str | None, year: int) -> Framework:
    """The framework that the year has already, or else that which is chosen for it."""
    if there is None or (there.framework is None and not shown.exists()):
        return choose(packs, year, name)[0]
    file = f"{CONTENT}/{shown.parent.name}/{shown.name}"
    if there.framework is None:
        raise ProjectError(
            f"{file} บอกว่าไม่มีกรอบ (framework: null) — เขียนชื่อกรอบในไฟล์นั้นก่อน ที่มีคือ {', '.join(sorted(packs))}",
            f"{file} says that there is no framework — name one in it first; there are"
            f" {', '.join(sorted(packs))}",
        )
    if name is not None and there.framework.framework != name.strip().lower():
        raise ProjectError(
            f"{file} ใช้กรอบ {there.framework.framework} อยู่แล้ว จึงไม่เปลี่ยนเป็น {name} — แก้ในไฟล์นั้น"
            f" หรือไม่ใส่ --framework",
            f"{file} has the framework {there.framework.framework} already, not {name} — change it"
            f" there, or leave"
            " --framework out",
        )
    return there.framework


def _folder(root: Path, fiscal_year: int) -> Path:
    content = root / CONTENT
    same = (path for path in content.iterdir() if path.is_dir() and to_arabic(path.name) == str(fiscal_year))
    return next(same, content / str(fiscal_year))


def _held(turn: Turn, items: Sequence[Item], folder: Path, inside: dict[str, bytes]) -> dict[str, str]:
    """Files of the old year that ``items`` still show, put into ``inside``; their new names by the old.

    Raises:
        ProjectError: one cannot be read.
    """
    moved: dict[str, str] = {}
    carried = (turn.carried[item.code] for item in items if item.code in turn.carried)
    for held in (one.held for each in carried for one in each.evidence):
        name = held.address.partition("/")[2] if held else None
        if held is None or name is None or name in moved:
            continue
        data = _bytes(Path(held.source))
        top, _, rest = name.partition("/")
        target = folder / name
        if target.is_file() and _bytes(target) == data:
            moved[name] = name
            continue
        taken = [path.name for path in target.parent.iterdir()] if target.parent.is_dir() else []
        own = [one.rpartition("/")[2] for one in inside if one.rpartition("/")[0] == name.rpartition("/")[0]]
        inner, _, last = rest.rpartition("/")
        moved[name] = "/".join(filter(None, (top, inner, free_name(last, [*taken, *own]))))
        inside[moved[name]] = data
    return moved


def _renamed(carried: Carried, moved: dict[str, str]) -> Carried:
    def one(evidence: Evidence) -> Evidence:
        name = evidence.held.address.partition("/")[2] if evidence.held else None
        return evidence.model_copy(update={"file": moved[name]}) if name else evidence

    return replace(carried, evidence=tuple(map(one, carried.evidence)))


def _structure(root: Path, before: Year, fiscal_year: int) -> bytes | None:
    """The old year's units, for the new year; None where it has none."""
    path = _folder(root, before.fiscal_year) / STRUCTURE
    if before.structure is None or not path.is_file():
        return None
    return _SAID.sub(rf"\g<1>{fiscal_year}", _bytes(path).decode("utf-8")).encode()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise ProjectError(
            f"เปิด {path} ไม่ได้ เพราะ{reason.th}", f"{path} cannot be read: {reason.en}"
        ) from None
