"""What an item must show, each with what shows it."""

from dataclasses import replace

from prongsai.pages.components.sample import States, T, item
from prongsai.pages.edition import component
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("elements")
    elements = item("o1").elements
    yield "shown, missing, and a nil statement", own.element_list(elements, "o1", T)
    many = replace(elements[0], evidence=(1, 2, 3, 5), runs=((1, 3), (5,)))
    tables = {many.evidence: (Target(T.table_of.format(number=3), "data-1"),)}
    yield "many pieces, one of them a table on the page", own.element_list((many,), "o1", T, tables)
