"""The workflows that towns copy: sound by the linters of their kind, and their steps do what they say.

The steps run as they are, in bash, in a real repository with a remote, with the real ``prongsai``. Only the
code host's own program, ``gh``, is a stand-in: it keeps issues in a file.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

DOCS = Path(__file__).parents[2] / "docs"
GITHUB = DOCS / "workflows/github-verify.yml"
PUBLISH = DOCS / "workflows/github-publish.yml"
GITLAB = DOCS / "workflows/gitlab-ci.yml"
BIN = Path(sys.executable).parent


def lint(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(BIN / words[0]), *map(str, words[1:])],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("path", [GITHUB, PUBLISH], ids=lambda path: path.stem)
def test_the_workflow_holds_for_its_schema_and_has_no_known_weakness(path: Path, tmp_path: Path) -> None:
    done = lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)
    assert done.returncode == 0, done.stdout
    done = lint("zizmor", "--offline", "--persona", "pedantic", path)
    assert done.returncode == 0, done.stdout
    careless = tmp_path / "careless.yml"
    careless.write_text(
        path.read_text("utf-8").replace("persist-credentials: false", "fetch-depth: 1"), "utf-8"
    )
    assert lint("zizmor", "--offline", careless).returncode != 0


def test_the_other_hosts_file_holds_for_its_schema() -> None:
    done = lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", GITLAB)
    assert done.returncode == 0, done.stdout


def workflow(path: Path = GITHUB) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("path", "needed"),
    [(GITHUB, {"contents": "write", "issues": "write"}), (PUBLISH, {"contents": "write"})],
)
def test_the_workflow_may_do_no_more_than_it_needs(path: Path, needed: dict[str, str]) -> None:
    found = workflow(path)
    (job,) = found["jobs"].values()
    assert found["permissions"] == {}
    assert job["permissions"] == needed
    used = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
    assert used == ["actions/checkout", "actions/setup-python"]
    assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


class Repository:
    """A town's repository with a remote, and a runner that takes the workflow's steps."""

    def __init__(self, town: Path, folder: Path) -> None:
        self.town, self.folder = town, folder
        self.remote = folder / "remote.git"
        self.issues = folder / "issues.json"
        programs = folder / "bin"
        programs.mkdir()
        (programs / "prongsai").symlink_to(BIN / "prongsai")
        gh = programs / "gh"
        stand_in = Path(__file__).with_name("gh.py")
        gh.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{stand_in}" "{self.issues}" "$@"\n', "utf-8")
        gh.chmod(0o755)
        self.environment = {
            **{key: os.environ[key] for key in ("HOME", "LANG") if key in os.environ},
            "PATH": f"{programs}:{os.environ['PATH']}",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REF_NAME": "main",
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "RUNNER_TEMP": str(folder),
            **{key: str(value) for key, value in workflow()["env"].items()},
        }
        self.git("init", "--quiet", "--initial-branch=main", ".")
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        self.git("remote", "add", "origin", str(self.remote))
        self.commit("the town's sources")
        self.git("push", "--quiet", "origin", "main")

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.town, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git(
            "-c", "user.name=clerk", "-c", "user.email=clerk@town.invalid", "commit", "--quiet", "-m", message
        )

    def run(self, path: Path = GITHUB) -> None:
        """The steps after the installation, in order, each with what the ones before it put out."""
        outputs: dict[str, str] = {}
        (job,) = workflow(path)["jobs"].values()
        for step in job["steps"][3:]:
            given = {key: self._filled(value, outputs) for key, value in step.get("env", {}).items()}
            outputs |= self._step(step["run"], given)

    def _filled(self, value: str, outputs: Mapping[str, str]) -> str:
        known = {
            "${{ github.token }}": "secret-token",
            "${{ github.repository }}": "town/site",
            "${{ steps.look.outputs.broken }}": outputs.get("broken", ""),
        }
        return known[value]

    def _step(self, script: str, given: Mapping[str, str]) -> dict[str, str]:
        output = self.folder / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.town,
            env={**self.environment, **given, "GITHUB_OUTPUT": str(output)},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return dict(line.split("=", 1) for line in output.read_text().splitlines())

    def told(self) -> list[dict[str, Any]]:
        """The issues."""
        found: list[dict[str, Any]] = json.loads(self.issues.read_text())["issues"]
        return found


@pytest.fixture
def repository(town: Path, tmp_path: Path) -> Repository:
    folder = tmp_path / "runner"
    folder.mkdir()
    return Repository(town, folder)


def test_a_week_that_finds_something_and_one_that_does_not(repository: Repository) -> None:
    repository.run()
    (issue,) = repository.told()
    assert issue["open"]
    assert "https://www.test.invalid/contact" in issue["body"]
    assert issue["body"].startswith("## ลิงก์หลักฐานที่ต้องแก้ 1\n")
    assert (repository.folder / "summary.md").read_text("utf-8") == issue["body"]
    filed = repository.git("--git-dir", str(repository.remote), "show", "main:content/receipts.lock.json")
    assert json.loads(filed)["receipts"]["https://www.test.invalid/contact"]["verdict"] == "dns_error"
    assert "secret-token" not in repository.git("config", "--list")

    repository.run()
    assert len(repository.told()) == 1

    source = repository.town / "content/2566/o5.md"
    source.write_text(source.read_text("utf-8").replace("/contact", "/kontact"), "utf-8")
    repository.run()
    (issue,) = repository.told()
    assert issue["open"]
    assert "/kontact" in issue["body"]

    source.unlink()
    repository.commit("mended")
    repository.run()
    (issue,) = repository.told()
    assert not issue["open"]
    assert repository.git("status", "--porcelain") == ""
    assert repository.git("rev-parse", "main") == repository.git(
        "--git-dir", str(repository.remote), "rev-parse", "main"
    )


@pytest.mark.more
def test_a_push_publishes_and_keeps_what_was_published(repository: Repository) -> None:
    """The branch that GitHub Pages serves holds the site; the record of it goes back to the sources."""
    repository.run(PUBLISH)
    remote = ("--git-dir", str(repository.remote))
    served = repository.git(*remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"index.html", "2566/o1/index.html", ".nojekyll", "_headers"} <= set(served)
    kept = repository.git(*remote, "show", "main:content/addresses.lock")
    assert "2566/o1/" in kept
    assert repository.git("status", "--porcelain") == ""
    assert "secret-token" not in repository.git("config", "--list")

    item = repository.town / "content/2566/o5.md"
    item.write_text("---\nreported: finished\n---\n", "utf-8")
    repository.commit("a mistake")
    with pytest.raises(AssertionError):
        repository.run(PUBLISH)
    assert repository.git(*remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines() == served


def test_the_other_host_checks_and_builds_what_it_serves(town: Path, tmp_path: Path) -> None:
    """The steps of GitLab's file, run as they stand: a site in `public`, a report of the check."""
    jobs = yaml.safe_load(GITLAB.read_text("utf-8"))
    (job,) = [one for one in jobs.values() if isinstance(one, dict) and one.get("pages")]
    programs = f"{BIN}:{os.environ['PATH']}"
    run = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(job["script"])]
    done = subprocess.run(
        run, cwd=town, env={"PATH": programs, "PROJECT": "."}, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert (town / "public/2566/o1/index.html").is_file()
    assert b"<testsuite" in (town / "check.xml").read_bytes()
    assert "/2566/o1/\n" in (town / "content/addresses.lock").read_text("utf-8")
    (town / "content/2566/o5.md").write_text("---\nreported: finished\n---\n", "utf-8")
    done = subprocess.run(
        run, cwd=town, env={"PATH": programs, "PROJECT": "."}, capture_output=True, check=False, timeout=120
    )
    assert done.returncode != 0
