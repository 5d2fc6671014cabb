"""A sub-indicator on the assessor's sheet: everything of an item in one row."""

from functools import partial

from prongsai.pages.assess import Silenced, place
from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import NOWHERE, component
from prongsai.pages.year import groups_of


def states() -> States:
    """Each state with its HTML."""
    own = component("sheet")
    group = groups_of(sample(), sample().site.years[0])[0].subs[0]
    silenced: dict[str, list[Silenced]] = {each.code: [] for each in group.items} | {
        "o1": [Silenced("A312", "หลักฐาน “แผน” เป็นไฟล์ที่เปลี่ยนไป", "แก้คำผิดในหน้า 2", 2)],
        "o2": [Silenced("A01", "ไม่มีหลักฐาน", "รอประกาศผลการเลือกตั้ง", None)],
    }
    at, nowhere = partial(place, sample().publication), partial(place, NOWHERE)
    here, book, table, first = "2567/assess/", "data/2567/assess.xlsx", "data/2567/assess.csv", group.items[0]
    whose = "เทศบาลตำบลตัวอย่าง · แบบตรวจสำหรับผู้ประเมิน ปีงบประมาณ 2567"
    ways = str(own.sheet_ways(book, table, TO, T))
    yield "ways to take it along, without scripts", ways
    yield "ways to take it along", ways.replace(" hidden>", ">")
    yield "where it stands", own.sheet_place(here, first, at, TO, T)
    yield "where nobody said where the site stands", own.sheet_place(here, first, nowhere, TO, T)
    yield "four items", own.sheet_table(group, silenced, whose, at, TO, T)
    yield "whose sheet it is, after the last table (in print alone)", own.sheet_running(whose)
