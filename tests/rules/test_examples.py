"""Every rule's own examples: the bad one is found, the good one is not."""

import pytest

from prongsai.rules.registry import RULES
from prongsai.rules.rule import Rule
from tests.rules.conftest import Findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule, findings: Findings) -> None:
    found = findings(rule.example.bad, only=rule.code)
    assert found
    assert all(finding.family == rule.family for finding in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_is_not(rule: Rule, findings: Findings) -> None:
    assert findings(rule.example.good, only=rule.code) == []
