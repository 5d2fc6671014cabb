"""A piece of evidence: title, address, kind, and its receipt."""

from markupsafe import Markup

from prongsai.pages.components.sample import TO, States, T, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("evidence")
    for one, name in zip(
        item("o1").evidence, ("held on the site", "moved", "gone", "busy", "never visited"), strict=True
    ):
        yield name, Markup('<ol class="pr-evidence">{}</ol>').format(own.evidence_row("o1", one, TO, T))
