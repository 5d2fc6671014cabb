"""The assessor's sheet as lines, and ``assess.csv``: everything that the page of the sheet says of a year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from prongsai.errors import Lang
from prongsai.model.disclosure import Evidence
from prongsai.model.filing import on_site, whole_address
from prongsai.model.finding import Finding
from prongsai.model.framework import Element
from prongsai.model.site import Entry, Year
from prongsai.report.agency import period
from prongsai.report.receipts import Receipts
from prongsai.report.tables import Cell, listed_period, table

Kind = Literal["item", "element", "evidence", "document", "silenced"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet.

    An item has a line of its own, then one for each element that it must show, each piece of evidence in
    order, each document named without an address and each silenced finding; ``number`` counts from 1 within
    these. A finding about the year as a whole has no ``entry``.
    """

    kind: Kind
    entry: Entry | None = None
    number: int | None = None
    element: Element | None = None
    evidence: Evidence | None = None
    document: str | None = None
    finding: Finding | None = None


def sheet_lines(year: Year, silenced: Iterable[Finding]) -> Iterator[Line]:
    """The lines of a year; of ``silenced`` those that are about it or one of its items."""
    by_item: dict[str | None, list[Finding]] = {}
    for finding in silenced:
        if finding.fiscal_year == year.fiscal_year and finding.silenced:
            known = finding.item if finding.item in year.by_code else None
            by_item.setdefault(known, []).append(finding)
    for entry in year.entries:
        yield from _of_item(entry, by_item.get(entry.code, ()))
    for number, finding in enumerate(by_item.get(None, ()), start=1):
        yield Line("silenced", None, number, finding=finding)


def _of_item(entry: Entry, silenced: Iterable[Finding]) -> Iterator[Line]:
    yield Line("item", entry)
    for number, element in enumerate(entry.item.elements, start=1):
        yield Line("element", entry, number, element=element)
    for number, evidence in enumerate(entry.evidence, start=1):
        yield Line("evidence", entry, number, evidence=evidence)
    for number, document in enumerate(entry.disclosure.documents if entry.disclosure else (), start=1):
        yield Line("document", entry, number, document=document)
    for number, finding in enumerate(silenced, start=1):
        yield Line("silenced", entry, number, finding=finding)


def way_of(entry: Entry, evidence: Evidence) -> tuple[str, ...] | None:
    """The way to a piece of evidence: the one it names, or the only one that its item has."""
    ways = entry.disclosure.breadcrumbs if entry.disclosure else ()
    if evidence.way is not None:
        return ways[evidence.way - 1] if 1 <= evidence.way <= len(ways) else None
    return ways[0] if len(ways) == 1 else None


def shown_elements(entry: Entry, number: int | None) -> tuple[int, ...]:
    """The numbers of the elements that evidence ``number`` shows."""
    elements = enumerate(entry.item.elements, start=1)
    return tuple(place for place, element in elements if number in entry.proof(element).evidence)


_ITEM: Final = (
    "line", "indicator", "sub_indicator", "code", "title", "reported", "shown", "responsible",
    "period_start", "period_end", "period_text", "page", "number", "text",
)  # fmt: skip
_LINE: Final = (
    "elements", "evidence", "none", "covers", "required", "at_least", "min_count",
    "url", "published_as", "breadcrumb", "media_type", "bytes", "sha256",
    "receipt_verdict", "receipt_class", "receipt_reason", "receipt_checked_at", "receipt_last_ok",
    "receipt_final_url", "receipt_copy", "rule", "silenced",
)  # fmt: skip
_WHOLE: Final = ("url_absolute", "page_absolute")
"""``url`` and ``page`` as anybody can open them; empty where nobody said where the site stands."""


def assess_csv(
    year: Year, receipts: Receipts, silenced: Iterable[Finding], site_url: str | None = None
) -> bytes:
    """One row a line; what is known of the item stands in each of its rows."""
    lines = sheet_lines(year, silenced)
    return table((*_ITEM, *_LINE, *_WHOLE), (_row(line, receipts, site_url) for line in lines))


def _row(line: Line, receipts: Receipts, site_url: str | None) -> Sequence[Cell]:
    found = _facts(line, receipts)
    cells = (*_item_cells(line, receipts.lang), *(found.get(name) for name in _LINE))
    if line.entry is None:
        return (*cells, None, None)
    shown = [whole_address(one, site_url) for one in _shown(line, line.entry)]
    urls = "\n".join(filter(None, shown)) if all(shown) else None
    return (*cells, urls, on_site(line.entry.page, site_url))


def _shown(line: Line, entry: Entry) -> Sequence[Evidence]:
    """The evidence whose addresses a line gives: its own, or what shows its element."""
    if line.evidence:
        return (line.evidence,)
    numbers = entry.proof(line.element).evidence if line.element else ()
    return [entry.evidence[number - 1] for number in numbers if number <= len(entry.evidence)]


def _item_cells(line: Line, lang: Lang) -> Sequence[Cell]:
    entry, text = line.entry, _text(line, lang)
    if entry is None:
        return (line.kind, *[None] * 11, line.number, text)
    said = entry.disclosure
    periods = ((said.period,) if said.period else ()) + said.periods if said else ()
    return (
        line.kind,
        entry.indicator.number,
        entry.sub_indicator.number,
        entry.code,
        entry.item.title_in(lang),
        entry.reported,
        entry.shown,
        "; ".join(said.responsible) if said else None,
        *listed_period(*map(period, periods)),
        entry.page,
        line.number,
        text,
    )


def _text(line: Line, lang: Lang) -> str | None:
    if line.element:
        return line.element.text
    if line.evidence:
        return line.evidence.title
    if line.finding:
        return line.finding.message.in_(lang)
    return line.document or (line.entry.item.asks if line.entry else None)


def _facts(line: Line, receipts: Receipts) -> dict[str, Cell]:
    entry = line.entry
    if line.finding:
        return {
            "rule": line.finding.rule,
            "silenced": line.finding.silenced,
            "evidence": line.finding.evidence,
        }
    if entry and line.evidence:
        return _evidence_facts(entry, line.number, line.evidence, receipts)
    if entry and line.element:
        return _element_facts(entry, line.element)
    if entry and line.kind == "item" and entry.disclosure:
        return {"breadcrumb": "\n".join(" > ".join(way) for way in entry.disclosure.breadcrumbs)}
    return {}


def _element_facts(entry: Entry, element: Element) -> dict[str, Cell]:
    proof, shown = entry.proof(element), entry.evidence
    return {
        "evidence": "; ".join(map(str, proof.evidence)),
        "none": proof.none,
        "covers": element.covers,
        "required": "true" if element.required else "false",
        "at_least": "; ".join(element.at_least),
        "min_count": element.min_count,
        "url": "\n".join(shown[number - 1].address for number in proof.evidence if number <= len(shown)),
    }


def _evidence_facts(
    entry: Entry, number: int | None, evidence: Evidence, receipts: Receipts
) -> dict[str, Cell]:
    held, receipt = evidence.held, receipts.shape(evidence.url) if evidence.url else None
    facts: dict[str, Cell] = {
        "elements": "; ".join(map(str, shown_elements(entry, number))),
        "url": evidence.address,
        "published_as": evidence.published_as,
        "breadcrumb": " > ".join(way_of(entry, evidence) or ()),
        "media_type": held.media_type if held else receipt and receipt["media_type"],
        "bytes": held.bytes if held else receipt and receipt["bytes"],
        "sha256": held.sha256 if held else receipt and receipt["sha256"],
    }
    if receipt:
        facts |= {
            "receipt_verdict": receipt["verdict"],
            "receipt_class": receipt["class"],
            "receipt_reason": receipt["reason"],
            "receipt_checked_at": receipt["checked_at"],
            "receipt_last_ok": receipt["last_ok"],
            "receipt_final_url": receipt["final_url"],
            "receipt_copy": receipt["copy"]["address"] if receipt["copy"] else None,
        }
    return facts
