"""What the agency disclosed lately: ``feed.xml`` (Atom, RFC 4287) and ``feed.json`` (JSON Feed 1.1)."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any, Final

from prongsai.model.identity import identity
from prongsai.model.news import News, news
from prongsai.model.site import Site
from prongsai.thai.dates import PartialDate, format_date

MAX_ENTRIES: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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


def json_feed(site: Site, site_url: str | None = None) -> dict[str, Any]:
    """The same for https://jsonfeed.org/version/1.1, which has no relative addresses."""
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"การเปิดเผยข้อมูลของ{site.agency.name}",
        "language": "th",
        "authors": [{"name": site.agency.name}],
    }
    if base:
        found |= {"home_page_url": base, "feed_url": f"{base}feed.json"}
    return {**found, "items": [_item(site, each, base) for each in news(site)[:MAX_ENTRIES]]}


def _item(site: Site, each: News, base: str) -> dict[str, Any]:
    return {
        "id": identity(site.agency, each.key).urn,
        **({"url": f"{base}{each.address}"} if base else {}),
        "title": _title(each),
        "content_text": _summary(each),
        "date_published": _stamp(each.happened[-1][0]),
        "date_modified": _stamp(each.date),
        "tags": [tag for tag in (str(each.fiscal_year), each.code) if tag],
    }


def _title(each: News) -> str:
    named = f"{each.code} {each.title}" if each.code else each.title
    return f"{named} (ปีงบประมาณ {each.fiscal_year})"


def _summary(each: News) -> str:
    return "\n".join(f"{format_date(day)}: {text or 'ปรับปรุงข้อมูล'}" for day, text in each.happened)


def _stamp(day: PartialDate) -> str:
    return f"{day.first().isoformat()}T00:00:00+07:00"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)
