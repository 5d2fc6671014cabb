"""What an officer files of an item: its addresses, in order."""

from urllib.parse import quote

from prongsai.model.site import Entry


def addresses_to_file(entry: Entry, site: str | None) -> tuple[str, ...]:
    """The addresses that are filed for an item: its page where the site's place is known, then evidence.

    Files that the site holds have an address only where its place is known.
    """
    if site is None:
        return tuple(dict.fromkeys(each.url for each in entry.evidence if each.url))
    base = f"{site.rstrip('/')}/"
    evidence = (each.url or base + quote(each.address, safe="/~") for each in entry.evidence)
    return tuple(dict.fromkeys((base + entry.page, *evidence)))
