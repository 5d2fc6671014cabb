"""A sub-indicator of the front page, and how far it is."""

from markupsafe import Markup

from prongsai.pages.components.sample import TO, States
from prongsai.pages.edition import component
from prongsai.pages.views import Progress
from prongsai.pages.year import Group


def states() -> States:
    """Each state with its HTML."""
    own = component("tiles")
    tiles = [
        own.tile(
            Group(
                "9.1",
                "ข้อมูลพื้นฐาน",
                "2567/9.1/",
                Progress("รายงานแล้ว 6 จาก 9 ข้อ", "มีหลักฐาน 5 ข้อ", "รายงานแล้ว ยังไม่มีหลักฐาน 1 ข้อ", 9, 5, 1),
            ),
            TO,
        ),
        own.tile(
            Group(
                "9.2",
                "การบริหารงานและงบประมาณ",
                "2567/9.2/",
                Progress("รายงานแล้ว 0 จาก 4 ข้อ", None, None, 4, 0, 0),
            ),
            TO,
        ),
    ]
    yield "two of them", Markup('<ul class="pr-tiles">{}</ul>').format(Markup("").join(tiles))
