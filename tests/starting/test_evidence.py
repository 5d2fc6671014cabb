"""Evidence put into files as people write them: all else stays byte for byte."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prongsai.errors import ProjectError
from prongsai.source import yaml
from prongsai.source.problems import Problems
from prongsai.starting.evidence import with_evidence, with_ties

RECORD = {"title": "แผน: ปี 2567, ฉบับ [1]", "file": "files/แผน.pdf"}
BLOCK = "  - title: 'แผน: ปี 2567, ฉบับ [1]'\n    file: files/แผน.pdf\n"
FLOW = "{title: 'แผน: ปี 2567, ฉบับ [1]', file: files/แผน.pdf}"


def added(data: str, *elements: str) -> str:
    return with_evidence(f"---\n{data}---\nข้อความ\n".encode(), "o1.md", RECORD, elements).decode()


def whole(data: str) -> str:
    return f"---\n{data}---\nข้อความ\n"


CASES = {
    "nothing at all": ("", "evidence:\n" + BLOCK),
    "comments alone": ("# ก\n", "# ก\nevidence:\n" + BLOCK),
    "no such key": ("reported: done  # ก\n", "reported: done  # ก\nevidence:\n" + BLOCK),
    "an empty list": ("evidence: []\nelements: {}\n", f"evidence:\n{BLOCK}elements: {{}}\n"),
    "an empty list and words": ("evidence: [ ]  # ยังไม่มี\nx: 1\n", f"evidence:  # ยังไม่มี\n{BLOCK}x: 1\n"),
    "null": ("evidence: null # ก\n", f"evidence: # ก\n{BLOCK}"),
    "a key alone": ("evidence:\n# ก\nx: 1\n", f"evidence:\n{BLOCK}# ก\nx: 1\n"),
    "an empty list over lines": ("evidence: [\n  # ก\n]\n", f"evidence: [\n  # ก\n{FLOW}]\n"),
    "a list in brackets": ("evidence: [{title: ก, url: ข}]\n", f"evidence: [{{title: ก, url: ข}}, {FLOW}]\n"),
    "brackets over lines": (
        "evidence: [\n  {title: ก, url: ข},  # ค\n]\n",
        f"evidence: [\n  {{title: ก, url: ข}}, {FLOW},  # ค\n]\n",
    ),
    "a block": (
        "evidence:\n  - title: ก\n    url: ข  # ค\nx: 1\n",
        f"evidence:\n  - title: ก\n    url: ข  # ค\n{BLOCK}x: 1\n",
    ),
    "a block with comments": (
        "evidence:\n  # ก\n  - title: ก\n    url: ข\n    # ของ ก\n\n  # หมายเหตุ\n# ท้าย\nx: 1\n",
        f"evidence:\n  # ก\n  - title: ก\n    url: ข\n    # ของ ก\n{BLOCK}\n  # หมายเหตุ\n# ท้าย\nx: 1\n",
    ),
    "a block at its key": (
        "evidence:\n- {title: ก, url: ข}\nx: 1\n",
        "evidence:\n- {title: ก, url: ข}\n- title: 'แผน: ปี 2567, ฉบับ [1]'\n  file: files/แผน.pdf\nx: 1\n",
    ),
    "odd indentation": (
        "evidence:\n     -   title: ก\n         url: ข\n",
        "evidence:\n     -   title: ก\n         url: ข\n"
        "     -   title: 'แผน: ปี 2567, ฉบับ [1]'\n         file: files/แผน.pdf\n",
    ),
    "text over lines": (
        "evidence:\n  - url: ก\n    title: >\n      ข\n\n      ค\n\nx: 1\n",
        f"evidence:\n  - url: ก\n    title: >\n      ข\n\n      ค\n{BLOCK}\nx: 1\n",
    ),
    "one record": (
        "evidence:\n  title: ก\n  url: ข\nx: 1\n",
        f"evidence:\n  - title: ก\n    url: ข\n{BLOCK}x: 1\n",
    ),
    "one record in brackets": (
        "evidence: {title: ก, url: ข}\n",
        f"evidence: [{{title: ก, url: ข}}, {FLOW}]\n",
    ),
    "all indented": (
        "  reported: done\n  evidence: []\n",
        "  reported: done\n  evidence:\n    - title: 'แผน: ปี 2567, ฉบับ [1]'\n      file: files/แผน.pdf\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_evidence_is_added_to_what_stands_there(before: str, after: str, end: str) -> None:
    raw = whole(before).replace("\n", end).encode()
    found = with_evidence(raw, "o1.md", RECORD).decode()
    assert found == whole(after).replace("\n", end)


def test_a_byte_order_mark_and_what_follows_the_data_stay() -> None:
    raw = b"\xef\xbb\xbf\r\n---\r\nevidence: []\r\n---  \r\n\r\n# x\r\n---\r\nend"
    found = with_evidence(raw, "o1.md", {"title": "a", "file": "files/a.pdf"})
    assert found == raw.replace(b" []\r\n", b"\r\n  - title: a\r\n    file: files/a.pdf\r\n")


TIES = {
    "no such key": ("", "elements:\n  plan: [1]\n"),
    "an empty mapping": ("elements: {}  # ก\n", "elements:  # ก\n  plan: [1]\n"),
    "another element": ("elements:\n  list: [1]\n", "elements:\n  list: [1]\n  plan: [1]\n"),
    "another in brackets": ("elements: {list: [1]}\n", "elements: {list: [1], plan: [1]}\n"),
    "an empty element": ("elements:\n  plan:\n", "elements:\n  plan: [1]\n"),
    "a null element": ("elements:\n  plan: null  # ก\n", "elements:\n  plan: [1]  # ก\n"),
}


@pytest.mark.parametrize(("before", "after"), TIES.values(), ids=TIES)
def test_an_element_is_tied(before: str, after: str) -> None:
    kept = f"evidence:\n  - title: ก\n    file: ข.pdf\n{before}"
    found = with_ties(whole(kept).encode(), "o1.md", 0, ["plan"]).decode()
    assert found == whole(f"evidence:\n  - title: ก\n    file: ข.pdf\n{after}")


MORE = {
    "1": "[1, 2]",
    "[1]": "[1, 2]",
    "[]": "[2]",
    "{evidence: [1]}": "{evidence: [1, 2]}",
    "{evidence: 1}": "{evidence: [1, 2]}",
    "[0]": "[0, 1]",
    "[๑]": "[๑, 2]",
    "๑": "[๑, 2]",
    "\n    - 1  # ก": "\n    - 1  # ก\n    - 2",
}


@pytest.mark.parametrize(("before", "after"), MORE.items(), ids=MORE)
def test_numbers_are_added_to_those_that_an_element_has(before: str, after: str) -> None:
    kept = "evidence: [{title: ก, url: ข}]\nelements:\n  plan: %s\nx: 1\n"
    found = added(kept % before, "plan")
    assert found == whole(kept.replace("]", f", {FLOW}]") % after)


@pytest.mark.parametrize(
    "data",
    [
        "{reported: done}\n",
        "- a\n",
        "evidence: text\n",
        "evidence: [a\n",
        "evidence: []\nevidence: []\n",
        "evidence: &x []\n",
    ],
)
def test_what_is_not_safe_is_left_alone_and_told(data: str) -> None:
    with pytest.raises(ProjectError, match="by hand") as told:
        added(data)
    assert "o1.md" in told.value.text.th
    assert "file: files/แผน.pdf" in told.value.text.th


def test_a_nil_statement_is_not_contradicted() -> None:
    with pytest.raises(ProjectError):
        added("elements: {plan: {none: ไม่มี}}\n", "plan")


KEYS = st.lists(
    st.sampled_from(
        [
            "reported: done",
            "# หมายเหตุ",
            "",
            "responsible:\n  - กองคลัง\n  - ก: ข",
            "period: |\n  ก\n\n  ข",
            "elements:\n  plan: [9]   # ก",
            "elements: {plan: 9, 'list': [ ]}",
            "notes: [{about: ก,\n   reason: ข}]",
            "documents: ['# ก', \"ข\"]",
        ]
    ),
    max_size=5,
    unique_by=lambda text: text.partition(":")[0],
)
FULL = [
    before.rstrip("\n")
    for before, _ in CASES.values()
    if before.startswith("evidence")
    and "[]" not in before
    and "[ ]" not in before
    and "evidence: null" not in before
]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
NAMES = st.lists(st.sampled_from(["plan", "other"]), max_size=2, unique=True)


def stands_in(part: str, text: str) -> bool:
    """Whether all letters of ``part`` stand in ``text`` in their order."""
    letters = iter(text)
    return all(letter in letters for letter in part)


@given(KEYS, st.sampled_from(["", *FULL]), KEYS, TEXT, st.sampled_from(["\n", "\r\n"]), NAMES)
def test_nothing_else_changes(
    before: Sequence[str], evidence: str, after: Sequence[str], title: str, end: str, elements: Sequence[str]
) -> None:
    parts = [*before, *([evidence] if evidence else []), *after]
    names = [part.partition(":")[0] for part in parts if ":" in part and not part.startswith("#")]
    assume(len(set(names)) == len(names))
    raw = whole("".join(f"{part}\n" for part in parts)).replace("\n", end)
    record = {"title": title, "file": "files/x.pdf"}
    text = with_evidence(raw.encode(), "o1.md", record, elements).decode()
    assert stands_in(raw, text)
    assert ("\r\n" in text) == (end == "\r\n")
    node = yaml.parse(re.split(r"---\r?\n", text)[1].replace("\r\n", "\n"), "x", Problems())
    assert node is not None
    assert [one.text("file") for one in node.each("evidence")][-1] == "files/x.pdf"
    said = node.plain()
    assert isinstance(said, dict)
    assert all(str(len(node.each("evidence"))) in str(said["elements"][name]) for name in elements)  # type: ignore[index,call-overload]
