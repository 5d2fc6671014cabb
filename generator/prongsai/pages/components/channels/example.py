"""Channels by which the agency is reached, the one for corruption apart."""

from prongsai.model.contacts import telephone
from prongsai.pages.channels import ChannelView
from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


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
    yield "corruption", own.corruption_section(T.banner_corruption, many[:1], T)
    yield "corruption, none given", own.corruption_section(T.banner_corruption, [], T)
