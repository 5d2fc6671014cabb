"""Prongsai installed as a wheel, in a folder that holds just sources and mkdocs.yml."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[dict[str, str]]:
    """An environment in which ``prongsai`` comes from a wheel, built from a copy of what a release holds."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(root)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(folder / "lib"),
        str(wheel),
    ]
    done = subprocess.run(install, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    yield {
        **os.environ,
        "PYTHONPATH": str(folder / "lib"),
        "SOURCE_DATE_EPOCH": "1700000000",
        "PYTHONUTF8": "1",
    }


def run(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=300,
        check=False,
    )


def test_the_wheel_is_what_runs(installed: dict[str, str], tmp_path: Path) -> None:
    done = run(
        ["-c", "import prongsai, prongsai_theme; print(prongsai.__file__, prongsai_theme.__file__)"],
        tmp_path,
        installed,
    )
    assert done.stdout.count(installed["PYTHONPATH"]) == 2


def test_both_commands_build_a_folder_of_sources(installed: dict[str, str], town: Path) -> None:
    for command in (
        ["-m", "prongsai", "build", "--quiet"],
        ["-m", "mkdocs", "build", "--quiet", "--site-dir", "other"],
    ):
        done = run(command, town, installed)
        assert done.returncode == 0, done.stderr
        assert (done.stdout, done.stderr) == ("", "")
    for site in ("site", "other"):
        assert (town / site / "2566/o5/index.html").is_file()
        assert (town / site / "data/2566/oit.xlsx").is_file()
        assert "--pr-ink:" in (town / site / "assets/prongsai/theme.css").read_text("utf-8")
        assert ".pr-sign" in (town / site / "assets/prongsai/pages.css").read_text("utf-8")
