"""The agency's executives."""

from prongsai.pages.components.sample import TO, States, T, W, sample
from prongsai.pages.edition import component
from prongsai.pages.typed.people import people


def states() -> States:
    """Each state with its HTML."""
    own = component("people")
    yield "without pictures", own.executive_section(people(sample().site.agency, "th"), TO, T, W)
