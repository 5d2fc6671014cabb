"""The files for machines of a page."""

from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import component
from prongsai.pages.year import data_files


def states() -> States:
    """Each state with its HTML."""
    own = component("data")
    yield "JSON, CSV and Excel", own.data_files(data_files(sample(), sample().site.years[0], "oit"), TO, T)
