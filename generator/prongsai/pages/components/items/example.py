"""Items in a list: code, title, status, and how much evidence there is."""

from prongsai.pages.components.sample import TO, States, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("items")
    yield "four items", own.item_rows([item(f"o{number}") for number in range(1, 5)], TO)
