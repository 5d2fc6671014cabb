"""A channel that everybody must find, on the front page; it never moves."""

from markupsafe import Markup

from prongsai.model.contacts import telephone
from prongsai.pages.components.sample import ROOT, TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.front import Banner
from prongsai.pages.qr import qr_code


def states() -> States:
    """Each state with its HTML."""
    own = component("banner")
    code = qr_code(f"{ROOT}/eit", "แบบวัดความเห็น")
    many = [
        Banner(
            "corruption",
            T.banner_corruption,
            T.banner_corruption_why,
            f"{ROOT}/report",
            None,
            telephone("0 2123 4568"),
            None,
        ),
        Banner("eit", T.banner_eit, T.banner_eit_why, f"{ROOT}/eit", None, None, code),
        Banner("privacy", T.banner_privacy, T.banner_none, None, None, None, None),
    ]
    for one, name in zip(
        many, ("corruption, with a telephone", "with a QR code", "without an address"), strict=True
    ):
        yield name, Markup('<ul class="pr-banners">{}</ul>').format(own.banner(one, TO, T))
