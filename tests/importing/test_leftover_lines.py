"""What an import leaves over is told in one line each."""

from prongsai.errors import Text
from prongsai.importing import reasons
from prongsai.importing.draft import Leftover, Spot
from prongsai.importing.report import leftover_line


def test_a_draft_that_was_taken_back_is_one_line_without_a_bare_colon() -> None:
    reason = reasons.taken_back("content/2566/o1.md", Text("ยาวเกิน", "too long"))
    left = Leftover("---\ncode: o1\n", reason, Spot())
    assert leftover_line(left, "th") == "content/2566/o1.md: ยาวเกิน — --- code: o1"
    assert leftover_line(left, "en") == "content/2566/o1.md: too long — --- code: o1"


def test_a_row_says_where_it_stands() -> None:
    left = Leftover("ก\tข", reasons.NO_ITEM, Spot(file="a.md", line=7))
    assert leftover_line(left, "th") == "a.md บรรทัด 7: ไม่รู้ว่าเป็นข้อใด — ก ข"
    assert leftover_line(left, "en") == "a.md line 7: it is not clear which item this is — ก ข"
