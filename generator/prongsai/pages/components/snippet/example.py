"""A snippet of a page to copy."""

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("snippet")
    snippet = '<nav>\n  <ul>\n    <li><a href="https://oit.example.invalid/">OIT</a></li>\n  </ul>\n</nav>'
    yield "to copy", own.snippet_code(snippet, T.widget_code)
    yield "as it looks", own.snippet_looks(snippet)
