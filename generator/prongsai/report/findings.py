"""Findings for machines."""

from collections.abc import Sequence
from typing import Any

from prongsai.errors import Lang
from prongsai.model.finding import Finding


def findings_document(findings: Sequence[Finding], lang: Lang) -> dict[str, Any]:
    """The document ``prongsai/findings/1``."""
    return {"format": "prongsai/findings/1", "findings": [_record(finding, lang) for finding in findings]}


def _record(finding: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message.in_(lang),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "fiscal_year": finding.fiscal_year,
        "item": finding.item,
        "silenced": finding.silenced,
    }
