"""Where the source was mended, and why."""

from prongsai.pages.components.sample import States, T, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("notes")
    yield "mended, and left as printed", own.note_section(item("o1").notes, T)
