"""Patterns that look for a word first: they find what the bare pattern finds."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.evidence import words
from prongsai.evidence.saying import Saying, saying

SAYINGS = {name: found for name, found in vars(words).items() if isinstance(found, Saying)}
CASES = [(name, branch) for name, found in SAYINGS.items() for branch in found.branches]


@pytest.mark.parametrize(("name", "branch"), CASES)
def test_no_match_is_without_a_word(name: str, branch: str) -> None:
    """Whatever a branch matches has one of the words that are looked for first."""

    @settings(max_examples=12, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_regex(re.compile(branch, re.I)))
    def holds(text: str) -> None:
        found = SAYINGS[name]
        assert (found.search(text) is None) == (found.pattern.search(text) is None), text

    holds()


def test_as_the_pattern() -> None:
    """The three ways to ask, with a word and without; letters of another shape are equal."""
    found = saying(r"kiss\s+me", r"no \d", words="kiss no")
    assert found.search("please KİSS  me") or found.search("please KISS  me")
    assert found.search("\u212aiſs me")  # the Kelvin sign and a long s
    assert found.fullmatch("no 7") and not found.fullmatch("no 77") and not found.fullmatch("nil")
    assert (found.sub("", "say no 7"), found.sub("", "nil")) == ("say ", "nil")
