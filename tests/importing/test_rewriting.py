"""Edits of YAML: the wanted values, and every other byte as it stood."""

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.importing.rewriting import as_plain, read_plain, rewrite

TEXT = """code: o1
# ของฉัน
reported: done  # ถามปลัดแล้ว
updated: 2023-10-10
responsible: [สำนักปลัดเทศบาล]   # หนึ่ง
period: null
breadcrumbs:
  - หน้าแรก > ก  # ทางเก่า
  # ทางใหม่
  - 'หน้าแรก > ข: ค'
method: []  # ยังไม่มี
body: |
  ก
  ข
elements: {chart: [1], b: {none: x}}
evidence:
  - title: ก
    # สำคัญ
    url: http://a/#x
  - {title: ข, url: "http://b", fiscal_years: [2566]}
documents:
"""
A = {"title": "ก", "url": "http://a/#x"}
B = {"title": "ข", "url": "http://b", "fiscal_years": [2566]}


def changed(text: str | None) -> list[str]:
    assert text is not None
    found = difflib.unified_diff(TEXT.splitlines(), text.splitlines(), lineterm="", n=0)
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ({"reported": "done"}, []),
        ({"title": None, "period": None}, []),
        (
            {"reported": "in_progress"},
            ["-reported: done  # ถามปลัดแล้ว", "+reported: in_progress  # ถามปลัดแล้ว"],
        ),
        (
            {"responsible": ["สำนักปลัดเทศบาล", "ก, ข"]},
            ["-responsible: [สำนักปลัดเทศบาล]   # หนึ่ง", "+responsible: [สำนักปลัดเทศบาล, 'ก, ข']   # หนึ่ง"],
        ),
        ({"breadcrumbs": ["หน้าแรก > ก", "ใหม่"]}, ["-  - 'หน้าแรก > ข: ค'", "+  - ใหม่"]),
        ({"breadcrumbs": ["หน้าแรก > ก"]}, ["-  - 'หน้าแรก > ข: ค'"]),
        ({"method": ["ก"]}, ["-method: []  # ยังไม่มี", "+method:  # ยังไม่มี", "+  - ก"]),
        ({"documents": ["ก"]}, ["+  - ก"]),
        ({"period": "1 ม.ค. 2565"}, ["-period: null", "+period: '1 ม.ค. 2565'"]),
        ({"title": "ช"}, ["+title: ช"]),
        ({"body": "ค"}, ["-body: |", "-  ก", "-  ข", "+body: ค"]),
        (
            {"elements": {"chart": [1, 2]}},
            ["-elements: {chart: [1], b: {none: x}}", "+elements: {chart: [1, 2]}"],
        ),
        (
            {"evidence": [A, B, {"title": "ค", "file": "files/ค.pdf"}]},
            ["+  - title: ค", "+    file: files/ค.pdf"],
        ),
        (
            {"evidence": [{**A, "title": "ง", "way": 1}, B]},
            ["-  - title: ก", "+  - title: ง", "+    way: 1"],
        ),
        ({"evidence": [A]}, ['-  - {title: ข, url: "http://b", fiscal_years: [2566]}']),
    ],
)
def test_what_changes_and_nothing_else(wanted: dict[str, Any], lines: list[str]) -> None:
    assert changed(rewrite(TEXT, wanted, ("code", "title", "reported"))) == lines


def test_comments_of_what_is_written_as_a_whole_stay() -> None:
    edited = rewrite("evidence:\n  - title: ก\n    # จำไว้\n    url: http://a\n", {"evidence": []})
    assert edited == "    # จำไว้\nevidence: []\n"


@pytest.mark.parametrize("text", ["a: [1\n", "- a\n", "{a: 1}\n", "a: &x 1\n"])
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert rewrite(text, {"a": "2"}) is None


WORDS = st.text("กข้า1x:#-'\"[]{},&*! %@`|>\\=~", min_size=1, max_size=8).map(
    lambda text: " ".join(text.split()) or "ก"
)
LISTS = st.lists(WORDS, max_size=4)
RECORDS = st.lists(
    st.fixed_dictionaries({"title": WORDS}, optional={"url": WORDS, "way": st.integers(1, 9)}), max_size=4
)
VALUES = st.fixed_dictionaries({}, optional={"a": WORDS, "b": LISTS, "c": RECORDS, "d": st.none() | WORDS})


@given(VALUES, VALUES)
def test_any_values_become_any_others(before: dict[str, Any], after: dict[str, Any]) -> None:
    start = rewrite("z: 1  # ท้าย\n", before)
    assert start is not None
    edited = rewrite(start, after)
    assert edited is not None
    assert "z: 1  # ท้าย\n" in edited
    found = read_plain(edited) or {}
    assert all(found.get(key) == as_plain(value) for key, value in after.items() if value not in (None, []))
