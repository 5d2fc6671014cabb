"""The page of channels, the one for corruption first and on its own."""

from dataclasses import dataclass

from prongsai.model.agency import Agency, ChannelKind
from prongsai.model.contacts import Reach, mail, telephone
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.reaching import (
    INFORMATION_BOARD,
    TOPICS,
    central,
    damrongtham,
    own_item,
    reaches,
    takes_faults,
)
from prongsai.pages.trust import site_data, trust
from prongsai.pages.views import Target

_ORDER: tuple[ChannelKind, ...] = (
    "opinions",
    "questions",
    "information",
    "social",
    "contact",
    "privacy",
    "no_gift",
    "eit",
)

_TELLING = ("contact", "q-and-a", "feedback-channel")
"""The topics whose items may hold a way to tell the agency of something."""


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with its address on the web and its telephone."""

    title: str
    url: str | None
    shown: str | None
    phone: Reach | None


def channels_page(edition: Edition) -> Page:
    """The page of channels."""
    t, agency = edition.t, edition.site.agency
    kinds = [(kind, words.channel(kind, edition.lang), channel_views(edition, kind)) for kind in _ORDER]
    return edition.page(
        links.CHANNELS,
        "channels",
        t.channels,
        f"{t.channels} {agency.name}",
        trail=(edition.home,),
        corruption_title=words.channel("corruption", edition.lang),
        corruption=channel_views(edition, "corruption"),
        corruption_reached=reaches(agency, "corruption"),
        corruption_item=own_item(edition, TOPICS["corruption"]),
        central=central(t),
        # Everybody may ask for information, whether or not the agency gives a channel for it.
        kinds=[(kind, name, found) for kind, name, found in kinds if found or kind == "information"],
        information_reached=reaches(agency, "information"),
        board=INFORMATION_BOARD,
        takes_faults=takes_faults(agency),
        damrongtham=damrongtham(t),
        tell_items=list(filter(None, (own_item(edition, topic) for topic in _TELLING))),
        trust=trust(edition, [], (*site_data(edition)[:1], Target(t.data_channels, "data/channels.csv"))),
        agency=agency,
        phone=telephone(agency.phone),
        email=mail(agency.email),
        website=_website(agency),
    )


def channel_views(edition: Edition, kind: ChannelKind) -> list[ChannelView]:
    """The agency's channels of one kind."""
    return [
        ChannelView(channel.title, channel.url, _shown(channel.url), telephone(channel.phone))
        for channel in edition.site.agency.channels
        if channel.kind == kind
    ]


def _shown(url: str | None) -> str | None:
    """An address as people read it: without the scheme of mail and telephone."""
    if url is None:
        return None
    scheme, _, rest = url.partition(":")
    return rest if scheme.lower() in ("mailto", "tel") else url


def _website(agency: Agency) -> Reach | None:
    return Reach(agency.website, agency.website) if agency.website else None
