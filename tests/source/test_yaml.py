"""YAML: what is read, what is refused, and where."""

import time

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from prongsai.source import yaml
from prongsai.source.place import Place
from prongsai.source.problems import Problems
from prongsai.source.yaml import Node


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers: not every system has libyaml."""
    if request.param == "python":
        monkeypatch.setattr(yaml, "_Loader", pyyaml.SafeLoader)
    elif yaml._Loader is pyyaml.SafeLoader:
        pytest.fail("PyYAML is installed here without libyaml")
    return str(request.param)


def parse(text: str, first_line: int = 1) -> tuple[Node | None, list[tuple[str, int, int]]]:
    problems = Problems()
    node = yaml.parse(text, "a.yml", problems, first_line)
    for problem in problems:
        assert problem.message("th") and problem.message("en")
    return node, [(p.kind.code, p.place.line, p.place.column) for p in problems]


def plain(text: str) -> yaml.Plain:
    node, found = parse(text)
    assert node is not None and not found
    return node.plain()


def test_scalars_stay_text() -> None:
    text = "a: 2565-13-40\nb: 012\nc: 1e9\nd: yes\ne: 0x1F\nf: .nan\ng: 12:30:45\nh: =\ni: <<\nj: ๒๕๖๖\n"
    assert plain(text) == {
        "a": "2565-13-40", "b": "012", "c": "1e9", "d": "yes", "e": "0x1F", "f": ".nan", "g": "12:30:45",
        "h": "=", "i": "<<", "j": "๒๕๖๖",
    }  # fmt: skip


def test_nothing_true_and_false() -> None:
    assert plain("[~, null, '', true, False, 'true', \"null\", on]") == [
        None, None, "", True, False, "true", "null", "on",
    ]  # fmt: skip
    assert plain("a:\nb: \n") == {"a": None, "b": None}


@pytest.mark.parametrize("text", ["", "\n", "# ความเห็น\n", "---\n", "~"])
def test_an_empty_document_is_a_node_without_value(text: str) -> None:
    assert plain(text) is None


def test_keys_are_text_and_merge_keys_nothing_special() -> None:
    assert plain("1: a\ntrue: b\n<<: c\n'': d\n") == {"1": "a", "true": "b", "<<": "c", "": "d"}


def test_places_of_values_and_keys() -> None:
    node, _ = parse("ก: ข\nค:\n  - ง: จ\n    ฉ: [ช, ซ]\n", first_line=5)
    assert node is not None
    assert node.at(("ก",)) == Place("a.yml", 5, 4)
    assert node.at(("ค", 0, "ฉ", 1)) == Place("a.yml", 8, 12)
    assert node.at(("ค", 0, "ฉ"), key=True) == Place("a.yml", 8, 5)
    assert node.at(("ค", 0)) == Place("a.yml", 7, 5)
    assert node.at(("ค", 7, "x")) == Place("a.yml", 6, 1)
    assert node.at(("ค", 0, "x")) == Place("a.yml", 7, 5)
    assert node.at(("x",)) == Place("a.yml", 5, 1)
    assert node.get(("ค", 0, "ง")) is not None
    assert node.get(("ค", 1)) is None


def test_entries_and_texts() -> None:
    node, _ = parse("a: [x, y]\nb: z\nc:\nd: true\n")
    assert node is not None
    assert [entry.value for entry in node.each("a")] == ["x", "y"]
    assert [entry.value for entry in node.each("b")] == ["z"]
    assert node.each("c") == node.each("x") == []
    assert (node.text("b"), node.text("d"), node.text("a"), node.text("x")) == ("z", None, None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [("S112", 3, 1)]),
        ("a:\n  - {b: 1, b: 2}\n", [("S112", 2, 12)]),
        ("a: &x b\nc: *x\n", [("S113", 1, 4), ("S113", 2, 4)]),
        ("&k a: b\n", [("S113", 1, 1)]),
        ("a: !!python/object/apply:os.system [ls]\n", [("S114", 1, 4)]),
        (
            "a: !!bool maybe\nb: !!timestamp abc\nc: !!int x\n",
            [("S114", 1, 4), ("S114", 2, 4), ("S114", 3, 4)],
        ),
        ('a: "\\x07"\nb: "\\0"\n', [("S104", 1, 4), ("S104", 2, 4)]),
    ],
)
def test_what_is_refused_while_the_rest_is_read(text: str, found: list[tuple[str, int, int]]) -> None:
    node, told = parse(text)
    assert node is not None
    assert told == found


def test_the_first_of_two_equal_keys_counts() -> None:
    node, _ = parse("a: 1\na: 2\n")
    assert node is not None and node.plain() == {"a": "1"}


def test_a_value_that_is_refused_says_so() -> None:
    node, _ = parse("a: !!int x\nb: ! y\nc: *z\n")
    assert node is not None
    assert [node.get((key,)).refused for key in "abc"] == [True, False, True]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b: c\n", 1, 5),
        ("ชื่อ: แผน: ปี\n", 1, 10),
        ("a: b\n  c: d\n", 2, 4),
        ("x: 1\na: \"b\nc: d\n", 2, 4),
        ("a: 'b\n", 1, 4),
        ("x: 1\na: [b, c\n", 2, 4),
        ("a:\n\t- b\n", 2, 1),
        ("a: @b\n", 1, 4),
        ("a: `b\n", 1, 4),
        ("a: %b\n", 1, 4),
        ("a: 1\nb\nc: 2\n", 2, 1),
        ("a: - b\n", 1, 4),
        ("a:\n  - b\n - c\n", 3, 2),
        ("- a\nb: c\n", 2, 1),
        ("a: 'b' c\n", 1, 8),
        ("a: **b**\n", 1, 4),
        ("a: 1\n---\nb: 2\n", 2, 1),
        ("a: 1\n...\nb\n", 3, 1),
        ("? [a]\n: b\n", 1, 3),
        ("{a: b}}\n", 1, 7),
        ("a: ,\n", 1, 4),
    ],
)  # fmt: skip
def test_the_place_of_a_mistake(text: str, line: int, column: int) -> None:
    node, found = parse(text)
    assert node is None
    assert found == [("S111", line, column)]


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        ("a: b: c", "มีเครื่องหมาย : ซ้ำในบรรทัดเดียว — ถ้าเป็นส่วนของข้อความให้ใส่เครื่องหมายคำพูดครอบ", "second colon"),
        ("a:\n\tb: c", "ใช้แท็บ (Tab) ย่อหน้าไม่ได้ — ลบแท็บแล้วใช้เว้นวรรคแทน", "a tab cannot indent"),
        ("a: @b", "ข้อความขึ้นต้นด้วย @ ไม่ได้ — ใส่เครื่องหมายคำพูดครอบข้อความทั้งหมด", "cannot begin with @"),
        ('a: "\\ก"', "เครื่องหมาย \\ ในคำพูดคู่ใช้แบบนี้ไม่ได้ — เปลี่ยนเป็นคำพูดเดี่ยว ' ครอบแทน", "single quotes"),
        ("a: 'b' ค", "มี “ค” ต่อท้ายเครื่องหมายปิดคำพูดหรือวงเล็บ — ย้ายเครื่องหมายปิดไปไว้ท้ายบรรทัด", "follows closed"),
    ],
)
def test_the_words_for_a_mistake(text: str, th: str, en: str) -> None:
    problems = Problems()
    yaml.parse(text, "a.yml", problems)
    assert problems.found[0].message("th").startswith(f"รูปแบบ YAML ไม่ถูกต้อง: {th}")
    assert en in problems.found[0].message("en")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "S113"),
        ("[" * 20_000, "S115"),
        ("{a: " * 20_000, "S115"),
        ("[" * 20_000 + "]" * 20_000, "S115"),
        ("- " * 20_000 + "a", "S115"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(500)), "S115"),
        ("[" + "a," * 60_000 + "]", "S115"),
        ("a: '" + "x\n" * 100_000, "S111"),
        ("a" * 500_000, None),
        ("? " * 20_000, None),
        ("!!python/object/apply:os.system [x]\n", "S114"),
    ],
    ids=range(11),
)
def test_hostile_documents_end_soon(text: str, code: str | None, parser: str) -> None:
    start = time.process_time()
    _, found = parse(text)
    assert time.process_time() - start < (2 if parser == "libyaml" else 10)
    assert code is None or {told[0] for told in found} == {code}
    assert len(found) <= yaml.MAX_PROBLEMS


@given(st.text() | st.text(alphabet=st.sampled_from("ab: -\n'\"[]{},&*!|>%@`?#\\\t~\x85\u2028\ufeff\x00")))
def test_any_text_gives_a_document_or_problems(text: str) -> None:
    node, found = parse(text, first_line=7)
    assert node is not None or found
    assert all(line >= 7 and column >= 1 for _, line, column in found)
    if not set(text) & set("\r\x85\u2028\u2029\ufeff"):
        assert all(line - 7 <= text.count("\n") + 1 for _, line, _ in found)


LINES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]))
VALUES = st.recursive(
    st.none() | st.booleans() | LINES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LINES.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_what_pyyaml_writes_is_read_as_it_reads_it(value: object, flow: bool) -> None:
    text = pyyaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=60)
    if "\n...\n" in text or set(text) & set("\x85\u2028\u2029\ufeff"):
        text = text.removesuffix("...\n")
    assert plain(text) == pyyaml.safe_load(text) == value
