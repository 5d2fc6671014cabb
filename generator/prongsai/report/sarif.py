"""Findings as SARIF 2.1.0, the form that code-scanning services take (OASIS, 2020)."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from prongsai.errors import Lang, Text
from prongsai.model.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_document(
    findings: Sequence[Finding], lang: Lang, version: str, titles: Mapping[str, Text]
) -> dict[str, Any]:
    """One run with every finding; ``titles`` names rules by code, where they have one."""
    rules = {finding.rule: finding for finding in findings}
    codes = sorted(rules)
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Prongsai",
                        "semanticVersion": version,
                        "rules": [_rule(rules[code], lang, titles) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"PROJECT": {"description": {"text": "the folder of mkdocs.yml"}}},
                "results": [_result(finding, codes.index(finding.rule), lang) for finding in findings],
            }
        ],
    }


def _rule(finding: Finding, lang: Lang, titles: Mapping[str, Text]) -> dict[str, Any]:
    title = titles.get(finding.rule)
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in re.split("[-_]", finding.name)),
        "shortDescription": {"text": title.in_(lang) if title else finding.name},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [finding.family]},
    }


def _result(finding: Finding, index: int, lang: Lang) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(finding.path)}
    if finding.line:
        location["region"] = {"startLine": finding.line, "startColumn": max(finding.column, 1)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.in_(lang)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"prongsai/v1": _fingerprint(finding)},
        "properties": {
            "confidence": finding.confidence,
            "fiscalYear": finding.fiscal_year,
            "item": finding.item,
        },
    }
    if finding.silenced:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.silenced}]
    return result


def _artifact(path: str) -> dict[str, str]:
    """A file of the project by its path; a page on the web by its address."""
    if path.startswith(("http://", "https://")):
        return {"uri": quote(path, safe="%/:?#[]@!$&'()*+,;=~")}
    return {"uri": quote(path), "uriBaseId": "PROJECT"}


def _fingerprint(finding: Finding) -> str:
    """The same finding on another line stays the same: its line is no part of it."""
    parts = (finding.rule, finding.path, finding.about or finding.message.en)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
