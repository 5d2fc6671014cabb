"""The register of rules: explicit, by families and codes. A code is never given to another rule."""

from prongsai.rules import address, channel, complete, person, score, text, year
from prongsai.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *complete.RULES,
    *year.RULES,
    *address.RULES,
    *text.RULES,
    *score.RULES,
    *person.RULES,
    *channel.RULES,
)
