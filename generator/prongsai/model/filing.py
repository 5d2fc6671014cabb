"""What an officer files of an item: its addresses, in order, as anybody can open them."""

from urllib.parse import quote, unquote

from prongsai.model.disclosure import Evidence
from prongsai.model.site import Entry


def on_site(address: str, site: str | None) -> str | None:
    """The whole address of a page or file of this site, as browsers write it; None where nobody knows it."""
    return f"{site.rstrip('/')}/{quote(address, safe='/~')}" if site else None


def readable(url: str) -> str:
    """A whole address as people read it and can still type it."""
    return unquote(url).replace(" ", "%20")


def whole_address(evidence: Evidence, site: str | None) -> str | None:
    """The address of a piece of evidence; None for a file on a site that nobody knows the place of."""
    return evidence.url or on_site(evidence.address, site)


def addresses_to_file(entry: Entry, site: str | None) -> tuple[str, ...]:
    """The addresses that are filed for an item: its page where the site's place is known, then evidence.

    Files that the site holds have an address only where its place is known.
    """
    found = (on_site(entry.page, site), *(whole_address(each, site) for each in entry.evidence))
    return tuple(dict.fromkeys(filter(None, found)))
