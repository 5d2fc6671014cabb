"""Finds sshd, nginx, Apache and Ruby for the tests of publishing, or gets Debian's packages of them.

Prints where each of the programs named on the command line is. The tests start them as processes of their own
on this machine alone. Where one cannot be had: a plain message and exit code 1, never a skipped test.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from chromium import as_root, say, step

PACKAGES = {
    "sshd": "openssh-server",
    "ssh": "openssh-client",
    "nginx": "nginx-light",
    "apache2": "apache2",
    "ruby": "ruby",
}
PLACES = ("/usr/sbin", "/usr/local/sbin", "/sbin", "/opt/homebrew/bin", "/usr/local/bin")


def find(program: str) -> str | None:
    """Where a server's program is: often outside the PATH of a plain user."""
    found = shutil.which(program)
    if found:
        return found
    return next((str(Path(place, program)) for place in PLACES if Path(place, program).is_file()), None)


def need(program: str) -> str:
    """The program's place; installs it where it is missing and this may be done.

    Raises:
        SystemExit: it cannot be had.
    """
    found = find(program)
    if found is None:
        _install(PACKAGES[program])
        found = find(program)
    if found is None:
        say(
            f"ทดสอบต่อไม่ได้: ต้องมี {program} (Debian, Ubuntu: sudo apt-get install {PACKAGES[program]})",
            f"The tests cannot go on: they need {program} (sudo apt-get install {PACKAGES[program]}).",
        )
        raise SystemExit(1)
    return found


def _install(package: str) -> None:
    apt, root = shutil.which("apt-get"), as_root()
    if apt is None or root is None:
        return
    quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-y"]
    step("apt-get update", [*quiet, "update"], 300)
    step(f"apt-get install {package}", [*quiet, "install", "--no-install-recommends", package], 600)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(need(name))
