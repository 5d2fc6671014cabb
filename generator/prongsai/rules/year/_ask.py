"""What time an item asks for, and how sure the framework is of it."""

from dataclasses import dataclass, replace
from typing import Literal

from prongsai.errors import Text
from prongsai.model.framework import Covers, Element, Framework
from prongsai.model.site import Entry

_DOUBTED = "ควรเทียบกับคู่มือ"
"""What a pack's note on an item says where the time asked may be a misprint or a slip of memory."""


Trust = Literal["sure", "recalled", "doubted"]


@dataclass(frozen=True, slots=True)
class Ask:
    """The fiscal years that some elements ask for.

    ``years`` are those accepted; ``covers`` the times named; ``fiscal_year`` the one in which it is asked.
    ``trust``: the framework is certain of it, has it from memory, or says that the print is probably wrong.
    ``tied``: the source says which elements the evidence shows.
    """

    years: frozenset[int]
    covers: frozenset[Covers]
    fiscal_year: int
    trust: Trust
    tied: bool = False

    @property
    def only_previous(self) -> bool:
        """Nothing but the whole year before is asked."""
        return self.covers == {"previous"} and self.years == {self.fiscal_year - 1}

    @property
    def text(self) -> Text:
        """The time asked, in words."""
        parts = [_IN_WORDS[cover](self.fiscal_year) for cover in _ORDER if cover in self.covers]
        return Text(" และ".join(part.th for part in parts), " and ".join(part.en for part in parts))


_ORDER: tuple[Covers, ...] = ("previous", "first_half", "current", "multi_year")
_IN_WORDS = {
    "previous": lambda year: Text(f"ปีงบประมาณก่อน ({year - 1})", f"the year before ({year - 1})"),
    "first_half": lambda year: Text(
        f"หกเดือนแรกของปีงบประมาณ {year}", f"the first six months of fiscal year {year}"
    ),
    "current": lambda year: Text(f"ปีงบประมาณ {year}", f"fiscal year {year}"),
    "multi_year": lambda year: Text(
        f"แผนหลายปีที่ครอบคลุมปี {year}", f"a plan of several years that covers {year}"
    ),
}


def ask_of(elements: tuple[Element, ...], entry: Entry, framework: Framework) -> Ask | None:
    """What ``elements`` ask in all; None where they ask for no time.

    An element without a time may be shown by the item's own year or the one before.
    """
    year = entry.fiscal_year
    times = frozenset(element.covers for element in elements if element.covers not in (None, "any"))
    if not times:
        return None
    years = {year - 1 if cover == "previous" else year for cover in times}
    if any(element.covers is None for element in elements):
        years |= {year - 1, year}
    return Ask(frozenset(years), frozenset(filter(None, times)), year, _trust(entry, framework))


def ask_of_item(entry: Entry, framework: Framework) -> Ask | None:
    """What the item asks in all."""
    return ask_of(entry.item.elements, entry, framework)


def ask_of_evidence(number: int, entry: Entry, framework: Framework) -> Ask | None:
    """What the elements ask that the evidence ``number`` (from 1) shows; of evidence for none, the item's."""
    tied = tuple(element for element in entry.item.elements if number in entry.proof(element).evidence)
    if not tied:
        return ask_of_item(entry, framework)
    ask = ask_of(tied, entry, framework)
    return ask and replace(ask, tied=True)


def _trust(entry: Entry, framework: Framework) -> Trust:
    basis = framework.basis.get("elements")
    if basis is not None and basis.certainty == "unsure":
        return "recalled"
    doubted = any(note.about == entry.code and _DOUBTED in note.text for note in framework.notes)
    return "doubted" if doubted else "sure"
