"""The branch of GitHub Pages, on a bare repository of this machine: never forced, never half."""

import subprocess
from pathlib import Path
from time import monotonic

import pytest

from prongsai.errors import NetworkError, OutputError, ProjectError
from prongsai.publish.github import Branch, fetched, hashed, push, standing
from prongsai.publish.listing import listing_of
from tests.publish.sites import Killer, make_site

PUSH = (
    "import sys; from pathlib import Path; from prongsai.publish.github import *;"
    "from prongsai.publish.listing import listing_of;"
    "site, branch = Path(sys.argv[1]), Branch(Path(sys.argv[2])); print('ready', flush=True);"
    "push(branch, site, hashed(site, listing_of(site)), 'm', None, there=fetched(branch))"
)


def git(place: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(place), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    git(tmp_path, "init", "-q", "--bare", "server.git")
    git(tmp_path, "init", "-q", "town")
    town = tmp_path / "town"
    git(town, "remote", "add", "origin", str(tmp_path / "server.git"))
    return Branch(town)


def send(branch: Branch, site: Path, domain: str | None = None, *, take_over: bool = False) -> bool:
    files = hashed(site, listing_of(site))
    return push(branch, site, files, "Sources: abc", domain, there=fetched(branch), take_over=take_over)


def public(branch: Branch, out: Path) -> Path:
    """What the server would show."""
    subprocess.run(
        ["git", "clone", "-q", "-b", branch.name, str(branch.root.parent / "server.git"), out], check=True
    )
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_the_branch_holds_the_site_and_names_its_sources(branch: Branch, tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    (site / "2566/files/แผน งาน.pdf").write_bytes(b"%PDF")
    assert send(branch, site, "oit.town.invalid")
    found = files(public(branch, tmp_path / "out"))
    assert found.pop("CNAME").strip() == b"oit.town.invalid"
    assert found.pop(".nojekyll") == b""
    assert found == files(site)
    assert "Sources: abc" in git(tmp_path / "out", "log", "-1", "--format=%B")
    assert not send(branch, site)
    (site / "index.html").write_text("new", "utf-8")
    (site / "2566/o1/index.html").unlink()
    assert send(branch, site)
    found = files(public(branch, tmp_path / "again"))
    assert found["CNAME"].strip() == b"oit.town.invalid"
    assert "2566/o1/index.html" not in found
    assert git(tmp_path / "again", "rev-list", "--count", "HEAD") == "2"
    assert set(standing(branch, there=True)) == set(found)


def test_other_work_on_the_branch_is_not_replaced(branch: Branch, tmp_path: Path) -> None:
    site, other = make_site(tmp_path / "one", "one"), tmp_path / "other"
    git(tmp_path, "clone", "-q", str(tmp_path / "server.git"), str(other))
    git(other, "checkout", "-q", "-b", "gh-pages")
    (other / "paper.txt").write_text("theirs", "utf-8")
    git(other, "add", ".")
    git(other, "-c", "user.name=x", "-c", "user.email=x@x.invalid", "commit", "-qm", "theirs")
    git(other, "push", "-q", "origin", "gh-pages")
    with pytest.raises(OutputError, match="other work"):
        send(branch, site)
    assert send(branch, site, take_over=True)
    assert "theirs" in git(public(branch, tmp_path / "out"), "log", "--format=%s")


def test_what_another_computer_published_meanwhile_is_built_upon(branch: Branch, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(tmp_path / "server.git"), "second")
    second = Branch(tmp_path / "second")
    assert send(branch, make_site(tmp_path / "one", "one"))
    assert send(second, make_site(tmp_path / "two", "two"))
    assert send(branch, make_site(tmp_path / "three", "three"))
    assert git(public(branch, tmp_path / "out"), "rev-list", "--count", "HEAD") == "3"


def test_no_repository_no_remote_no_server(branch: Branch, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="git init"):
        fetched(Branch(tmp_path))
    with pytest.raises(ProjectError, match="git remote add"):
        fetched(Branch(branch.root, "elsewhere"))
    (tmp_path / "server.git").rename(tmp_path / "gone.git")
    with pytest.raises(NetworkError):
        fetched(branch)


def test_a_push_that_the_server_refuses_leaves_what_stood(branch: Branch, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    send(branch, one)
    hook = tmp_path / "server.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    with pytest.raises(NetworkError):
        send(branch, two)
    assert files(public(branch, tmp_path / "out"))["index.html"] == (one / "index.html").read_bytes()
    hook.unlink()
    assert send(branch, two)
    assert files(public(branch, tmp_path / "now"))["index.html"] == (two / "index.html").read_bytes()


@pytest.mark.more
def test_twenty_killed_pushes(branch: Branch, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    send(branch, one)
    began = monotonic()
    send(branch, two)
    send(branch, one)
    known, killer, seen = (files(one), files(two)), Killer(11, 1.5 * (monotonic() - began)), set()
    for number in range(20):
        site = two if number % 2 == 0 else one
        killer.run(PUSH, site, branch.root)
        found = files(public(branch, tmp_path / f"out{number}"))
        assert found.pop(".nojekyll") == b""
        assert found in known
        seen.add(known.index(found))
    assert seen == {0, 1}
    send(branch, two)
    found = files(public(branch, tmp_path / "last"))
    assert {name: data for name, data in found.items() if name != ".nojekyll"} == files(two)
