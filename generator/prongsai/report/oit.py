"""``oit.json``: a year's public disclosure, item by item."""

from dataclasses import asdict
from typing import cast

from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure, Evidence
from prongsai.model.site import Entry, Year
from prongsai.report import shapes
from prongsai.report.agency import agency_name, notes, period, results
from prongsai.report.jsontext import iso
from prongsai.report.receipts import Receipts

_NOTHING = Disclosure(code="o1")


def oit_file(agency: Agency, year: Year, receipts: Receipts) -> shapes.Oit:
    """The whole year; every item of the framework, whether or not anything is reported for it."""
    return {
        "format": "prongsai/oit/1",
        "agency": agency_name(agency),
        "fiscal_year": year.fiscal_year,
        "framework": year.framework.framework if year.framework else None,
        "summary": cast(shapes.Summary, asdict(year.summary)),
        "items": [_item(entry, receipts) for entry in year.entries],
        "notes": notes(year.settings.notes),
    }


def printed_title(entry: Entry) -> str | None:
    """The title as the agency prints it, where it differs (spaces apart) from the official one."""
    if entry.disclosure is None:
        return None
    printed = entry.disclosure.title_published or entry.disclosure.title
    if printed is None or _spaceless(printed) == _spaceless(entry.item.title):
        return None
    return printed


def _spaceless(text: str) -> str:
    return "".join(text.split())


def _item(entry: Entry, receipts: Receipts) -> shapes.Item:
    disclosure = entry.disclosure or _NOTHING
    periods = [found for each in disclosure.periods if (found := period(each))]
    return {
        "code": entry.code,
        "code_published": disclosure.code_published,
        "title": entry.item.title,
        "title_published": printed_title(entry),
        "topic": entry.item.topic,
        "indicator": entry.indicator.number,
        "sub_indicator": entry.sub_indicator.number,
        "group": entry.item.group,
        "page": entry.page,
        "reported": entry.reported,
        "shown": entry.shown,
        "updated": iso(disclosure.updated),
        "responsible": list(disclosure.responsible),
        "period": period(disclosure.period),
        "periods": periods,
        "breadcrumbs": [list(way) for way in disclosure.breadcrumbs],
        "method": list(disclosure.method),
        "results": results(disclosure.results),
        "elements": _elements(entry),
        "evidence": [_evidence(each, receipts) for each in disclosure.evidence],
        "documents": [{"title": title} for title in disclosure.documents],
        "notes": notes(disclosure.notes),
    }


def _elements(entry: Entry) -> list[shapes.Element]:
    return [
        {
            "id": element.id,
            "text": element.text,
            "covers": element.covers,
            "required": element.required,
            "at_least": list(element.at_least),
            "min_count": element.min_count,
            "evidence": [number - 1 for number in proof.evidence],
            "none": proof.none,
        }
        for element in entry.item.elements
        for proof in (entry.proof(element),)
    ]


def _evidence(evidence: Evidence, receipts: Receipts) -> shapes.Evidence:
    held = evidence.held
    return {
        "title": evidence.title,
        "url": evidence.address,
        "published_as": evidence.published_as,
        "way": None if evidence.way is None else evidence.way - 1,
        "fiscal_years": list(evidence.fiscal_years),
        "media_type": held.media_type if held else None,
        "bytes": held.bytes if held else None,
        "sha256": held.sha256 if held else None,
        "receipt": receipts.shape(evidence.url) if evidence.url else None,
    }
