"""Links in a row, lines in a list, steps in order, and how somebody is reached."""

from prongsai.model.contacts import Reach, mail, telephone
from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("links")
    many = [
        Target("สำนักปลัดเทศบาล", "units/#unit-1"),
        Target("กองคลัง", "units/#unit-2"),
        Target("กองช่าง", None),
    ]
    yield "links in a row; one without an address", own.targets(many, TO)
    yield "lines", own.lines(["ทบทวนข้อมูลทุกไตรมาส", "ปรับปรุงเว็บไซต์ให้เป็นปัจจุบัน"])
    yield "steps", own.steps(["ขอข้อมูลจากทุกกอง", "ตรวจความถูกต้อง", "นำขึ้นเว็บไซต์"])
    yield "one step alone", own.steps(["ขอข้อมูลจากทุกกอง"])
    yield "another website", own.outside(Reach("www.example.invalid", "https://www.example.invalid"), T)
    yield "telephone", own.reach(telephone("0 2123 4567 ต่อ 11"))
    yield "mail", own.reach(mail("hello@example.invalid"))
