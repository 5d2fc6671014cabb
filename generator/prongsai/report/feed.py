"""``feed.xml``: what the agency disclosed and did lately, as an Atom feed (RFC 4287)."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from prongsai.model.agency import Agency
from prongsai.model.fields import Result
from prongsai.model.measure import Measure
from prongsai.model.site import Entry, Site, Year
from prongsai.thai.dates import PartialDate, format_date

MAX_ENTRIES: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def identity(agency: Agency, *parts: object) -> UUID:
    """The same identifier for the same thing of the same agency, wherever and whenever it is built."""
    name = "/".join(str(part) for part in (agency.name, agency.district, agency.province, *parts))
    return uuid5(NAMESPACE_URL, f"prongsai:{name}")


@dataclass(frozen=True)
class News:
    """Something dated: ``key`` tells it apart, ``address`` is its page from the site's root."""

    key: str
    date: PartialDate
    title: str
    address: str
    summary: str


def news(site: Site) -> tuple[News, ...]:
    """Everything dated, newest first."""
    found = [each for year in site.years for each in _of_year(year)]
    found.sort(key=lambda each: each.key)
    found.sort(key=lambda each: each.date, reverse=True)
    return tuple(found)


def _of_year(year: Year) -> Iterable[News]:
    yield from (found for entry in year.entries if (found := _of_entry(entry)))
    for measure in year.measures.measures if year.measures else ():
        if found := _of_measure(year, measure):
            yield found


def _dated(results: Iterable[Result]) -> list[tuple[PartialDate, str]]:
    return [(each.date, each.text) for each in results if each.date and each.state != "planned"]


def _of_entry(entry: Entry) -> News | None:
    if entry.disclosure is None:
        return None
    happened = _dated(entry.disclosure.results)
    if entry.disclosure.updated:
        happened.append((entry.disclosure.updated, "ปรับปรุงข้อมูล"))
    title = f"{entry.code} {entry.item.title} (ปีงบประมาณ {entry.fiscal_year})"
    return _latest(f"{entry.fiscal_year}/{entry.code}", title, entry.page, happened)


def _of_measure(year: Year, measure: Measure) -> News | None:
    title = f"{measure.title} (ปีงบประมาณ {year.fiscal_year})"
    key = f"{year.fiscal_year}/measures/{measure.id}"
    return _latest(key, title, f"{year.fiscal_year}/measures/", _dated(measure.results))


def _latest(key: str, title: str, address: str, happened: list[tuple[PartialDate, str]]) -> News | None:
    if not happened:
        return None
    happened.sort(key=lambda each: each[0], reverse=True)
    summary = "\n".join(f"{format_date(day)}: {text}" for day, text in happened)
    return News(key, happened[0][0], title, address, summary)


def atom(site: Site, built: int, site_url: str | None = None) -> bytes:
    """The feed; its addresses are relative to it unless ``site_url`` is known."""
    entries = news(site)[:MAX_ENTRIES]
    updated = _stamp(entries[0].date) if entries else datetime.fromtimestamp(built, UTC).isoformat()
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "th"})
    _text(feed, "id", identity(site.agency, "feed").urn)
    _text(feed, "title", f"การเปิดเผยข้อมูลของ{site.agency.name}")
    _text(feed, "updated", updated)
    _text(ET.SubElement(feed, "author"), "name", site.agency.name)
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}feed.xml"})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": base or "./"})
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", identity(site.agency, each.key).urn)
        _text(entry, "title", each.title)
        _text(entry, "updated", _stamp(each.date))
        ET.SubElement(
            entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{each.address}"}
        )
        _text(entry, "summary", each.summary)
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _stamp(day: PartialDate) -> str:
    return f"{day.first().isoformat()}T00:00:00+07:00"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)
