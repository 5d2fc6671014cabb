"""The register of problems and how they are told."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import KINDS, Problems, printable, quoted


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_both_languages_say_what_is_wrong_and_how_to_mend_it(kind: object) -> None:
    from prongsai.source.kinds import Kind

    assert isinstance(kind, Kind)
    for text in kind.text:
        assert text.count(" — ") == 1
        assert not text.endswith(".")
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in kind.text]
    assert fields[0] == fields[1]


def test_codes_and_names_stand_once() -> None:
    names = [kind.name for kind in KINDS.values()]
    assert len(set(names)) == len(names)
    assert all(code == kind.code for code, kind in KINDS.items())


def test_a_problem_is_told_in_the_reader_s_language() -> None:
    problems = Problems()
    problems.add("S104", Place("a.md", 2, 3), value=Text("ก", "a"))
    (problem,) = problems
    assert "ก" in problem.message("th") and "character a" in problem.message("en")
    assert str(problem.place) == "a.md:2:3"
    assert str(Place("a.md")) == "a.md"


def test_braces_in_a_value_are_text() -> None:
    problems = Problems()
    problems.add("S201", Place("a.md"), value=quoted("{value.__class__} {0}"), hint="")
    assert "{value.__class__} {0}" in problems.found[0].message("en")


@given(st.text())
def test_a_quoted_value_is_one_printable_line(text: str) -> None:
    shown = quoted(text)
    assert "\n" not in shown and "\x00" not in shown and "\u202e" not in shown
    shown.encode("utf-8")


def test_what_a_terminal_cannot_show_is_written_out() -> None:
    assert printable("a\x1b[31mb\ud800\u202eก") == "a\\x1b[31mb\\ud800\\u202eก"
    assert quoted("ก" * 100) == f"“{'ก' * 80}…”"
