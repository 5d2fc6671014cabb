"""Settings are read, not run: a tag in mkdocs.yml that would make MkDocs run code is told instead."""

import json
import time
from pathlib import Path

import pytest

from prongsai.errors import ProjectError
from prongsai.mkdocs_run import read_project
from prongsai.mkdocs_settings import settings_findings
from tests.conftest import Run
from tests.site.test_serve import free_port, page_with, served

START = "site_name: x\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n"


def writing(mark: Path) -> str:
    """A tag that leaves a file behind where it is run."""
    return f"!!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ['{mark}']]"


def told(root: Path) -> list[tuple[str, int, int, str]]:
    return [(one.path, one.line, one.column, one.rule) for one in settings_findings(root / "mkdocs.yml")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("copyright: !!python/object/apply:os.getcwd []\n", [(5, 12)]),
        ("copyright: !<tag:yaml.org,2002:python/object/new:str> [x]\n", [(5, 12)]),
        ("extra:\n  - !!python/module:os\n  - !!python/name:os.system\n", [(6, 5), (7, 5)]),
        ("extra: {a: !!python/tuple [1], b: !!python/object:x.Y {}}\n", [(5, 12), (5, 35)]),
        ("extra: !!python/name:materialist.run\n", [(5, 8)]),
        ("extra: !!python/name:material\n", [(5, 8)]),
        ("extra: &x !!python/name:os.system\ncopyright: *x\n", [(5, 8)]),
        ("extra: &x !!python/name:os.system\nbad: [\n", []),  # nothing of it is read, by MkDocs neither
    ],
)
def test_each_tag_that_runs_code_is_told_with_its_place(
    text: str, places: list[tuple[int, int]], tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(START + text, "utf-8")
    assert told(tmp_path) == [("mkdocs.yml", *place, "S117") for place in places]


def test_what_materials_manual_has_people_write_stays(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        f"{START}copyright: !ENV [NOT_SET, 'x']\nmarkdown_extensions:\n"
        "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}\n"
        "  - pymdownx.superfences:\n      custom_fences:\n        - name: mermaid\n          class: mermaid\n"
        "          format: !!python/name:pymdownx.superfences.fence_code_format\n",
        "utf-8",
    )
    (tmp_path / "content").mkdir()
    assert told(tmp_path) == []
    assert read_project(tmp_path).site_url is None


def test_settings_that_are_inherited_are_judged_too(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    mark = tmp_path / "ran"
    (tmp_path / "base.yml").write_text(f"copyright: {writing(mark)}\n", "utf-8")
    # Through a merge key, which MkDocs' loader resolves before it looks for INHERIT.
    (tmp_path / "town/mkdocs.yml").write_text(f"<<: {{INHERIT: ../base.yml}}\n{START}", "utf-8")
    assert ("../base.yml", 1, 12, "S117") in told(tmp_path / "town")
    with pytest.raises(ProjectError, match=r"\.\./base\.yml:1:12: S117 the tag"):
        read_project(tmp_path / "town")
    assert not mark.exists()


def test_every_command_stops_before_anything_runs(town: Path, tmp_path: Path, prongsai: Run) -> None:
    mark = tmp_path / "ran"
    with (town / "mkdocs.yml").open("a") as file:
        file.write(f"copyright: {writing(mark)}\n")
    for words in (["build"], ["serve", "--no-open"], ["publish", "folder", str(tmp_path / "out")]):
        done = prongsai(*words, "--project", town)
        assert done.returncode == 2, done.stderr
        assert "mkdocs.yml:5:12: S117 แท็ก “!!python/object/apply:pathlib.Path.touch”" in done.stderr
        assert "Traceback" not in done.stderr
    found = prongsai("check", "--project", town, "--format", "json")
    assert found.returncode == 1
    assert [
        (one["path"], one["line"], one["column"], one["severity"])
        for one in json.loads(found.stdout)["findings"]
        if one["rule"] == "S117"
    ] == [("mkdocs.yml", 5, 12, "error"), ("mkdocs.yml", 5, 54, "error")]
    assert not mark.exists()


def test_mkdocs_itself_builds_nothing_of_it(town: Path, tmp_path: Path, mkdocs: Run) -> None:
    with (town / "mkdocs.yml").open("a") as file:
        file.write("copyright: !!python/object/apply:os.getcwd []\n")
    done = mkdocs("build", cwd=town)
    assert done.returncode == 1
    assert "mkdocs.yml:5:12: S117" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (town / "site").exists()


def test_a_preview_judges_settings_again_when_they_change(town: Path, tmp_path: Path) -> None:
    port, mark, log = free_port(), tmp_path / "ran", tmp_path / "log"
    address = f"http://127.0.0.1:{port}/2566/o1/"
    settings = town / "mkdocs.yml"
    good = settings.read_text("utf-8")
    with served(["prongsai", "serve", "--no-open", "--address", f"127.0.0.1:{port}"], town, log):
        page_with(address, "ดูผังโครงสร้าง")
        time.sleep(1.2)
        settings.write_text(f"{good}copyright: {writing(mark)}\n", "utf-8")
        until = time.monotonic() + 20
        while "S117" not in log.read_text("utf-8"):
            assert time.monotonic() < until, log.read_text("utf-8")
            time.sleep(0.05)
        settings.write_text(good, "utf-8")
        time.sleep(1.2)
        with (town / "content/2566/o1.md").open("a", encoding="utf-8") as source:
            source.write("\nเพิ่มย่อหน้าใหม่\n")
        page_with(address, "เพิ่มย่อหน้าใหม่")
    assert "Traceback" not in log.read_text("utf-8")
    assert not mark.exists()
