"""Facts, each with its name; beside it where there is room."""

from markupsafe import Markup

from prongsai.pages.components.sample import States
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("facts")
    rows = [own.fact("ผู้รับผิดชอบ", "สำนักปลัดเทศบาล"), own.fact("ปรับปรุงล่าสุด", "20 กุมภาพันธ์ 2567")]
    for name, end in (("usual", ""), ("small, within a card", " pr-facts--small")):
        yield name, Markup('<dl class="pr-facts{}">{}</dl>').format(end, Markup("").join(rows))
