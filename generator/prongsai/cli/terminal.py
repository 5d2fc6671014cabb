"""Who sits in front of the command: somebody who can answer and look, or a script."""

import os
import sys
from collections.abc import Mapping
from typing import Final

import typer

from prongsai.errors import ProjectError

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
_WITH_SCREENS: Final = frozenset({"win32", "darwin", "cygwin"})


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
    try:
        return str(typer.prompt(question, default=default, err=True, show_default=bool(default)))
    except typer.Abort:
        raise ProjectError("ยกเลิกแล้ว ยังไม่ได้เขียนอะไร", "cancelled; nothing was written") from None


def _is_terminal(stream: object) -> bool:
    asked = getattr(stream, "isatty", None)
    return bool(asked and asked())
