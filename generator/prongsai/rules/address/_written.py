"""Hosts that are written inside the texts of measures and guidance."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prongsai.model.measure import Guidance, Measure
from prongsai.model.site import Year
from prongsai.rules.address._own import Own, is_known, own_hosts
from prongsai.rules.context import Context
from prongsai.rules.hosts import host_of, is_within, lookalike, may_be_named
from prongsai.rules.rule import Confidence, Hit, Loc
from prongsai.source.problems import quoted

_ADDRESS = re.compile(
    r"https?://[^\s<>\"'“”‘’()\[\]ก-๏]+"
    r"|(?<![A-Za-z0-9@._-])[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.(?:(?:go|or|ac|co|in)\.th|com|net|org|invalid)"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
Text = tuple[Loc, str]


class Written(NamedTuple):
    """A host in a text that is not the agency's. ``meant``: the own host that it seems to misspell."""

    host: str
    meant: str | None
    find: str
    source: str
    loc: Loc
    fiscal_year: int
    confidence: Confidence

    def hit(self, **values: object) -> Hit:
        """A hit at the words of the text."""
        return Hit(
            self.source,
            self.loc,
            find=self.find,
            values={"value": quoted(self.find), **values},
            fiscal_year=self.fiscal_year,
            confidence=self.confidence,
        )


def written_hosts(context: Context) -> Iterator[Written]:
    """Misspelt own hosts and those of other agencies, in the texts of measures and guidance."""
    own = own_hosts(context.site)
    name = context.site.agency.name
    for year in context.measured():
        source = context.measures_source(year)
        for loc, text in _texts(year):
            for find, host in _hosts(text):
                meant = lookalike(host, own.hosts)
                if meant or _is_others(host, own, name):
                    sure: Confidence = "medium" if meant or not own.hosts else "high"
                    yield Written(host, meant, find, source, loc, year.fiscal_year, sure)


def _is_others(host: str, own: Own, name: str) -> bool:
    """Whether it is another agency's: only hosts of the state, and of the agency's own kind, can tell."""
    if is_known(host) or is_within(host, own.hosts):
        return False
    if own.hosts:
        same = {other.rpartition(".")[2] for other in own.hosts} - {"com", "net", "org", "th"}
        return host.endswith(".go.th") or host.rpartition(".")[2] in same
    return host.endswith(".go.th") and not may_be_named(host, name)


@lru_cache(maxsize=50_000)
def _hosts(text: str) -> tuple[tuple[str, str], ...]:
    if "." not in text:
        return ()
    found = (match[0].rstrip(".,;:!…") for match in _ADDRESS.finditer(text))
    return tuple((address, host_of(address)) for address in found)


def _texts(year: Year) -> Iterator[Text]:
    report = year.measures
    if report is None:
        return
    for number, measure in enumerate(report.measures):
        yield from _of_measure(("measures", number), measure)
    for number, guidance in enumerate(report.guidance):
        yield from _of_guidance(("guidance", number), guidance)


def _of_measure(loc: Loc, measure: Measure) -> Iterator[Text]:
    for key in ("title", "issue"):
        if text := getattr(measure, key):
            yield (*loc, key), text
    for key in ("approach", "steps", "outcomes", "recommendations"):
        for number, text in enumerate(getattr(measure, key)):
            yield (*loc, key, number), text
    for key in ("reporting", "results"):
        for number, record in enumerate(getattr(measure, key)):
            yield (*loc, key, number, "text"), record.text


def _of_guidance(loc: Loc, guidance: Guidance) -> Iterator[Text]:
    for key in ("guidance", "actions"):
        for number, text in enumerate(getattr(guidance, key)):
            yield (*loc, key, number), text
