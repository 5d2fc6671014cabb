"""Who sits in front of the command: somebody who can answer and look, or a script."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import typer

from prongsai.cli import show
from prongsai.errors import ProjectError, Text

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
_WITH_SCREENS: Final = frozenset({"win32", "darwin", "cygwin"})

# What bytes that are no UTF-8 become: a terminal that rubs out bytes leaves parts of Thai letters behind.
_HALF_LETTER: Final = re.compile("[\ud800-\udfff]")
_TYPE_AGAIN: Final = Text(
    "มีอักษรที่อ่านไม่ครบตัว หน้าต่างคำสั่งนี้อาจไม่ใช่ UTF-8 หรือลบอักษรไทยไม่ครบตัว — พิมพ์ใหม่ทั้งบรรทัดโดยไม่ใช้ปุ่มลบ",
    "a letter is not whole: this terminal isn't UTF-8, or rubs out parts of letters — type the line again"
    " without backspace",
)


def is_answered() -> bool:
    """Whether somebody at a keyboard can answer questions."""
    return _is_terminal(sys.stdin) and not os.environ.get("CI")


def is_watched() -> bool:
    """Whether somebody looks at what is printed, on a machine that can show a browser's window."""
    return _is_terminal(sys.stdout) and has_screen(sys.platform, os.environ)


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a browser that is opened would be seen: not by a server, over SSH or in a CI's run."""
    if environment.get("CI") or environment.get("SSH_CONNECTION"):
        return False
    return platform in _WITH_SCREENS or any(environment.get(name) for name in _SCREENS)


def ask(question: str, default: str = "") -> str:
    """What the person answers; Enter alone means ``default``.

    Raises:
        ProjectError: they would rather not (Ctrl+C, Ctrl+D).
    """
    while True:
        with _may_cancel():
            text = str(typer.prompt(question, default=default, err=True, show_default=bool(default)))
        if not _HALF_LETTER.search(text):
            return text
        show.say(_TYPE_AGAIN.in_(show.language()))


def agrees(question: Text) -> bool:
    """Whether the person says yes; Enter alone means no.

    Raises:
        ProjectError: they would rather not (Ctrl+C, Ctrl+D).
    """
    with _may_cancel():
        return typer.confirm(question.in_(show.language()), err=True)


@contextmanager
def _may_cancel() -> Iterator[None]:
    try:
        yield
    except typer.Abort:
        raise ProjectError("ยกเลิกแล้ว ยังไม่ได้เขียนอะไร", "cancelled; nothing was written") from None


def _is_terminal(stream: object) -> bool:
    asked = getattr(stream, "isatty", None)
    return bool(asked and asked())
