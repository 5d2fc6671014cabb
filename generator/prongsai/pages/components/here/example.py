"""A page's own address, to write down or to scan."""

from prongsai.pages.components.sample import ROOT, States, T
from prongsai.pages.edition import component
from prongsai.pages.qr import qr_code


def states() -> States:
    """Each state with its HTML."""
    own = component("here")
    yield (
        "with its QR code",
        own.address_section(f"{ROOT}/oit/2567/o1/", qr_code(f"{ROOT}/oit/2567/o1/", T.qr_page), T),
    )
