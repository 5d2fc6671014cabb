"""The style sheets of a site, put together from the tokens and from the style of each component.

A component is a folder below ``components/`` with its ``template.html`` (macros of Jinja), its ``style.css``
and its ``example.py`` (its states, which `make gallery` shows). Colours, type and spaces come from
``tokens.css`` alone.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

COMPONENTS: Final = Path(__file__).parent / "components"

ORDER: Final = (
    *("invented", "standing"),
    *("links", "facts", "jump", "doors"),
    *("sign", "counts", "progress", "tiles", "items", "groups", "card"),
    *("evidence", "receipt", "elements", "way", "results", "notes", "fold"),
    *("measure", "table", "score"),
    *("channels", "units", "turn", "qr", "banner", "changes", "ask", "here", "snippet", "trust"),
    *("people", "tree", "chart", "figures"),
    *("sheet", "problems"),
)
"""Every component, in the order in which their styles follow each other: what stands later wins.

What others are made of comes before them. The sheet makes all of them smaller and so stands at the end.
"""

PAGES_CSS: Final = "assets/prongsai/pages.css"
"""Where the style sheet of generated pages stands in a site."""

THEME_CSS: Final = "assets/prongsai/theme.css"
"""Where the style sheet of the frame stands in a site, which brings the tokens."""


@cache
def tokens() -> str:
    """The design tokens: custom properties on the root, for each scheme and for paper."""
    return _plain("tokens.css")


@cache
def component_styles() -> str:
    """The style of what generated pages hold: the ground, then each component."""
    return "\n".join((_plain("ground.css"), *(_plain(f"{name}/style.css") for name in ORDER)))


def with_tokens(style: str) -> str:
    """A style sheet that needs the tokens, after them."""
    return f"{tokens()}\n{_without_indents(style)}"


def _plain(name: str) -> str:
    """A style sheet without its comments, which are for whoever changes it."""
    text = (COMPONENTS / name).read_text("utf-8")
    return _without_indents(re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL)).strip() + "\n"


def _without_indents(style: str) -> str:
    """A style sheet without blank lines and blanks at the beginning of lines: a twentieth of what is sent."""
    return re.sub(r"\n\s*", "\n", style)
