"""``prongsai`` in this process, as a user would call it: processes would take most of the time."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from prongsai.cli import main


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    returncode: int
    stdout: str
    stderr: str


Command = Callable[..., Done]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs ``prongsai`` with the given words; ``cwd`` is where."""

    def run(*words: str | Path, cwd: Path | None = None) -> Done:
        capsys.readouterr()
        code = 0
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["prongsai", *map(str, words)])
            if cwd is not None:
                patched.chdir(cwd)
            try:
                main()
            except SystemExit as end:
                code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run
