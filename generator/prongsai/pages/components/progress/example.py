"""How far items are together: in words, and as a bar in which evidence counts first."""

from prongsai.pages.components.sample import States
from prongsai.pages.edition import component
from prongsai.pages.views import Progress


def states() -> States:
    """Each state with its HTML."""
    own = component("progress")
    for name, one in (
        (
            "some",
            Progress("รายงานแล้ว 20 จาก 35 ข้อ", "มีหลักฐาน 14 ข้อ", "รายงานแล้ว ยังไม่มีหลักฐาน 6 ข้อ", 35, 14, 6),
        ),
        (
            "all reported, nothing shown",
            Progress("รายงานแล้ว 8 จาก 8 ข้อ", None, "รายงานแล้ว ยังไม่มีหลักฐาน 8 ข้อ", 8, 0, 8),
        ),
        ("all", Progress("ครบ 8 จาก 8 ข้อ", "มีหลักฐานทุกข้อ", None, 8, 8, 0, True)),
        ("none", Progress("รายงานแล้ว 0 จาก 8 ข้อ", None, None, 8, 0, 0)),
    ):
        yield name, own.progress_line(one)
    yield "a score of a hundred", own.score_bar("82.5")
