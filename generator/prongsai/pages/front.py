"""The agency's front page: whose site it is, how to reach it, its newest year and what is new."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from prongsai.model.agency import Agency, Channel, ChannelKind
from prongsai.model.contacts import Reach, mail, telephone
from prongsai.model.news import news
from prongsai.pages import links, words
from prongsai.pages.changes import change_views
from prongsai.pages.edition import Edition
from prongsai.pages.item import executives_door
from prongsai.pages.page import Page
from prongsai.pages.qr import qr_code
from prongsai.pages.reaching import TOPICS, Central, central, is_reached, own_item
from prongsai.pages.standing import standing
from prongsai.pages.trust import site_data, year_trust
from prongsai.pages.views import Target, progress, uneven_counts
from prongsai.pages.year import Door, data_files, groups_of, unknown_framework, year_reports
from prongsai.thai.digits import to_arabic

MOST_NEWS: Final = 5
_BANNERS: Final[tuple[ChannelKind, ...]] = ("corruption", "eit", "no_gift", "privacy")


@dataclass(frozen=True, slots=True)
class Banner:
    """One of the channels that everybody must find: always there, in words that hold for what is given.

    ``missing``: the agency gives no way there. ``item`` is then its own item on the matter, and ``central``
    who else takes complaints.
    """

    kind: str
    title: str
    why: str
    url: str | None = None
    address: str | None = None
    phone: Reach | None = None
    code: Markup | None = None
    missing: bool = False
    item: Target | None = None
    central: tuple[Central, ...] = ()


def front_page(edition: Edition) -> Page:
    """The front page."""
    t, agency, year = edition.t, edition.site.agency, edition.site.newest
    name = words.year(year.fiscal_year, edition.lang)
    return edition.page(
        links.FRONT,
        "front",
        agency.name,
        f"{agency.name}: {t.front_lead}",
        year=year.fiscal_year,
        agency=agency,
        place=place(edition),
        year_name=name,
        over=standing(edition.site, year.fiscal_year, None, edition.publication.day),
        unknown=unknown_framework(edition, year),
        groups=groups_of(edition, year),
        progress=progress(year.entries, edition.lang),
        counts=uneven_counts(year.entries, edition.lang),
        see_year=Door(t.see_year.format(year=year.fiscal_year), links.year(year.fiscal_year))
        if year.framework
        else Door(name, links.year(year.fiscal_year)),
        reports=year_reports(edition, year),
        years=_years(edition),
        banners=[_banner(edition, kind) for kind in _BANNERS],
        news=change_views(edition, news(edition.site), MOST_NEWS),
        all_news=links.part(year.fiscal_year, "changes"),
        trust=year_trust(edition, year, (*data_files(edition, year, "oit"), *site_data(edition)[:1])),
        phone=telephone(agency.phone),
        email=mail(agency.email),
        ways=[
            Door(t.channels, links.CHANNELS),
            *executives_door(edition),
            Door(t.topics, links.TOPICS),
            Door(t.units, links.UNITS),
        ],
    )


def place(edition: Edition) -> str:
    """Where the agency is, in words."""
    t, agency = edition.t, edition.site.agency
    parts = (
        (t.subdistrict, agency.subdistrict),
        (t.district, agency.district),
        (t.province, agency.province),
    )
    return " ".join(label.format(name=name) for label, name in parts if name)


def _banner(edition: Edition, kind: ChannelKind) -> Banner:
    t, channel = edition.t, newest_channel(edition.site.agency, kind, edition.site.newest.fiscal_year)
    title, why = {
        "corruption": (t.banner_corruption, t.banner_corruption_why),
        "eit": (t.banner_eit, t.banner_eit_why),
        "no_gift": (t.banner_no_gift, t.banner_no_gift_why),
        "privacy": (t.banner_privacy, t.banner_privacy_why),
    }[kind]
    if channel is None or not is_reached(channel):
        return _missing(edition, kind, title)
    code = qr_code(channel.url, channel.title) if kind == "eit" and channel.url else None
    return Banner(
        kind,
        title,
        t.banner_eit_click if kind == "eit" and code is None else why,
        channel.url,
        f"{links.CHANNELS}#{kind}",
        telephone(channel.phone),
        code,
    )


def _missing(edition: Edition, kind: ChannelKind, title: str) -> Banner:
    """What stands for a channel of which nothing is given: no promise, but a way to what there is."""
    t, item = edition.t, own_item(edition, TOPICS.get(kind))
    if kind == "corruption":
        address = f"{links.CHANNELS}#{kind}"
        return Banner(
            kind,
            title,
            t.banner_corruption_missing,
            address=address,
            missing=True,
            item=item,
            central=central(t),
        )
    if kind == "eit":
        return Banner(kind, title, t.banner_eit_missing, missing=True)
    if item is None:
        return Banner(kind, title, t.banner_none, missing=True)
    return Banner(kind, title, t.banner_item.format(item=item.text), address=item.address, missing=True)


def newest_channel(agency: Agency, kind: ChannelKind, fiscal_year: int) -> Channel | None:
    """The channel of a kind, best one that leads anywhere: whose title names the year, else the first."""
    named = [channel for channel in agency.channels if channel.kind == kind]
    found = list(filter(is_reached, named)) or named
    of_year = (channel for channel in found if str(fiscal_year) in to_arabic(channel.title))
    return next(of_year, found[0] if found else None)


def _years(edition: Edition) -> list[tuple[Target, str]]:
    t = edition.t
    return [
        (
            Target(words.year(year.fiscal_year, edition.lang), links.year(year.fiscal_year)),
            progress(year.entries, edition.lang).line if year.framework else t.framework_short,
        )
        for year in edition.site.years
    ]
