"""The time that stands for a build: what SOURCE_DATE_EPOCH says, or the newest source."""

import os
from pathlib import Path

import pytest

from prongsai.compile import build_time
from prongsai.errors import ProjectError


def test_a_told_time_stands_for_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1672531200")
    assert build_time(tmp_path) == 1672531200


@pytest.mark.parametrize("told", ["abc", "²", "-5", "1e5", "32503680000", "9" * 5000])
def test_a_time_that_cannot_be_is_told_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    with pytest.raises(ProjectError, match="SOURCE_DATE_EPOCH") as stopped:
        build_time(tmp_path)
    assert told[:40] in stopped.value.text.th
    assert len(stopped.value.text.th) < 300


def test_a_clock_gone_wrong_does_not_stop_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    source = tmp_path / "agency.yml"
    source.write_text("name: x", "utf-8")
    os.utime(source, (0, -(10**9)))
    assert build_time(tmp_path) == 0
