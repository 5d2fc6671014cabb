"""What an item must show, each with what shows it."""

from prongsai.pages.components.sample import States, T, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("elements")
    yield "shown, missing, and a nil statement", own.element_list(item("o1").elements, "o1", T)
