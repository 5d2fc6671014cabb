"""The structure of a year read: whether every unit hangs together with the others."""

from typing import Final

from prongsai.errors import Text
from prongsai.load.hints import did_you_mean
from prongsai.model.structure import Structure
from prongsai.source import yaml
from prongsai.source.problems import Problems, quoted

STRUCTURE: Final = "structure.yml"
MAX_UNITS: Final = 300
MAX_DEPTH: Final = 8

_UNITS: Final = Text(f"มีเกิน {MAX_UNITS} หน่วย", f"it has more than {MAX_UNITS} units")
_DEPTH: Final = Text(f"ซ้อนกันเกิน {MAX_DEPTH} ชั้น", f"it is more than {MAX_DEPTH} levels deep")


def checked(node: yaml.Node, structure: Structure, problems: Problems) -> Structure | None:
    """``structure`` if it is one that can be drawn; None, with its problems noted, if not."""
    before = len(problems)
    units = node.each("units")
    names = [unit.name for unit in structure.units]
    if len(names) > MAX_UNITS:
        problems.add("S319", units[MAX_UNITS].place, reason=_UNITS)
        return None
    _check_names(units, structure, problems)
    for number, unit in enumerate(structure.units):
        if unit.under is not None and unit.under not in names:
            place = units[number].at(("under",))
            problems.add("S317", place, value=quoted(unit.under), hint=did_you_mean(unit.under, names))
    if len(problems) == before:
        _check_depth(units, structure, problems)
    return structure if len(problems) == before else None


def _check_names(units: list[yaml.Node], structure: Structure, problems: Problems) -> None:
    """A name that others stand under belongs to one unit; under the same unit a name stands once."""
    parents = {unit.under for unit in structure.units}
    first: dict[tuple[str, str | None], int] = {}
    for number, unit in enumerate(structure.units):
        key = (unit.name, None if unit.name in parents else unit.under or "")
        if key in first:
            line = units[first[key]].at(("name",)).line
            problems.add("S310", units[number].at(("name",)), value=quoted(unit.name), first=line)
        first.setdefault(key, number)


def _check_depth(units: list[yaml.Node], structure: Structure, problems: Problems) -> None:
    above = {unit.name: unit.under for unit in structure.units}
    for number, unit in enumerate(structure.units):
        chain = [unit.name]
        while (higher := above.get(chain[-1])) is not None and higher not in chain:
            chain.append(higher)
        place = units[number].at(("under",))
        if higher is not None:
            problems.add("S318", place, value=" > ".join(map(quoted, (higher, *reversed(chain)))))
            return
        if len(chain) > MAX_DEPTH:
            problems.add("S319", place, reason=_DEPTH)
            return
