"""What is wrong in the sources, seen in a preview alone."""

from prongsai.pages.components.sample import States
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("problems")
    yield (
        "one finding",
        own.problem_notice("ข้อสังเกตของหน้านี้ (เห็นเฉพาะตอนดูตัวอย่าง)", [("content/2567/o1.md:12", "ยังไม่มีหลักฐาน")]),
    )
