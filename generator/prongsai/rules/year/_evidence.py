"""Whether an item's evidence is of the time that the item asks for: at most one fault for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from prongsai.model.disclosure import Disclosure, Evidence
from prongsai.model.finding import Severity
from prongsai.model.framework import Framework
from prongsai.model.site import Entry
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence, Loc
from prongsai.rules.year._ask import Ask, ask_of, ask_of_evidence, ask_of_item
from prongsai.rules.years import (
    SURE,
    Named,
    covered,
    half_named,
    last_part,
    mentioned,
    read_name_years,
    read_years,
)

Kind = Literal["other-year", "half", "backwards", "calendar", "implausible", "disagree"]

FAR = 5
"""Years from the fiscal year beyond which nobody can have meant it."""
SUBJECT_TOPICS = frozenset({"news"})
"""Topics whose titles may speak of a year to come: news of next year's tax is this year's news."""
BASIS_TOPICS = frozenset({"ita-implementation", "ita-measures"})
"""Topics that rest on the assessment of the year before, so that its analysis may stand beside the rest."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the time of a piece of evidence, and where that stands.

    ``said`` is the value at fault, ``find`` the words in it, ``years`` the years that it names.
    """

    kind: Kind
    loc: Loc
    said: str
    find: str | None
    years: tuple[int, ...]
    ask: Ask | None
    severity: Severity = "warning"
    confidence: Confidence = "high"


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing that tells a document's time: its title, its name or address, or what the source states."""

    what: Literal["title", "target", "stated"]
    loc: Loc
    said: str
    named: tuple[Named, ...]
    stated: frozenset[int] = frozenset()

    @property
    def years(self) -> frozenset[int]:
        return self.stated or covered(self.named)

    @property
    def all_years(self) -> frozenset[int]:
        return self.stated or mentioned(self.named)

    @property
    def find(self) -> str | None:
        kinds = {named.kind for named in self.named}
        chosen = kinds & SURE or kinds - {"law", "date", "subject", "scheme"}
        return next((named.text for named in self.named if named.kind in chosen), None)


def evidence_faults(context: Context, kind: Kind) -> Iterator[tuple[Entry, Fault]]:
    """The faults of one kind in all items."""
    return ((entry, fault) for entry, fault in _all_faults(context) if fault.kind == kind)


def _all_faults(context: Context) -> tuple[tuple[Entry, Fault], ...]:
    """The faults of all kinds; kept with the context, as a cached property of it would be."""
    kept: tuple[tuple[Entry, Fault], ...] | None = context.__dict__.get(_KEPT)
    if kept is None:
        kept = tuple(
            (entry, fault)
            for year, entry, disclosure in context.disclosed
            if year.framework is not None
            for fault in _item_faults(entry, disclosure, year.framework)
        )
        context.__dict__[_KEPT] = kept
    return kept


_KEPT = "_evidence_faults"


def _item_faults(entry: Entry, disclosure: Disclosure, framework: Framework) -> Iterator[Fault]:
    faults: list[Fault | None] = []
    for index, evidence in enumerate(disclosure.evidence):
        ask = ask_of_evidence(index + 1, entry, framework)
        faults.append(_fault(_signs_of(evidence, ("evidence", index)), ask, entry))
    ask = ask_of_item(entry, framework) if disclosure.documents else None
    for index, title in enumerate(disclosure.documents):
        faults.append(_fault((_Sign("title", ("documents", index), title, read_years(title)),), ask, entry))
    if not any(faults):
        faults.extend(_way_faults(entry, disclosure, framework))
    yield from _unless_both_halves(faults, disclosure)
    for element in entry.item.elements:
        none = entry.proof(element).none
        asked = ask_of((element,), entry, framework) if none else None
        if none and asked:
            loc = ("elements", element.id, "none")
            said = tuple(named for named in read_years(none) if named.kind == "fiscal")
            fault = _other_year((_Sign("title", loc, none, said),), asked, entry)
            if fault:
                yield fault


def _way_faults(entry: Entry, disclosure: Disclosure, framework: Framework) -> Iterator[Fault]:
    """Ways that end at something of another fiscal year."""
    ask = ask_of_item(entry, framework)
    for index, way in enumerate(disclosure.breadcrumbs if ask else ()):
        said = tuple(named for named in read_years(way[-1]) if named.kind in SURE) if way else ()
        fault = ask and _other_year((_Sign("title", ("breadcrumbs", index), way[-1], said),), ask, entry)
        if fault:
            yield replace(fault, confidence="medium")


def _signs_of(evidence: Evidence, loc: Loc) -> tuple[_Sign, ...]:
    target = evidence.url or evidence.file or ""
    stated = ", ".join(map(str, evidence.fiscal_years))
    return (
        _Sign("title", (*loc, "title"), evidence.title, read_years(evidence.title)),
        _Sign("stated", (*loc, "fiscal_years"), stated, (), frozenset(evidence.fiscal_years)),
        _Sign("target", (*loc, "url" if evidence.url else "file"), target, read_name_years(target)),
    )


def _fault(signs: tuple[_Sign, ...], ask: Ask | None, entry: Entry) -> Fault | None:
    """The one fault of a piece of evidence, the gravest first."""
    for sign in signs:
        for named in sign.named:
            if named.backwards and named.kind not in ("law", "date", "subject"):
                return Fault("backwards", sign.loc, sign.said, named.text, named.years, ask)
    if ask is None:
        return _implausible(signs, entry.fiscal_year) or _disagree(signs, ask, entry.fiscal_year)
    return (
        _other_year(signs, ask, entry)
        or _half(signs, ask)
        or _calendar(signs, ask)
        or _disagree(signs, ask, entry.fiscal_year)
    )


def _other_year(signs: tuple[_Sign, ...], ask: Ask, entry: Entry) -> Fault | None:
    several = "multi_year" in ask.covers
    telling = [sign for sign in signs if sign.years]
    wrong = [sign for sign in telling if not (sign.all_years if several else sign.years) & ask.years]
    wrong = [sign for sign in wrong if not _may_stand(sign, entry, ask, len(signs) == 1)]
    right = [sign for sign in telling if sign not in wrong]
    if wrong and right and all(_is_weak(sign) for sign in wrong):
        return None
    if not wrong:
        return None
    sign = wrong[0]
    severity, confidence = _weight(sign, telling, ask)
    years = tuple(sorted(sign.years))
    return Fault("other-year", sign.loc, sign.said, sign.find, years, ask, severity, confidence)


def _weight(sign: _Sign, telling: list[_Sign], ask: Ask) -> tuple[Severity, Confidence]:
    """How grave it is, and how sure."""
    near = sign.years <= {ask.fiscal_year - 1, ask.fiscal_year}
    stated = next((other.stated for other in telling if other.what == "stated"), None)
    contradicted = any(not other.years & sign.years for other in telling)
    if ask.trust == "recalled":
        contradicted = contradicted or bool(stated and not stated & ask.years)
    if _is_weak(sign) or (ask.trust != "sure" and near and not contradicted):
        return "info", "low"
    return "warning", "high" if ask.trust == "sure" and sign.what != "target" else "medium"


def _is_weak(sign: _Sign) -> bool:
    """A Gregorian year or month in a file's name is often only the day on which it was scanned."""
    return sign.what == "target" and all(
        named.kind in ("gregorian", "month", "date", "scheme") for named in sign.named
    )


def _may_stand(sign: _Sign, entry: Entry, ask: Ask, alone: bool) -> bool:
    """Whether a document of another year has its place there."""
    years, year, topic = sign.years, entry.fiscal_year, entry.item.topic
    if topic in SUBJECT_TOPICS and sign.what != "stated" and min(years) > year:
        return not any(named.kind == "fiscal" for named in sign.named)
    return topic in BASIS_TOPICS and alone and years == {year - 1} and "วิเคราะห์" in sign.said


def _half(signs: tuple[_Sign, ...], ask: Ask) -> Fault | None:
    """Half a year where the whole of the year before is asked, or the second half in place of the first."""
    for sign in signs:
        half = half_named(last_part(sign.said) if sign.what == "target" else sign.said)
        if half is None:
            continue
        if ask.only_previous or (half == "second" and ask.covers == {"first_half"}):
            sure: Confidence = "high" if ask.trust == "sure" else "low"
            severity: Severity = "warning" if ask.trust == "sure" else "info"
            return Fault("half", sign.loc, sign.said, None, tuple(sorted(sign.years)), ask, severity, sure)
    return None


def _unless_both_halves(faults: list[Fault | None], disclosure: Disclosure) -> Iterator[Fault]:
    """A half is no fault where the other half stands beside it, unless it is said to show the half asked."""
    titles = (*(evidence.title for evidence in disclosure.evidence), *disclosure.documents)
    both = {half_named(title) for title in titles} >= {"first", "second"}
    for fault in faults:
        if fault is None:
            continue
        meant = fault.ask and fault.ask.tied and not fault.ask.only_previous
        if fault.kind != "half" or meant or not both:
            yield fault


def _calendar(signs: tuple[_Sign, ...], ask: Ask) -> Fault | None:
    """January to December where a fiscal year is asked."""
    if ask.covers == {"multi_year"}:
        return None
    for sign in signs:
        for named in sign.named:
            if named.calendar:
                return Fault("calendar", sign.loc, sign.said, named.text, named.years, ask)
    return None


def _implausible(signs: tuple[_Sign, ...], year: int) -> Fault | None:
    """A single year, said to be the one covered, that lies far ahead; old documents may be in force."""
    for sign in signs:
        years = sign.stated or frozenset(
            year for named in sign.named if named.kind in SURE for year in named.years
        )
        if len(years) == 1 and max(years) > year + FAR:
            return Fault("implausible", sign.loc, sign.said, sign.find, tuple(years), None)
    return None


def _disagree(signs: tuple[_Sign, ...], ask: Ask | None, year: int) -> Fault | None:
    """The title's own fiscal year is another than the source states, or the file's than both."""
    several = ask is not None and "multi_year" in ask.covers
    said = {sign: years for sign in signs if (years := _said(sign, several))}
    by_what = {sign.what: sign for sign in said}
    title, stated, target = (by_what.get(what) for what in ("title", "stated", "target"))
    if title is None or stated is None:
        return None
    agreed = _agree(said[title], said[stated])
    if target is None:
        if agreed:
            return None
        odd = title if year in said[stated] or year not in said[title] else stated
    else:
        with_title, with_stated = _agree(said[title], said[target]), _agree(said[stated], said[target])
        if agreed and (with_title or with_stated):
            return None
        odd = target if agreed else stated if with_title else title
    severity: Severity = "warning" if ask and ask.trust == "sure" and odd is not target else "info"
    confidence: Confidence = "low" if odd is target else "medium"
    told = tuple(sorted(said[odd]))
    return Fault("disagree", odd.loc, odd.said, odd.find, told, ask, severity, confidence)


def _said(sign: _Sign, several: bool) -> frozenset[int]:
    """The years that a sign gives plainly: those stated, a title's fiscal year, a plan's range, a name's."""
    if sign.what == "stated":
        return sign.stated
    kinds = {"fiscal"} if sign.what == "title" else {"fiscal", "year", "plain"}
    years = frozenset(year for named in sign.named if named.kind in kinds for year in named.years)
    return sign.all_years if several and len(sign.all_years) > 1 else years


def _agree(one: frozenset[int], other: frozenset[int]) -> bool:
    """Two ranges agree when they are the same, anything else when it meets."""
    return one == other if min(len(one), len(other)) > 1 else bool(one & other)
