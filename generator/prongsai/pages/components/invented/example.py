"""That the agency does not exist, at the head of each page of an example."""

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("invented")
    yield "an example", own.invented_note(T)
