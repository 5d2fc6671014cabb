"""``prongsai new`` as somebody at a keyboard meets it: on a terminal of its own."""

import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from tests.starting.test_new import files

NAME = "เทศบาลตำบลทุ่งตัวอย่าง"
_IUTF8 = 0x4000  # the terminal rubs out letters, not bytes; Python's termios has no name for it
CTRL_C, CTRL_D, BACKSPACE = b"\x03", b"\x04", b"\x7f"
QUESTIONS = ("ชื่อหน่วยงาน", "ประเภทหน่วยงาน", "จังหวัด (", "อำเภอ (", "ตำบล (", "เว็บไซต์หลัก", "ปีงบประมาณ [")


def at_a_terminal(
    folder: Path, answers: Iterable[tuple[str, bytes]], *words: str, flags: int = _IUTF8
) -> tuple[int, str]:
    """How a command ends when each answer is typed as its question appears, and all that was shown.

    Without ``words`` it is ``prongsai new town``.
    """
    ours, theirs = pty.openpty()
    mode = termios.tcgetattr(theirs)
    mode[0] = mode[0] & ~_IUTF8 | flags
    termios.tcsetattr(theirs, termios.TCSANOW, mode)
    clean = {key: value for key, value in os.environ.items() if key not in ("CI", "PYTHONUTF8")}
    process = subprocess.Popen(
        [sys.executable, "-c", _TAKE, sys.executable, "-m", "prongsai", *(words or ("new", "town"))],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**clean, "LC_ALL": "C.UTF-8"},
    )
    os.close(theirs)
    try:
        shown = _typed_in(ours, answers)
    finally:
        process.kill()
        os.close(ours)
    return process.wait(), shown.decode("utf-8", "replace")


# The terminal becomes the one whose keys, such as Ctrl+C, reach the command.
_TAKE = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execv(sys.argv[1], sys.argv[1:])"
)


def _typed_in(terminal: int, answers: Iterable[tuple[str, bytes]]) -> bytes:
    shown, seen, again = b"", 0, b""
    for question, answer in answers:
        while (at := shown.find(question.encode(), seen)) < 0:
            shown += _read(terminal, shown) or _ended(shown)
        seen = at + len(question.encode())
        while not shown[seen:].rstrip(b" ").endswith(b":"):
            shown += _read(terminal, shown) or _ended(shown)
        seen = len(shown)
        os.write(terminal, answer)
        again = answer if answer == CTRL_C else b""
    while data := _read(terminal, shown, again):
        shown += data
    return shown


def _ended(shown: bytes) -> bytes:
    raise AssertionError(f"it ended with {shown.decode('utf-8', 'replace')!r}")


def _read(terminal: int, shown: bytes, again: bytes = b"") -> bytes:
    """What comes next; ``again`` is pressed again where nothing does.

    Python misses a Ctrl+C in the moment between showing a question and waiting for its answer.
    """
    for _ in range(30):
        if select.select([terminal], [], [], 2)[0]:
            break
        os.write(terminal, again)
    else:
        raise AssertionError(f"nothing more came after {shown.decode('utf-8', 'replace')!r}")
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: who held the other end is gone
        return b""


def typed(*answers: str | bytes) -> list[tuple[str, bytes]]:
    """One answer to each question in turn, each sent with Enter."""
    given = [(each.encode() if isinstance(each, str) else each) + b"\n" for each in answers]
    return list(zip(QUESTIONS, given, strict=False))


def test_the_questions_come_one_after_the_other_and_enter_takes_what_is_offered(tmp_path: Path) -> None:
    code, shown = at_a_terminal(tmp_path, typed(NAME, "", "จ.ตรัง", "เมือง", "", "www.example.go.th", ""))
    assert code == 0, shown
    agency = yaml.safe_load((tmp_path / "town/content/agency.yml").read_text("utf-8"))
    assert [agency[key] for key in ("name", "kind", "province", "district", "subdistrict", "website")] == [
        NAME, "เทศบาลตำบล", "ตรัง", "เมืองตรัง", None, "https://www.example.go.th",
    ]  # fmt: skip
    assert (tmp_path / "town/content/2567/year.yml").is_file()
    assert "[เทศบาลตำบล]" in shown
    assert shown.count("มีถึงปี 2567") == 1


def test_a_thai_letter_is_rubbed_out_whole(tmp_path: Path) -> None:
    wrong = NAME.encode() + "กี่".encode() + BACKSPACE * 3
    code, shown = at_a_terminal(tmp_path, typed(wrong, "", "", "", "", "", ""))
    assert code == 0, shown
    assert yaml.safe_load((tmp_path / "town/content/agency.yml").read_text("utf-8"))["name"] == NAME


def test_half_a_letter_is_asked_for_again(tmp_path: Path) -> None:
    half = NAME.encode() + "ก".encode() + BACKSPACE
    answers = [(QUESTIONS[0], half + b"\n"), *typed(NAME, "", "", "", "", "", "")]
    code, shown = at_a_terminal(tmp_path, answers, flags=0)
    assert code == 0, shown
    assert shown.count("มีอักษรที่อ่านไม่ครบตัว") == 1
    assert yaml.safe_load((tmp_path / "town/content/agency.yml").read_text("utf-8"))["name"] == NAME


def test_each_wrong_answer_is_told_and_asked_for_again(tmp_path: Path) -> None:
    answers = [
        ("ชื่อหน่วยงาน", b"\n"),
        ("ข้อนี้เว้นว่างไม่ได้", b"...\n"),
        ("ไม่มีตัวอักษรที่มองเห็น", f"{NAME}\n".encode()),
        *typed("", "", "", "", "", "ht!tp://x y")[1:6],
        ("ที่อยู่เว็บต้องขึ้นต้นด้วย http:// หรือ https://", b"\n"),
        ("ปีงบประมาณ [", "สองพัน\n".encode()),
        ("สองพัน", b"2590\n"),
        ("ยังไม่มีกรอบ (รายการข้อ) ของปี 2590", "๒๕๖๖\n".encode()),
    ]
    answers[7] = ("เว็บไซต์หลัก", b"ht!tp://x y\n")
    code, shown = at_a_terminal(tmp_path, answers)
    assert code == 0, shown
    assert (tmp_path / "town/content/2566/year.yml").is_file()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("at", [0, 2, 6])
def test_who_would_rather_not_leaves_nothing_half_made(key: bytes, at: int, tmp_path: Path) -> None:
    answers = [*typed(NAME, "", "", "", "", "")[:at], (QUESTIONS[at], key)]
    code, shown = at_a_terminal(tmp_path, answers)
    assert code == 2
    assert shown.rstrip().endswith("ยกเลิกแล้ว ยังไม่ได้เขียนอะไร")
    assert list(tmp_path.iterdir()) == []


def test_who_would_rather_not_have_mends_written_has_no_findings(town: Path) -> None:
    (town / "content/2566/o1.md").write_text(
        "---\nreported: done\nevidence:\n  - {title: ก, url: 'https://www.test.invalid/a '}\n"
        "  - {title: ข, url: 'https://www.test.invalid/๑'}\n---\n",
        "utf-8",
    )
    before = files(town)
    code, shown = at_a_terminal(town, [("แก้ตามนี้หรือไม่", CTRL_C)], "check", "--fix")
    assert code == 2, shown
    assert "ยกเลิกแล้ว ยังไม่ได้เขียนอะไร" in shown
    assert files(town) == before
