"""What an item shows of the elements that its framework asks for."""

from dataclasses import dataclass

from prongsai.model.disclosure import Disclosure
from prongsai.model.framework import Element
from prongsai.model.site import Entry, Year
from prongsai.rules import eit
from prongsai.rules.context import Context
from prongsai.rules.rule import Loc
from prongsai.source.problems import quoted

_IN_TEXT = ("<a ", "<table", "<img")
"""In the text for citizens: something to look at."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Lacking:
    """Elements of an item: those that nothing shows, those too few of, and those not even said to be nil."""

    entry: Entry
    unshown: tuple[Element, ...] = ()
    few: tuple[Element, ...] = ()
    unsaid: tuple[Element, ...] = ()


def ties_elements(year: Year) -> bool:
    """Whether the agency says in a year which evidence shows which element."""
    return any(
        proof.evidence or proof.none is not None
        for disclosure in year.disclosures.values()
        for proof in disclosure.elements.values()
    )


def is_begun(disclosure: Disclosure) -> bool:
    """Whether anything is said of what was done: a status, something shown, named or told."""
    said = (disclosure.results, disclosure.method, disclosure.documents, disclosure.tables, disclosure.body)
    return disclosure.reported is not None or is_something_shown(disclosure) or any(said)


def is_something_shown(disclosure: Disclosure) -> bool:
    """Whether there is evidence, a statement that there was nothing, or something to see in the text."""
    return (
        bool(disclosure.evidence)
        or any(proof.none is not None for proof in disclosure.elements.values())
        or any(mark in disclosure.html for mark in _IN_TEXT)
    )


def lacking(context: Context, year: Year) -> tuple[Lacking, ...]:
    """What is lacking in the items of a year in which the agency ties elements; each element once."""
    if not ties_elements(year):
        return ()
    without_eit = eit.lacks_address(context, year)
    found = (
        _of(entry, without_eit=without_eit)
        for entry in year.entries
        if entry.disclosure
        and entry.reported in ("done", "in_progress")
        and is_something_shown(entry.disclosure)
    )
    return tuple(each for each in found if each.unshown or each.few or each.unsaid)


def _of(entry: Entry, *, without_eit: bool) -> Lacking:
    """An item's lacking elements; the one of the EIT is left to the channel's rule where that speaks."""
    left = eit.elements_of(entry.item) if without_eit else ()
    few = tuple(element for element in entry.item.elements if _too_few(entry, element))
    missing = tuple(
        element
        for element in entry.item.elements
        if element.required and element not in left and not _is_shown(entry, element)
    )
    if any(element.nil is None and element not in few for element in missing):
        return Lacking(entry, missing, tuple(element for element in few if element not in missing))
    return Lacking(entry, (), few, tuple(element for element in missing if element not in few))


def _is_shown(entry: Entry, element: Element) -> bool:
    proof = entry.proof(element)
    return bool(proof.evidence) or proof.none is not None


def _too_few(entry: Entry, element: Element) -> bool:
    proof = entry.proof(element)
    return (
        element.required
        and element.min_count is not None
        and proof.none is None
        and len(set(proof.evidence)) < element.min_count
    )


def loc_of(entry: Entry, element: Element) -> Loc:
    """The key of an element; where it has none, that of the one before it, or of all elements.

    Where the item has no elements at all, the evidence is the place before which they belong.
    """
    written = entry.disclosure.elements if entry.disclosure else {}
    if not written:
        return ("evidence",)
    before: Loc = ("elements",)
    for each in entry.item.elements:
        if each.id in written:
            before = ("elements", each.id)
        if each == element:
            break
    return before


def named(elements: tuple[Element, ...]) -> str:
    """Elements by their words and ids; of many the first."""
    told = ", ".join(f"{quoted(element.text, 50)} ({element.id})" for element in elements[:_NAMED])
    return told if len(elements) <= _NAMED else f"{told} … +{len(elements) - _NAMED}"
