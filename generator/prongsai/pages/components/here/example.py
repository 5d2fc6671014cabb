"""A page's own address, to write down or to scan."""

from prongsai.pages.components.sample import ROOT, States, T
from prongsai.pages.edition import component
from prongsai.pages.qr import qr_code


def states() -> States:
    """Each state with its HTML."""
    own = component("here")
    address = f"{ROOT}/oit/2567/o1/"
    told = str(own.address_section(address, "2567/o1/", qr_code(address, T.qr_page), T))
    yield "where nobody said where the site stands", str(own.address_section(None, "2567/o1/", None, T))
    yield "without scripts", told
    yield "with scripts", told.replace(" hidden>", ">")
    done = told.replace(" hidden>", ">").replace("></span></p>\n<svg", f">{T.copied}</span></p>\n<svg")
    yield "with scripts, after a press", done
