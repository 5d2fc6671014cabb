"""Where one can go on a long page."""

from markupsafe import Markup

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("jump")
    inside = Markup(
        '<ul class="pr-inline"><li><a href="#a">9.1 ข้อมูลพื้นฐาน</a></li>'
        '<li><a href="#b">9.2 การบริหารงาน</a></li></ul>'
    )
    yield "links to parts", own.jump(T.jump, caller=lambda: inside)
    yield "links to parts, and a way back to them", own.jump(T.jump, "parts", caller=lambda: inside)
