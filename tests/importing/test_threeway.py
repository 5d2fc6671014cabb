"""Three versions made one: both changes are in it, and nothing that nobody took out is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.importing.editing.threeway import match_entries, merge_lines

LINES = st.lists(st.sampled_from("กขคงจฉช"), unique=True, max_size=6)


@given(LINES, LINES, LINES)
def test_both_changes_are_made_or_a_conflict_is_told(
    base: list[str], theirs: list[str], ours: list[str]
) -> None:
    merged = merge_lines(base, theirs, ours)
    removed, added = set(base) - set(theirs), set(theirs) - set(base)
    if merged is None:
        assert removed - set(ours)
        assert added - set(ours)
        return
    assert set(merged) == (set(ours) - removed) | added
    assert len(merged) == len(set(merged))
    assert [line for line in merged if line in ours] == [line for line in ours if line in merged]


@given(LINES, LINES)
def test_what_one_side_alone_changed_is_taken_or_there_already(base: list[str], theirs: list[str]) -> None:
    assert merge_lines(base, base, theirs) == theirs
    assert merge_lines(base, theirs, theirs) == theirs
    assert set(merge_lines(base, theirs, base) or ()) == set(theirs)


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "merged"),
    [
        ("ก ข", "ก ค ข", "ก ข ง", "ก ค ข ง"),
        ("ก ข", "ข ก", "ก ข ค", "ก ข ค"),
        ("ก ข", "ก ๑", "ก ข", "ก ๑"),
        ("ก ข", "ก ค", "ก ง", None),
        ("ก", "", "ก ข", "ข"),
    ],
)
def test_some_merges(base: str, theirs: str, ours: str, merged: str | None) -> None:
    found = merge_lines(base.split(), theirs.split(), ours.split())
    assert found == (None if merged is None else merged.split())


def test_entries_are_known_by_their_cells_then_their_address_then_their_place() -> None:
    base = {
        1: {"address": "ก", "name": "หนึ่ง"}, 2: {"address": "ข", "name": "สอง"}, 3: {"address": "ค", "name": "สาม"}
    }  # fmt: skip
    ours = [{"address": "ข", "name": "ใหม่"}, {"address": "ก", "name": "หนึ่ง"}, {"address": "ง", "name": "สาม"}]
    assert match_entries(base, ours, ("address", "name")) == {1: 1, 2: 0, 3: 2}
    assert match_entries(base, ours[:1], ("address", "name"), {0}) == {1: None, 2: None, 3: None}
