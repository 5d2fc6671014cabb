"""Findings for programs that build: GitHub's annotations and JUnit's test cases."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from prongsai.errors import Lang
from prongsai.model.finding import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github_annotations(findings: Sequence[Finding], lang: Lang) -> str:
    """A workflow command a line; silenced findings are left out."""
    return "\n".join(_annotation(finding, lang) for finding in findings if finding.silenced is None)


def _annotation(finding: Finding, lang: Lang) -> str:
    fields = {"file": finding.path, "title": f"{finding.rule} {finding.name}"}
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
    errors = sum(finding.severity == "error" and finding.silenced is None for finding in findings)
    suites = ET.Element("testsuites", name="prongsai check", tests=str(len(findings)), failures=str(errors))
    suite = ET.SubElement(suites, "testsuite", name="check", tests=str(len(findings)), failures=str(errors))
    for finding in findings:
        where = f"{finding.path}:{finding.line}" if finding.line else finding.path
        case = ET.SubElement(suite, "testcase", classname=where, name=f"{finding.rule} {finding.name}")
        message = finding.message.in_(lang)
        if finding.severity == "error" and finding.silenced is None:
            ET.SubElement(case, "failure", message=message, type=finding.rule).text = f"{where}: {message}"
        else:
            ET.SubElement(case, "system-out").text = f"{finding.severity}: {where}: {message}"
    return ET.tostring(suites, encoding="unicode", xml_declaration=True)
