"""Every address that the sources give, with where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.rules.address._judge import CHANNEL, HOST, WEBSITE, Fault, judge
from prongsai.rules.address._own import own_hosts
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence, Hit, Loc
from prongsai.source.problems import quoted


class Given(NamedTuple):
    """One address: ``url`` as it is judged, ``written`` as it stands in the source.

    ``filed``: it was filed with the assessors, so nobody changes it without saying so.
    """

    url: str
    written: str
    place: str
    source: str
    loc: Loc
    fiscal_year: int | None = None
    item: str | None = None
    filed: bool = False

    def hit(self, fix: str | None = None, confidence: Confidence | None = None, **values: object) -> Hit:
        """A hit at this address; one that was filed is not mended by the program."""
        return Hit(
            self.source,
            self.loc,
            find=self.written,
            values={"value": quoted(self.written), **values},
            fiscal_year=self.fiscal_year,
            item=self.item,
            fix=None if self.filed else fix,
            confidence=confidence,
        )


def evidence(context: Context) -> Iterator[Given]:
    """The addresses on the web that are given as evidence."""
    for year, entry, disclosure in context.disclosed:
        filed = year.sheet.items.get(entry.code, ()) if year.sheet else ()
        for number, shown in enumerate(disclosure.evidence):
            if shown.url is not None:
                loc = ("evidence", number, "url")
                yield Given(
                    *(shown.url, shown.url, entry.item.topic, disclosure.source, loc),
                    *(year.fiscal_year, entry.code, shown.url in filed),
                )


def of_agency(context: Context) -> Iterator[Given]:
    """The addresses of the agency and of its channels."""
    agency, source = context.site.agency, context.agency_source
    if agency.website:
        yield Given(agency.website, agency.website, WEBSITE, source, (WEBSITE,))
    for number, host in enumerate(agency.hosts):
        url = host if "//" in host else f"http://{host}"
        yield Given(url, host, HOST, source, ("hosts", number))
    for number, channel in enumerate(agency.channels):
        if channel.url and channel.url.lower().startswith("http"):
            place = f"{CHANNEL}{channel.kind}"
            yield Given(channel.url, channel.url, place, source, ("channels", number, "url"))


def faults(context: Context, code: str) -> Iterator[tuple[Given, Fault]]:
    """The addresses of which ``code`` is the first fault."""
    own = own_hosts(context.site)
    for given in (*of_agency(context), *evidence(context)):
        fault = judge(given.url, given.place, own)
        if fault is not None and fault.code == code:
            yield given, fault
