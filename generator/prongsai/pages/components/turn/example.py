"""The page before and the page after."""

from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.page import Link


def states() -> States:
    """Each state with its HTML."""
    own = component("turn")
    before, after = Link("o1 โครงสร้าง", "2567/o1/"), Link("o3 อำนาจหน้าที่", "2567/o3/")
    yield "both", own.turn_links(before, after, TO, T)
    yield "the last", own.turn_links(before, None, TO, T)
