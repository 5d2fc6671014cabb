"""Kept receipts read back: whole, or told with their place."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import Text
from prongsai.load.project import load_project
from prongsai.load.receipts import load_filing, load_receipts
from prongsai.model.receipt import RECEIPTS_FORMAT, Filing, Receipt
from prongsai.source.problems import Problems

URL = "https://a.invalid/1.pdf"
GOOD = {
    "verdict": "ok",
    "reason": "พบเอกสาร PDF",
    "reason_en": "a PDF is there",
    "sha256": "ab",
    "checked_at": "2026-03-05T04:00:00+00:00",
}


def read(folder: Path, text: str) -> tuple[dict[str, Receipt] | None, list[str]]:
    path = folder / "receipts.lock.json"
    path.write_text(text, "utf-8", newline="")
    problems = Problems()
    found = load_receipts(path, "content/receipts.lock.json", problems)
    return found, [f"{problem.place} {problem.kind.code}" for problem in problems]


def lock(entries: Any) -> str:
    return json.dumps({"format": RECEIPTS_FORMAT, "receipts": entries}, ensure_ascii=False, indent=1)


def test_no_file_no_receipts(tmp_path: Path) -> None:
    problems = Problems()
    assert load_receipts(tmp_path / "none.json", "none.json", problems) == {}
    assert not problems.found


@pytest.mark.parametrize("data", [b"{\xb5\xe8", "{}".encode("utf-16"), b"{\x00\x01}", b"{\x0b}"])
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes) -> None:
    """Whatever is in the file, the site is built without receipts: they can be made again."""
    path = tmp_path / "receipts.lock.json"
    path.write_bytes(data)
    problems = Problems()
    assert load_receipts(path, "content/receipts.lock.json", problems) is None
    assert [(problem.kind.code, problem.kind.severity) for problem in problems] == [("S501", "warning")]
    assert "prongsai verify" in problems.found[0].message("en")


def test_what_passed_is_accepted_unless_another_is(tmp_path: Path) -> None:
    changed = GOOD | {"verdict": "changed", "sha256": "new", "accepted": "old"}
    found, told = read(tmp_path, lock({URL: GOOD, "https://a.invalid/2.pdf": changed}))
    assert told == []
    assert found is not None
    assert found[URL].accepted == "ab"
    assert found[URL].reason == Text("พบเอกสาร PDF", "a PDF is there")
    assert found["https://a.invalid/2.pdf"].accepted == "old"


def test_what_a_newer_version_added_is_passed_over(tmp_path: Path) -> None:
    found, told = read(tmp_path, lock({URL: GOOD | {"colour": "blue"}}))
    assert told == []
    assert found is not None and found[URL].verdict == "ok"


@pytest.mark.parametrize(
    "entry",
    [
        GOOD | {"verdict": "fine"},
        GOOD | {"verdict": ["ok"]},
        GOOD | {"bytes": "many"},
        GOOD | {"checked_at": "yesterday"},
        GOOD | {"last_ok": "2026-03-05T04:00:00"},
        ["verdict", "ok"],
    ],
)
def test_a_broken_entry_is_told_with_its_place(tmp_path: Path, entry: Any) -> None:
    found, told = read(tmp_path, lock({URL: entry}))
    assert (found, told) == (None, ["content/receipts.lock.json:4:3 S501"])


def test_entries_that_are_no_mapping(tmp_path: Path) -> None:
    found, told = read(tmp_path, lock([]))
    assert (found, told) == (None, ["content/receipts.lock.json:3:2 S501"])


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "null", "[]", '{"format": "x/2"}', "NaN", "9" * 5000]
)
def test_what_is_no_lock_file_is_told(tmp_path: Path, text: str) -> None:
    found, told = read(tmp_path, text)
    assert found is None
    assert told and told[0].endswith("S501")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "items", "x"]), inner)
        ),
        max_leaves=12,
    )
)
def test_anything_as_an_entry_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, entry: Any) -> None:
    found, told = read(tmp_path_factory.getbasetemp(), lock({URL: entry}))
    assert (found is None) == bool(told)


# as filed


def filing(folder: Path, **changes: Any) -> tuple[Filing | None, list[str]]:
    document = {
        "format": RECEIPTS_FORMAT,
        "fiscal_year": 2566,
        "filed_at": "2023-04-10T04:00:00+00:00",
        "receipts": {URL: GOOD},
    } | changes
    path = folder / "receipts.filed.json"
    path.write_text(json.dumps(document, indent=1), "utf-8")
    problems = Problems()
    found = load_filing(path, 2566, "content/2566/receipts.filed.json", problems)
    return found, [f"{problem.place} {problem.kind.code}" for problem in problems]


def test_the_receipts_of_a_filing(tmp_path: Path) -> None:
    found, told = filing(tmp_path)
    assert told == []
    assert found is not None
    assert (found.fiscal_year, found.filed_at) == (2566, "2023-04-10T04:00:00+00:00")
    assert found.receipts[URL].verdict == "ok"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"fiscal_year": 2565}, 3),
        ({"fiscal_year": None}, 3),
        ({"fiscal_year": True}, 3),
        ({"filed_at": None}, 4),
        ({"filed_at": "2023-04-10"}, 4),
        ({"filed_at": "9999-12-31T23:59:59-14:00"}, 4),
        ({"receipts": []}, 5),
        ({"receipts": {URL: GOOD | {"failures": -1}}}, 6),
        ({"format": "prongsai/receipts/1"}, 1),
    ],
)
def test_a_broken_filing_is_told_with_its_place(changes: Any, line: int, tmp_path: Path) -> None:
    found, told = filing(tmp_path, **changes)
    assert found is None
    (one,) = told
    assert re.fullmatch(rf"content/2566/receipts\.filed\.json:{line}:\d+ S502", one)


def test_a_year_reads_its_filing_and_knows_the_file(tmp_path: Path) -> None:
    year = tmp_path / "content/2566"
    year.mkdir(parents=True)
    (tmp_path / "content/agency.yml").write_text("name: ก\n", "utf-8")
    filing(year)
    loaded = load_project(tmp_path)
    assert [finding.rule for finding in loaded.findings] == []
    assert loaded.site is not None and loaded.site.newest.filed is not None
