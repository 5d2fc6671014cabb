"""Findings for programs that build: GitHub's annotations and JUnit's test cases."""

from collections.abc import Sequence

from prongsai.errors import Lang
from prongsai.model.finding import Finding
from prongsai.report.junit import Case, junit

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github_annotations(findings: Sequence[Finding], lang: Lang) -> str:
    """A workflow command a line; silenced findings are left out."""
    return "\n".join(_annotation(finding, lang) for finding in findings if finding.silenced is None)


def _annotation(finding: Finding, lang: Lang) -> str:
    fields = {"file": finding.path, "title": finding.label}
    if finding.line:
        fields |= {"line": str(finding.line), "col": str(finding.column)}
    written = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(finding.message.in_(lang))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def junit_document(findings: Sequence[Finding], lang: Lang) -> str:
    """One test suite: a failing case for each error, a passing one with its text for the rest."""
    return junit("check", [_case(finding, lang) for finding in findings])


def _case(finding: Finding, lang: Lang) -> Case:
    where = f"{finding.path}:{finding.line}" if finding.line else finding.path
    message, name = finding.message.in_(lang), finding.label
    if finding.severity == "error" and finding.silenced is None:
        return Case(where, name, "failure", finding.rule, message, f"{where}: {message}")
    return Case(where, name, message=f"{finding.severity}: {where}: {message}")
