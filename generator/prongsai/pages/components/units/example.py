"""What a unit answers for, year by year."""

from prongsai.pages.components.sample import TO, States, T, item, sample
from prongsai.pages.edition import component
from prongsai.pages.units import Duties
from prongsai.pages.views import Target, progress


def states() -> States:
    """Each state with its HTML."""
    own = component("units")
    some = (item("o1"), item("o2"))
    duties = Duties(
        2567,
        "ปีงบประมาณ 2567",
        some,
        progress(sample().site.by_year[2567].entries[:2], "th"),
        (Target("ปรับปรุงเว็บไซต์", "2567/measures/#m1"),),
        (Target("1 การปฏิบัติหน้าที่", "2567/measures/#g1"),),
    )
    yield "a unit", own.unit_section("สำนักปลัดเทศบาล", "unit-1", [duties], "units/1.ics", TO, T)
