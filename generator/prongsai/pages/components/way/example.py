"""The way to something on the agency's website."""

from prongsai.pages.components.sample import States, T, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("way")
    yield "one way", own.ways(item("o1").ways[:1], T)
    yield "two ways", own.ways(item("o1").ways, T)
