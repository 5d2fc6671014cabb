"""What changed, each with its day."""

from prongsai.pages.changes import ChangeView
from prongsai.pages.components.sample import TO, States, T
from prongsai.pages.edition import component
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("changes")
    many = [
        ChangeView("2024-02-20", "20 กุมภาพันธ์ 2567", Target("o1 โครงสร้าง", "2567/o1/"), "ขึ้นเว็บไซต์แล้ว"),
        ChangeView(
            "2024-01", "มกราคม 2567", Target("o12 แผนการจัดซื้อจัดจ้าง", "2567/o12/"), T.brought_up_to_date
        ),
    ]
    yield "two changes", own.change_list(many, TO)
