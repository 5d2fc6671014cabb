"""The schemas that editors use are those of today's model."""

import json
from pathlib import Path

import yaml

from scripts.schemas import source_schemas


def test_the_kept_schemas_are_the_generated_ones(root: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (root / "schemas").glob("*.json")}
    assert kept == source_schemas()  # after a change of the model: python scripts/schemas.py


def test_editors_are_told_of_every_kind_of_source_but_front_matter(root: Path) -> None:
    wired = json.loads((root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {Path(name).name for name in wired} == set(source_schemas()) - {"source-item.json"}


def test_every_key_of_an_item_is_completed(root: Path) -> None:
    schema = json.loads((root / "schemas/source-item.json").read_text("utf-8"))
    front_matter = yaml.safe_load((root / "content/2565/o5.md").read_text("utf-8").split("---")[1])
    assert set(front_matter) <= set(schema["properties"])
