"""Channels by which the agency is reached, the one for corruption apart."""

from prongsai.model.contacts import telephone
from prongsai.pages.channels import ChannelView
from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.reaching import central
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("channels")
    many = [
        ChannelView(
            "แจ้งเบาะแสทุจริต",
            "https://www.example.invalid/report",
            "www.example.invalid/report",
            telephone("0 2123 4568"),
        ),
        ChannelView("เฟซบุ๊กของเทศบาล", None, None, None),
    ]
    yield "channels", own.channel_list(many, T)
    everywhere = central(T)
    item = Target("o29 ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", "2567/o29/")
    yield (
        "corruption",
        own.corruption_section(T.banner_corruption, many[:1], True, item, everywhere, TO, T),
    )
    yield (
        "corruption, none given",
        own.corruption_section(T.banner_corruption, [], False, item, everywhere, TO, T),
    )
    yield "national bodies in short", own.central_short(everywhere, T)
