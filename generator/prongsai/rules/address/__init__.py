"""Rules on the addresses of evidence and channels, and on the ways that lead there."""

from prongsai.rules.address import (
    hidden_way,
    home_page,
    misspelt_host,
    other_host,
    outside_document,
    passing_address,
    plain_http,
    private_address,
    shared_address,
    untidy_address,
)

RULES = (
    other_host.RULE,
    misspelt_host.RULE,
    untidy_address.RULE,
    plain_http.RULE,
    private_address.RULE,
    passing_address.RULE,
    outside_document.RULE,
    shared_address.RULE,
    hidden_way.RULE,
    home_page.RULE,
)
