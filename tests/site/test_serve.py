"""The preview: it follows changes, and tells what is wrong instead of hanging."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from prongsai.cli.terminal import has_screen


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], town: Path, log: Path, **more: str) -> Iterator[None]:
    environment = {key: value for key, value in os.environ.items() if key != "NO_MKDOCS_2_WARNING"}
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=town,
            stdout=file,
            stderr=file,
            env={**environment, "PYTHONUTF8": "1", **more},
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)


def page_with(address: str, mark: str, limit: float = 30) -> str:
    """The page, as soon as it shows ``mark``."""
    end, text = time.monotonic() + limit, ""
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
            if mark in text:
                return text
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.05)
    raise AssertionError(f"{mark!r} did not appear within {limit} s in: {text[:2000]}")


def test_a_change_a_mistake_and_its_mending(town: Path, tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/2566/o1/"
    source = town / "content/2566/o1.md"
    good = source.read_text("utf-8")
    with served(["prongsai", "serve", "--address", f"127.0.0.1:{port}"], town, tmp_path / "log"):
        page_with(address, "ดูผังโครงสร้าง")
        time.sleep(1.2)
        source.write_text(good + "\nเพิ่มย่อหน้าใหม่\n", "utf-8")
        page_with(address, "เพิ่มย่อหน้าใหม่")
        time.sleep(1.2)
        source.write_text(good.replace("reported: done", "reported: finished"), "utf-8")
        broken = page_with(address, "content/2566/o1.md:2")
        assert "finished" in broken
        assert "เพิ่มย่อหน้าใหม่" in broken
        time.sleep(1.2)
        source.write_text(good + "\nแก้แล้ว\n", "utf-8")
        assert "finished" not in page_with(address, "แก้แล้ว")


def test_sources_that_never_built_are_told_in_the_browser(town: Path, tmp_path: Path) -> None:
    port = free_port()
    (town / "content/2566/o5.md").write_text("---\nreported: finished\n---\n", "utf-8")
    with served(["prongsai", "serve", "--address", f"127.0.0.1:{port}"], town, tmp_path / "log"):
        assert "content/2566/o5.md:2" in page_with(f"http://127.0.0.1:{port}/", "finished")


@pytest.mark.parametrize("command", ["mkdocs", "prongsai"])
def test_serving_is_quiet_about_the_engine(command: str, town: Path, tmp_path: Path) -> None:
    port = free_port()
    option = "--dev-addr" if command == "mkdocs" else "--address"
    with served([command, "serve", option, f"127.0.0.1:{port}"], town, tmp_path / "log"):
        page_with(f"http://127.0.0.1:{port}/2566/o5/", 'data-oit-item="o5"')
    log = (tmp_path / "log").read_text("utf-8")
    assert "WARNING" not in log
    assert "MkDocs 2" not in log
    assert "Traceback" not in log


def test_findings_stand_on_the_page_in_a_preview_alone(town: Path, tmp_path: Path) -> None:
    port = free_port()
    (town / "content/2566/o5.md").write_text("---\nreported: done\n---\n", "utf-8")
    seen = {"DISPLAY": ":0", "BROWSER": f"touch {tmp_path / 'browser'} %s"}
    with served(["prongsai", "serve", "--address", f"127.0.0.1:{port}"], town, tmp_path / "log", **seen):
        page = page_with(f"http://127.0.0.1:{port}/2566/o5/", "pr-problems")
        assert "content/2566/o5.md:2" in page
        assert "pr-problems" not in page_with(f"http://127.0.0.1:{port}/2566/assess/", "data-oit-item")
    assert not (tmp_path / "browser").exists()  # nobody looks at what a script starts


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":10", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, False),
        ("win32", {"CI": "true"}, False),
    ],
)
def test_a_browser_is_opened_where_somebody_sees_it(
    platform: str, environment: dict[str, str], seen: bool
) -> None:
    assert has_screen(platform, environment) == seen


LOOK = """\
import sys
from pathlib import Path
from urllib.request import urlopen

with urlopen(sys.argv[2], timeout=20) as answer:
    Path(sys.argv[1]).write_text(f"{answer.status} {answer.read().decode()}", "utf-8")
"""


def test_the_browser_comes_once_there_is_something_to_see(town: Path, tmp_path: Path) -> None:
    port, seen, browser = free_port(), tmp_path / "seen", tmp_path / "browser.py"
    browser.write_text(LOOK, "utf-8")
    command = ["prongsai", "serve", "--open", "--address", f"127.0.0.1:{port}"]
    with served(command, town, tmp_path / "log", BROWSER=f"{sys.executable} {browser} {seen} %s"):
        end = time.monotonic() + 30
        while not seen.is_file() and time.monotonic() < end:
            time.sleep(0.05)
    assert seen.read_text("utf-8").startswith("200 ")
    assert "เทศบาลตำบลทดสอบ" in seen.read_text("utf-8")
