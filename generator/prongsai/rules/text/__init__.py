"""Rules on what the sources' texts say."""

from prongsai.rules.rule import Rule
from prongsai.rules.text.advice import RULE as ADVICE
from prongsai.rules.text.misspelt_area import RULE as MISSPELT_AREA
from prongsai.rules.text.other_agency import RULE as OTHER_AGENCY
from prongsai.rules.text.other_kind import RULE as OTHER_KIND
from prongsai.rules.text.other_subject import RULE as OTHER_SUBJECT
from prongsai.rules.text.plan_as_result import RULE as PLAN_AS_RESULT
from prongsai.rules.text.repeated_text import RULE as REPEATED_TEXT
from prongsai.rules.text.wrong_reference import RULE as WRONG_REFERENCE

RULES: tuple[Rule, ...] = (
    REPEATED_TEXT,
    OTHER_KIND,
    OTHER_AGENCY,
    MISSPELT_AREA,
    ADVICE,
    PLAN_AS_RESULT,
    WRONG_REFERENCE,
    OTHER_SUBJECT,
)
