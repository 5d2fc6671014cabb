"""Finds a Firefox for the tests of `make test-more`, or gets Debian's, and writes where it is.

Order: PRONGSAI_FIREFOX, the PATH and the usual places, Debian's package firefox-esr by apt-get (as root or by
sudo without a password). The path goes to the file named as the only argument (default `.venv/firefox-path`).
When none can be had: a plain message and exit code 1, never a skipped test.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from chromium import as_root, run, say, step, write

VARIABLE = "PRONGSAI_FIREFOX"
COMMANDS = ("firefox-esr", "firefox")
PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox",)


def works(path: str) -> bool:
    """Whether it starts: a snap's stand-in does not."""
    done = run([path, "--version"], 60)
    return done is not None and done.returncode == 0 and "firefox" in done.stdout.lower()


def installed() -> Iterator[str]:
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            yield path
    for place in PLACES:
        if Path(place).is_file():
            yield place


def find() -> str | None:
    return next((path for path in installed() if works(path)), None)


def get() -> str | None:
    say("ไม่พบ Firefox สำหรับการทดสอบ กำลังติดตั้งให้", "No Firefox for the tests: getting one")
    apt, root = shutil.which("apt-get"), as_root()
    if apt is not None and root is not None:
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-y"]
        step("apt-get update", [*root, *quiet, "update"], 300)
        wanted = ["install", "--no-install-recommends", "firefox-esr"]
        step("apt-get install firefox-esr", [*root, *quiet, *wanted], 900)
    return find()


def main(arguments: Sequence[str]) -> int:
    note = Path(arguments[0]) if arguments else Path(".venv", "firefox-path")
    named = os.environ.get(VARIABLE)
    path = shutil.which(named) if named else find() or get()
    if path is None or not works(path):
        say(
            "ทดสอบต่อไม่ได้: ต้องมี Firefox ติดตั้งเอง (Debian: sudo apt-get install firefox-esr)",
            f"หรือระบุตัวที่มี: {VARIABLE}=/path/to/firefox",
            "The tests cannot go on without Firefox: install it (Debian: sudo apt-get install firefox-esr),"
            f" or name it: {VARIABLE}=/path/to/firefox",
        )
        return 1
    write(note, str(Path(path).absolute()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
