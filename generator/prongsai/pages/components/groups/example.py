"""Indicators with their sub-indicators and items, on a year's page."""

from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import component
from prongsai.pages.year import groups_of


def states() -> States:
    """Each state with its HTML."""
    own = component("groups")
    yield "one indicator", own.indicator_groups(groups_of(sample(), sample().site.years[0]), TO, T)
