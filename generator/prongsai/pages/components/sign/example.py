"""How something stands: a word and a shape, never a colour alone."""

from prongsai.errors import Text
from prongsai.model.receipt import Receipt
from prongsai.pages import words
from prongsai.pages.components.sample import States
from prongsai.pages.edition import component
from prongsai.pages.receipt_views import sign_of, unvisited


def states() -> States:
    """Each state with its HTML."""
    own = component("sign")
    for status in ("done", "in_progress", "not_started", "not_applicable", None):
        yield f"an item: {status}", own.sign(words.reported(status, "th"))
    yield "an item: done, and nothing shows it", own.sign(words.told("th"))
    for state in ("done", "in_progress", "planned", "recurring"):
        yield f"an undertaking: {state}", own.sign(words.state(state, "th"))
    for verdict in ("ok", "moved", "timeout", "changed", "not_found"):
        yield f"a receipt: {verdict}", own.sign(sign_of(Receipt("", verdict, Text("", "")), "th"))
    yield "a receipt: none", own.sign(unvisited("th"))
