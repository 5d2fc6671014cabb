"""An item's file cut into its data and its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.source import frontmatter
from prongsai.source.frontmatter import Parts
from prongsai.source.problems import Problems


def split(text: str) -> tuple[Parts | None, list[tuple[str, int, str]]]:
    problems = Problems()
    parts = frontmatter.split(text, "o1.md", problems)
    return parts, [(p.kind.code, p.place.line, p.message("th")) for p in problems]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nก\n", Parts("a: b\n", 2, "ก\n", 4)),
        ("---\n---", Parts("\n", 2, "", 3)),
        ("\n\n---  \na: b\n---\t\n\nก", Parts("a: b\n", 4, "\nก", 6)),
        ("---\na: b\n---\nก\n\n---\nข\n", Parts("a: b\n", 2, "ก\n\n---\nข\n", 4)),
        ("---\na: |\n  x\n  ---\nb: c\n---\n", Parts("a: |\n  x\n  ---\nb: c\n", 2, "", 7)),
    ],
)
def test_data_and_text(text: str, parts: Parts) -> None:
    assert split(text) == (parts, [])


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "ไฟล์ว่างเปล่า"),
        (" \n\n", 1, "ไฟล์ว่างเปล่า"),
        ("\nก\n---\n", 2, "บรรทัดแรกคือ “ก” ไม่ใช่ ---"),
        ("----\na: b\n---\n", 1, "บรรทัดแรกคือ “----” ไม่ใช่ ---"),
        (" ---\na: b\n---\n", 1, "บรรทัดแรกคือ “---” ไม่ใช่ ---"),
        ("\n---\na: b\n", 2, "บรรทัด --- นี้ไม่มีบรรทัด --- ปิดท้ายข้อมูล"),
    ],
)
def test_without_data(text: str, line: int, reason: str) -> None:
    parts, ((code, found, message),) = split(text)
    assert parts is None
    assert (code, found) == ("S121", line)
    assert f"เพราะ{reason} — " in message


@given(st.text(alphabet=st.sampled_from("-ก \n:a")))
def test_the_parts_stand_where_they_say(text: str) -> None:
    parts, found = split(text)
    assert (parts is None) == bool(found)
    if parts is None:
        assert 1 <= found[0][1] <= text.count("\n") + 1
        return
    lines = text.split("\n")
    assert lines[parts.data_line - 2].rstrip() == "---"
    assert "\n".join(lines[parts.body_line - 1 :]) == parts.body
    assert "\n".join(lines[parts.data_line - 1 : parts.body_line - 2]) + "\n" == parts.data
