"""``feed.xml``: what the agency disclosed and did lately, as an Atom feed (RFC 4287)."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from prongsai.model.agency import Agency
from prongsai.model.news import News, news
from prongsai.model.site import Site
from prongsai.thai.dates import PartialDate, format_date

MAX_ENTRIES: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def identity(agency: Agency, *parts: object) -> UUID:
    """The same identifier for the same thing of the same agency, wherever and whenever it is built."""
    name = "/".join(str(part) for part in (agency.name, agency.district, agency.province, *parts))
    return uuid5(NAMESPACE_URL, f"prongsai:{name}")


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
        _text(entry, "title", _title(each))
        _text(entry, "updated", _stamp(each.date))
        ET.SubElement(
            entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{each.address}"}
        )
        _text(entry, "summary", _summary(each))
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _title(each: News) -> str:
    named = f"{each.code} {each.title}" if each.code else each.title
    return f"{named} (ปีงบประมาณ {each.fiscal_year})"


def _summary(each: News) -> str:
    return "\n".join(f"{format_date(day)}: {text or 'ปรับปรุงข้อมูล'}" for day, text in each.happened)


def _stamp(day: PartialDate) -> str:
    return f"{day.first().isoformat()}T00:00:00+07:00"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)
