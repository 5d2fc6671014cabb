"""Rules on the ways in which people reach the agency."""

from prongsai.rules.channel import (
    no_corruption_channel,
    no_eit_address,
    no_gift_statement,
    no_question_channel,
    not_separate,
)
from prongsai.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    no_corruption_channel.RULE,
    not_separate.RULE,
    no_question_channel.RULE,
    no_eit_address.RULE,
    no_gift_statement.RULE,
)
