"""What publishing writes into the sources: nothing that stood there is ever lost."""

from pathlib import Path

import pytest
import yaml

from prongsai.errors import OutputError
from prongsai.load.addresses import load_published
from prongsai.publish.records import Publication, add_publication, write_addresses
from prongsai.source.problems import Problems


def test_addresses_are_added_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "addresses.lock"
    assert write_addresses(path, (), ["", "2566/o1/", "2566/files/แผน 1.pdf"]) == 3
    problems = Problems()
    known = load_published(path, "content/addresses.lock", problems)
    assert (set(known), list(problems)) == ({"", "2566/o1/", "2566/files/แผน 1.pdf"}, [])
    before = path.read_bytes()
    assert write_addresses(path, known, ["2566/o1/"]) == 0
    assert path.read_bytes() == before
    assert write_addresses(path, known, ["2567/"]) == 1
    lines = path.read_text("utf-8").splitlines()
    assert lines[1:] == ["/", "/2566/files/แผน 1.pdf", "/2566/o1/", "/2567/"]


def test_records_are_put_behind_those_before(tmp_path: Path) -> None:
    path = tmp_path / "published.yml"
    add_publication(path, Publication("2026-04-01T09:00:00+07:00", "folder /www", "ab", 3, "c0"))
    path.write_text(f"{path.read_text('utf-8')}# a note of our own\n", "utf-8")
    why = {"dead-links": 'เหตุ: "ด่วน"\n# x'}
    add_publication(path, Publication("2026-04-02T09:00:00+07:00", "zip a: b.zip", "cd", 4, None, why))
    text = path.read_text("utf-8")
    assert "# a note of our own" in text
    first, second = yaml.safe_load(text)
    assert first["commit"] == "c0"
    assert second["target"] == "zip a: b.zip"
    assert second["despite"] == why
    assert "commit" not in second


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError, match="the site is published, but"):
        write_addresses(tmp_path / "file/addresses.lock", (), ["x/"])
    (tmp_path / "published.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(OutputError):
        add_publication(tmp_path / "published.yml", Publication("now", "x", "ab", 1))
    assert (tmp_path / "published.yml").read_bytes() == b"\xff\xfe"
