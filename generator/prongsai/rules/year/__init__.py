"""Rules on time: the year that evidence is of, periods, deadlines and dates."""

from prongsai.rules.year import (
    backwards_period,
    calendar_year,
    deadline_passed,
    half_year,
    implausible_year,
    outside_year,
    pack_changes,
    result_date,
    updated_in_future,
    wrong_year,
    years_disagree,
)

RULES = (
    wrong_year.RULE,
    half_year.RULE,
    backwards_period.RULE,
    implausible_year.RULE,
    outside_year.RULE,
    calendar_year.RULE,
    deadline_passed.RULE,
    result_date.RULE,
    updated_in_future.RULE,
    years_disagree.RULE,
    pack_changes.RULE,
)
