"""Rules on what an item must show."""

from prongsai.rules.complete import (
    missing_column,
    missing_item,
    missing_month,
    no_elements,
    no_items,
    no_statement,
    nothing_to_see,
    too_few,
    unofficial_title,
    unread_cell,
    unreported_item,
    unshown_element,
)
from prongsai.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_item.RULE,
    no_items.RULE,
    unofficial_title.RULE,
    unshown_element.RULE,
    no_elements.RULE,
    too_few.RULE,
    missing_month.RULE,
    no_statement.RULE,
    nothing_to_see.RULE,
    missing_column.RULE,
    unread_cell.RULE,
    unreported_item.RULE,
)
