"""What a page says of one item, put into words once, whichever page says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Final

from markupsafe import Markup

from prongsai.errors import Lang
from prongsai.model.disclosure import Disclosure, Evidence, Proof
from prongsai.model.fields import Note, Period, Result
from prongsai.model.framework import Element
from prongsai.model.site import Entry, summarise
from prongsai.model.wording import covers
from prongsai.pages import links, words
from prongsai.pages.labels import labels
from prongsai.pages.receipt_views import Record, Visits
from prongsai.pages.words import Sign
from prongsai.thai import dates


@dataclass(frozen=True, slots=True)
class Target:
    """A link: its text, and an address from the site's root (None: text alone)."""

    text: str
    address: str | None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note on the source."""

    about: str
    published: str | None
    mended: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ResultView:
    """What came of an undertaking."""

    text: str
    date: str | None
    state: Sign | None
    by: str | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A piece of evidence: at ``url`` on the web, or the held ``file`` (its address from the site's root).

    ``form`` is in short what a reader gets: kind and size, and of something elsewhere the host. ``sha256`` is
    of the held file, or of what was found at the address.
    """

    number: int
    title: str
    address: str
    url: str | None
    file: str | None
    kind: str
    form: str | None
    years: str | None
    published_as: str | None
    way: str | None
    sha256: str | None
    visits: Visits


@dataclass(frozen=True, slots=True)
class ElementView:
    """Something that an item must show, and what shows it.

    ``runs`` are the numbers of ``evidence`` as they are told, each alone or as first and last.
    """

    text: str
    terms: tuple[str, ...]
    at_least: tuple[str, ...]
    evidence: tuple[int, ...]
    runs: tuple[tuple[int, ...], ...]
    none: str | None
    missing: str | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """An item with all that is disclosed for it; ``official`` is its Thai title beside a translation.

    ``evidence_count`` is None where ``status`` says already that there is none.
    """

    fiscal_year: int
    code: str
    title: str
    official: str | None
    printed_title: str | None
    page: str
    group: str | None
    asks: str | None
    status: Sign
    evidence_count: str | None
    evidence: tuple[EvidenceView, ...]
    elements: tuple[ElementView, ...]
    elements_untied: bool
    documents: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]
    periods: tuple[str, ...]
    responsible: tuple[Target, ...]
    method: tuple[str, ...]
    results: tuple[ResultView, ...]
    updated: str | None
    notes: tuple[NoteView, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group of items is: in words, and as a bar of ``items`` parts.

    ``shown`` of them can be seen; ``told`` are reported and nothing shows them, as ``missing`` says in words.
    ``whole``: all are reported and shown, so that a bar would tell nothing.
    """

    text: str
    evidence: str | None
    missing: str | None
    items: int
    shown: int
    told: int
    whole: bool = False

    @property
    def line(self) -> str:
        """All of it in one line of text."""
        return " · ".join(filter(None, (self.text, self.evidence, self.missing)))


_NOTHING = Disclosure(code="o1")
_RUN: Final = 3
"""From so many numbers on that follow each other, the ends are enough."""


def entry_view(entry: Entry, units: Mapping[str, str], record: Record) -> EntryView:
    """The view of an item; ``units`` gives each unit's address, ``record`` what visits to evidence found."""
    lang = record.lang
    t = labels(lang)
    said = entry.disclosure or _NOTHING
    evidence = tuple(_evidence(number, item, said, record) for number, item in enumerate(said.evidence, 1))
    untied = bool(evidence) and not said.elements
    item = entry.item
    return EntryView(
        fiscal_year=entry.fiscal_year,
        code=entry.code,
        title=item.title_in(lang),
        official=item.title if item.title_in(lang) != item.title else None,
        printed_title=said.title_published or said.title,
        page=entry.page,
        group=item.group,
        asks=item.asks,
        status=status_of(entry, lang),
        evidence_count=None if is_told(entry) else count_evidence(len(evidence), t),
        evidence=evidence,
        elements=tuple(_element(element, entry, untied, t, lang) for element in item.elements),
        elements_untied=untied,
        documents=said.documents,
        ways=said.breadcrumbs,
        periods=periods(said.period, said.periods, lang),
        responsible=tuple(Target(unit, units.get(unit)) for unit in said.responsible),
        method=said.method,
        results=result_views(said.results, lang),
        updated=dates.format_date(said.updated, lang=lang) if said.updated else None,
        notes=note_views(said.notes, lang),
        html=Markup(said.html),
    )


def _evidence(number: int, item: Evidence, said: Disclosure, record: Record) -> EvidenceView:
    lang, held = record.lang, item.held
    t = labels(lang)
    kind = t.external
    if held:
        kind = f"{t.held} · {words.media(held.media_type, held.address)} · {words.size(held.bytes, lang)}"
    visits = record.visits(item.url) if item.url else Visits()
    found = visits.receipt.sha256 if visits.receipt else None
    years = ", ".join(map(str, item.fiscal_years))
    many = len(said.breadcrumbs) > 1 and item.way is not None
    return EvidenceView(
        number=number,
        title=item.title,
        address=item.address,
        url=item.url.replace(" ", "%20") if item.url else None,
        file=held.address if held else None,
        kind=kind,
        form=_form(item, record),
        years=t.of_years.format(years=years) if years else None,
        published_as=item.published_as,
        way=t.way_number.format(number=item.way) if many else None,
        sha256=held.sha256 if held else found,
        visits=visits,
    )


def _form(item: Evidence, record: Record) -> str | None:
    """What opens behind a link, as far as somebody has seen it."""
    lang, held = record.lang, item.held
    t = labels(lang)
    if held:
        return _whole(f"{words.media(held.media_type, held.address)} {words.size(held.bytes, lang)}")
    if item.url is None:
        return None
    receipt = record.receipts.get(item.url)
    kind, size = t.external, None
    if receipt and receipt.judgement == "pass":
        page = receipt.media_type == "text/html"
        kind = t.web_page if page else words.found_kind(receipt.media_type) or kind
        size = words.size(receipt.bytes, lang) if receipt.bytes and not page else None
    return " ".join(filter(None, (_whole(f"{kind} {size}") if size else kind, links.host_of(item.url))))


def _whole(text: str) -> str:
    """Words that stay on one line: a number without its unit says nothing."""
    return text.replace(" ", "\u00a0")


def _runs(numbers: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Numbers as people say them: three or more that follow each other by the first and the last."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(
        run
        for group in groups
        for run in ([(group[0], group[-1])] if len(group) >= _RUN else [(number,) for number in group])
    )


def _element(element: Element, entry: Entry, untied: bool, t: SimpleNamespace, lang: Lang) -> ElementView:
    proof = entry.proof(element)
    terms = [covers(element, entry.fiscal_year, lang)]
    if not element.required:
        terms.append(t.optional)
    if element.min_count:
        terms.append(t.min_count.format(count=element.min_count))
    if element.nil and proof.none is None:
        terms.append(t.nil_allowed.format(nil=element.nil))
    return ElementView(
        text=element.text,
        terms=tuple(filter(None, terms)),
        at_least=element.at_least,
        evidence=proof.evidence,
        runs=_runs(proof.evidence),
        none=proof.none,
        missing=_missing(proof, entry, untied, t),
    )


def _missing(proof: Proof, entry: Entry, untied: bool, t: SimpleNamespace) -> str | None:
    if proof.evidence or proof.none is not None or untied or not entry.evidence:
        return None
    return str(t.not_tied)


def count_evidence(count: int, t: SimpleNamespace) -> str:
    """How much evidence there is, in words."""
    return str(t.count_evidence.format(count=count) if count else t.no_evidence_short)


def periods(single: Period | None, many: tuple[Period, ...], lang: Lang) -> tuple[str, ...]:
    """The periods of an item in words."""
    return tuple(filter(None, (words.period(period, lang) for period in (single, *many))))


def note_views(notes: tuple[Note, ...], lang: Lang) -> tuple[NoteView, ...]:
    """Notes with what they are about in words."""
    return tuple(NoteView(words.about(n.about, lang), n.published, n.mended, n.reason) for n in notes)


def result_views(results: tuple[Result, ...], lang: Lang) -> tuple[ResultView, ...]:
    """Results with their dates and states in words."""
    t = labels(lang)
    return tuple(
        ResultView(
            result.text,
            dates.format_date(result.date, lang=lang) if result.date else None,
            words.state(result.state, lang) if result.state else None,
            t.by.format(by=result.by) if result.by else None,
        )
        for result in results
    )


def progress(entries: tuple[Entry, ...], lang: Lang) -> Progress:
    """How far the items are together."""
    t, counts = labels(lang), summarise(entries)
    shown = sum(entry.shown != "none" for entry in entries)
    told = sum(map(is_told, entries))
    whole = bool(entries) and counts.done == shown == counts.items
    evidence = t.with_evidence.format(count=counts.with_evidence) if counts.with_evidence else None
    return Progress(
        (t.progress_whole if whole else t.progress).format(done=counts.done, items=counts.items),
        t.with_evidence_all if whole and counts.with_evidence == counts.items else evidence,
        t.progress_told.format(count=told) if told else None,
        counts.items,
        shown,
        told,
        whole,
    )


def is_told(entry: Entry) -> bool:
    """Whether an item is reported as done while nothing shows it."""
    return entry.reported == "done" and entry.shown == "none"


def status_of(entry: Entry, lang: Lang) -> Sign:
    """How an item stands: what the agency says of it, apart where nothing bears it out."""
    return words.told(lang) if is_told(entry) else words.reported(entry.reported, lang)


def status_counts(entries: tuple[Entry, ...], lang: Lang) -> tuple[tuple[Sign, int], ...]:
    """The number of items of each status that occurs, in the order of how far they are."""
    found = [status_of(entry, lang) for entry in entries]
    done, *rest = (
        words.reported(status, lang)
        for status in ("done", "in_progress", "not_started", "not_applicable", None)
    )
    return tuple((sign, found.count(sign)) for sign in (done, words.told(lang), *rest) if sign in found)


def uneven_counts(entries: tuple[Entry, ...], lang: Lang) -> tuple[tuple[Sign, int], ...]:
    """The number of items of each status; nothing where all are reported, as the line of progress says so."""
    done = all(entry.reported == "done" for entry in entries)
    return () if done else status_counts(entries, lang)


def item_link(view: EntryView) -> Target:
    """The link to an item's page, by code and title."""
    return Target(f"{view.code} {view.title}", view.page)


def unit_address(anchor: str) -> str:
    """Where a unit stands on the page of units."""
    return f"{links.UNITS}#{anchor}"
