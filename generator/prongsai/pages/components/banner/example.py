"""A channel that everybody must find, on the front page; it never moves."""

from markupsafe import Markup

from prongsai.model.contacts import telephone
from prongsai.pages.components.sample import ROOT, TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.front import Banner
from prongsai.pages.qr import qr_code
from prongsai.pages.reaching import central
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("banner")
    code = qr_code(f"{ROOT}/eit", "แบบวัดความเห็น")
    many = {
        "corruption, with a telephone": Banner(
            "corruption",
            T.banner_corruption,
            T.banner_corruption_why,
            f"{ROOT}/report",
            phone=telephone("0 2123 4568 ต่อ 19"),
        ),
        "corruption, nothing given": Banner(
            "corruption",
            T.banner_corruption,
            T.banner_corruption_missing,
            address="channels/#corruption",
            missing=True,
            item=Target("o29 ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", "2567/o29/"),
            central=central(T),
        ),
        "with a QR code": Banner("eit", T.banner_eit, T.banner_eit_why, f"{ROOT}/eit", code=code),
        "without an address": Banner("privacy", T.banner_privacy, T.banner_none, missing=True),
    }
    for name, one in many.items():
        yield name, Markup('<ul class="pr-banners pr-banners--under">{}</ul>').format(own.banner(one, TO, T))
