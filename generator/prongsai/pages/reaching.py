"""Where people turn: whether the agency can be reached, its own item on the matter, and bodies above it."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Final

from prongsai.model.agency import Agency, Channel, ChannelKind
from prongsai.model.contacts import Reach
from prongsai.pages import words
from prongsai.pages.edition import Edition
from prongsai.pages.views import Target

TOPICS: Final[dict[ChannelKind, str]] = {
    "corruption": "complaint-channel",
    "no_gift": "no-gift-policy",
    "privacy": "privacy-policy",
}
"""The topic of the item that tells of a kind of channel."""
FOR_FAULTS: Final[tuple[ChannelKind, ...]] = ("opinions", "questions", "contact")
"""Where to tell of what is missing; that accuses nobody, so it has no place in the corruption channel."""
INFORMATION_BOARD: Final = Reach("www.oic.go.th", "https://www.oic.go.th")
"""To whom one complains when information is refused (Official Information Act, B.E. 2540, section 13)."""


@dataclass(frozen=True, slots=True)
class Central:
    """A body of the state that takes complaints about any agency."""

    short: str
    name: str
    phone: Reach
    website: Reach | None


def central(t: SimpleNamespace) -> tuple[Central, ...]:
    """The bodies that take complaints from everybody."""
    nacc = Reach("www.nacc.go.th", "https://www.nacc.go.th")
    return (
        Central(t.central_nacc, t.central_nacc_name, _hotline("1205"), nacc),
        Central(t.central_pacc, t.central_pacc_name, _hotline("1206"), None),
        damrongtham(t),
    )


def damrongtham(t: SimpleNamespace) -> Central:
    """The one that takes complaints about anything."""
    return Central(t.central_damrongtham, t.central_damrongtham_name, _hotline("1567"), None)


def _hotline(number: str) -> Reach:
    return Reach(number, f"tel:{number}")


def is_reached(channel: Channel) -> bool:
    """Whether a channel leads anywhere: some are named, and no more."""
    return bool(channel.url or channel.phone)


def reaches(agency: Agency, *kinds: ChannelKind) -> bool:
    """Whether any channel of these kinds leads anywhere."""
    return any(is_reached(one) for one in agency.channels if one.kind in kinds)


def takes_faults(agency: Agency) -> bool:
    """Whether one can tell the agency of anything: by a channel, by telephone or by mail."""
    return bool(agency.phone or agency.email) or reaches(agency, *FOR_FAULTS)


def own_item(edition: Edition, topic: str | None) -> Target | None:
    """The newest item of a topic, its year named where that isn't the newest one."""
    found = edition.site.by_topic.get(topic, ()) if topic else ()
    if not found:
        return None
    entry = found[0]
    name = f"{entry.code} {entry.item.title_in(edition.lang)}"
    if entry.fiscal_year != edition.site.newest.fiscal_year:
        name = f"{name} ({words.year(entry.fiscal_year, edition.lang)})"
    return Target(name, entry.page)
