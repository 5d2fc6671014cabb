"""That no address which was published once is gone: each still answers, or a page says where it went."""

from collections.abc import Callable, Collection
from typing import Final

from prongsai.errors import Text
from prongsai.load.addresses import ADDRESSES, MOVED
from prongsai.load.places import Places
from prongsai.load.project import finding_of
from prongsai.model.addresses import Moved, gone, resolved, written
from prongsai.model.finding import Finding
from prongsai.model.site import Site
from prongsai.pages.whereabouts import page_addresses
from prongsai.report.files import file_addresses
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

PUBLISHED: Final = "published.yml"
RECORDS: Final = frozenset({ADDRESSES, PUBLISHED})
"""What ``publish`` writes into the sources: it says what was done, and changes nothing of the site."""

_THERE: Final = Text("ข้อมูลตอนนี้ยังมีหน้าหรือไฟล์ที่ที่อยู่นี้", "the sources still have a page or a file there")
_NO_TARGET: Final = Text("ไม่มีหน้าหรือไฟล์ที่ปลายทาง", "there is no page and no file at its new address")


def faults_without_building(
    site: Site, content: str, places: Places, by_hand: Callable[[], Collection[str]]
) -> tuple[Finding, ...]:
    """What a build would find wrong with the addresses of ``site``, from the sources alone.

    ``by_hand`` gives the addresses of pages and files that the engine adds, written by hand; it is asked only
    when something seems to be missing.
    """
    if not site.published and not site.moved:
        return ()
    held = {file.address for year in site.years for file in year.held}
    copies = {copy.address for copy in site.copies.values()}
    there = {*page_addresses(site), *file_addresses(site), *held, *copies}
    faults = address_faults(site, there, content, places)
    return address_faults(site, {*there, *by_hand()}, content, places) if faults else ()


def address_faults(site: Site, present: Collection[str], content: str, places: Places) -> tuple[Finding, ...]:
    """What is wrong with the addresses of a site that would have pages and files at ``present``."""
    problems = Problems()
    moved, there = f"{content}/{MOVED}", set(present)
    for number, entry in enumerate(site.moved.values()):
        reason = _fault(site, entry, there)
        if reason:
            place = places.find(moved, ("moved", number, "address"))
            problems.add("S603", place, value=quoted(written(entry.address)), reason=reason)
    for address in gone(site.published, {*there, *site.moved}):
        place = Place(f"{content}/{ADDRESSES}", site.published[address], 1)
        problems.add("S601", place, value=written(address), file=moved)
    return tuple(map(finding_of, problems))


def _fault(site: Site, entry: Moved, there: Collection[str]) -> Text | None:
    if entry.address in there or not entry.address:
        return _THERE
    if entry.to is None or entry.leads_out:
        return None
    target = resolved(site.moved, entry.address)
    answers = target in there or (target in site.moved and target != entry.address)
    return None if target is not None and answers else _NO_TARGET
