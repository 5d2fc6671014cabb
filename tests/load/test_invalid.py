"""Whole small sites with faults: what is told of each is laid down in its ``expected.txt``.

``PRONGSAI_REWRITE=1`` writes the files anew; read every line of the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.source.problems import KINDS

SITES = Path(__file__).parent / "invalid"
ENGLISH = {"key-unknown", "several", "value-dates", "yaml-colon", "pack-duplicates"}
WARNED = ("unknown-files", "receipts-broken", "filing-broken", "copies-missing", "photos")
"""Faults that no site has to wait for."""
NAMES = sorted(path.name for path in SITES.iterdir() if path.is_dir())


def told(finding: Finding, lang: str) -> str:
    text = finding.message.th if lang == "th" else finding.message.en
    return f"{finding.path}:{finding.line}:{finding.column} {finding.rule} {text}"


@pytest.mark.parametrize("name", NAMES)
def test_every_message_of_an_invalid_site(name: str) -> None:
    findings = load_project(SITES / name).findings
    for lang in ("th", "en") if name in ENGLISH else ("th",):
        lines = [told(finding, lang) for finding in findings]
        path = SITES / name / ("expected.txt" if lang == "th" else "expected.en.txt")
        if os.environ.get("PRONGSAI_REWRITE"):
            path.write_text("\n".join(lines) + "\n", "utf-8")
        assert lines == path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_an_error_and_never_a_site_with_it(name: str) -> None:
    loaded = load_project(SITES / name)
    assert loaded.findings
    if name not in WARNED:
        assert loaded.errors


def test_each_kind_of_problem_has_a_case() -> None:
    """Tested elsewhere: a file too large, a name that not every system can store, a tag in mkdocs.yml that
    runs code, a page that is gone."""
    lines = [
        line for name in NAMES for line in (SITES / name / "expected.txt").read_text("utf-8").splitlines()
    ]
    met = {line.split(" ")[1] for line in lines if line}
    assert set(KINDS) - met == {"S102", "S110", "S117", "S601"}
