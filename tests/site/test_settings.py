"""The settings of a project: whatever stands in mkdocs.yml, the message names the file."""

from pathlib import Path

import pytest

from prongsai.errors import OutputError, ProjectError
from prongsai.mkdocs_run import build_site, read_project

START = "site_name: x\nplugins: [prongsai]\n"


@pytest.mark.parametrize(
    "text",
    ["5", "[]", "INHERIT: mkdocs.yml", "INHERIT: [1]", f"{START}site_url: 'http://[::1'",
     "site_name: 2565-13-45", "docs_dir: 2566-02-30", "[" * 5000, "a: [", "\x00"],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match=r"mkdocs\.yml cannot be used: .") as caught:
        read_project(tmp_path)
    assert "ใช้ mkdocs.yml ไม่ได้" in caught.value.text.th


@pytest.mark.parametrize("place", [".", "content", "content/2565", ".."])
def test_a_place_among_the_sources_is_told_as_such(place: str, tmp_path: Path) -> None:
    root = tmp_path / "town"
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(START, encoding="utf-8")
    with pytest.raises(OutputError, match="choose another --site-dir"):
        build_site(root, root / place)
