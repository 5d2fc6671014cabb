"""What a page rests on, at its foot: who answers for it, when it changed and was checked, and its data."""

from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import component
from prongsai.pages.trust import site_data, trust
from prongsai.pages.year import data_files


def states() -> States:
    """Each state with its HTML."""
    own = component("trust")
    year = sample().site.years[0]
    files = data_files(sample(), year, "oit")
    entry = year.by_code["o1"]
    yield "an item with everything", own.trust_section(trust(sample(), [entry], files, alone=True), TO, T)
    empty = year.by_code["o4"]
    yield (
        "an item of which nothing is told",
        own.trust_section(trust(sample(), [empty], files, alone=True), TO, T),
    )
    yield "a page of no year", own.trust_section(trust(sample(), [], site_data(sample())), TO, T)
