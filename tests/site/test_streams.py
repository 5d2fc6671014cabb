"""A reader who leaves changes nothing; a result that cannot be written is no success."""

import errno
import io
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai.cli.streams import Outlet

COMMAND = [sys.executable, "-m", "prongsai"]


def without_reader(*words: str | Path, options: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[bytes]":
    """A command whose standard output nobody reads, from the first byte on."""
    reader = subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE)
    reader.wait()
    assert reader.stdin
    with reader.stdin as pipe:
        return subprocess.run(
            [sys.executable, *options, "-m", "prongsai", *map(str, words)],
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )


def closed(redirection: str, *words: str | Path) -> "subprocess.CompletedProcess[str]":
    """A command that a shell starts with a stream closed."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *COMMAND, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", [["rule", "C101"], ["--help"], ["check"], ["score"]])
def test_a_reader_who_leaves_is_no_fault(words: list[str], town: Path) -> None:
    project = ["--project", str(town)] if words in (["check"], ["score"]) else []
    done = without_reader(*words, *project)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_without_buffers_a_reader_who_leaves_is_no_fault_either() -> None:
    done = without_reader("rule", "C101", options=("-u",))
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_the_exit_code_tells_of_the_sources_though_nobody_read(town: Path) -> None:
    (town / "content/2566/o5.md").write_text("---\nreported: ???\n---\n", "utf-8")
    assert without_reader("check", "--project", town).returncode == 1
    assert without_reader("score", "--project", town).returncode == 2


def test_a_command_ends_its_work_though_nobody_reads(town: Path, tmp_path: Path) -> None:
    done = without_reader("build", "--project", town, "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize("words", [["rule", "C101"], ["--help"], ["check"]])
def test_a_closed_output_is_told(words: list[str], town: Path) -> None:
    project = ["--project", str(town)] if words == ["check"] else []
    done = closed(">&-", *words, *project)
    assert done.returncode == 2
    assert done.stderr == ("ไม่มีที่เขียนผลลัพธ์ เพราะผู้สั่งปิด standard output ไว้ — สั่งใหม่โดยไม่ปิด (ไม่ใส่ >&-)\n")


def test_a_command_without_a_result_needs_no_output(town: Path, tmp_path: Path) -> None:
    done = closed(">&-", "build", "--quiet", "--project", town, "--site-dir", tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert b"\0" not in (tmp_path / "site/index.html").read_bytes()


def test_messages_never_get_among_results(town: Path) -> None:
    open_, silent = closed("", "check", "--project", town), closed("2>&-", "check", "--project", town)
    assert (silent.returncode, silent.stdout) == (open_.returncode, open_.stdout)
    assert closed("2>&-", "rule", "C000").stdout == ""


def test_a_closed_input_is_nobody_who_answers(tmp_path: Path) -> None:
    done = closed("<&-", "new", tmp_path / "town", "--lang", "en")
    assert done.returncode == 2
    assert "unexpected" not in done.stderr


class Pipe(io.RawIOBase):
    """A pipe of another system, that answers every write with the next of these numbers."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)

    def write(self, data: object, /) -> int:
        raise OSError(self.answers.pop(0), "refused")


@pytest.mark.parametrize(
    ("platform", "answer", "refused"),
    [
        ("win32", errno.EPIPE, False),
        ("win32", errno.EINVAL, False),
        ("linux", errno.EPIPE, False),
        ("linux", errno.EINVAL, True),
        ("win32", errno.ENOSPC, True),
        ("linux", errno.EIO, True),
    ],
)
def test_what_each_system_calls_a_pipe_without_a_reader(platform: str, answer: int, refused: bool) -> None:
    outlet = Outlet(Pipe(answer), platform)  # the second write isn't tried: the pipe has one answer
    assert [outlet.write(b"12"), outlet.write(b"345")] == [
        2,
        3,
    ]
    assert (outlet.refused is not None) is refused


def test_a_result_that_half_went_out_is_not_a_success(town: Path) -> None:
    """More than a buffer holds: the refusal comes in the middle, and other results would come after it."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", "--format", "sarif", "--lang", "en", "--project", str(town)],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "the disk is full — free some room, then run it again\n"
