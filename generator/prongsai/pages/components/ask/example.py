"""How to tell that something is missing or wrong, and how to ask for more."""

from prongsai.pages.asking import asking
from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("ask")
    yield (
        "with every way",
        own.asking_section(asking(sample(), sample().site.by_year[2567].by_code["o1"]), TO, T),
    )
