"""``prongsai`` as a user calls it: in this process, or in one of its own where only that shows it."""

import io
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from prongsai.cli import main

ROOT = Path(__file__).parent.parent
EPOCH = "1700000000"
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
FOREIGN = ("NO_MKDOCS_2_WARNING", "PYTHONPATH")
"""Settings of this machine that a user's does not have."""


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a command: this machine's, with a known day of building."""
    here = {key: value for key, value in os.environ.items() if key not in FOREIGN}
    return {**here, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1", **more}


def run_module(module: str, *words: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
    """Run ``python -m module`` as a user would, with its output kept."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=cwd,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=300,
        check=False,
        env=surroundings(**environment),
    )


def run_here(*words: str | Path, cwd: Path | None = None, **environment: str) -> Done:
    """``prongsai`` with the given words, without the second that a program of its own takes to start.

    The streams are real ones, of bytes, to no terminal; the folder and the environment are those of
    ``run_module``, but for what Python reads only as it starts (``TZ``, ``LC_ALL``, its hash seed).
    """
    arguments, code = ["prongsai", *map(str, words)], 0
    with _written() as out, _written() as err:
        with (
            mock.patch.dict(os.environ, surroundings(**environment), clear=True),
            mock.patch.object(sys, "argv", arguments),
            mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO())),
            chdir(cwd or Path.cwd()),
            redirect_stdout(out),
            redirect_stderr(err),
            _others_deprecations(),
        ):
            try:
                main()
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 1 if left.code else 0
        return Done(arguments, code, _text(out), _text(err))


@contextmanager
def _written() -> Iterator[io.TextIOWrapper]:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    yield stream
    stream.detach()


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n")


@contextmanager
def _others_deprecations() -> Iterator[None]:
    """What MkDocs and others still use is theirs; only our own modules fail a test by it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.filterwarnings("error", category=DeprecationWarning, module=r"prongsai\b")
        yield
