"""Rules on personal data, in sources and in what the site holds."""

from prongsai.rules.person import (
    home_address,
    national_id,
    private_email,
    private_phone,
    scan_without_text,
    unread_document,
)
from prongsai.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    national_id.RULE,
    private_phone.RULE,
    private_email.RULE,
    scan_without_text.RULE,
    unread_document.RULE,
    home_address.RULE,
)
