"""More of something, behind a word that opens it; it works without scripts."""

from markupsafe import Markup

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("fold")
    yield "closed", own.fold(T.notes, caller=lambda: Markup("<p>พิมพ์ไว้สองแบบในรายงาน</p>"))
