"""The page about receipts: whose they are, what they mean, and how anybody checks them."""

from dataclasses import dataclass

from prongsai.model.receipt import Receipt, Verdict
from prongsai.model.site import Year
from prongsai.model.verdicts import WORDS, Standing
from prongsai.pages import links, words
from prongsai.pages.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.receipt_views import moment, sign_of, unvisited
from prongsai.pages.trust import all_entries, site_data, trust
from prongsai.pages.views import Target
from prongsai.pages.words import Sign
from prongsai.thai.dates import Period, day_in_thailand, format_period

PROVING = (
    ("Windows", "certutil -hashfile FILE SHA256"),
    ("macOS", "shasum -a 256 FILE"),
    ("Linux", "sha256sum FILE"),
)
"""How to compute a file's SHA-256 with what each system brings."""


@dataclass(frozen=True, slots=True)
class YearStanding:
    """How the addresses of a year's evidence stand, each counted once.

    ``between`` is the day of the last visits, or the first and last of those; None without any. ``filed`` is
    the day on which the year was filed.
    """

    counts: tuple[tuple[Sign, int], ...]
    between: str | None
    filed: str | None


def standing_of_year(edition: Edition, year: Year) -> YearStanding:
    """How the addresses of a year's evidence stand."""
    lang, known = edition.lang, edition.site.receipts
    urls = dict.fromkeys(one.url for entry in year.entries for one in entry.evidence if one.url)
    found = [known[url] for url in urls if url in known]
    counts: dict[Sign, int] = {}
    for sign in (sign_of(receipt, lang) for receipt in found):
        counts[sign] = counts.get(sign, 0) + 1
    ordered = sorted(counts.items(), key=lambda one: (_ORDER.index(one[0].key), -one[1]))
    if len(urls) > len(found):
        ordered.append((unvisited(lang), len(urls) - len(found)))
    days = sorted(day_in_thailand(receipt.checked_at) for receipt in found if receipt.checked_at)
    between = format_period(Period(days[0], days[-1]), lang=lang, style="short") if days else None
    filed = moment(year.filed.filed_at, lang).text if year.filed else None
    return YearStanding(tuple(ordered), between, filed)


_STANDINGS: tuple[Standing, ...] = ("pass", "moved", "unknown", "changed", "fail")
_ORDER = [f"receipt_{standing}" for standing in _STANDINGS]


def receipts_page(edition: Edition) -> Page:
    """What receipts are; how each year stands; what each verdict means; how a file is proved."""
    t, site = edition.t, edition.site
    return edition.page(
        links.RECEIPTS,
        "receipts",
        t.receipts,
        f"{t.receipts} {site.agency.name}",
        trail=(edition.home,),
        years=[
            (
                year.fiscal_year,
                Target(words.year(year.fiscal_year, edition.lang), links.part(year.fiscal_year, "assess")),
                standing_of_year(edition, year),
            )
            for year in site.years
            if year.framework
        ],
        trust=trust(edition, all_entries(edition), site_data(edition)),
        any_receipts=bool(site.receipts),
        meanings=_meanings(edition),
        proving=PROVING,
    )


def _meanings(edition: Edition) -> list[tuple[Sign, tuple[str, ...]]]:
    """Each sign that a row may bear, once, with what it may mean."""
    found: dict[Sign, list[str]] = {}
    for verdict in WORDS:
        sign = sign_of(_made_up(verdict), edition.lang)
        found.setdefault(sign, []).append(WORDS[verdict].meaning.in_(edition.lang))
    found[unvisited(edition.lang)] = [edition.t.unvisited_why]
    return [(sign, tuple(meanings)) for sign, meanings in found.items()]


def _made_up(verdict: Verdict) -> Receipt:
    return Receipt("", verdict, WORDS[verdict].meaning)
