"""Every file keeps its schema, and the schemas refuse what they should."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from prongsai.errors import Text
from prongsai.evidence.receipts import receipts_document
from prongsai.model.finding import Finding
from prongsai.model.receipt import Receipt
from prongsai.model.site import Site
from prongsai.report.findings import findings_document
from prongsai.report.schemas import OUTPUTS, SOURCES, schema_files, source_schema
from prongsai.report.score import no_score_document, score_document
from prongsai.score.estimate import estimate

ROOT = Path(__file__).parents[2]


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(schema_files()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", [*OUTPUTS, *SOURCES])
def test_schemas_are_schemas(name: str) -> None:
    assert validator(name).schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ["oit", "measures", "scores", "agency", "index", "receipts-filed"])
def test_files_keep_their_schema(files: dict[str, bytes], name: str) -> None:
    found = [data for path, data in files.items() if re.fullmatch(rf"data/(\d+/)?{name}\.json", path)]
    assert found
    for data in found:
        validator(name).validate(json.loads(data))


@pytest.mark.parametrize("name", ["oit", "measures", "scores", "receipts-filed"])
def test_schemas_are_closed_and_need_every_key(files: dict[str, bytes], name: str) -> None:
    whole = json.loads(files[f"data/2565/{name}.json"])
    check = validator(name)
    for path in _objects(whole):
        for change in ("extra", "missing"):
            broken = copy.deepcopy(whole)
            target = broken
            for step in path:
                target = target[step]
            if change == "extra":
                target["surprise"] = 1
            else:
                target.pop(next(iter(target)))
            assert not check.is_valid(broken), (path, change)


def _objects(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [path, *(found for key, each in value.items() for found in _objects(each, (*path, key)))]
    if isinstance(value, list):
        return [found for place, each in enumerate(value) for found in _objects(each, (*path, place))]
    return []


def test_findings_keep_their_schema() -> None:
    finding = Finding("S101", "not-utf8", "source", "error", Text("ก", "a"), "content/2565/o1.md", 1, 1)
    validator("findings").validate(findings_document([finding], "th"))


def test_receipts_keep_their_schema() -> None:
    """Those of every kind: with all that is known, and with nothing."""
    whole = Receipt("https://h.th/a", "ok", Text("ก", "a"), 200, "https://h.th/b", ("https://h.th/a",),
                    "application/pdf", 7, "ab" * 32, checked_at="2026-01-01T00:00:00+00:00",
                    first_ok="2026-01-01T00:00:00+00:00", last_ok="2026-01-01T00:00:00+00:00",
                    items=("2565/o24",))  # fmt: skip
    document = receipts_document([whole, Receipt("x", "invalid_url", Text("ก", "a"))], "en")
    validator("receipts").validate(document)
    assert not validator("receipts").is_valid({"format": "prongsai/receipts/1"})
    for entry in document["receipts"]:
        for key in entry:
            without = {name: value for name, value in entry.items() if name != key}
            assert not validator("receipts").is_valid({**document, "receipts": [without]}), key


def test_scores_keep_their_schema(site: Site) -> None:
    known = [score_document(each) for year in site.years if (each := estimate(year, ()))]
    assert {document["fiscal_year"] for document in known} == {2565, 2566}
    for document in (*known, no_score_document(2567)):
        validator("score").validate(document)
        assert not validator("score").is_valid({**document, "surprise": 1})


class _Yaml(yaml.SafeLoader):
    """Dates stay texts, as in the project's own reader."""


_Yaml.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _sources() -> list[tuple[str, Path]]:
    found = []
    for folder in (ROOT / "content", *sorted(ROOT.glob("examples/*/content"))):
        found += [("source-item", path) for path in sorted(folder.glob("*/o*.md"))]
        found += [("source-agency", path) for path in sorted(folder.glob("agency.yml"))]
        found += [("source-year", path) for path in sorted(folder.glob("*/year.yml"))]
        found += [("source-measures", path) for path in sorted(folder.glob("*/measures.yml"))]
        found += [("source-framework", path) for path in sorted(folder.glob("frameworks/*.yml"))]
    packs = sorted((ROOT / "generator/prongsai/frameworks").glob("*-2*.yml"))
    return found + [("source-framework", path) for path in packs]


def test_the_project_s_own_sources_keep_their_schemas() -> None:
    checks = {name: validator(name) for name in SOURCES}
    wrong = []
    for name, path in _sources():
        text = path.read_text(encoding="utf-8")
        front = text.split("---\n")[1] if path.suffix == ".md" else text
        errors = checks[name].iter_errors(yaml.load(front, _Yaml))
        wrong += [
            f"{path.relative_to(ROOT)} {list(each.absolute_path)} {each.message[:200]}" for each in errors
        ]
    assert not wrong


SHORT = {
    "code": "o1", "period": "ม.ค. 2565", "responsible": "กองคลัง", "breadcrumbs": "หน้าแรก > ข้อมูล",
    "results": ["ทำแล้ว"], "elements": {"chart": [1], "law": 2, "loss": {"none": "ไม่มี"}}, "notes": None,
}  # fmt: skip


def test_source_schemas_take_the_shorter_ways_of_writing() -> None:
    validator("source-item").validate(SHORT)


@pytest.mark.parametrize(
    "change", [{"code": None}, {"reported": "yes"}, {"body": "x"}, {"colour": "red"}, {"responsible": 1},
               {"elements": {"chart": "x"}}],
)  # fmt: skip
def test_source_schemas_refuse(change: dict[str, Any]) -> None:
    assert not validator("source-item").is_valid({**SHORT, **change})


def test_source_schemas_hide_what_no_source_holds() -> None:
    schema = source_schema("source-item")
    assert not {"body", "html", "source"} & set(schema["properties"])
    assert "held" not in schema["$defs"]["Evidence"]["properties"]
    assert "HeldFile" not in schema["$defs"]
