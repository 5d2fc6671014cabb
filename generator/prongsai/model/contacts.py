"""Telephone numbers and mail addresses, as links where they are plainly that."""

import re
from dataclasses import dataclass

from prongsai.thai.digits import to_arabic

_TELEPHONE = re.compile(
    r"(\+?[0-9][0-9 ()-]{1,20}[0-9])"
    r"(?:\s*(?:ต่อ|ext\.?)\s*([0-9]{1,10})(?:[0-9, -]{0,20}|\s*ถึง\s*[0-9]{1,10}))?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Reach:
    """Something by which one is reached: its text, and a link where there is a safe one."""

    text: str
    url: str | None


def telephone(text: str | None) -> Reach | None:
    """A telephone number, in Thai or Arabic digits.

    The link dials the extension too, after a pause, of several the first: without it, who wants the officer
    reaches the front desk. Telephones of all makes know the comma, few know ``;ext=`` of RFC 3966.
    """
    if text is None:
        return None
    found = _TELEPHONE.fullmatch(to_arabic(text).strip())
    if found is None:
        return Reach(text, None)
    number, extension = re.sub(r"[^0-9+]", "", found[1]), found[2]
    return Reach(text, f"tel:{number},{extension}" if extension else f"tel:{number}")


def dialled(reach: Reach | None) -> str | None:
    """The link of a telephone for programs: a pause and an extension are no part of a ``tel:`` URI."""
    return reach.url.partition(",")[0] if reach and reach.url else None


def mail(text: str | None) -> Reach | None:
    """A mail address."""
    if text is None:
        return None
    return Reach(text, f"mailto:{text}" if _MAIL.fullmatch(text) else None)
