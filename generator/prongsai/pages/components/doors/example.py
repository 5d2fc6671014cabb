"""Large links with a word on what is behind each."""

from markupsafe import Markup

from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.year import Door


def states() -> States:
    """Each state with its HTML."""
    own = component("doors")
    doors = [
        own.door(Door("ดูทุกข้อของปีงบประมาณ 2567", "2567/"), TO, True),
        own.door(Door(T.assess, "2567/assess/", "35 ข้อ"), TO),
        own.door(Door(T.measures, "2567/measures/", T.nothing_yet), TO),
    ]
    yield (
        "the main one and others",
        Markup('<ul class="pr-doors pr-doors--four">{}</ul>').format(Markup("").join(doors)),
    )
    citizens = [
        own.door(Door(T.channels, "channels/"), TO),
        own.door(Door(T.executives, "2567/o2/", T.executives_door), TO),
    ]
    yield (
        "close: two beside each other on a phone",
        Markup('<ul class="pr-doors pr-doors--close">{}</ul>').format(Markup("").join(citizens)),
    )
