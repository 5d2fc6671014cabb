"""What an import leaves over is told in one line each."""

from prongsai.importing.draft import Leftover, Spot
from prongsai.importing.report import leftover_line


def test_a_draft_that_was_taken_back_is_one_line_without_a_bare_colon() -> None:
    line = leftover_line(Leftover("---\ncode: o1\n", "content/2566/o1.md: ยาวเกิน", Spot()))
    assert line == "content/2566/o1.md: ยาวเกิน — --- code: o1"


def test_a_row_says_where_it_stands() -> None:
    line = leftover_line(Leftover("ก\tข", "ไม่รู้ว่าเป็นข้อใด", Spot(file="a.md", line=7)))
    assert line == "a.md บรรทัด 7: ไม่รู้ว่าเป็นข้อใด — ก ข"
