"""Names that every system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.load.files import _BAD_NAME
from prongsai.model.portable import same
from prongsai.starting.names import MAX_BYTES, MAX_LETTERS, free_name, plain_name, safe_name

CASES = {
    "แผน ปี 2567.PDF": "แผน-ปี-2567.pdf",
    "Plan_2567 (final).docx": "Plan_2567-(final).docx",
    "aux.pdf": "file-aux.pdf",
    "CON.tar.pdf": "file-CON.tar.pdf",
    "com1 .pdf": "file-com1.pdf",
    "nul-1.pdf": "nul-1.pdf",
    "...hidden.pdf": "hidden.pdf",
    "~$open.docx": "open.docx",
    "name. .pdf": "name.pdf",
    'a:b|c?d*e<f>g"h.pdf': "a-b-c-d-e-f-g-h.pdf",
    "ก\u200bข\u202e.pdf": "กข.pdf",
    "🏛️🏛️.pdf": "document.pdf",
    "../../etc/passwd.txt": "passwd.txt",
    "c:\\folder\\file.txt": "file.txt",
    "-.pdf": "document.pdf",
    "นํ้า.pdf": "น้ำ.pdf",
}


@pytest.mark.parametrize(("name", "safe"), CASES.items())
def test_a_name_becomes_one_that_every_system_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300), st.sampled_from([".pdf", ".XLSX", ".jpg"]))
def test_any_name_is_made_safe_and_stays_so(stem: str, ending: str) -> None:
    safe = safe_name(stem + ending)
    assert safe.endswith(ending.lower())
    assert not _BAD_NAME.search(safe)
    assert re.fullmatch(r"[^\s./\\~$-][^\s/\\]*", safe)
    assert len(safe) <= MAX_LETTERS + len("file-.xlsx")
    assert len(safe.encode()) <= MAX_BYTES + len("file-.xlsx")
    assert not safe.removesuffix(ending.lower()).endswith((".", " "))
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Plan 2567.PDF", "Plan-2567.pdf"),
        ("แผน ปี ๒๕๖๖.PDF", "o8-action-plan-2566.pdf"),
        ("รายงาน ไตรมาส 1 (final).xlsx", "o8-action-plan-1-final.xlsx"),
        ("แผน.pdf", "o8-action-plan-2567.pdf"),
        ("แผน", "o8-action-plan-2567"),
    ],
)
def test_a_plain_name_says_what_it_is_in_ascii(name: str, plain: str) -> None:
    assert plain_name(name, "o8", "action-plan", 2567) == plain


@given(st.text(max_size=300), st.sampled_from([".pdf", ".XLSX"]))
def test_any_name_becomes_plain_and_stays_so(stem: str, ending: str) -> None:
    plain = plain_name(stem + ending, "o8", "action-plan", 2567)
    assert plain.isascii()
    assert safe_name(plain) == plain == plain_name(plain, "o9", "other", 2566)


@given(st.lists(st.sampled_from(["a.pdf", "A.PDF", "a-2.pdf", "A-3.pdf", "b.pdf"])))
def test_a_free_name_is_nobodys_in_either_case(taken: list[str]) -> None:
    name = free_name("a.pdf", taken)
    assert same(name) not in {same(other) for other in taken}
    assert re.fullmatch(r"a(-\d+)?\.pdf", name)
