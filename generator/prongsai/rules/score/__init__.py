"""Score: figures, grades and readings of an assessment's results that don't agree with each other."""

from prongsai.rules.score import (
    contradicted_reading,
    grade_band,
    indicator_name,
    instrument_mean,
    overall_weights,
)

RULES = (
    instrument_mean.RULE,
    overall_weights.RULE,
    grade_band.RULE,
    contradicted_reading.RULE,
    indicator_name.RULE,
)
