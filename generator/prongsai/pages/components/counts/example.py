"""How many there are of each status."""

from prongsai.pages.components.sample import States, T, sample
from prongsai.pages.edition import component
from prongsai.pages.views import status_counts


def states() -> States:
    """Each state with its HTML."""
    own = component("counts")
    entries = sample().site.by_year[2567].entries
    yield "items by status", own.count_list(status_counts(entries, "th"), T.status_counts, T.count_items)
