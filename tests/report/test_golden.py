"""The files of the small site, letter by letter. PRONGSAI_REWRITE=1 writes them anew."""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
NAMES = (
    "data/2565/oit.json", "data/2565/measures.json", "data/2565/scores.json", "data/2566/oit.json",
    "data/2567/oit.json", "data/2567/measures.json", "data/2567/scores.json", "data/agency.json",
    "data/index.json", "data/2565/receipts-filed.json",
    "data/catalog.jsonld", "data/channels.csv", "data/2565/oit.csv", "data/2565/evidence.csv",
    "data/2565/assess.csv",
    "data/2565/measures.csv", "data/2565/guidance.csv", "data/2565/scores.csv", "feed.xml", "deadlines.ics",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_file(files: dict[str, bytes], name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("PRONGSAI_REWRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
    assert files[name] == path.read_bytes()
