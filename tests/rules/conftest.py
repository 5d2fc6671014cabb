"""Findings of a small project, written for one test."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from prongsai.check import check_project
from prongsai.model.finding import Finding

TODAY = date(2023, 3, 1)
AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"
Findings = Callable[..., list[Finding]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """The findings of sources given as path below ``content/`` → text or bytes; ``only`` keeps one rule's."""

    def run(files: Mapping[str, str | bytes], only: str | None = None, today: date = TODAY) -> list[Finding]:
        for name, text in ({"agency.yml": AGENCY} | dict(files)).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        found = check_project(tmp_path, today)
        return [finding for finding in found if only is None or finding.rule == only]

    return run
