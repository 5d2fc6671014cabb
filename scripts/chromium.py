"""Finds a Chromium for the browser tests, or gets one, and writes where it is.

Order: PRONGSAI_CHROMIUM, the PATH and the usual places, Playwright's own. If
none is there: Debian's package by apt-get (as root or by sudo without a
password), else Playwright's download. The path goes to the file named as the
only argument (default `.venv/chromium-path`). When no browser can be had: a
plain message and exit code 1, never a skipped test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

VARIABLE = "PRONGSAI_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p:\n"
    "    print(p.chromium.executable_path)\n"
)


def say(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr, flush=True)


def run(command: Sequence[str], seconds: int, **extra: str) -> subprocess.CompletedProcess[str] | None:
    """The finished command with its output, or None where it can't run or hangs."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=seconds,
            env={**os.environ, **extra},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def works(path: str) -> bool:
    """Whether it starts: a snap's stand-in or a browser without its libraries does not."""
    done = run([path, "--version"], 60)
    return done is not None and done.returncode == 0 and "chrom" in done.stdout.lower()


def playwrights_own() -> str | None:
    done = run([sys.executable, "-c", ASK_PLAYWRIGHT], 120)
    if done is None or done.returncode != 0:
        return None
    path = done.stdout.strip().splitlines()[-1:]
    return path[0] if path and Path(path[0]).is_file() else None


def installed() -> Iterator[str]:
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            yield path
    for place in PLACES:
        if Path(place).is_file():
            yield place
    own = playwrights_own()
    if own:
        yield own


def find() -> str | None:
    return next((path for path in installed() if works(path)), None)


def as_root() -> list[str] | None:
    """What goes before a command that must run as root; None where we may not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo:
        done = run([sudo, "-n", "true"], 30)
        if done is not None and done.returncode == 0:
            return [sudo, "-n"]
    return None


def step(title: str, command: Sequence[str], seconds: int, **extra: str) -> bool:
    say(f"  {title}")
    done = run(command, seconds, **extra)
    if done is None:
        say(f"    ไม่สำเร็จ: เริ่มไม่ได้หรือใช้เวลานานเกินไป (could not start, or took more than {seconds} s)")
        return False
    if done.returncode != 0:
        tail = [line for line in done.stdout.splitlines() if line.strip()][-6:]
        say(f"    ไม่สำเร็จ (failed, exit code {done.returncode})", *(f"    | {line}" for line in tail))
        return False
    return True


def get_from_debian(root: list[str] | None) -> None:
    apt = shutil.which("apt-get")
    if apt is None or root is None:
        return
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-y"]
    # A mirror that is half out of reach may still have the package: go on.
    step("apt-get update", [*root, *quiet, "update"], 300)
    step(
        "apt-get install chromium",
        [*root, *quiet, "install", "--no-install-recommends", "chromium"],
        900,
    )


def get_from_playwright(root: list[str] | None) -> None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if root is not None and sys.platform.startswith("linux") and shutil.which("apt-get"):
        command.insert(4, "--with-deps")
        if step("playwright install --with-deps chromium", command, 900):
            return
        command.remove("--with-deps")
    step("playwright install chromium", command, 900)


def get() -> str | None:
    say(
        "ไม่พบ Chromium สำหรับการทดสอบ กำลังติดตั้งให้",
        "No Chromium for the browser tests: getting one",
    )
    root = as_root()
    for source in (get_from_debian, get_from_playwright):
        source(root)
        path = find()
        if path:
            return path
    return None


def write(note: Path, path: str) -> None:
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(path + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    note = Path(arguments[0]) if arguments else Path(".venv", "chromium-path")
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named)
        if path is None or not works(path):
            say(
                f"{VARIABLE}={named} ไม่ใช่ Chromium ที่เปิดใช้ได้: แก้ที่อยู่ให้ถูก หรือไม่ต้องตั้งค่านี้",
                f"{VARIABLE}={named} is no Chromium that starts: put the path right, or unset it.",
            )
            return 1
    else:
        path = find() or get()
    if path is None:
        say(
            "ทดสอบต่อไม่ได้: ต้องมี Chromium และติดตั้งให้เองไม่สำเร็จ (ดูเหตุผลด้านบน) ทำอย่างใดอย่างหนึ่ง",
            "  Debian, Ubuntu:  sudo apt-get install chromium",
            "  macOS:           ติดตั้ง Google Chrome",
            f"  มีอยู่แล้วที่อื่น:     {VARIABLE}=/path/to/chromium make test",
            "The tests cannot go on: they need Chromium, and installing it failed (reasons above). Either",
            "  Debian, Ubuntu:      sudo apt-get install chromium",
            "  macOS:               install Google Chrome",
            f"  you have one elsewhere:  {VARIABLE}=/path/to/chromium make test",
        )
        return 1
    write(note, str(Path(path).absolute()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
