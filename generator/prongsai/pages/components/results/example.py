"""What came of something, with state and day."""

from prongsai.pages.components.sample import States, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("results")
    yield "each state", own.result_list(item("o1").results)
