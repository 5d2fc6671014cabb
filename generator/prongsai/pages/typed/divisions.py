"""The structure as a tree of units."""

from dataclasses import dataclass

from prongsai.model.contacts import Reach, mail, telephone
from prongsai.model.structure import Structure


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit with those right under it."""

    name: str
    head: str | None
    about: str | None
    works: tuple[str, ...]
    phone: Reach | None
    email: Reach | None
    under: tuple["UnitView", ...]


def tree(structure: Structure | None) -> tuple[UnitView, ...]:
    """The units at the top; nothing where the year has no structure."""
    return _under(structure, None) if structure else ()


def _under(structure: Structure, name: str | None) -> tuple[UnitView, ...]:
    return tuple(
        UnitView(
            unit.name,
            unit.head,
            unit.about,
            unit.works,
            telephone(unit.phone),
            mail(unit.email),
            _under(structure, unit.name),
        )
        for unit in structure.under.get(name, ())
    )
