"""Sources checked out with Windows' line endings (git's autocrlf) give the same bytes."""

import shutil
from pathlib import Path

import pytest

from prongsai.compile import compile_project
from tests.running import EPOCH, ROOT

SOURCES = (".md", ".yml", ".json")


def test_a_checkout_with_crlf_compiles_to_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    town = ROOT / "examples" / "tako"
    changed = 0
    for name in ("lf", "crlf"):
        shutil.copytree(town / "content", tmp_path / name / "content")
        shutil.copy(town / "mkdocs.yml", tmp_path / name)
    for path in (tmp_path / "crlf").rglob("*"):
        if path.suffix in SOURCES:
            lines = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            changed += lines.count(b"\r\n")
            path.write_bytes(lines)
    assert changed > 100
    with_lf, with_crlf = (compile_project(tmp_path / name) for name in ("lf", "crlf"))
    assert with_lf.pages
    assert with_crlf.pages == with_lf.pages
    assert with_crlf.files == with_lf.files
