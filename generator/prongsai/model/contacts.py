"""Telephone numbers and mail addresses, as links where they are plainly that."""

import re
from dataclasses import dataclass

from prongsai.thai.digits import to_arabic

_TELEPHONE = re.compile(
    r"(\+?[0-9][0-9 ()-]{1,20}[0-9])(?:\s*(?:ต่อ|ext\.?)\s*[0-9][0-9, -]{0,20})?", re.IGNORECASE
)
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Reach:
    """Something by which one is reached: its text, and a link where there is a safe one."""

    text: str
    url: str | None


def telephone(text: str | None) -> Reach | None:
    """A telephone number, in Thai or Arabic digits; the link leaves an extension to the caller."""
    if text is None:
        return None
    found = _TELEPHONE.fullmatch(to_arabic(text).strip())
    return Reach(text, f"tel:{re.sub(r'[^0-9+]', '', found[1])}" if found else None)


def mail(text: str | None) -> Reach | None:
    """A mail address."""
    if text is None:
        return None
    return Reach(text, f"mailto:{text}" if _MAIL.fullmatch(text) else None)
