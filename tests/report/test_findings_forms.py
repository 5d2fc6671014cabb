"""Findings in the forms that other programs read."""

import json
import xml.etree.ElementTree as ET

from sarif_pydantic import Sarif

from prongsai.errors import Text
from prongsai.model.finding import Finding
from prongsai.report.annotations import github_annotations, junit_document
from prongsai.report.findings import findings_document
from prongsai.report.sarif import sarif_document

FOUND = (
    Finding("A301", "foreign-host", "address", "warning", Text("ที่อยู่ของที่อื่น, 100%", "another's host, 100%"),
            "content/2566/o๑ ก.md", 12, 5, fiscal_year=2566, item="o1"),
    Finding("P601", "national-id", "person", "error", Text("เลขประจำตัว\nสองบรรทัด", "an id\ntwo lines"),
            "content/2566/o2.md", 3, 1, fiscal_year=2566, item="o2"),
    Finding("C109", "nothing-to-see", "complete", "info", Text("ว่าง", "empty"), "content/2566/o3.md",
            silenced="อยู่ระหว่างย้ายเว็บไซต์"),
)  # fmt: skip


def test_sarif_is_read_by_its_own_model() -> None:
    document = sarif_document(FOUND, "th", "0.1.0", {"A301": Text("โฮสต์ของที่อื่น", "foreign host")})
    read = Sarif.model_validate(document)
    run = read.runs[0]
    assert run.tool.driver.rules is not None
    assert [rule.id for rule in run.tool.driver.rules] == ["A301", "C109", "P601"]
    assert run.results is not None
    assert [result.rule_id for result in run.results] == ["A301", "P601", "C109"]
    assert [run.tool.driver.rules[result.rule_index or 0].id for result in run.results] == [
        "A301",
        "P601",
        "C109",
    ]


def test_sarif_has_places_levels_and_suppressions() -> None:
    results = sarif_document(FOUND, "en", "0.1.0", {})["runs"][0]["results"]
    assert [result["level"] for result in results] == ["warning", "error", "note"]
    first = results[0]["locations"][0]["physicalLocation"]
    assert first["region"] == {"startLine": 12, "startColumn": 5}
    assert first["artifactLocation"]["uri"].isascii()
    assert "region" not in results[2]["locations"][0]["physicalLocation"]
    assert results[2]["suppressions"] == [{"kind": "inSource", "justification": "อยู่ระหว่างย้ายเว็บไซต์"}]
    assert "suppressions" not in results[0]
    prints = {json.dumps(result["partialFingerprints"]) for result in results}
    assert len(prints) == 3


def test_github_annotations_are_escaped_and_leave_out_the_silenced() -> None:
    lines = github_annotations(FOUND, "th").split("\n")
    assert lines == [
        "::warning file=content/2566/o๑ ก.md,title=A301 foreign-host,line=12,col=5::ที่อยู่ของที่อื่น, 100%25",
        "::error file=content/2566/o2.md,title=P601 national-id,line=3,col=1::เลขประจำตัว%0Aสองบรรทัด",
    ]


def test_junit_fails_for_errors_alone() -> None:
    suites = ET.fromstring(junit_document(FOUND, "en"))
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")
    failed = [case.get("name") for case in suites.iter("testcase") if case.find("failure") is not None]
    assert failed == ["P601 national-id"]


def test_json_has_the_contracts_keys() -> None:
    (first, *_) = findings_document(FOUND, "en")["findings"]
    assert list(first) == [
        "rule", "name", "family", "severity", "confidence", "message", "path", "line", "column",
        "fiscal_year", "item", "silenced",
    ]  # fmt: skip
