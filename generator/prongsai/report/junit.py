"""JUnit's XML: one suite of test cases, as programs that build read it."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Outcome = Literal["passed", "failure", "skipped"]


@dataclass(frozen=True, slots=True)
class Case:
    """One case; ``kind`` and ``message`` say why it failed or was skipped, ``detail`` more of it.

    Of a case that passed, ``message`` is its output.
    """

    classname: str
    name: str
    outcome: Outcome = "passed"
    kind: str = ""
    message: str = ""
    detail: str = ""


def junit(name: str, cases: Sequence[Case]) -> str:
    """The document of a suite; what XML cannot hold becomes U+FFFD."""
    outcomes = [case.outcome for case in cases]
    counts = {"tests": str(len(cases)), "failures": str(outcomes.count("failure"))}
    if "skipped" in outcomes:
        counts["skipped"] = str(outcomes.count("skipped"))
    suites = ET.Element("testsuites", {"name": f"prongsai {name}", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": name, **counts})
    for case in cases:
        _add(suite, case)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True)


def _add(suite: ET.Element, case: Case) -> None:
    element = ET.SubElement(
        suite, "testcase", {"classname": _legal(case.classname), "name": _legal(case.name)}
    )
    if case.outcome == "passed":
        if case.message:
            ET.SubElement(element, "system-out").text = _legal(case.message)
        return
    attributes = {"message": _legal(case.message)} | ({"type": case.kind} if case.kind else {})
    ET.SubElement(element, case.outcome, attributes).text = _legal(case.detail) or None


def _legal(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
