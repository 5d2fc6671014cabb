"""How to tell the agency that something of an item is missing or wrong, and how to ask for more."""

from dataclasses import dataclass
from urllib.parse import quote

from prongsai.model.agency import Agency, Channel, ChannelKind
from prongsai.model.contacts import Reach, mail, telephone
from prongsai.model.site import Entry
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.page import Link
from prongsai.pages.reaching import FOR_FAULTS, takes_faults


@dataclass(frozen=True, slots=True)
class Asking:
    """The ways to tell of a fault of one item, and to ask for what isn't shown.

    ``named`` is how to name the item when writing; ``letter`` a mail with that already in it; ``act`` is
    where the way to ask under the Act stands.
    """

    named: str
    channel: Reach | None
    letter: Reach | None
    phone: Reach | None
    information: Reach | None
    channels: Link
    act: str


def asking(edition: Edition, entry: Entry) -> Asking:
    """How to ask about ``entry``."""
    agency = edition.site.agency
    name = f"{entry.code} {entry.item.title_in(edition.lang)} {words.year(entry.fiscal_year, edition.lang)}"
    channel = next((found for kind in FOR_FAULTS if (found := _first(agency, kind))), None)
    information = _first(agency, "information")
    return Asking(
        named=name,
        channel=_reach(channel),
        letter=_letter(agency, edition.t.tell_subject.format(item=name)),
        phone=telephone((channel.phone if channel else None) or agency.phone),
        information=_reach(information),
        channels=Link(
            edition.t.channels, links.CHANNELS if takes_faults(agency) else f"{links.CHANNELS}#tell"
        ),
        act=f"{links.CHANNELS}#information",
    )


def _first(agency: Agency, kind: ChannelKind) -> Channel | None:
    """The first channel of a kind that has an address on the web."""
    return next((one for one in agency.channels if one.kind == kind and one.url), None)


def _reach(channel: Channel | None) -> Reach | None:
    return Reach(channel.title, channel.url) if channel else None


def _letter(agency: Agency, subject: str) -> Reach | None:
    reach = mail(agency.email)
    if reach is None or reach.url is None:
        return None
    return Reach(reach.text, f"{reach.url}?subject={quote(subject)}")
