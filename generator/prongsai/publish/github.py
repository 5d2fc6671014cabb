"""A site as the branch that GitHub Pages serves: by ghp-import, never by force."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prongsai.errors import NetworkError, OutputError, ProjectError
from prongsai.publish.listing import Entry
from prongsai.publish.zipped import changed

CNAME: Final = "CNAME"
_NO_JEKYLL: Final = ".nojekyll"
_OURS: Final = frozenset({CNAME, _NO_JEKYLL})
_MARKS: Final = ("data/index.json", _NO_JEKYLL)
_CHUNK: Final = 1 << 20


@dataclass(frozen=True)
class Branch:
    """A branch of the repository around ``root``, on the remote of that name."""

    root: Path
    remote: str = "origin"
    name: str = "gh-pages"

    @property
    def here(self) -> str:
        """The branch in this repository."""
        return f"refs/heads/{self.name}"

    @property
    def there(self) -> str:
        """What is known here of the branch on the remote."""
        return f"refs/remotes/{self.remote}/{self.name}"

    def git(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        """Run git; it asks nothing of anybody where there is no terminal."""
        quiet = {} if sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}
        return subprocess.run(
            [_git(), "-C", str(self.root), *words],
            capture_output=True,
            check=False,
            env={**os.environ, **quiet},
        )


def _git() -> str:
    program = shutil.which("git")
    if program is None:
        raise ProjectError("ไม่พบโปรแกรม git — ติดตั้ง git ก่อน", "there is no program git — install git first")
    return program


def fetched(branch: Branch) -> bool:
    """Look at the branch on the remote; whether it is there.

    Raises:
        NetworkError: the remote does not answer.
        ProjectError: this is no repository, or it has no such remote.
    """
    if branch.git("rev-parse", "--git-dir").returncode:
        raise ProjectError(
            "โฟลเดอร์นี้ไม่ได้อยู่ใน git — สั่ง git init และผูกกับ GitHub ก่อน หรือใช้ publish zip",
            "this folder is not in git — run git init and connect it to GitHub first, or use publish zip",
        )
    if branch.git("remote", "get-url", branch.remote).returncode:
        raise ProjectError(
            f"git ไม่รู้จักปลายทาง {branch.remote} — สั่ง git remote add {branch.remote} ที่อยู่ของที่เก็บ",
            f"git knows no remote {branch.remote} — run git remote add {branch.remote} ADDRESS",
        )
    found = branch.git("ls-remote", "--exit-code", "--heads", branch.remote, branch.here)
    if found.returncode == 2:
        branch.git("update-ref", "-d", branch.there)
        return False
    if found.returncode == 0:
        found = branch.git("fetch", "--quiet", branch.remote, f"+{branch.here}:{branch.there}")
    if found.returncode:
        raise _unreachable(branch, found.stderr)
    return True


def _unreachable(branch: Branch, told: bytes) -> NetworkError:
    last = (told.decode("utf-8", "replace").strip().splitlines() or ["?"])[-1]
    return NetworkError(
        f"ติดต่อ {branch.remote} ไม่ได้ ({last}) — ตรวจอินเทอร์เน็ตและสิทธิ์ แล้วสั่งใหม่ เว็บไซต์เดิมยังอยู่",
        f"{branch.remote} cannot be reached ({last}) — check the network and permissions, then run this "
        f"again; "
        "the last site stays",
    )


def standing(branch: Branch, *, there: bool) -> dict[str, Entry]:
    """The files of the branch on the remote, hashed as git does; empty where there is no such branch."""
    return _tree(branch, branch.there) if there else {}


def _tree(branch: Branch, commit: str) -> dict[str, Entry]:
    told = branch.git("ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    found = {}
    for line in told.stdout.decode("utf-8", "surrogateescape").split("\0"):
        if line:
            about, _, name = line.partition("\t")
            _, _, digest, size = about.split()
            found[name] = Entry(int(size) if size != "-" else 0, digest)
    return found


def hashed(site: Path, names: Iterable[str]) -> dict[str, Entry]:
    """The files of a site, hashed as git does."""
    return {name: _blob(site / name) for name in names}


def _blob(path: Path) -> Entry:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
        while data := file.read(_CHUNK):
            digest.update(data)
    return Entry(size, digest.hexdigest())


def push(
    branch: Branch, site: Path, files: Mapping[str, Entry], message: str, domain: str | None, *,
    there: bool, take_over: bool = False,
) -> bool:  # fmt: skip
    """Put the ``files`` of ``site`` (as ``hashed`` gives them) on the branch and push it; False: no change.

    ``domain`` is the custom domain; without one, that of the branch stays. Nothing is ever forced.

    Raises:
        OutputError: the branch is somebody else's, or the remote refuses.
    """
    base = branch.there if there else branch.here
    before = _tree(branch, base)
    if before and not take_over and not any(mark in before for mark in _MARKS):
        raise OutputError(
            f"สาขา {branch.name} มีงานอื่นที่ไม่ใช่เว็บไซต์ของโปร่งใส จึงไม่เขียนทับ — ใช้ --branch ชื่ออื่น "
            f"หรือถ้าแน่ใจใส่ "
            "--take-over (ประวัติเดิมยังอยู่)",
            f"the branch {branch.name} holds other work, no site of Prongsai, so it is not replaced — choose "
            "another with --branch, or give --take-over if you are sure (its history stays)",
        )
    kept = branch.git("show", f"{base}:{CNAME}") if domain is None and CNAME in before else None
    domain = kept.stdout.decode("utf-8", "replace").strip() if kept else domain
    if there and _without_ours(before) == dict(files) and (domain is None or CNAME in before):
        return False
    _commit(branch, site, message, domain)
    if _without_ours(_tree(branch, branch.here)) != {n: e for n, e in files.items() if n not in _OURS}:
        raise changed(branch.name)
    pushed = branch.git("push", "--quiet", branch.remote, f"{branch.here}:{branch.here}")
    if pushed.returncode:
        raise _unreachable(branch, pushed.stderr)
    return True


def _without_ours(tree: Mapping[str, Entry]) -> dict[str, Entry]:
    return {name: entry for name, entry in tree.items() if name not in _OURS}


def _commit(branch: Branch, site: Path, message: str, domain: str | None) -> None:
    """The site as one commit upon what the remote has, made by ghp-import."""
    words = ["-n", "-m", message, "-r", branch.remote, "-b", branch.name, *(["-c", domain] if domain else [])]
    named = {}
    for key, setting, plain in (
        ("NAME", "user.name", "prongsai"),
        ("EMAIL", "user.email", "prongsai@localhost"),
    ):
        if f"GIT_COMMITTER_{key}" not in os.environ and branch.git("config", setting).returncode:
            named[f"GIT_COMMITTER_{key}"] = plain
    done = subprocess.run(
        [sys.executable, "-m", "ghp_import", *words, str(site.resolve())], cwd=branch.root,
        capture_output=True, check=False, env={**os.environ, **named},
    )  # fmt: skip
    if done.returncode:
        told = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["?"])[-1]
        raise OutputError(
            f"git สร้างสาขา {branch.name} ไม่ได้ ({told}) — เว็บไซต์เดิมยังอยู่",
            f"git could not make the branch {branch.name} ({told}) — the last site stays",
        )
