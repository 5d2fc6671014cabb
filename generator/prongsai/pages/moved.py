"""Pages at addresses that were given up: where their content went, or why it is gone.

An address that was once published answers for years; the page leaves the going to the reader, who may be an
assessor with a link from a filing.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from prongsai.model.addresses import Moved, resolved, written
from prongsai.model.site import Site
from prongsai.pages import links
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page


def moved_pages(edition: Edition) -> Iterator[Page]:
    """A page for each address that was given up, but for files that stand there again (``moved_files``)."""
    again = moved_files(edition.site)
    for address, entry in edition.site.moved.items():
        if address not in again:
            yield _page(edition, address, entry)


def moved_files(site: Site) -> dict[str, str]:
    """By the address of a file that was renamed, the held file that answers there too: of the same kind."""
    held = {file.address for year in site.years for file in year.held}
    found = {}
    for address in site.moved:
        target = resolved(site.moved, address)
        if target in held and PurePosixPath(target).suffix == PurePosixPath(address).suffix:
            found[address] = target
    return found


def _page(edition: Edition, address: str, entry: Moved) -> Page:
    t = edition.t
    of_a_file = not address.endswith("/") and "." in address.rpartition("/")[2]
    title = t.moved_gone if entry.to is None else t.moved_file if of_a_file else t.moved
    target = resolved(edition.site.moved, address) if entry.to is not None and not entry.leads_out else None
    return edition.page(
        f"{address.rstrip('/')}/",
        "moved",
        title,
        f"{title}: {written(address)} {edition.site.agency.name}",
        trail=(edition.home,),
        old=written(address),
        target=target,
        target_shown=_named(edition, target) if target is not None else None,
        outside=entry.to if entry.leads_out else None,
        reason=entry.reason,
        front=links.FRONT,
        trust=None,
    )


def _named(edition: Edition, target: str) -> str:
    """An item's page by its code and title, as its readers know it; anything else by its address."""
    for year in edition.site.years:
        for entry in year.entries:
            if entry.page == target:
                return f"{entry.code} {entry.item.title_in(edition.lang)}"
    return written(target)
