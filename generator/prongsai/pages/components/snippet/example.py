"""A snippet of a page to copy."""

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("snippet")
    yield (
        "to copy",
        own.snippet_code(
            '<nav>\n  <p><a href="https://oit.example.invalid/">OIT</a></p>\n</nav>', T.widget_code
        ),
    )
