"""What the agency disclosed lately: ``feed.xml`` (Atom, RFC 4287) and ``feed.json`` (JSON Feed 1.1)."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.model.identity import identity
from prongsai.model.news import News, news
from prongsai.model.site import Site
from prongsai.thai.dates import PartialDate, format_date

MAX_ENTRIES: Final = 50
_ATOM: Final = "http://www.w3.org/2005/Atom"
_FEED: Final = Text("การเปิดเผยข้อมูลของ{agency}", "Public disclosure: {agency}")
_OF_YEAR: Final = Text("{title} (ปีงบประมาณ {year})", "{title} (fiscal year {year})")
_BROUGHT_UP_TO_DATE: Final = Text("ปรับปรุงข้อมูล", "Brought up to date")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def atom(site: Site, built: int, site_url: str | None = None) -> bytes:
    """The feed; its addresses are relative to it unless ``site_url`` is known."""
    entries = news(site)[:MAX_ENTRIES]
    updated = _stamp(entries[0].date) if entries else datetime.fromtimestamp(built, UTC).isoformat()
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    lang = site.agency.language
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _text(feed, "id", identity(site.agency, "feed").urn)
    _text(feed, "title", _FEED.in_(lang).format(agency=site.agency.name))
    _text(feed, "updated", updated)
    _text(ET.SubElement(feed, "author"), "name", site.agency.name)
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}feed.xml"})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": base or "./"})
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", identity(site.agency, each.key).urn)
        _text(entry, "title", _title(site, each))
        _text(entry, "updated", _stamp(each.date))
        ET.SubElement(
            entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{each.address}"}
        )
        _text(entry, "summary", _summary(each, lang))
    ET.indent(feed, " ")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def json_feed(site: Site, site_url: str | None = None) -> dict[str, Any]:
    """The same for https://jsonfeed.org/version/1.1, which has no relative addresses."""
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _FEED.in_(site.agency.language).format(agency=site.agency.name),
        "language": site.agency.language,
        "authors": [{"name": site.agency.name}],
    }
    if base:
        found |= {"home_page_url": base, "feed_url": f"{base}feed.json"}
    return {**found, "items": [_item(site, each, base) for each in news(site)[:MAX_ENTRIES]]}


def _item(site: Site, each: News, base: str) -> dict[str, Any]:
    return {
        "id": identity(site.agency, each.key).urn,
        **({"url": f"{base}{each.address}"} if base else {}),
        "title": _title(site, each),
        "content_text": _summary(each, site.agency.language),
        "date_published": _stamp(each.happened[-1][0]),
        "date_modified": _stamp(each.date),
        "tags": [tag for tag in (str(each.fiscal_year), each.code) if tag],
    }


def _title(site: Site, each: News) -> str:
    """What happened to what, in the language of the site; what somebody called a measure stays as it is."""
    lang = site.agency.language
    item = site.by_year[each.fiscal_year].by_code[each.code].item if each.code else None
    title = f"{each.code} {item.title_in(lang)}" if item else each.title
    return _OF_YEAR.in_(lang).format(title=title, year=each.fiscal_year)


def _summary(each: News, lang: Lang) -> str:
    told = _BROUGHT_UP_TO_DATE.in_(lang)
    return "\n".join(f"{format_date(day, lang=lang)}: {text or told}" for day, text in each.happened)


def _stamp(day: PartialDate) -> str:
    return f"{day.first().isoformat()}T00:00:00+07:00"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)
