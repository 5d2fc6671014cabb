"""How a year stands: over, and where a newer one is."""

from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.page import Link
from prongsai.pages.standing import Standing


def states() -> States:
    """Each state with its HTML."""
    own = component("standing")
    newer = Link("ปีงบประมาณ 2568", "2568/")
    yield (
        "over, with a newer year",
        own.standing_note(Standing("ปีงบประมาณ 2567", "30 กันยายน 2567", newer), TO, T),
    )
    yield "over, and the newest", own.standing_note(Standing("ปีงบประมาณ 2567", "30 กันยายน 2567", None), TO, T)
    yield "runs, with a newer year", own.standing_note(Standing("ปีงบประมาณ 2567", None, newer), TO, T)
