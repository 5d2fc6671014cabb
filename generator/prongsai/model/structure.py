"""How an agency is divided: its units, each under another."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator

from prongsai.model.fields import Date, FiscalYear, Frozen, Line, Lines, Notes, as_list


class Unit(Frozen):
    """A unit, an office or a person's position.

    ``head`` is the position of whoever leads it, never a name; ``under`` the unit above it, by name;
    ``works`` its sections, which have nothing under them; ``about`` what citizens come to it for.
    """

    name: Line
    under: Line | None = None
    head: Line | None = None
    about: Line | None = None
    works: Lines = ()
    phone: Line | None = None
    email: Line | None = None


class Structure(Frozen):
    """The units of an agency in one fiscal year, in the order in which they are shown."""

    fiscal_year: FiscalYear | None = None
    updated: Date = None
    units: Annotated[tuple[Unit, ...], BeforeValidator(as_list)] = ()
    notes: Notes = ()

    @cached_property
    def under(self) -> Mapping[str | None, tuple[Unit, ...]]:
        """By the name of a unit, those right under it; by None those at the top."""
        found: dict[str | None, tuple[Unit, ...]] = {}
        for unit in self.units:
            found[unit.under] = (*found.get(unit.under, ()), unit)
        return found

    def walk(self, name: str | None = None, depth: int = 1) -> Iterator[tuple[Unit, int]]:
        """Each unit under ``name`` with its depth, 1 at the top, a unit before those under it."""
        for unit in self.under.get(name, ()):
            yield unit, depth
            if unit.name != name:
                yield from self.walk(unit.name, depth + 1)
