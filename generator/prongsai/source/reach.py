"""Paths of any length: Windows takes 260 characters, unless a path says that it means more."""

import sys
from pathlib import Path, PureWindowsPath
from typing import Final

ANY_LENGTH: Final = 260
"""Room for names below a folder that nobody knows yet."""

_LIMIT: Final = 248
"""Of a folder: twelve characters less than a file's path, for a file of the oldest kind of name in it."""


def reach(path: Path, below: int = 0) -> Path:
    """``path`` in the form by which this system reaches it and names of ``below`` characters under it.

    On Windows a long path becomes absolute and gets the prefix that lifts the limit, whatever the machine's
    policy says; Python hands it on as it is. Everywhere else, and where it is short, the path itself.
    """
    if sys.platform == "win32":
        return Path(extended(PureWindowsPath(path.absolute()), below))
    else:  # noqa: RET505 (the type checker reads this for each system)
        return path


def extended(path: PureWindowsPath, below: int = 0) -> str:
    """An absolute path of Windows, with the prefix for long ones where it or what is under it needs it."""
    text = str(path)
    if len(text) + bool(below) + below < _LIMIT or text.startswith(("\\\\?\\", "\\\\.\\")):
        return text
    if text.startswith("\\\\"):
        return f"\\\\?\\UNC\\{text[2:]}"
    return f"\\\\?\\{text}"
