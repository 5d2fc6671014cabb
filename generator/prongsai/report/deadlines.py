"""``deadlines.ics`` and a calendar for each unit (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from prongsai.errors import Text
from prongsai.model.deadlines import Span, deadlines, unit_deadlines
from prongsai.model.identity import identity, unit_calendar
from prongsai.model.site import Site

_NAME: Final = Text("กำหนดการ ITA: {agency}", "ITA dates: {agency}")


def calendar_files(site: Site, built: int, site_url: str | None = None) -> dict[str, bytes]:
    """The agency's calendar and those of its units, by address."""
    units = {
        unit_calendar(unit): calendar(site, f"{unit}: {site.agency.name}", spans, built, site_url)
        for unit, spans in unit_deadlines(site).items()
    }
    return {"deadlines.ics": ics(site, built, site_url), **units}


def ics(site: Site, built: int, site_url: str | None = None) -> bytes:
    """The agency's calendar."""
    name = _NAME.in_(site.agency.language).format(agency=site.agency.name)
    return calendar(site, name, deadlines(site), built, site_url)


def calendar(site: Site, name: str, spans: Iterable[Span], built: int, site_url: str | None) -> bytes:
    """A calendar of whole days that take up nobody's time, in the language of the site."""
    found = Calendar()
    found.add("prodid", "-//Prongsai//Deadlines//TH")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", name)
    stamp = datetime.fromtimestamp(built, UTC)
    for span in spans:
        found.add_component(_event(site, span, stamp, site_url))
    text: bytes = found.to_ical()
    return text


def _event(site: Site, span: Span, stamp: datetime, site_url: str | None) -> Event:
    event = Event()
    event.add("uid", str(identity(site.agency, span.key)))
    event.add("dtstamp", stamp)
    lang = site.agency.language
    event.add("summary", span.title_in(lang))
    event.add("dtstart", span.first)
    event.add("dtend", span.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if span.caution:
        event.add("description", span.caution.in_(lang))
    if site_url:
        event.add("url", f"{site_url.rstrip('/')}/{span.address}")
    return event
