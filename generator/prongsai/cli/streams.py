"""Standard streams that tell a reader who has seen enough from a result that could not be written.

A reader who leaves (``| head``, a pager that is quit) is no fault of anybody: the rest is dropped, the
command does its work to the end, and its exit code stays what the contract says of the sources. What the
machine refuses (a full disk, a closed standard output) is remembered, whoever wrote, and ends in the code
for a command that cannot run.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from typing_extensions import Buffer

_READER_LEFT: Final = frozenset({errno.EPIPE})
# Windows has two answers for a pipe without a reader: EPIPE to the first write, EINVAL to those after it.
_READER_LEFT_WINDOWS: Final = frozenset({errno.EPIPE, errno.EINVAL})


class Outlet(io.RawIOBase):
    """The raw end of a stream. Writing never fails: after the first refusal nothing is written any more.

    ``refused`` is what the machine answered; it stays None when only the reader left.
    """

    def __init__(self, raw: io.RawIOBase, platform: str = sys.platform) -> None:
        self.refused: OSError | None = None
        self._raw = raw
        self._ended = False
        self._left = _READER_LEFT_WINDOWS if platform == "win32" else _READER_LEFT

    def write(self, data: Buffer, /) -> int | None:
        """Write ``data``, or drop it once the stream has ended."""
        if not self._ended:
            try:
                return self._raw.write(data)
            except OSError as error:
                self._ended = True
                if error.errno not in self._left:
                    self.refused = error
        return memoryview(data).nbytes

    def writable(self) -> bool:
        """It is written to."""
        return True

    def fileno(self) -> int:
        """The stream's own number, for programs that are started."""
        return self._raw.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._raw.isatty()


class Streams:
    """What became of standard output."""

    def __init__(self, result: Outlet | None) -> None:
        self._result = result

    def refusal(self) -> OSError | None:
        """Why the result could not be written, if it could not; all of it has been sent by now."""
        sys.stdout.flush()
        return self._result.refused if self._result else None


@contextmanager
def standard_streams() -> Iterator[Streams]:
    """Standard output and standard error in UTF-8 through outlets, for as long as a command runs."""
    _fill_closed()
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.isatty():
        # As what we print; a letter that is not whole is told by who asked.
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    before = sys.stdout, sys.stderr
    result, messages = _outlet(sys.stdout), _outlet(sys.stderr)
    sys.stdout, sys.stderr = (
        _text(outlet, stream) for outlet, stream in zip((result, messages), before, strict=True)
    )
    try:
        yield Streams(result)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = before


def _fill_closed() -> None:
    """Give streams that were closed by who started us their numbers back, so that no file of ours gets them.

    Output is opened the wrong way round: what is written there is refused, not lost in silence. Messages may
    get lost.
    """
    if sys.stdin is None:
        sys.stdin = open(_null(0, os.O_WRONLY), closefd=False)  # noqa: SIM115 — open as long as we run
    if sys.stdout is None:
        sys.stdout = _unread(_null(1, os.O_RDONLY))
    if sys.stderr is None:
        sys.stderr = _unread(_null(2, os.O_WRONLY))


def _null(number: int, way: int) -> int:
    opened = os.open(os.devnull, way)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)
    return number


def _unread(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(io.FileIO(number, "w", closefd=False)))


def _outlet(stream: TextIO) -> Outlet | None:
    """An outlet in front of a real stream; None for what stands in for one."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # `python -u` has no buffer between
    return Outlet(raw) if isinstance(raw, io.RawIOBase) else None


def _text(outlet: Outlet | None, stream: TextIO) -> TextIO:
    """The stream that commands print to, in front of ``outlet``."""
    if isinstance(stream, io.TextIOWrapper):
        if outlet is None:
            stream.reconfigure(encoding="utf-8", errors="replace")
        else:
            stream.flush()
            lines = stream.line_buffering or stream.write_through
            return io.TextIOWrapper(io.BufferedWriter(outlet), "utf-8", "replace", line_buffering=lines)
    return stream
