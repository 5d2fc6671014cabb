"""Cards: of an item, of an item in one year of its topic, of a topic."""

from markupsafe import Markup

from prongsai.pages.components.sample import TO, States, T, item
from prongsai.pages.edition import component
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("card")
    cards = [own.item_card(item("o2"), TO, T), own.item_card(item("o4"), TO, T)]
    yield "items", Markup('<ul class="pr-cards">{}</ul>').format(Markup("").join(cards))
    yield "an item in a year of its topic", own.year_card("ปีงบประมาณ 2567", item("o2"), TO, T)
    topic = own.topic_card(
        Target("โครงสร้างหน่วยงาน", "topics/structure/"), "ใครทำงานอยู่ส่วนไหน", [(2567, item("o1"))], TO
    )
    yield "a topic", Markup('<ul class="pr-cards pr-cards--grid pr-cards--topics">{}</ul>').format(topic)
