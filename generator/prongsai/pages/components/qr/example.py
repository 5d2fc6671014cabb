"""A QR code: dark on white whatever the colours of the page, because readers need that."""

from prongsai.pages.components.sample import ROOT, States
from prongsai.pages.edition import component
from prongsai.pages.qr import qr_code


def states() -> States:
    """Each state with its HTML."""
    own = component("qr")
    yield "of a page", own.qr(qr_code(f"{ROOT}/oit/2567/o1/", "คิวอาร์โค้ดของหน้านี้"))
