"""A sub-indicator on the assessor's sheet: everything of an item in one row."""

from prongsai.pages.components.sample import TO, States, T, sample
from prongsai.pages.edition import component
from prongsai.pages.year import groups_of


def states() -> States:
    """Each state with its HTML."""
    own = component("sheet")
    group = groups_of(sample(), sample().site.years[0])[0].subs[0]
    silenced: dict[str, list[tuple[str, str, str]]] = {each.code: [] for each in group.items} | {
        "o2": [("A01", "ไม่มีหลักฐาน", "รอประกาศผลการเลือกตั้ง")]
    }
    yield "four items", own.sheet_table(group, silenced, TO, T)
