"""What the machine refuses is told with what to do about it, not as a fault of the program."""

import subprocess
import sys
from pathlib import Path


def test_a_full_disk_is_told_as_one() -> None:
    command = [sys.executable, "-m", "prongsai", "rule", "C101", "--lang", "en"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "the disk is full — free some room, then run it again\n"
