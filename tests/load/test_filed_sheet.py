"""The record of a filing, read back whole or told as broken."""

import json
from pathlib import Path

import pytest

from prongsai.load.filed_sheet import load_sheet
from prongsai.model.filed import FiledSheet
from prongsai.source.problems import Problems

WHEN = "2023-04-20T03:00:00+00:00"
GOOD = {
    "format": "prongsai/filed/1",
    "fiscal_year": 2566,
    "filed_at": WHEN,
    "site": None,
    "items": {"o1": ["https://a.invalid/"]},
}


def read(folder: Path, text: str) -> tuple[FiledSheet | None, list[str]]:
    path = folder / "itas.filed.json"
    path.write_text(text, "utf-8")
    problems = Problems()
    found = load_sheet(path, 2566, "content/2566/itas.filed.json", problems)
    return found, [f"{problem.place.line} {problem.kind.code}" for problem in problems]


def test_a_record_is_read(tmp_path: Path) -> None:
    found, told = read(tmp_path, json.dumps(GOOD))
    assert told == []
    assert found == FiledSheet(2566, WHEN, None, {"o1": ("https://a.invalid/",)})


@pytest.mark.parametrize(
    "change",
    [
        {"format": "prongsai/filed/2"},
        {"fiscal_year": 2565},
        {"fiscal_year": "2566"},
        {"filed_at": "soon"},
        {"filed_at": None},
        {"items": {"o1": "https://a.invalid/"}},
        {"items": {"x": []}},
        {"items": []},
    ],
)
def test_a_broken_record_is_told_and_never_half_read(change: dict[str, object], tmp_path: Path) -> None:
    found, told = read(tmp_path, json.dumps(GOOD | change))
    assert found is None
    assert told == ["1 S604"]


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"format": "prongsai/filed/1"}', "[" * 5000])
def test_what_is_no_record(text: str, tmp_path: Path) -> None:
    found, told = read(tmp_path, text)
    assert found is None
    assert told == ["1 S604"]
