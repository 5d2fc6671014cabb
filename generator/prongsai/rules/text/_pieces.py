"""The texts of the sources, each with its place and what it is there for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from prongsai.model.disclosure import Disclosure
from prongsai.model.fields import Result
from prongsai.model.measure import Guidance, Measure, MeasuresReport
from prongsai.model.site import Entry, Year
from prongsai.rules.context import Context
from prongsai.rules.rule import Hit, Loc

Role = Literal["result", "action", "method", "body", "title", "name", "way", "advice", "plan"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a source.

    ``role``: what was done (``result``; ``action`` in guidance), how (``method``), the text for citizens
    (``body``), a title of evidence, a document or a measure (``title``), a unit, position or channel
    (``name``), a menu (``way``), a recommendation (``advice``), what is to be reported (``plan``).
    ``unit``: the item or measure, within which a rule speaks once. ``done``: a result is expected;
    ``state``: a result's own.
    """

    source: str
    loc: Loc
    text: str
    role: Role
    unit: str
    fiscal_year: int | None = None
    item: str | None = None
    done: bool = False
    state: str | None = None

    def hit(self, find: str | None, **values: object) -> Hit:
        """A hit at this text, on the words ``find``."""
        return Hit(self.source, self.loc, find, values=values, fiscal_year=self.fiscal_year, item=self.item)


@dataclass(frozen=True, slots=True)
class _At:
    """Where the pieces of one item or measure stand."""

    source: str
    unit: str
    fiscal_year: int | None = None
    item: str | None = None
    done: bool = False

    def one(self, loc: Loc, text: str | None, role: Role, state: str | None = None) -> Iterator[Piece]:
        if text:
            yield Piece(
                self.source, loc, text, role, self.unit, self.fiscal_year, self.item, self.done, state
            )

    def each(self, loc: Loc, texts: Iterable[str], role: Role) -> Iterator[Piece]:
        for number, text in enumerate(texts):
            yield from self.one((*loc, number), text, role)

    def results(self, loc: Loc, results: Iterable[Result]) -> Iterator[Piece]:
        for number, result in enumerate(results):
            yield from self.one((*loc, number, "text"), result.text, "result", result.state)
            yield from self.one((*loc, number, "by"), result.by, "name")


_KEPT = "_text_pieces"


def all_pieces(context: Context) -> tuple[Piece, ...]:
    """Every text of the sources, notes and reasons apart: they speak of what was printed."""
    return tuple(piece for pieces in _by_year(context).values() for piece in pieces)


def year_pieces(context: Context, year: Year) -> tuple[Piece, ...]:
    """Every text of a year."""
    return _by_year(context)[year.fiscal_year]


def _by_year(context: Context) -> dict[int, tuple[Piece, ...]]:
    """Every text by year, the agency's under 0; kept with the context, as its cached properties are."""
    kept: dict[int, tuple[Piece, ...]] | None = vars(context).get(_KEPT)
    if kept is None:
        kept = {year.fiscal_year: tuple(_year(context, year)) for year in context.site.years}
        kept[0] = tuple(_agency(context))
        vars(context)[_KEPT] = kept
    return kept


def _year(context: Context, year: Year) -> Iterator[Piece]:
    yield from _analysis(context, year)
    for entry in year.entries:
        if entry.disclosure is not None:
            yield from _item(context, entry, entry.disclosure)
    if year.measures is not None:
        yield from _measures(context, year, year.measures)


def _item(context: Context, entry: Entry, said: Disclosure) -> Iterator[Piece]:
    at = _At(context.item_source(entry), entry.code, entry.fiscal_year, entry.code, said.reported == "done")
    yield from at.each(("responsible",), said.responsible, "name")
    for number, way in enumerate(said.breadcrumbs):
        yield from at.one(("breadcrumbs", number), " > ".join(way), "way")
    yield from at.each(("method",), said.method, "method")
    yield from at.results(("results",), said.results)
    for id_, proof in said.elements.items():
        yield from at.one(("elements", id_, "none"), proof.none, "body")
    for number, evidence in enumerate(said.evidence):
        yield from at.one(("evidence", number, "title"), evidence.title, "title")
    yield from at.each(("documents",), said.documents, "title")
    yield from at.one(("body",), said.body, "body")


def _measures(context: Context, year: Year, report: MeasuresReport) -> Iterator[Piece]:
    source = context.measures_source(year)
    for number, measure in enumerate(report.measures):
        done = measure.stage != "recommended"
        at = _At(source, f"measure {measure.id}", year.fiscal_year, None, done)
        yield from _measure(at, ("measures", number), measure)
    for number, guidance in enumerate(report.guidance):
        at = _At(source, f"guidance {number}", year.fiscal_year, None, guidance.reported == "done")
        yield from _guidance(at, ("guidance", number), guidance)


def _measure(at: _At, loc: Loc, measure: Measure) -> Iterator[Piece]:
    yield from at.one((*loc, "title"), measure.title, "title")
    yield from at.one((*loc, "group"), measure.group, "title")
    yield from at.one((*loc, "issue"), measure.issue, "method")
    yield from at.each((*loc, "approach"), measure.approach, "method")
    yield from at.each((*loc, "steps"), measure.steps, "method")
    for number, report in enumerate(measure.reporting):
        yield from at.one((*loc, "reporting", number, "text"), report.text, "plan")
    yield from at.each((*loc, "responsible"), measure.responsible, "name")
    yield from at.results((*loc, "results"), measure.results)
    yield from at.each((*loc, "outcomes"), measure.outcomes, "plan")
    yield from at.each((*loc, "recommendations"), measure.recommendations, "advice")


def _guidance(at: _At, loc: Loc, guidance: Guidance) -> Iterator[Piece]:
    yield from at.one((*loc, "name"), guidance.name, "title")
    yield from at.each((*loc, "guidance"), guidance.guidance, "advice")
    yield from at.each((*loc, "responsible"), guidance.responsible, "name")
    yield from at.each((*loc, "actions"), guidance.actions, "action")


def _analysis(context: Context, year: Year) -> Iterator[Piece]:
    if year.settings.scores is None:
        return
    at = _At(context.year_source(year), "scores", year.fiscal_year)
    loc = ("scores", "analysis", "improve")
    for number, improvement in enumerate(year.settings.scores.analysis.improve):
        yield from at.one((*loc, number, "issue"), improvement.issue, "advice")
        yield from at.one((*loc, number, "text"), improvement.text, "advice")


def _agency(context: Context) -> Iterator[Piece]:
    agency = context.site.agency
    at = _At(context.agency_source, "agency")
    yield from at.one(("address",), agency.address, "name")
    for number, channel in enumerate(agency.channels):
        yield from at.one(("channels", number, "title"), channel.title, "title")
    for number, person in enumerate(agency.executives):
        yield from at.one(("executives", number, "position"), person.position, "name")
